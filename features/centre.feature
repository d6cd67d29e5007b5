Feature: The certificate centre, beyond the guide
  What the guide says nothing of: a certificate issued anew to whoever has none to sign with, revoked, suspended and
  restored. By the facts of the field (docs/domain.md: Issuing anew, Revocation).

  @field.reissue
  Rule: Whoever cannot sign in is led to what helps

    Scenario Outline: A certificate that is refused leads to what helps
      Given Kim Hana's certificate <state>
      And Kim Hana is at sign-in
      When the customer signs in with the certificate
      Then signing in is refused because <reason>
      And the customer is led on to <service>

      Examples:
        | state             | reason                       | service                 |
        | expired yesterday | the certificate has expired  | issuing anew            |
        | is revoked        | the certificate is revoked   | issuing anew            |
        | is suspended      | the certificate is suspended | certificate restoration |

    Scenario: A forgotten password leads to a new certificate
      Given Kim Hana is at sign-in
      When the customer enters a wrong certificate password 3 times
      Then the certificate dialog closes
      And the customer is led on to issuing anew

  @field.reissue
  Rule: A certificate is issued anew without signing in

    Scenario: After expiry a new one is issued, from the home page to the result
      Given Kim Hana's certificate expired yesterday
      When the customer opens the home page
      And the customer presses the "인증서 발급/재발급" link
      And the customer starts to have a bank certificate issued anew
      And the customer agrees to all terms
      And the customer fills in the application
      And the customer verifies their identity
      And the customer asks for the new certificate
      Then the result describes the new certificate
      And the new certificate is valid from now until 2027-03-16 23:59:59
      And the customer is not signed in
      And the audit log notes "certificate applied for"

    Scenario: The new one has a password by the rule
      Given Kim Hana is at certificate issuing to have a certificate issued anew
      When the customer enters "short1!" as the new certificate password
      And the customer enters "short1!" as the repeated password
      And the customer asks for the new certificate
      Then only the new certificate password is named as wrong
      And no certificate is issued

    Scenario: The new one signs in with its own password
      Given Kim Hana's certificate expired yesterday
      When the customer has the certificate issued anew
      Then the customer sees the result of issuing anew
      And the customer can sign in with the new certificate

    Scenario Outline: The old one, where it could still be used, ends
      Given Kim Hana's certificate is <state>
      And Kim Hana is at certificate issuing to have a certificate issued anew
      Then the authority answers that the old certificate is <state>
      When the customer asks for the new certificate
      Then the revocation list names the old certificate as replaced
      And the authority answers that the old certificate is replaced
      And the authority answers that the new certificate is in use

      Examples:
        | state     |
        | in use    |
        | suspended |

    Scenario: Whoever is signed in with the old one is signed out
      Given Kim Hana is signed in
      When the customer turns to another browser
      Given Kim Hana is at certificate issuing to have a certificate issued anew
      When the customer asks for the new certificate
      Then the customer sees the result of issuing anew
      When the customer turns back to the first browser
      And the customer opens the account history
      Then the customer is told that the certificate that signed in is no longer in use

    Scenario Outline: Whatever breaks, trying again ends in one certificate and one fee
      Given Lee Yujin is at certificate issuing to have a certificate issued anew
      And <fault>
      When the customer asks for the new certificate
      Then the customer is told that <failure>
      When the customer tries again
      Then the customer sees the result of issuing anew
      And exactly 1 certificate is issued
      And 4,400 won is taken from the account

      Examples:
        | fault                                 | failure                               |
        | delivering the certificate fails once | the issued certificate did not arrive |
        | the storage medium is pulled out      | the storage medium is gone            |

    Scenario: Another day, and after showing anew who they are, the customer goes on with the same certificate
      Given Lee Yujin is at certificate issuing to have a certificate issued anew
      And delivering the certificate fails once
      When the customer asks for the new certificate
      And 1 day passes
      And the customer turns to another browser
      And the customer opens issuing anew
      And the customer starts to have a general certificate issued anew
      And the customer agrees to all terms
      And the customer fills in the application
      Then the customer sees identity verification
      When the customer verifies their identity
      And the customer goes on with issuing
      Then the customer sees the result of issuing anew
      And exactly 1 certificate is issued
      And 4,400 won is taken from the account

    Scenario: Ten minutes without doing anything, and the customer shows anew who they are
      Given Kim Hana is at certificate issuing to have a certificate issued anew
      When 10 minutes pass
      And the customer reloads the page
      Then the customer is told that they have to show anew who they are
      And the customer sees issuing anew

    Scenario: Whoever does not know all the data is not told which of them are wrong
      Given Kim Hana is a customer
      When the customer opens issuing anew
      And the customer starts to have a bank certificate issued anew
      And the customer agrees to all terms
      And the customer enters "010-0000-9999" as the phone number
      And the customer fills in the application
      Then the customer is told that the data are not the holder's
      And at the phone number it does not say "다릅니다"
      And no certificate is issued

    Scenario: What is not issued yet can be cancelled
      Given Lee Yujin is at certificate issuing to have a certificate issued anew
      When the customer opens certificate restoration
      Then the "이어서 진행" link is not visible
      When the customer opens issuing anew
      Then the "이어서 진행" link is visible
      And the screen says "1년 4,400원"
      When the customer presses the "발급 취소" button
      Then the screen says "발급을 취소했습니다."
      And no certificate is issued
      And 0 won is taken from the account

  @field.revocation
  Rule: What is revoked is in force no longer, at once and for good

    Scenario: Nothing is revoked before the customer says that they know it is final
      Given Kim Hana is at the choice of certificates to revoke a certificate
      When the customer presses the "폐기" button
      Then at the "폐기한 인증서는 되돌릴 수 없음을 확인했습니다" checkbox it says "확인한 뒤 체크해 주세요."
      And the authority answers that the certificate is in use

    Scenario: A revoked certificate is in force nowhere
      Given Kim Hana is signed in
      When the customer applies for the revocation of the certificate
      Then Kim Hana receives a text message about the revocation
      And the audit log notes, one after the other:
        | event               |
        | change applied for  |
        | certificate revoked |
      And the revocation list names the certificate as revoked
      And the authority answers that the certificate is revoked
      And the customer is not signed in
      When the customer opens sign-in
      And the customer signs in with the certificate
      Then signing in is refused because the certificate is revoked

    Scenario: Who revokes the certificate in one tab goes no further in another
      Given Kim Hana is at identity verification
      When the customer opens certificate revocation in a second tab
      And the customer turns to the second tab
      And the customer presses the "폐기 시작" button
      And the customer verifies their identity
      And the customer confirms the revocation of the certificate
      And the customer turns to the first tab
      And the customer asks for an SMS code in vain
      Then the customer is told that the certificate that signed in is no longer in use

    Scenario: A revoked certificate signs no transfer
      Given Park Minjun is a customer
      And Kim Hana has 2 certificates
      And Kim Hana is at the choice of certificates to revoke a certificate
      When the customer confirms the revocation of the other certificate
      And the customer transfers 50,000 won to Park Minjun with the other certificate
      Then the customer is told that the signing certificate is revoked
      And no money moves

  @field.suspension
  Rule: What is suspended can be restored

    Scenario: A suspended certificate is in force nowhere
      Given Kim Hana is at the choice of certificates to suspend a certificate
      When the customer confirms the suspension of the certificate
      Then the revocation list names the certificate as suspended
      And the authority answers that the certificate is suspended
      And the audit log notes "certificate suspended"
      And the customer is not signed in
      And the customer cannot sign in with the certificate

    Scenario: A restored certificate is in force again
      Given Kim Hana's certificate is suspended
      When the customer opens certificate restoration
      And the customer chooses the "개인" choice
      And the customer presses the "효력 회복 시작" button
      And the customer fills in the application
      And the customer verifies their identity
      And the customer confirms the restoration of the certificate
      Then the revocation list does not name the certificate
      And the audit log notes "certificate restored"
      And the customer can sign in with the certificate

    Scenario: Where nothing is suspended nothing is restored
      Given Kim Hana's certificate expired yesterday
      And Kim Hana is at identity verification to restore a certificate
      When the customer verifies their identity
      Then the customer is told that there is no certificate for that
      And the customer is led on to issuing anew
