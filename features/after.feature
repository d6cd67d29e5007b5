Feature: What to check after a renewal
  The new certificate is the only active one, lies where the customer put it, opens with its new password, signs in,
  and signs what moves money. The old one does none of that any more.

  Rule: Certificate management names the active certificate

    @guide.after.menu
    Scenario Outline: Exactly one certificate is active, the new one
      Given <customer> has renewed the certificate
      When the customer opens certificate management
      Then the new certificate is listed as in use
      And exactly 1 certificate is listed as in use

      Examples:
        | customer   |
        | Kim Hana   |
        | Moui Foods |

    @guide.after.menu @guide.how.new-certificate
    Scenario: The certificate of the result is the one that is in use, and an e-mail tells of it
      Given Kim Hana has renewed the certificate
      When the customer notes "일련번호" as <serial>
      And the customer opens certificate management
      Then in the "<serial>" row it says "사용 중"
      And Kim Hana receives an e-mail that says "2027-03-30"
      And Kim Hana has received exactly 1 e-mail

    @guide.after.menu
    Scenario: The old certificate is replaced
      Given Kim Hana has renewed the certificate
      When the customer opens certificate management
      Then the old certificate is listed as replaced
      And certificate management lists 2 certificates

    @guide.after.menu
    Scenario: A renewal that was not finished leaves the old certificate active
      Given Kim Hana has a certificate issued but not stored
      When the customer opens certificate management
      Then the old certificate is listed as in use
      And exactly 1 certificate is listed as in use

  Rule: The new certificate is installed where it was stored

    @guide.after.installed
    Scenario Outline: The certificate dialog offers the new certificate from the place where it was stored
      Given Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer asks for the new certificate
      And the customer signs out
      And the customer opens sign-in
      And the customer looks for certificates in the <place>
      Then the certificate dialog offers the new certificate

      Examples:
        | place          |
        | browser        |
        | hard disk      |

    @guide.after.installed
    Scenario: No other place offers the new certificate
      Given Kim Hana is at certificate issuing
      When the customer chooses the phone as the storage place
      And the customer asks for the new certificate
      And the customer signs out
      And the customer opens sign-in
      And the customer looks for certificates in the cloud
      Then the certificate dialog offers no certificate

    @guide.after.installed
    Scenario: The new certificate's key does not answer to the old password
      Given Kim Hana has renewed the certificate
      When the customer signs out
      And the customer opens sign-in
      And the customer signs in with the new certificate and the old password
      Then the certificate password is refused with 1 of 3 tries used
      And the customer is not signed in

  Rule: Signing in again shows that the renewed certificate works

    @guide.after.sign-in @guide.after.installed
    Scenario Outline: The renewed certificate signs in
      Given <customer> has renewed the certificate
      When the customer signs out, and in again with the new certificate
      Then the customer is signed in

      Examples:
        | customer   |
        | Kim Hana   |
        | Lee Yujin  |
        | Moui Foods |

    @guide.after.sign-in @guide.need.legal
    Scenario: The replaced certificate does not sign in
      Given Lee Yujin has renewed the certificate
      When the customer signs out, and in again with the old certificate
      Then signing in is refused because the certificate is replaced
      And the customer is not signed in

    @guide.after.sign-in @guide.how.new-certificate
    Scenario: Everybody can read what became of both certificates
      Given Kim Hana has renewed the certificate
      Then the revocation list names the old certificate as replaced
      And the revocation list does not name the new certificate
      And the authority answers that the old certificate is replaced
      And the authority answers that the new certificate is in use
      And the authority does not know a certificate that it has not issued

    @guide.after.sign-in
    Scenario Outline: Everybody can read why a certificate is in force no longer
      Given Kim Hana is signed in
      And the certificate is <state> in the meantime
      Then the revocation list names the certificate as <state>
      And the authority answers that the certificate is <state>

      Examples:
        | state     |
        | suspended |
        | revoked   |

    @guide.after.sign-in
    Scenario: Without the authority's word on the certificate nobody signs in
      Given Kim Hana is at sign-in
      And asking for the certificate's status fails once
      When the customer signs in with the certificate
      Then the customer is told that the authority did not tell the certificate's status
      And the audit log notes "fault struck"
      And the customer is not signed in

    @guide.after.sign-in
    Scenario: Once the authority answers again the certificate signs in
      Given Kim Hana is at sign-in
      And asking for the certificate's status fails once
      When the customer signs in with the certificate
      And the customer signs in with the certificate
      Then the customer is signed in

  Rule: A transfer shows that the renewed certificate signs

    @guide.after.transaction
    Scenario: A transfer signed with the renewed certificate goes through
      Given Park Minjun is a customer
      And Kim Hana has renewed the certificate
      When the customer transfers 50,000 won to Park Minjun with the new certificate
      Then the receipt names the new certificate and 50,000 won
      And 50,000 won is taken from the account
      And Park Minjun receives 50,000 won
      And the screen shows:
        | name         | value       |
        | 받는 분      | 박민준      |
        | 이체 후 잔액 | 1,450,000원 |
      And the audit log notes, one after the other:
        | event              |
        | transfer confirmed |
        | money withdrawn    |
        | money deposited    |
        | transfer done      |

    @guide.after.transaction
    Scenario: What is signed is what the customer confirmed
      Given Park Minjun is a customer
      And Kim Hana has renewed the certificate
      When the customer enters "생일 축하해요 엄마" as the transfer memo
      And the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is asked to confirm 50,000 won to Park Minjun
      And no money moves
      When the customer signs the transfer with the new certificate
      Then the signed document says what was confirmed, and the new certificate signed it

    @guide.after.transaction @guide.error.server
    Scenario: A certificate of whose storing the bank did not hear signs a transfer all the same
      Given Park Minjun is a customer
      And Kim Hana is at certificate issuing
      And the report that the certificate is stored does not reach the bank
      When the customer asks for the new certificate
      And the customer transfers 50,000 won to Park Minjun with the new certificate
      Then the receipt names the new certificate and 50,000 won
      And 50,000 won is taken from the account

    @guide.after.transaction
    Scenario: The history and the balance agree with the transfer
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer transfers 50,000 won
      And the customer opens the account history
      Then the account history begins with 50,000 won to Park Minjun
      And the account history shows 1 entry
      And the balance shown is 1,450,000 won
      And the balance shown is what the account holds

    @guide.after.transaction
    Scenario: The fee of the renewal and the transfer both stand in the history
      Given Kim Hana is a customer
      And Lee Yujin has renewed the certificate
      When the customer transfers 10,000 won to Kim Hana with the new certificate
      And the customer opens the account history
      Then the account history shows 2 entries
      And the balance shown is what the account holds
      And 14,400 won is taken from the account

    @guide.after.transaction
    Scenario: A double click transfers once
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer signs the transfer with the certificate with a double click
      Then the receipt names the certificate and 50,000 won
      And 50,000 won is taken from the account
      And Park Minjun receives 50,000 won

    @guide.after.transaction
    Scenario: Signing the same transfer in a second tab transfers nothing more
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer opens the same page in a second tab
      And the customer signs the transfer with the certificate
      And the customer turns to the second tab
      And the customer signs the transfer with the certificate
      Then the receipt names the certificate and 50,000 won
      And 50,000 won is taken from the account

    @guide.after.transaction
    Scenario: Reloading the receipt transfers nothing more
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer transfers 50,000 won to Park Minjun with the certificate
      And the customer reloads the page
      Then the receipt names the certificate and 50,000 won
      And 50,000 won is taken from the account

    @guide.after.transaction
    Scenario Outline: All that there is can be sent
      Given Park Minjun is a customer
      And <all>
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is asked to confirm 50,000 won to Park Minjun
      When the customer signs the transfer with the certificate
      Then the receipt names the certificate and 50,000 won

      Examples:
        | all                                           |
        | Kim Hana's account holds 50,000 won           |
        | the bank transfers up to 50,000 won at a time |

  Rule: A transfer that is not in order is refused, and no money moves

    @guide.after.transaction @guide.error.input
    Scenario Outline: What is entered wrong is said at its field
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer enters "<text>" as the <field>
      And the customer asks for a transfer of 50,000 won to Park Minjun
      Then only the <field> is named as wrong
      And the cursor is in the <field>
      And no money moves

      Examples:
        | field                    | text                 |
        | receiving account number |                      |
        | receiving account number | 000-000-000000       |
        | receiving account number | account              |
        | transfer amount          |                      |
        | transfer amount          | 0                    |
        | transfer amount          | -50000               |
        | transfer amount          | 12.5                 |
        | transfer amount          | all of it            |
        | transfer memo            | 생일 축하합니다 엄마 |

    @guide.after.transaction
    Scenario Outline: An amount is taken as a person writes it
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer enters "<amount>" as the transfer amount
      And the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is asked to confirm 50,000 won to Park Minjun

      Examples:
        | amount       |
        | 50,000       |
        | 50,000원     |
        | ５０，０００ |

    @guide.after.transaction
    Scenario: Nobody sends more than the account holds
      Given Park Minjun is a customer
      And Kim Hana's account holds 49,999 won
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is told that the account does not hold enough
      And only the transfer amount is named as wrong
      And no money moves

    @guide.after.transaction
    Scenario: Nobody sends more than the limit
      Given Park Minjun is a customer
      And the bank transfers up to 49,999 won at a time
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is told that the amount is over the limit
      And no money moves

    @guide.after.transaction
    Scenario: Nobody sends money to the same account
      Given the bank transfers up to 49,999 won at a time
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Kim Hana
      Then the customer is told that money cannot be sent to the same account
      And at the receiving account number it says "보내는 계좌와 받는 계좌가 같습니다."
      And at the transfer amount it says "1회 이체 한도 49,999원을 넘는 금액입니다."
      And no money moves

    @guide.after.transaction
    Scenario: What was confirmed is paid from what is there when it is signed
      Given Park Minjun is a customer
      And Kim Hana's account holds 60,000 won
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer opens the transfer form in a second tab
      And the customer turns to the second tab
      And the customer transfers 50,000 won to Park Minjun with the certificate
      And the customer turns to the first tab
      And the customer signs the transfer with the certificate
      Then the customer is told that the account does not hold enough
      And 50,000 won is taken from the account

    @guide.need.legal @guide.after.transaction
    Scenario: With the replaced certificate no money moves
      Given Park Minjun is a customer
      And Kim Hana is at certificate issuing
      When the customer chooses the cloud as the storage place
      And the customer asks for the new certificate
      And the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer signs the transfer with the old certificate
      Then the customer is told that the signing certificate is replaced
      And the error comes with a reference number and a way to the customer centre
      And no money moves

    @guide.need.legal @guide.after.transaction
    Scenario Outline: With a certificate that is out of force no money moves
      Given Park Minjun is a customer
      And Kim Hana also has a certificate that <is out of force>
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer signs the transfer with <it>
      Then the customer is told that <failure>
      And no money moves
      And the same transfer can still be signed

      Examples:
        | is out of force   | it                    | failure                                        |
        | expired yesterday | the old certificate   | the signing certificate has expired            |
        | is suspended      | the other certificate | the signing certificate is suspended           |
        | is revoked        | the other certificate | the signing certificate is revoked             |
        | is another bank's | the other certificate | the signing certificate is not registered here |

    @guide.after.transaction
    Scenario: With somebody else's certificate no money moves
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer signs the transfer with Park Minjun's certificate
      Then the customer is told that the signing certificate is somebody else's
      And no money moves

    @guide.after.transaction
    Scenario: A signature over something else moves no money
      Given Park Minjun is a customer
      And Kim Hana is signed in
      And the customer's device signs other data than the customer confirmed
      When the customer transfers 50,000 won to Park Minjun with the certificate
      Then the customer is told that something else was signed than was confirmed
      And no money moves
      When the customer signs the transfer with the certificate
      Then the receipt names the certificate and 50,000 won

    @guide.after.transaction
    Scenario: A signature that was given before moves no money again
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer transfers 50,000 won with the certificate
      And the customer's device hands out its last signature once more
      And the customer transfers 50,000 won with the certificate
      Then the customer is told that the signature was given for another transfer
      And 50,000 won is taken from the account

    @guide.after.transaction
    Scenario Outline: A signature that was altered on its way moves no money
      Given the signed document arrives <altered>
      And Park Minjun is a customer
      And Kim Hana is signed in
      When the customer transfers 50,000 won to Park Minjun with the certificate
      Then the customer is told that the signature on the transfer is not genuine
      And no money moves
      And the same transfer can still be signed

      Examples:
        | altered                    |
        | with one character changed |
        | illegible                  |

    @guide.after.transaction
    Scenario: Nobody sees or signs somebody else's transfer
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And Park Minjun opens the same page in another browser
      Then the customer is told that there is no such page
      And the screen does not say "50,000"
      And no money moves

    @guide.after.transaction
    Scenario: While the authority does not answer no money moves
      Given Park Minjun is a customer
      And Kim Hana is signed in
      And asking for the certificate's status fails once
      When the customer transfers 50,000 won to Park Minjun with the certificate
      Then the customer is told that the signing certificate's status is not known
      And no money moves
      When the customer signs the transfer with the certificate
      Then the receipt names the certificate and 50,000 won

  Rule: When a check fails, the customer centre helps

    @guide.after.help
    Scenario: A refused transfer leads to the customer centre
      Given Park Minjun is a customer
      And Kim Hana has renewed the certificate
      When the customer asks for a transfer of 50,000 won to Park Minjun
      And the customer signs the transfer with Park Minjun's certificate
      Then the transfer is refused
      When the customer takes the reference number to the customer centre
      Then the centre sees that the signing certificate is somebody else's
      And the centre sees "김*나" at "갱신 완료"

    @guide.after.help
    Scenario: The receipt leads to the customer centre
      Given Park Minjun is a customer
      And Kim Hana is signed in
      When the customer transfers 50,000 won to Park Minjun with the certificate
      Then the screen leads to the customer centre
      When the customer goes on to the customer centre
      Then the customer sees the customer centre
