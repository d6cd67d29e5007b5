Feature: Time
  Sessions end, the bank closes at night, and a customer who is caught in the middle goes on where they were.

  Rule: A session ends after ten minutes, not without a warning

    @guide.how.guidance
    Scenario: At the last minute the customer is warned
      Given Kim Hana is at identity verification
      When 9 minutes pass
      Then the customer is warned that the session is about to end
      And the customer sees identity verification

    @guide.how.guidance
    Scenario: Before the last minute the customer is left in peace
      Given Kim Hana is at identity verification
      When 539 seconds pass
      Then the customer is not warned that the session is about to end

    @guide.how.guidance
    Scenario: Extending the session takes the warning back
      Given Kim Hana is at identity verification
      When 9 minutes pass
      And the customer extends the session
      Then the customer is not warned that the session is about to end

    @guide.how.guidance
    Scenario: An extended session lasts ten minutes more
      Given Kim Hana is at identity verification
      When 9 minutes pass
      And the customer extends the session
      And 9 minutes pass
      And the customer reloads the page
      Then the customer sees identity verification
      And the customer is signed in

    @guide.how.guidance
    Scenario: Asking for an SMS code starts the ten minutes anew, and what was typed stays
      Given Kim Hana is at identity verification
      When the customer enters the account password with the keypad
      And 8 minutes pass
      And the customer asks for an SMS code
      And 1 minute passes
      Then the customer is not warned that the session is about to end
      When 1 minute passes
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.how.guidance
    Scenario: Extending the session in a second tab takes the warning back in the first
      Given Kim Hana is at identity verification
      When the customer enters the account password with the keypad
      And the customer opens the certificate centre in a second tab
      And 9 minutes pass
      And the customer turns to the second tab
      And the customer extends the session
      And the customer turns to the first tab
      Then the customer is not warned that the session is about to end
      When 2 minutes pass
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.how.guidance
    Scenario: A page that is opened in a second tab starts the ten minutes anew
      Given Kim Hana is at identity verification
      When 9 minutes pass
      And the customer opens the certificate centre in a second tab
      Then the customer is not warned that the session is about to end

    @guide.how.guidance
    Scenario: After ten minutes the session is over, and the customer is told
      Given Kim Hana is at identity verification
      When 10 minutes pass
      Then the customer sees sign-in
      And the customer is told that the session has expired
      And the customer is not signed in
      And the audit log notes "session expired"

    @guide.how.guidance @guide.how.sign-in
    Scenario Outline: Having signed in again the customer goes on at the same step
      Given Kim Hana is at <screen>
      When 10 minutes pass
      And the customer signs in with the certificate
      Then the customer sees <screen>

      Examples:
        | screen                |
        | identity verification |
        | certificate issuing   |

    @guide.error.server @guide.how.guidance
    Scenario: A renewal that failed is finished after the session ended
      Given Lee Yujin is at certificate issuing
      And issuing the certificate fails once
      When the customer asks for the new certificate
      And 10 minutes pass
      And the customer signs in with the old certificate
      And the customer goes on with issuing
      Then the renewal is complete, with one certificate and 4,400 won taken

    @guide.error.server @guide.how.guidance
    Scenario: A certificate that was not stored is stored after the session ended
      Given Lee Yujin is at certificate issuing
      And the storage medium is pulled out
      When the customer asks for the new certificate
      And 10 minutes pass
      And the customer signs in with the old certificate
      And the customer finishes storing the certificate
      Then the renewal is complete, with one certificate and 4,400 won taken

  Rule: Signing in elsewhere ends the first session

    @guide.how.sign-in
    Scenario: The first browser is told
      Given Kim Hana is at certificate issuing
      When the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the certificate
      And the customer turns back to the first browser
      And the customer reloads the page
      Then the customer is told that they have signed in elsewhere
      And the customer is not signed in

    @guide.how.sign-in
    Scenario: The first browser can issue nothing any more
      Given Kim Hana is at certificate issuing
      When the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the certificate
      And the customer turns back to the first browser
      And the customer asks for the new certificate
      Then the customer is told that they have signed in elsewhere
      And no certificate is issued

    @guide.how.guidance
    Scenario: The other browser goes on with the same renewal
      Given Kim Hana is at identity verification
      When the customer turns to another browser
      And the customer opens the renewal guidance
      And the customer signs in with the certificate
      And the customer continues the renewal
      Then the customer sees identity verification

  Rule: The bank signs in and renews from 00:30 until 23:30

    @guide.how.sign-in
    Scenario Outline: At night nobody signs in
      Given it is <time>
      And Kim Hana is a customer
      When the customer opens sign-in
      Then the customer is told that the service is closed
      And the customer is not signed in

      Examples:
        | time  |
        | 23:30 |
        | 00:00 |
        | 00:29 |

    @guide.how.sign-in
    Scenario Outline: From opening until closing customers sign in
      Given it is <time>
      And Kim Hana is at sign-in
      When the customer signs in with the certificate
      Then the customer is signed in

      Examples:
        | time  |
        | 00:30 |
        | 23:29 |

    @guide.how.sign-in
    Scenario: A bank with other hours names its own
      Given the bank is open from 09:00 until 16:00
      And it is 16:00
      And Kim Hana is a customer
      When the customer opens sign-in
      Then the customer is told that the service is closed
      And the service hours are given as 09:00 to 16:00
      When 17 hours pass
      And the customer presses the "다시 시도" link
      Then the customer sees sign-in

    @guide.how.guidance
    Scenario Outline: At night no step of a renewal opens
      Given it is 23:29
      And Kim Hana is at identity verification
      When 1 minute passes
      And the customer opens <screen>
      Then the customer is told that the service is closed
      And no certificate is issued

      Examples:
        | screen                |
        | the renewal guidance  |
        | identity verification |

    @guide.how.guidance
    Scenario: At closing time nothing more is issued
      Given it is 23:29
      And Kim Hana is at certificate issuing
      When 1 minute passes
      And the customer asks for the new certificate
      Then the customer is told that the service is closed
      And no certificate is issued

    @guide.how.guidance
    Scenario: In the morning the renewal goes on where it was
      Given it is 23:29
      And Kim Hana is at identity verification
      When 61 minutes pass
      And the customer signs in with the certificate
      Then the customer sees identity verification

    @guide.step.help
    Scenario: The customer centre's page is there at night
      Given the bank is closed
      And Kim Hana is a customer
      When the customer opens sign-in
      Then the error code and the reference number are shown
      When the customer takes the reference number to the customer centre
      Then the centre sees that the service is closed
      And the centre sees "로그인 전" at "신청한 갱신 없음"
