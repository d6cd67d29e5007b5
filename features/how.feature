Feature: How a renewal goes
  After signing in, by certificate management and certificate renewal, along the steps on the screen, to a
  certificate that is new in all but its holder.

  Rule: Renewal begins with signing in

    @guide.how.sign-in
    Scenario: A visitor who asks for renewal signs in first and lands on renewal
      Given Kim Hana is a customer
      When the customer opens the renewal guidance
      And the customer signs in with the certificate
      Then the customer sees the renewal guidance
      And the customer is signed in

    @guide.how.sign-in
    Scenario Outline: Without signing in no step opens
      Given Kim Hana is a customer
      When the customer opens <screen>
      Then the customer sees sign-in
      And the customer is told that signing in comes first

      Examples:
        | screen                 |
        | the renewal guidance   |
        | the terms              |
        | certificate issuing    |
        | the result             |
        | certificate management |

    @guide.how.sign-in
    Scenario: A wrong certificate password does not sign in
      Given Kim Hana is at sign-in
      When the customer signs in with a wrong certificate password 1 time
      Then the certificate password is refused with 1 of 3 tries used
      And the customer is not signed in

    @guide.how.sign-in
    Scenario: The third wrong certificate password closes the dialog
      Given Kim Hana is at sign-in
      When the customer signs in with a wrong certificate password 3 times
      Then the certificate dialog closes
      And the customer is not signed in

    @guide.how.sign-in
    Scenario: The bank never learns of a wrong certificate password
      Given Kim Hana is at sign-in
      When the customer signs in with a wrong certificate password 3 times
      Then the certificate dialog closes
      And the bank has learnt nothing of it

    @guide.how.sign-in
    Scenario: A wrong certificate password locks nothing
      Given Kim Hana is at sign-in
      When the customer signs in with a wrong certificate password 3 times
      Then the certificate dialog can be opened again
      When the customer signs in with the certificate
      Then the customer is signed in

  Rule: Certificate management first, certificate renewal second

    @guide.how.menu
    Scenario: The menu leads to renewal
      Given Kim Hana is signed in
      When the customer chooses the certificate centre
      Then the menu offers certificate management
      And the menu offers the renewal guidance
      When the customer chooses certificate management
      And the customer chooses the renewal guidance
      Then the customer sees the renewal guidance

    @guide.how.menu
    Scenario: The menu leads to renewal by keyboard alone
      Given the customer uses only the keyboard
      And Kim Hana is signed in
      When the customer chooses the certificate centre
      Then the keyboard reaches the first "인증서 관리" link
      And the keyboard reaches the first "인증서 갱신" link
      When the customer chooses certificate management
      And the customer chooses the renewal guidance
      Then the customer sees the renewal guidance
      And the renewal can be started

  Rule: The screen guides, and nothing that a browser does breaks it

    @guide.how.guidance
    Scenario Outline: The step bar says where the customer is
      Given Kim Hana is at <screen>
      Then the step bar marks <screen>

      Examples:
        | screen                |
        | the renewal guidance  |
        | the terms             |
        | the application       |
        | identity verification |
        | certificate issuing   |

    @guide.how.guidance
    Scenario: The step bar ends at the result
      Given Kim Hana has renewed the certificate
      Then the step bar marks the result

    @guide.how.guidance
    Scenario Outline: Reloading keeps the step
      Given Kim Hana is at <screen>
      When the customer reloads the page
      Then the customer sees <screen>

      Examples:
        | screen                |
        | the application       |
        | identity verification |
        | certificate issuing   |

    @guide.how.guidance
    Scenario: Reloading the result issues nothing more
      Given Kim Hana has renewed the certificate
      When the customer reloads the page
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.how.guidance
    Scenario: Going back to a finished step leads on to the present one
      Given Kim Hana is at identity verification
      When the customer verifies their identity
      And the customer goes back
      Then the customer sees certificate issuing

    @guide.how.guidance
    Scenario: Going back from the result issues nothing more
      Given Kim Hana is at certificate issuing
      When the customer asks for the new certificate
      And the customer goes back
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.how.guidance
    Scenario: A second tab does not disturb the first
      Given Kim Hana is at identity verification
      When the customer opens identity verification in a second tab
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.how.guidance
    Scenario Outline: A step opened before its time is refused
      Given Kim Hana is at the terms
      When the customer opens <screen>
      Then the customer is told that an earlier step is not done
      And no certificate is issued

      Examples:
        | screen                |
        | the application       |
        | identity verification |
        | certificate issuing   |

    @guide.how.guidance
    Scenario: A renewal left in the middle goes on where it was
      Given Kim Hana is at identity verification
      When the customer opens the home page
      And the customer opens the renewal guidance
      Then the renewal can be continued
      When the customer continues the renewal
      Then the customer sees identity verification

  Rule: A new certificate is issued, and the old one is replaced

    @guide.how.new-certificate
    Scenario Outline: The new certificate has a serial number and a key of its own
      Given <customer> is at certificate issuing
      When the customer chooses the phone as the storage place
      And the customer asks for the new certificate
      Then the new certificate has the old one's subject, but its own serial number and key

      Examples:
        | customer       |
        | Kim Hana       |
        | Lee Yujin      |
        | Moui Foods     |
        | Siheom Trading |

    @guide.how.new-certificate
    Scenario Outline: The new certificate starts now and ends a year after the old one
      Given Kim Hana's certificate expires <day>
      And Kim Hana is at certificate issuing
      When the customer asks for the new certificate
      Then the new certificate is valid from now until <end> 23:59:59

      Examples:
        | day        | end        |
        | in 30 days | 2027-04-15 |
        | in 14 days | 2027-03-30 |
        | today      | 2027-03-16 |

    @guide.how.new-certificate
    Scenario: A year later the new certificate is renewed in its turn
      Given Kim Hana has renewed the certificate
      When 365 days pass
      And the customer opens the renewal guidance
      And the customer signs in with the new certificate
      And the customer starts the renewal
      Then the customer sees the terms

    @guide.how.new-certificate
    Scenario: A year after 29 February is 28 February
      Given today is 2028-02-15
      And Kim Hana's certificate expires in 14 days
      And Kim Hana is at certificate issuing
      When the customer asks for the new certificate
      Then the new certificate is valid from now until 2029-02-28 23:59:59

    @guide.how.new-certificate
    Scenario Outline: A certificate that is not in force is not renewed
      Given Kim Hana's certificate is <state>
      And Kim Hana is signed in
      When the customer opens the terms
      Then the renewal is refused because <reason>
      And no certificate is issued

      Examples:
        | state     | reason                       |
        | suspended | the certificate is suspended |
        | revoked   | the certificate is revoked   |

    @guide.how.new-certificate
    Scenario Outline: A certificate that goes out of force in the middle is not renewed
      Given Lee Yujin is at certificate issuing
      And the certificate is <state> in the meantime
      When the customer asks for the new certificate
      Then the renewal is refused because the certificate is <state>
      And the audit log does not note "certificate issued"
      And no certificate is issued
      And 0 won is taken from the account

      Examples:
        | state     |
        | suspended |
        | revoked   |
        | replaced  |

    @guide.how.new-certificate
    Scenario: A certificate that is revoked before the new one is stored is not replaced
      Given Kim Hana has a certificate issued but not stored
      And the certificate is revoked in the meantime
      When the customer finishes storing the certificate
      Then the renewal is refused because the certificate is revoked
      And the audit log does not note "certificate replaced"

    @guide.how.new-certificate
    Scenario: Without the old certificate's password nothing is issued
      Given Kim Hana is at certificate issuing
      When the customer chooses the old certificate with a wrong password 3 times
      Then the certificate dialog closes
      And no certificate is issued
