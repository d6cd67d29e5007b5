Feature: When something goes wrong
  Mistyped entries, an identity that is not proven, an issuing server that fails or is slow: the customer reads
  what happened, loses nothing, pays and receives nothing twice, and finds the way on or to the customer centre.

  Rule: A mistyped entry is named at its field, and mending it is enough

    @guide.error.input
    Scenario Outline: What is meant is taken, however it is written
      Given <customer> is at the application
      When the customer enters <entry> as the <field>
      And the customer fills in the application
      Then the customer sees identity verification

      Examples:
        | customer   | field                        | entry                          |
        | Kim Hana   | name                         | "  김하나 "                    |
        | Kim Hana   | resident registration number | " 901332 2000012 "             |
        | Kim Hana   | resident registration number | "９０１３３２－２００００１２" |
        | Kim Hana   | account number               | "000123456789"                 |
        | Kim Hana   | account number               | "000–123–456789"               |
        | Kim Hana   | phone number                 | "01000000001"                  |
        | Kim Hana   | e-mail address               | " hana@example.com"            |
        | Moui Foods | business registration number | "0000000001"                   |

    @guide.error.input
    Scenario Outline: What is pasted is taken with the spaces that came along
      Given <customer> is at identity verification
      When the customer asks for an SMS code
      And the customer pastes the <field> with spaces in it
      And the customer verifies their identity
      Then the customer sees certificate issuing

      Examples:
        | customer  | field                       |
        | Kim Hana  | account password            |
        | Kim Hana  | SMS code                    |
        | Kim Hana  | first security card digits  |
        | Kim Hana  | second security card digits |
        | Lee Yujin | OTP                         |

    @guide.error.input
    Scenario Outline: What cannot be meant is refused at its field, and nothing else typed is lost
      Given <customer> is at the application
      When the customer enters "<entry>" as the <field>
      And the customer fills in the application
      Then only the <field> is named as wrong
      And the screen does not say "본인 확인 실패"
      And the cursor is in the <field>
      And everything but the <field> is still filled in

      Examples:
        | customer   | field                        | entry                                                                                | # what is wrong |
        | Kim Hana   | name                         | 김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하 | too long        |
        | Kim Hana   | name                         | <b>김하나</b>                                                                        | markup          |
        | Kim Hana   | name                         | 김하나🙂                                                                             | an emoji        |
        | Kim Hana   | resident registration number | 901332-200001a                                                                       | a letter        |
        | Kim Hana   | account number               | 000-123-45678                                                                        | too short       |
        | Kim Hana   | phone number                 | 010-0000-00011                                                                       | too long        |
        | Kim Hana   | phone number                 | 📞                                                                                   | an emoji        |
        | Kim Hana   | e-mail address               | hana@example.com<script>                                                             | markup          |
        | Moui Foods | business registration number | 000-00-000012                                                                        | too long        |

    @guide.error.input
    Scenario: What was typed wrong is shown as it was typed
      Given Kim Hana is at the application
      When the customer enters "<b>김하나</b>" as the name
      And the customer fills in the application
      Then the name still reads "<b>김하나</b>"

    @guide.error.input
    Scenario: The cursor goes to the first field that is wrong
      Given Kim Hana is at the application
      When the customer enters "hana" as the e-mail address
      And the customer leaves the account number empty
      And the customer fills in the application
      Then the cursor is in the account number
      And the e-mail address still reads "hana"

    @guide.error.input
    Scenario: Fields are mended one after the other
      Given Kim Hana is at the application
      When the customer enters "hana" as the e-mail address
      And the customer fills in the application without the account number
      And the customer corrects the account number
      And the customer fills in the application
      Then only the e-mail address is named as wrong

    @guide.error.input
    Scenario Outline: The corrected application goes through
      Given Kim Hana is at the application
      When the customer enters "<entry>" as the <field>
      And the customer fills in the application
      And the customer corrects the <field>
      And the customer fills in the application
      Then the customer sees identity verification

      Examples:
        | field          | entry   |
        | name           | 김한나  |
        | account number | 000-123 |
        | e-mail address | hana    |

    @guide.error.input
    Scenario Outline: A password that cannot be used is refused at its field
      Given Kim Hana is at certificate issuing
      When the customer enters "<password>" as the new certificate password
      And the customer enters "<password>" as the repeated password
      And the customer asks for the new certificate
      Then only the new certificate password is named as wrong
      And the cursor is in the new certificate password
      And no certificate is issued

      Examples:
        | password                                                          | # what is wrong           |
        |                                                                   | empty                     |
        | 솔바람25!솔바람25!                                                | no letter of the alphabet |
        | Ｓｏｌｂａｒａｍ！２５                                            | full-width characters     |
        | Solbaram25🙂                                                      | no special character      |
        | Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solba | too long                  |
        | Haneul!2580                                                       | the old certificate's     |

    @guide.error.input
    Scenario: The corrected password goes through
      Given Kim Hana is at certificate issuing
      When the customer enters "Solbaram25" as the new certificate password
      And the customer asks for the new certificate
      And the customer corrects the new certificate password
      And the customer asks for the new certificate
      Then the customer sees the result

    @guide.error.input
    Scenario: The old certificate has to be chosen
      Given Kim Hana is at certificate issuing
      When the customer leaves the old certificate empty
      And the customer asks for the new certificate
      Then only the old certificate is named as wrong
      And no certificate is issued

    @guide.error.input
    Scenario Outline: A secret is not shown again
      Given <customer> is at identity verification
      When the customer enters a wrong account password
      And the customer verifies their identity
      Then the <secret> is empty

      Examples:
        | customer  | secret                     |
        | Kim Hana  | account password           |
        | Kim Hana  | SMS code                   |
        | Kim Hana  | first security card digits |
        | Lee Yujin | OTP                        |

  Rule: One inexact entry fails identity verification, and the tries are counted

    @guide.error.identity @guide.step.4
    Scenario Outline: A wrong entry is told with the tries that are left
      Given <customer> is at identity verification
      When the customer enters a wrong <field>
      And the customer verifies their identity
      Then identity verification fails at the <where>
      And the customer is told that <failure>
      And <tries> tries are left
      And no certificate is issued

      Examples:
        | customer  | field                       | where                      | failure                            | tries |
        | Kim Hana  | account password            | account password           | the account password is wrong      | 2     |
        | Kim Hana  | SMS code                    | SMS code                   | the SMS code is wrong              | 4     |
        | Kim Hana  | first security card digits  | first security card digits | the security card digits are wrong | 2     |
        | Kim Hana  | second security card digits | first security card digits | the security card digits are wrong | 2     |
        | Lee Yujin | OTP                         | OTP                        | the OTP is wrong                   | 9     |

    @guide.error.identity
    Scenario Outline: A mistake that is mended in time does no harm
      Given <customer> is at identity verification
      When the customer enters a wrong <field>
      And the customer verifies their identity <times> times
      And the customer corrects the <field>
      And the customer tries to verify their identity again
      Then the customer sees certificate issuing

      Examples:
        | customer  | field                      | times |
        | Kim Hana  | account password           | 2     |
        | Kim Hana  | SMS code                   | 4     |
        | Kim Hana  | first security card digits | 2     |
        | Lee Yujin | OTP                        | 9     |

    @guide.error.identity
    Scenario Outline: What is right takes the wrong tries before it back
      Given <customer> is at identity verification
      And checking the identity fails once
      When the customer enters a wrong <field>
      And the customer verifies their identity 2 times
      And the customer corrects the <field>
      And the customer tries to verify their identity again
      And the customer enters a wrong <field>
      And the customer tries to verify their identity again
      Then the customer is told that <failure>
      And <tries> tries are left

      Examples:
        | customer  | field                      | failure                            | tries |
        | Kim Hana  | account password           | the account password is wrong      | 2     |
        | Kim Hana  | first security card digits | the security card digits are wrong | 2     |
        | Lee Yujin | OTP                        | the OTP is wrong                   | 9     |

    @guide.error.identity
    Scenario Outline: At the limit the lock names its way out
      Given <customer> is at identity verification
      When the customer enters a wrong <field> <times> times
      Then the customer is told that <failure>
      And the customer is sent to <way out>
      And no certificate is issued

      Examples:
        | customer  | field                      | times | failure                        | way out              |
        | Kim Hana  | account password           | 3     | the account password is locked | a branch, with an ID |
        | Kim Hana  | SMS code                   | 5     | the SMS code is locked         | another SMS code     |
        | Kim Hana  | first security card digits | 3     | the security card is locked    | a branch, with an ID |
        | Lee Yujin | OTP                        | 10    | the OTP is locked              | the customer centre  |

    @guide.error.identity
    Scenario Outline: Behind a lock even what is right is refused
      Given the <field> may be entered 2 times
      And <customer> is at identity verification
      When the customer enters a wrong <field>
      And the customer verifies their identity 2 times
      And the customer corrects the <field>
      And the customer tries to verify their identity again
      Then the customer is told that <failure>
      And the customer is told how to unlock it
      And no certificate is issued

      Examples:
        | customer  | field                      | failure                        |
        | Kim Hana  | account password           | the account password is locked |
        | Kim Hana  | SMS code                   | the SMS code is locked         |
        | Kim Hana  | first security card digits | the security card is locked    |
        | Lee Yujin | OTP                        | the OTP is locked              |

    @guide.error.identity
    Scenario: Another SMS code opens the lock of the one before
      Given the SMS code may be entered 2 times
      And Kim Hana is at identity verification
      When the customer enters a wrong SMS code
      And the customer verifies their identity 2 times
      And the customer asks for another SMS code
      And the customer tries to verify their identity again
      Then the customer is told that the SMS code is wrong
      And 1 try is left
      When the customer corrects the SMS code
      And the customer tries to verify their identity again
      Then the customer sees certificate issuing

    @guide.error.identity
    Scenario: After a code that came too late another one goes through
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And 3 minutes pass
      And the customer asks for another SMS code
      Then the first SMS code no longer works
      When the customer enters the SMS code and the account password
      And the customer tries to verify their identity again
      Then the customer sees certificate issuing

    @guide.error.identity
    Scenario: A used code is not taken again
      Given Kim Hana is at identity verification
      When the customer opens identity verification in a second tab
      And the customer verifies their identity
      And the customer turns to the second tab
      And the customer tries to verify their identity again
      Then the customer is told that the step is done already
      And no certificate is issued

    @guide.error.identity
    Scenario: A code that was used for one renewal is refused in another
      Given Kim Hana's certificate expires in 14 days
      And Kim Hana also has a certificate that expires in 20 days
      And Kim Hana is at identity verification
      When the customer asks for an SMS code
      And the customer notes the newest SMS code as <code>
      And the customer verifies their identity
      And the customer signs out
      And the customer opens sign-in
      And the customer signs in with the other certificate
      And the customer opens the terms
      And the customer agrees to all terms
      And the customer fills in the application
      And the customer asks for an SMS code
      And the customer enters "<code>" as the SMS code
      And the customer verifies their identity
      Then identity verification fails at the SMS code
      And Kim Hana has received exactly 2 text messages
      And no certificate is issued

    @guide.error.identity
    Scenario: After a failure the security card is asked for the same numbers
      Given Kim Hana is at identity verification
      When the customer reads which security card numbers are asked
      And the customer enters a wrong first security card digits
      And the customer verifies their identity
      Then the same security card numbers are asked

    @guide.error.identity
    Scenario: After a success the security card is asked for other numbers
      Given Kim Hana's certificate expires in 14 days
      And Kim Hana also has a certificate that expires in 20 days
      And Kim Hana is at identity verification
      When the customer reads which security card numbers are asked
      And the customer verifies their identity
      And the customer signs out, and in again with the other certificate
      And the customer opens the terms
      And the customer agrees to all terms
      And the customer fills in the application
      Then other security card numbers are asked

    @guide.error.identity
    Scenario: A used OTP is not taken again
      Given Lee Yujin's certificate expires in 14 days
      And Lee Yujin also has a certificate that expires in 20 days
      And Lee Yujin is at identity verification
      When the customer verifies their identity
      And the customer signs out, and in again with the other certificate
      And the customer opens the terms
      And the customer agrees to all terms
      And the customer fills in the application
      And the customer verifies their identity
      Then the customer is told that the OTP is wrong
      And no certificate is issued

    @guide.error.identity
    Scenario: A wrong account password stays neither on the screen nor in the audit log
      Given Kim Hana is at identity verification
      When the customer enters "2468" as the account password
      And the customer verifies their identity
      Then the account password is empty
      And the screen does not say "2468"
      And the audit log notes that the account password is wrong
      And the audit log holds no secret

    @guide.error.identity
    Scenario Outline: The audit log says why, without a secret
      Given <customer> is at identity verification
      When the customer enters a wrong <field>
      And the customer verifies their identity
      Then the audit log notes that <failure>
      And the audit log holds no secret

      Examples:
        | customer  | field                      | failure                            |
        | Kim Hana  | first security card digits | the security card digits are wrong |
        | Lee Yujin | OTP                        | the OTP is wrong                   |

  Rule: Whoever is not the certificate's holder is not verified

    @guide.error.identity.mismatch
    Scenario Outline: Data that differ from the holder's fail
      Given <customer> is at the application
      When the customer enters "<entry>" as the <field>
      And the customer fills in the application
      Then identity verification fails at the <field>
      And at the <field> it says "은행에 등록된 <what is said>"
      And the screen says "입력한 정보가 은행에 등록된 정보와 다릅니다."
      And the customer is told that the data are not the holder's
      And no certificate is issued

      Examples:
        | customer   | field                        | entry          | what is said               |
        | Kim Hana   | name                         | 김한나         | 이름과 다릅니다.           |
        | Kim Hana   | name                         | 김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김하나김 | 이름과 다릅니다. |
        | Kim Hana   | resident registration number | 901332-2000013 | 주민등록번호와 다릅니다.   |
        | Kim Hana   | account number               | 000-123-456780 | 출금 계좌번호와 다릅니다.  |
        | Kim Hana   | phone number                 | 010-0000-0002  | 휴대폰 번호와 다릅니다.    |
        | Moui Foods | name                         | 모의식품공업   | 기업 이름과 다릅니다.      |
        | Moui Foods | business registration number | 000-00-00012   | 사업자등록번호와 다릅니다. |

    @guide.error.identity.mismatch
    Scenario: Only the certificate that signed in is renewed, and with that one chosen the renewal goes on
      Given Lee Yujin is a customer
      And Kim Hana's certificate expires in 14 days
      And Kim Hana also has a certificate that expires in 20 days
      And Kim Hana is at certificate issuing
      When the customer chooses Lee Yujin's certificate as the old one
      And the customer asks for the new certificate
      Then the customer is told that the chosen certificate is not the one to renew
      When the customer chooses the other certificate as the old one
      And the customer asks for the new certificate
      Then the customer is told that the request is not signed by the old certificate
      And no certificate is issued
      When the customer corrects the old certificate
      And the customer asks for the new certificate
      Then the customer sees the result
      And exactly 1 certificate is issued

  Rule: When identity cannot be checked, the customer checks again

    @guide.error.delay
    Scenario: An SMS code that could not be sent is asked for again
      Given Kim Hana is at identity verification
      And sending the SMS code fails once
      When the customer asks for an SMS code in vain
      Then the customer is told that the SMS code could not be sent
      When the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.error.delay
    Scenario: An SMS code that is sent slowly still arrives
      Given Kim Hana is at identity verification
      And sending the SMS code takes 40 seconds
      And sending the SMS code fails once
      When the customer asks for an SMS code in vain
      And 40 seconds pass
      Then the SMS code is good for another 3:00
      And a code of 6 digits reaches the customer's phone
      When the customer asks for another SMS code
      Then the customer is told that the SMS code could not be sent

    @guide.error.delay
    Scenario: While sending stays slow, another SMS code takes its time as well
      Given Kim Hana is at identity verification
      And sending the SMS code keeps taking 40 seconds
      When the customer asks for an SMS code in vain
      And 40 seconds pass
      Then a code of 6 digits reaches the customer's phone
      When 30 seconds pass
      And the customer presses the "인증번호 다시 받기" button
      Then the screen says "인증번호를 보내고 있습니다."
      When 40 seconds pass
      Then the SMS code is good for another 3:00

    @guide.error.delay
    Scenario: After a minute the customer no longer waits for the SMS code
      Given Kim Hana is at identity verification
      And sending the SMS code is never answered
      When the customer asks for an SMS code in vain
      And 60 seconds pass
      Then the customer is told that sending the SMS code took too long

    @guide.error.delay
    Scenario: When the identity could not be checked, the same entries are good for another try
      Given Kim Hana is at identity verification
      And checking the identity fails once
      When the customer verifies their identity
      Then the customer is told that the identity could not be checked
      When the customer tries to verify their identity again
      Then the customer sees certificate issuing

    @guide.error.delay
    Scenario: A slow check of the identity ends well
      Given Kim Hana is at identity verification
      And checking the identity takes 40 seconds
      When the customer verifies their identity
      Then the customer sees that verification takes its time
      When 40 seconds pass
      Then the customer sees certificate issuing

    @guide.error.delay
    Scenario: After a minute the customer no longer waits for the check of the identity
      Given Kim Hana is at identity verification
      And checking the identity is never answered
      When the customer verifies their identity
      And 60 seconds pass
      Then the customer is told that checking the identity took too long
      And no certificate is issued

  Rule: When the issuing server fails, trying again finishes the same renewal

    @guide.error.server
    Scenario Outline: What failed is told with a reference number
      Given Lee Yujin is at certificate issuing
      And <trouble>
      When the customer asks for the new certificate
      Then the customer is told that <failure>
      And the error comes with a reference number and a way to the customer centre

      Examples:
        | trouble                                                  | failure                                           |
        | registering the renewal fails once                       | the renewal could not be registered               |
        | issuing the certificate fails once                       | the certificate could not be issued               |
        | delivering the certificate fails once                    | the issued certificate did not arrive             |
        | the certificate arrives with a broken signature          | the certificate that arrived is not the right one |
        | the certificate arrives with somebody else's name        | the certificate that arrived is not the right one |
        | the certificate arrives with another key                 | the certificate that arrived is not the right one |
        | the certificate arrives with dates against the rule      | the certificate that arrived is not the right one |
        | the certificate arrives with a start that is yet to come | the certificate that arrived is not the right one |
        | the certificate arrives with its end missing             | the certificate that arrived is not the right one |
        | the storage place is full                                | there is no room for the certificate              |
        | the storage medium is pulled out                         | the storage medium is gone                        |
        | recording the renewal fails once                         | the renewal could not be recorded                 |

    @guide.error.server
    Scenario Outline: Trying again ends in exactly one certificate and one fee
      Given Lee Yujin is at certificate issuing
      And <trouble>
      When the customer asks for the new certificate
      Then another try comes before the customer centre
      When the customer tries again
      Then the result describes the new certificate
      And exactly 1 certificate is issued
      And 4,400 won is taken from the account

      Examples:
        | trouble                                             |
        | registering the renewal fails once                  |
        | issuing the certificate fails once                  |
        | delivering the certificate fails once               |
        | the certificate arrives with another key            |
        | the certificate arrives with dates against the rule |
        | the storage place is full                           |
        | the storage medium is pulled out                    |
        | recording the renewal fails once                    |

    @guide.error.server
    Scenario Outline: Two failures in one renewal end in one certificate and one fee all the same
      Given Lee Yujin is at certificate issuing
      And <first trouble>
      And <second trouble>
      When the customer asks for the new certificate
      And the customer tries again 2 times
      Then the renewal is complete, with one certificate and 4,400 won taken

      Examples:
        | first trouble                         | second trouble                           |
        | issuing the certificate fails once    | the storage place is full                |
        | delivering the certificate fails once | the certificate arrives with another key |
        | the storage place is full             | recording the renewal fails once         |

    @guide.error.server
    Scenario Outline: The old certificate signs in until the new one is stored
      Given Lee Yujin is at certificate issuing
      And <trouble>
      When the customer asks for the new certificate
      And the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the old certificate
      Then the customer is signed in

      Examples:
        | trouble                                         |
        | registering the renewal fails once              |
        | delivering the certificate fails once           |
        | the storage place is full                       |

    @guide.error.server
    Scenario Outline: Until the renewal is registered nothing is issued or paid
      Given Lee Yujin is at certificate issuing
      And <trouble>
      When the customer asks for the new certificate
      Then no certificate is issued
      And the audit log does not note "certificate issued"
      And <fee> is taken from the account

      Examples:
        | trouble                            | fee       |
        | registering the renewal fails once | 0 won     |
        | issuing the certificate fails once | 4,400 won |

    @guide.error.server
    Scenario: Once the new certificate is stored it signs in, recorded or not
      Given Lee Yujin is at certificate issuing
      And recording the renewal fails once
      When the customer asks for the new certificate
      And the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the new certificate
      Then the customer is signed in

    @guide.error.server
    Scenario: After a failure that was overcome exactly one certificate is active
      Given Lee Yujin is at certificate issuing
      And delivering the certificate fails once
      When the customer asks for the new certificate
      And the customer tries again
      And the customer opens certificate management
      Then the new certificate is listed as in use
      And exactly 1 certificate is listed as in use

    @guide.error.server
    Scenario: Without the fee in the account nothing is issued
      Given Lee Yujin's account holds 4,399 won
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer is told that the account does not cover the fee
      And the screen says "계좌에 입금한 뒤 다시 시도해 주세요."
      And no certificate is issued
      And 0 won is taken from the account

    @guide.error.server
    Scenario: The fee and nothing more in the account is enough
      Given Lee Yujin's account holds 4,400 won
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer sees the result
      And 4,400 won is taken from the account

    @guide.error.server @guide.how.guidance
    Scenario Outline: Reloading the page after a failure loses nothing
      Given Lee Yujin is at certificate issuing
      And <trouble>
      When the customer asks for the new certificate
      And the customer reloads the page
      And <the customer goes on>
      Then the renewal is complete, with one certificate and 4,400 won taken

      Examples:
        | trouble                               | the customer goes on                          |
        | registering the renewal fails once    | the customer asks for the new certificate     |
        | issuing the certificate fails once    | the customer goes on with issuing             |
        | delivering the certificate fails once | the customer goes on with issuing             |
        | the storage place is full             | the customer finishes storing the certificate |

    @guide.error.server @guide.how.guidance
    Scenario: Reloading the page after the renewal could not be recorded ends it
      Given Lee Yujin is at certificate issuing
      And recording the renewal fails once
      When the customer asks for the new certificate
      And the customer reloads the page
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.error.server @guide.how.guidance
    Scenario: Going back after a failure leads on to the present step
      Given Lee Yujin is at identity verification
      And issuing the certificate fails once
      When the customer verifies their identity
      And the customer asks for the new certificate
      And the customer goes back
      And the customer goes on with issuing
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.error.server @guide.how.guidance
    Scenario: A double click asks once
      Given Lee Yujin is at certificate issuing
      When the customer asks for the new certificate with a double click
      Then the renewal is complete, with one certificate and 4,400 won taken

    @guide.error.server @guide.how.guidance
    Scenario: A second tab does not ask a second time
      Given Lee Yujin is at certificate issuing
      And issuing the certificate fails once
      When the customer opens certificate issuing in a second tab
      And the customer asks for the new certificate
      And the customer turns to the second tab
      And the customer asks for the new certificate
      Then the customer is told that a new certificate has been asked for already
      And no certificate is issued
      And 4,400 won is taken from the account

    @guide.error.server @guide.how.guidance
    Scenario: A second tab finishes what the first one began
      Given Lee Yujin is at certificate issuing
      And issuing the certificate fails once
      When the customer asks for the new certificate
      And the customer opens certificate issuing in a second tab
      And the customer turns to the second tab
      And the customer goes on with issuing
      Then the renewal is complete, with one certificate and 4,400 won taken

    @guide.error.server @guide.how.guidance
    Scenario: A second tab learns that the renewal is over
      Given Lee Yujin is at certificate issuing
      When the customer opens certificate issuing in a second tab
      And the customer asks for the new certificate
      And the customer turns to the second tab
      And the customer asks for the new certificate
      Then the customer is told that the step is done already
      And exactly 1 certificate is issued
      And the fee is taken exactly once

  Rule: When the issuing server is slow, the customer sees it and loses nothing

    @guide.error.delay
    Scenario Outline: Progress is shown while issuing takes long
      Given Lee Yujin is at certificate issuing
      And <work> takes 60 seconds
      When the customer asks for the new certificate
      Then the customer sees that issuing takes its time
      When 60 seconds pass
      Then the customer sees the result
      And exactly 1 certificate is issued

      Examples:
        | work                       |
        | registering the renewal    |
        | issuing the certificate    |
        | delivering the certificate |

    @guide.error.delay
    Scenario Outline: After a minute the customer is told, and another try ends the same renewal
      Given Lee Yujin is at certificate issuing
      And <work> takes 90 seconds
      When the customer asks for the new certificate
      And 60 seconds pass
      Then the customer is told that the issuing server took too long
      When the customer tries again
      And 30 seconds pass
      Then the renewal is complete, with one certificate and 4,400 won taken

      Examples:
        | work                       |
        | registering the renewal    |
        | issuing the certificate    |
        | delivering the certificate |

    @guide.error.delay @guide.error.server
    Scenario: A server that never answers is told with a reference number
      Given Lee Yujin is at certificate issuing
      And issuing the certificate is never answered
      When the customer asks for the new certificate
      And 70 seconds pass
      Then the customer is told that the issuing server took too long
      And the audit log notes "fault struck"
      And the error comes with a reference number and a way to the customer centre

    @guide.error.delay @guide.error.server
    Scenario Outline: After a server that never answered another try ends the same renewal
      Given Lee Yujin is at certificate issuing
      And <work> is never answered
      When the customer asks for the new certificate
      And 60 seconds pass
      Then the customer is told that it took too long
      When the customer tries again
      Then the renewal is complete, with one certificate and 4,400 won taken

      Examples:
        | work                       |
        | registering the renewal    |
        | issuing the certificate    |
        | delivering the certificate |

    @guide.error.delay
    Scenario: While the server does not answer the old certificate signs in
      Given Lee Yujin is at certificate issuing
      And issuing the certificate takes 40 seconds
      When the customer asks for the new certificate
      And the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the old certificate
      Then the customer is signed in

    @guide.error.delay @guide.how.guidance
    Scenario: Reloading the page goes on waiting for the same certificate
      Given Lee Yujin is at certificate issuing
      And issuing the certificate takes 40 seconds
      When the customer asks for the new certificate
      And the customer reloads the page
      Then the customer sees that issuing takes its time
      When 40 seconds pass
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.error.delay
    Scenario: A bank that waits less tells the customer sooner
      Given the bank waits 20 seconds for an answer
      And Lee Yujin is at certificate issuing
      And issuing the certificate takes 40 seconds
      When the customer asks for the new certificate
      Then progress is shown
      When 20 seconds pass
      Then the customer is told that the issuing server took too long
      And the reference number is shown
      And no certificate is issued

  Rule: When a connection breaks, the customer is told and nothing is lost

    @guide.error.server @guide.error.delay
    Scenario: Once the bank can be reached again another try ends the renewal
      Given Lee Yujin is at certificate issuing
      And the bank cannot be reached
      When the customer asks for the new certificate
      Then the customer is told that the bank does not answer
      And no certificate is issued
      When the bank can be reached again
      And the customer tries again
      Then the renewal is complete, with one certificate and 4,400 won taken

    @guide.error.server @guide.error.delay
    Scenario: Once the certificate program answers again another try ends the renewal
      Given Lee Yujin has a certificate issued but not stored
      And the certificate program does not answer
      When the customer finishes storing the certificate
      Then the customer is told that the certificate program does not answer
      When the certificate program answers again
      And the customer tries again
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.error.server @guide.after.sign-in
    Scenario: A certificate of whose storing the bank did not hear signs in all the same
      Given Lee Yujin is at certificate issuing
      And the report that the certificate is stored does not reach the bank
      When the customer asks for the new certificate
      Then the customer is told that the bank does not answer
      When the customer turns to another browser
      And the customer opens sign-in
      And the customer signs in with the new certificate
      Then the customer is signed in
      When the customer opens certificate issuing
      Then the result describes the new certificate
      And exactly 1 certificate is issued

  Rule: When the bank's server restarts, nothing is lost and nothing happens twice

    @guide.error.server
    Scenario Outline: After a failure and a restart another try ends the same renewal
      Given Lee Yujin is at certificate issuing
      And <work> fails once
      When the customer asks for the new certificate
      And the bank's server restarts
      And the customer tries again
      Then the renewal is complete, with one certificate and 4,400 won taken

      Examples:
        | work                       |
        | registering the renewal    |
        | issuing the certificate    |
        | delivering the certificate |
        | storing the certificate    |
        | recording the renewal      |

    @guide.error.delay @guide.error.server
    Scenario: A certificate that was asked for before a restart arrives after it
      Given Lee Yujin is at certificate issuing
      And issuing the certificate is slow
      When the customer asks for the new certificate
      Then the customer sees that issuing takes its time
      When the bank's server restarts
      And 40 seconds pass
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.error.identity
    Scenario: An SMS code that was sent before a restart still holds
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And the bank's server restarts
      And the customer verifies their identity with the first code
      Then the customer sees certificate issuing

    @guide.error.identity
    Scenario: Tries that were used up before a restart stay used up
      Given Lee Yujin is at identity verification
      When the customer enters a wrong account password
      And the customer verifies their identity
      And the bank's server restarts
      And the customer tries to verify their identity again
      Then the customer is told that the account password is wrong
      And 1 try is left
      And no certificate is issued

  Rule: What is altered on its way counts for nothing

    @guide.how.sign-in
    Scenario Outline: A sign-in that was altered on its way signs nobody in
      Given the <part> arrives <altered>
      And Kim Hana is at sign-in
      When the customer signs in with the certificate
      Then the customer is told that the sign-in is not signed as asked
      And the customer is not signed in
      When the customer signs in with the certificate
      Then the customer is signed in

      Examples:
        | part                      | altered                    |
        | certificate that signs in | illegible                  |
        | sign-in signature         | with one character changed |

    @guide.how.sign-in
    Scenario: A signature that has signed in once does not do so again
      Given the sign-in signature arrives as the first one once more
      And Kim Hana is at sign-in
      When the customer signs in with the certificate
      And the customer signs out, and in again with the certificate
      Then the customer is told that the sign-in is not signed as asked
      And the customer is not signed in

    @guide.after.sign-in
    Scenario Outline: What is passed off as the authority's word signs nobody in
      Given the authority's word on the certificate comes <distorted>
      And Kim Hana is at sign-in
      When the customer signs in with the certificate
      Then the customer is told that the authority did not tell the certificate's status
      And the customer is not signed in

      Examples:
        | distorted                          |
        | with a broken signature            |
        | about another certificate          |
        | as it was given to somebody else   |

    @guide.error.server
    Scenario Outline: A request that was altered on its way asks for nothing
      Given the <part> arrives <altered>
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer is told that <failure>
      And no certificate is issued
      And 0 won is taken from the account

      Examples:
        | part                           | altered                    | failure                                            |
        | signature of the request       | with one character changed | the request is not signed by the old certificate   |
        | certificate request            | illegible                  | the request is not signed by the old certificate   |
        | signature of the request       | empty                      | what was sent cannot be read                       |
        | storage place of the request   | illegible                  | what was sent cannot be read                       |
        | text for the device to sign    | illegible                  | the certificate program could not do it            |
        | password for the device        | empty                      | the certificate program could not do it            |
        | storage place for the device   | illegible                  | the certificate program could not do it            |

    @guide.error.server
    Scenario: A wrong report of what was stored ends nothing
      Given the report of the stored certificate arrives with one character changed
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer is told that another certificate was stored than was issued
      And the audit log does not note "certificate replaced"
      When the customer tries again
      Then the renewal is complete, with one certificate and 4,400 won taken

    @guide.how.guidance @guide.error.server
    Scenario: A page that leaves a step out gets no further
      Given the page leaves out registering the renewal
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer is told that an earlier step is not done
      And no certificate is issued
      And 0 won is taken from the account

    @guide.how.guidance @guide.error.server
    Scenario: Nothing is stored that was not issued
      Given the page leaves out issuing the certificate
      And the page leaves out storing the certificate
      And Lee Yujin is at certificate issuing
      When the customer asks for the new certificate
      Then the customer is told that an earlier step is not done
      And no certificate is issued
      And the audit log does not note "certificate stored"

    @guide.how.sign-in
    Scenario: Who has signed out is signed out, whatever the browser goes back to
      Given Kim Hana is at certificate management
      When the customer signs out
      Then the screen says "로그아웃되었습니다."
      When the customer goes back
      Then the customer sees sign-in
      And the customer is not signed in

    @guide.how.sign-in
    Scenario: What the customer is signed in by stays between browser and bank
      Given Kim Hana is at sign-in
      When the customer signs in with the certificate
      Then scripts and other sites do not get at the customer's session

    @guide.keep.store
    Scenario: The certificate program serves the bank's pages alone
      Given Kim Hana is a customer
      Then another site's page gets nothing of the certificate program

    @guide.error.server @guide.keep.store
    Scenario: What was begun on one computer is not finished on another
      Given Lee Yujin also has the certificate on the laptop
      And Lee Yujin has a certificate issued but not stored
      When the customer turns to the laptop
      And the customer opens certificate issuing
      And the customer signs in with the old certificate
      And the customer finishes storing the certificate
      Then the customer is told that the new key is on another device
      And the hard disk does not hold the new certificate
      And the audit log does not note "certificate stored"

  Rule: When a failure keeps coming back, the customer centre comes first

    @guide.error.persistent
    Scenario Outline: From the third failure on the customer centre comes first
      Given Lee Yujin is at certificate issuing
      And <work> fails 3 times
      When the customer asks for the new certificate
      And the customer tries again 2 times
      Then the customer centre comes before another try

      Examples:
        | work                       |
        | registering the renewal    |
        | recording the renewal      |

    @guide.error.persistent
    Scenario: When the identity cannot be checked three times the customer centre comes first
      Given Kim Hana is at identity verification
      And checking the identity fails 3 times
      When the customer verifies their identity 3 times
      Then the customer centre comes first

    @guide.error.persistent
    Scenario: A sign-in that keeps failing leads to the customer centre first as well
      Given Kim Hana is at sign-in
      And asking for the certificate's status fails 3 times
      When the customer signs in with the certificate
      And the customer signs in with the certificate
      And the customer signs in with the certificate
      Then the customer centre comes first
      And the customer is not signed in

    @guide.error.persistent
    Scenario: As long as it keeps failing the customer centre stays first
      Given Lee Yujin is at certificate issuing
      And issuing the certificate keeps failing
      When the customer asks for the new certificate
      And the customer tries again 4 times
      Then the customer centre comes before another try
      And no certificate is issued

    @guide.error.persistent @guide.error.delay
    Scenario: A server that stays silent leads to the customer centre first as well
      Given Lee Yujin is at certificate issuing
      And issuing the certificate keeps going unanswered
      When the customer asks for the new certificate
      And 60 seconds pass
      And the customer tries again
      And 60 seconds pass
      And the customer tries again
      And 60 seconds pass
      Then the customer centre comes before another try
      And no certificate is issued

    @guide.error.persistent
    Scenario: Different failures of one renewal count together
      Given Lee Yujin is at certificate issuing
      And registering the renewal fails once
      And delivering the certificate fails once
      And the storage place is full
      When the customer asks for the new certificate
      And the customer tries again 2 times
      Then the customer centre comes before another try

    @guide.error.persistent
    Scenario: After the second failure another try still comes first
      Given Lee Yujin is at certificate issuing
      And issuing the certificate fails 2 times
      When the customer asks for the new certificate
      And the customer tries again
      Then another try comes before the customer centre

    @guide.error.persistent @guide.error.server
    Scenario: The fourth try may still end the renewal
      Given Lee Yujin is at certificate issuing
      And issuing the certificate fails 3 times
      When the customer asks for the new certificate
      And the customer tries again 3 times
      Then the renewal is complete, with one certificate and 4,400 won taken

  Rule: Every error leads to the customer centre

    @guide.step.help
    Scenario Outline: An error page has all that a call needs
      Given Yang Jieun is signed in
      When <the customer fails>
      Then the error code is "<code>"
      And the error page names error code, reference number, and the customer centre's number and hours

      Examples:
        | the customer fails                    | code              |
        | the customer opens the terms          | RENEWAL-SUSPENDED |
        | the customer opens an unknown address | NOT-FOUND         |

    @guide.step.help
    Scenario: A refused renewal leads to the customer centre
      Given Yang Jieun is signed in
      When the customer opens the terms
      Then the screen leads to the customer centre
      When the customer goes on to the customer centre
      Then the customer sees the customer centre

    @guide.step.help
    Scenario Outline: A failed identity verification leads to the customer centre
      Given Kim Hana is at <screen>
      When the customer enters a wrong <field>
      And <the customer goes on>
      And the customer goes on to the customer centre
      Then the customer sees the customer centre

      Examples:
        | screen                | field                        | the customer goes on                  |
        | the application       | resident registration number | the customer fills in the application |
        | identity verification | account password             | the customer verifies their identity  |

    @guide.step.help
    Scenario: A failure of the issuing server leads to the customer centre
      Given Kim Hana is at certificate issuing
      And issuing the certificate fails once
      When the customer asks for the new certificate
      And the customer goes on to the customer centre
      Then the customer sees the customer centre

    @guide.step.help @guide.after.help
    Scenario: A refused sign-in leads to the customer centre
      Given Yang Jieun is at sign-in
      When the customer signs in with the certificate
      Then the screen leads to the customer centre
      When the customer goes on to the customer centre
      Then the customer sees the customer centre

    @guide.step.help
    Scenario: A certificate dialog that closed leads to the customer centre
      Given Kim Hana is at sign-in
      When the customer signs in with a wrong certificate password 3 times
      And the customer goes on to the customer centre
      Then the customer sees the customer centre

    @guide.step.help
    Scenario: The customer centre knows the error by its reference number
      Given Kim Hana is at certificate issuing
      And issuing the certificate fails once
      When the customer asks for the new certificate
      And 5 minutes pass
      And the customer takes the reference number to the customer centre
      Then the centre sees that the certificate could not be issued
      And the centre sees "김*나" at "발급 신청 완료, 인증서 발급 전"
      And the screen does not say "김하나"

    @guide.step.help
    Scenario: The customer centre knows a failed identity verification too
      Given Kim Hana is at identity verification
      When the customer enters a wrong account password
      And the customer verifies their identity
      And the customer goes on to the customer centre
      And the customer asks the centre about "260316 0001"
      Then the centre sees that the account password is wrong
      And the centre sees "김*나" at "신청서 작성 완료, 본인 확인 전"

    @guide.step.help @guide.error.persistent
    Scenario: The reference number of the third failure is known as well
      Given Lee Yujin is at certificate issuing
      And registering the renewal fails 3 times
      When the customer asks for the new certificate
      And the customer tries again 2 times
      And the customer takes the reference number to the customer centre
      Then the centre sees that the renewal could not be registered
      And the centre sees "이*진" at "본인 확인 완료, 발급 신청 전"

    @guide.step.help
    Scenario Outline: A number that nobody was given is refused
      Given Kim Hana is a customer
      When the customer opens the customer centre
      And the customer asks the centre about "<number>"
      Then the customer is told that the reference number is unknown
      And only the reference number is named as wrong
      And the centre shows nothing

      Examples:
        | number             |
        | 260316-0001        |
        | <b>260316-0001</b> |

    @guide.step.help
    Scenario: The centre needs a number
      Given Kim Hana is a customer
      When the customer opens the customer centre
      And the customer asks the centre about ""
      Then only the reference number is named as wrong

    @guide.after.help
    Scenario: The result leads to the customer centre
      Given Kim Hana has renewed the certificate
      Then the screen leads to the customer centre
      And the screen says "바로 1500-0000으로 알려 주세요"
      When the customer goes on to the customer centre
      Then the customer sees the customer centre

    @guide.after.help
    Scenario: A check after the renewal that fails leads to the customer centre
      Given Lee Yujin has renewed the certificate
      When the customer signs out, and in again with the old certificate
      Then signing in is refused because the certificate is replaced
      And the error comes with a reference number and a way to the customer centre
