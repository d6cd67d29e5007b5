Feature: Why a certificate is renewed
  A certificate works until a fixed day and not a second longer. The bank shows that day, calls for renewal
  in the thirty days before it, and renews in those days only.

  @guide.need.validity
  Scenario: Certificate management shows from when until when a certificate is valid
    Given Kim Hana's certificate expires in 30 days
    And Kim Hana is signed in
    When the customer opens certificate management
    Then the certificate is listed as valid from 2025-04-15 until 2026-04-15

  @guide.need.validity
  Scenario Outline: The days left count down to the last day itself
    Given Kim Hana's certificate expires <day>
    And Kim Hana is signed in
    When the customer opens certificate management
    Then the certificate is listed with <left>

    Examples:
      | day        | left               |
      | in 30 days | 30 days left       |
      | tomorrow   | 1 day left         |
      | today      | its last day today |

  @guide.need.validity
  Scenario Outline: A certificate is valid until the last second of its last day
    Given it is 23:59
    And Kim Hana's certificate expires today
    And Kim Hana is signed in
    When <time> pass
    And the customer opens certificate management
    Then the certificate is listed with <left>

    Examples:
      | time       | left               |
      | 59 seconds | its last day today |
      | 60 seconds | no days left       |

  @guide.need.validity
  Scenario Outline: The certificate dialog shows the last day, and whether it is over
    Given Kim Hana's certificate <expires>
    And Kim Hana is at sign-in
    When the customer looks for certificates in the hard disk
    Then the certificate dialog offers the certificate

    Examples:
      | expires           |
      | expires today     |
      | expired yesterday |

  @guide.need.validity
  Scenario: Certificate management lists every certificate with its dates and state
    Given Kim Hana has these certificates:
      | kind    | expires    | state     | place          |
      | bank    | in 14 days | in use    | hard disk      |
      | general | in 90 days | suspended | phone          |
      | bank    | yesterday  | in use    | removable disk |
    And the customer is signed in
    When the customer opens certificate management
    Then these certificates are listed:
      | kind    | from       | until      | left         | state     |
      | general | 2025-06-14 | 2026-06-14 | no days      | suspended |
      | bank    | 2025-03-30 | 2026-03-30 | 14 days left | in use    |
      | bank    | 2025-03-15 | 2026-03-15 | no days left | expired   |

  @guide.need.validity
  Scenario Outline: From thirty days before the end the site calls for renewal
    Given Kim Hana's certificate expires <day>
    And Kim Hana is signed in
    When the customer opens <screen>
    Then the site says that it is time to renew

    Examples:
      | day        | screen                 |
      | in 30 days | the home page          |
      | in 30 days | certificate management |
      | today      | certificate management |

  @guide.need.validity
  Scenario Outline: Earlier the site does not call for renewal
    Given Kim Hana's certificate expires in 31 days
    And Kim Hana is signed in
    When the customer opens <screen>
    Then the site does not call for renewal

    Examples:
      | screen                 |
      | the home page          |
      | certificate management |

  @guide.need.validity
  Scenario Outline: A certificate is renewed from thirty days before its end until its last day
    Given Kim Hana's certificate expires <day>
    And Kim Hana is at certificate issuing
    When the customer asks for the new certificate
    Then the customer sees the result
    And exactly 1 certificate is issued

    Examples:
      | day        |
      | in 30 days |
      | today      |

  @guide.need.validity
  Scenario: The last evening is not too late
    Given it is 23:20
    And Choi Yewon's certificate expires today
    And Choi Yewon is at certificate issuing
    When the customer asks for the new certificate
    Then the customer sees the result

  @guide.need.validity
  Scenario Outline: Outside those days the renewal is refused
    Given Kim Hana's certificate <expires>
    And Kim Hana is signed in
    When the customer opens the terms
    Then the renewal is refused because <reason>
    And no certificate is issued

    Examples:
      | expires            | reason                      |
      | expires in 31 days | it is too early             |
      | expired yesterday  | the certificate has expired |
      | expired 3 days ago | the certificate has expired |

  @guide.need.validity
  Scenario: A certificate that was just renewed is not renewed again
    Given Kim Hana has renewed the certificate
    When the customer opens the renewal guidance
    Then the renewal is refused because it is too early
    And exactly 1 certificate is issued

  @guide.need.banking @guide.need.legal
  Scenario: An expired certificate does not open the bank, and the customer is told what to do
    Given Han Seohyeon is at sign-in
    When the customer signs in with the certificate
    Then signing in is refused because the certificate has expired
    And the customer is told to have a certificate issued anew
    And the customer is not signed in

  @guide.need.banking
  Scenario: On its last day a certificate still opens the bank
    Given Kim Hana's certificate expires today
    And Kim Hana is at sign-in
    When the customer signs in with the certificate
    Then the customer is signed in

  @guide.need.banking
  Scenario Outline: A certificate that is not in force here does not open the bank
    Given Kim Hana's certificate is <state>
    And Kim Hana is at sign-in
    When the customer signs in with the certificate
    Then signing in is refused because the certificate is <reason>
    And the customer is not signed in

    Examples:
      | state          | reason              |
      | suspended      | suspended           |
      | revoked        | revoked             |
      | another bank's | not registered here |
