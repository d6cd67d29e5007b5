@field.other-bank
Feature: Another bank's certificate, beyond the guide
  Nobody needs a certificate of each bank. One that another bank issued signs in and signs here, once its holder has
  registered it; it is renewed where it was issued.

  Scenario: Who registers another bank's certificate signs in with it
    Given Kim Hana's certificate is another bank's
    When the customer registers the certificate at this bank
    Then the certificate is registered
    And the audit log notes "certificate registered"
    When the customer opens sign-in
    And the customer signs in with the certificate
    Then the customer is signed in

  Scenario: A registered certificate of another bank signs transfers
    Given Park Minjun is a customer
    And Kim Hana has registered a certificate of another bank
    And Kim Hana is signed in
    When the customer transfers 50,000 won to Park Minjun with the certificate
    Then the receipt names the certificate and 50,000 won
    And 50,000 won is taken from the account

  Scenario Outline: Whoever does not prove who they are registers nothing
    Given Kim Hana's certificate is another bank's
    When the customer enters a wrong <proof>
    And the customer registers the certificate at this bank
    Then identity verification fails at the <proof>
    When the customer opens sign-in
    And the customer signs in with the certificate
    Then signing in is refused because the certificate is not registered here

    Examples:
      | proof                        |
      | resident registration number |
      | account password             |
      | first security card digits   |

  Scenario Outline: What is not in force is not registered
    Given Kim Hana's certificate is another bank's
    And Kim Hana's certificate <state>
    When the customer registers the certificate at this bank
    Then the customer is told that a certificate in this state cannot be registered
    And the screen says "상태가 ‘<label>’인 인증서는 등록할 수 없습니다."
    And the audit log does not note "certificate registered"

    Examples:
      | state             | label |
      | expired yesterday | 만료  |
      | is revoked        | 폐기  |

  Scenario: Somebody else's certificate is not registered
    Given Park Minjun's certificate is another bank's
    And Kim Hana is a customer
    When the customer registers Park Minjun's certificate at this bank
    Then the customer is told that the certificate to register is somebody else's
    And the audit log does not note "certificate registered"

  Scenario: What is registered already is not registered again
    Given Kim Hana has registered a certificate of another bank
    When the customer registers the certificate at this bank
    Then the customer is told that the certificate is registered already
    And the audit log does not note "certificate registered"

  Scenario: A registration that was altered on its way registers nothing
    Given the registration signature arrives with one character changed
    And Kim Hana's certificate is another bank's
    When the customer registers the certificate at this bank
    Then the customer is told that the registration is not signed as asked
    And the customer cannot sign in with the certificate

  Scenario: Another bank's certificate is renewed there, and the page says where
    Given Kim Hana has registered a certificate of another bank
    And Kim Hana is signed in
    When the customer opens the renewal guidance
    Then the renewal is refused because it is another bank's certificate
    And the screen says "노을모의은행의 인증센터에서 갱신한 뒤"
    And no certificate is issued

  Scenario: Whose registration has ended no longer signs in
    Given Kim Hana has registered a certificate of another bank
    And Kim Hana is signed in
    When the customer ends the registration
    Then the customer is not signed in
    And the audit log notes "registration ended"
    When the customer opens sign-in
    And the customer signs in with the certificate
    Then signing in is refused because the certificate is not registered here
