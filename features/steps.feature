Feature: The six steps of a renewal
  From the bank's home page to a certificate that lies encrypted where the customer wants it.

  Rule: Step 1, the home page leads the way

    @guide.step.1
    Scenario Outline: The home page leads on
      Given Kim Hana is a customer
      When the customer opens the home page
      Then the menu offers <screen>
      When the customer chooses <screen>
      Then the customer sees <screen>

      Examples:
        | screen                 |
        | sign-in                |
        | the certificate centre |

    @guide.step.1
    Scenario: The home page starts internet banking
      Given Kim Hana is a customer
      When the customer opens the home page
      And the customer starts internet banking
      Then the customer sees sign-in

  Rule: Step 2, certificate management lists the customer's certificates

    @guide.step.2
    Scenario Outline: The menu opens the list with each certificate's state
      Given <customer> is signed in
      When the customer opens the certificate centre
      And the customer chooses certificate management
      Then the certificate is listed as <state>

      Examples:
        | customer     | state     |
        | Kim Hana     | in use    |
        | Yang Jieun   | suspended |
        | Son Dongha   | revoked   |
        | Han Seohyeon | expired   |

    @guide.step.2
    Scenario: Nobody else's certificates are in the list
      Given Lee Yujin is a customer
      And Kim Hana is at certificate management
      Then only Kim Hana's certificates are listed

  Rule: Step 3, the application is filled in

    @guide.step.3
    Scenario: Agreeing to the terms leads to the application
      Given Kim Hana is at the terms
      When the customer goes on without agreeing to the terms
      Then the customer is asked to agree to the terms
      When the customer agrees to all terms
      Then the customer sees the application

    @guide.step.3
    Scenario Outline: Terms that are not agreed to are named
      Given Kim Hana is at the terms
      When the customer agrees to all but the <terms>
      Then only the <terms> are named as wrong

      Examples:
        | terms                     |
        | electronic banking terms  |
        | certificate service terms |

    @guide.step.3
    Scenario Outline: What is filled in wrong is said at the field, and nothing else is lost
      Given <customer> is at the application
      When the customer enters "<entry>" as the <field>
      And the customer fills in the application
      Then only the <field> is named as wrong
      And everything but the <field> is still filled in

      Examples:
        | customer   | field                        | entry        |
        | Kim Hana   | resident registration number | 901332-20000 |
        | Kim Hana   | account number               | 123456789    |
        | Kim Hana   | phone number                 | 02-000-0001  |
        | Kim Hana   | e-mail address               | hana         |
        | Moui Foods | business registration number | 000-00-1     |

    @guide.step.3
    Scenario: Who comes back to the application finds it filled in
      Given Kim Hana is at the application
      When the customer enters "hana.kim@example.com" as the e-mail address
      And the customer fills in the application
      And the customer opens the application
      Then the e-mail address still reads "hana.kim@example.com"
      And everything but the e-mail address is still filled in

    @guide.step.3
    Scenario: Several fields can be wrong at once
      Given Kim Hana is at the application
      When the customer fills in the application with:
        | field                        | text   |
        | resident registration number | 901332 |
        | e-mail address               | hana   |
      Then the screen says "입력한 내용을 확인해 주세요"
      And the cursor is in the resident registration number
      And no text message is sent

    @guide.step.3
    Scenario Outline: Whoever has a certificate that is due can apply
      Given somebody is a <sort> customer
      And the customer is at the application
      When the customer fills in the application
      Then the customer sees identity verification
      And the audit log notes "renewal applied for"

      Examples:
        | sort      |
        | personal  |
        | corporate |

  Rule: Step 4, identity is verified with all that was agreed upon

    @guide.step.4
    Scenario Outline: Account password, SMS code and the means of security verify the customer
      Given <customer> uses <means>
      And <customer> is at identity verification
      When the customer verifies their identity
      Then the customer sees certificate issuing

      Examples:
        | customer       | means           |
        | Kim Hana       | a security card |
        | Kim Hana       | an OTP          |
        | Siheom Trading | a security card |
        | Moui Foods     | an OTP          |

    @guide.step.4
    Scenario: The account password is entered with the on-screen keypad
      Given Kim Hana is at identity verification
      When the customer enters the account password with the keypad
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.step.4
    Scenario: The keypad stops after the account password's last digit
      Given Kim Hana is at identity verification
      When the customer enters the account password with the keypad
      And the customer enters the account password with the keypad
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.step.4
    Scenario: The keypad erases one digit at a time
      Given Kim Hana is at identity verification
      When the customer enters the account password with the keypad
      And the customer takes the last digit back and enters it again with the keypad
      And the customer verifies their identity
      Then the customer sees certificate issuing

    @guide.step.4
    Scenario: The SMS code has six digits and three minutes
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      Then a code of 6 digits reaches the customer's phone
      And the cursor is in the SMS code
      And Kim Hana receives a text message that says "[도담모의은행] 인증번호"
      And the SMS code is good for another 3:00

    @guide.step.4
    Scenario: The three minutes count down
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And 1 minute passes
      Then the SMS code is good for another 2:00
      When the customer reloads the page
      Then the SMS code is good for another 2:00

    @guide.step.4
    Scenario: The code is accepted until its last second
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And 179 seconds pass
      And the customer verifies their identity with the first code
      Then the customer sees certificate issuing

    @guide.step.4 @guide.error.identity
    Scenario Outline: After three minutes the code is refused
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And <time> pass
      Then the screen says "인증번호의 유효 시간이 지났습니다."
      When the customer verifies their identity with the first code
      Then identity verification fails at the SMS code
      And the customer is told that the SMS code has expired
      And no certificate is issued

      Examples:
        | time        |
        | 180 seconds |
        | 5 minutes   |

    @guide.step.4 @guide.error.identity
    Scenario: Another code voids the one before
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And the customer asks for another SMS code
      And the customer verifies their identity with the first code
      Then identity verification fails at the SMS code
      And the customer is told that the SMS code is wrong
      And no certificate is issued

    @guide.step.4
    Scenario: Another code starts the three minutes anew
      Given Kim Hana is at identity verification
      When the customer asks for an SMS code
      And 100 seconds pass
      And the customer asks for another SMS code
      Then the SMS code is good for another 3:00

  Rule: Step 5, the result says that the renewal is complete

    @guide.step.5
    Scenario Outline: The result describes the new certificate
      Given <customer> is at certificate issuing
      When the customer asks for the new certificate
      Then the result describes the new certificate
      And the new certificate is valid one year longer than the old one
      And the step bar marks the result
      And the fee shown is <fee>

      Examples:
        | customer       | fee       |
        | Kim Hana       | free      |
        | Lee Yujin      | 4,400 won |
        | Moui Foods     | free      |
        | Siheom Trading | 4,400 won |

    @guide.step.5
    Scenario Outline: The fee leaves the account once
      Given <customer> is at certificate issuing
      When the customer asks for the new certificate
      Then <amount> is taken from the account
      When the customer opens the account history
      Then the account history shows <count> entries

      Examples:
        | customer  | amount    | count |
        | Kim Hana  | 0 won     | 0     |
        | Lee Yujin | 4,400 won | 1     |

    @guide.step.5
    Scenario: All that happens in a renewal is written down
      Given Lee Yujin is at sign-in
      When the customer signs in with the certificate
      And the customer opens the terms
      And the customer agrees to all terms
      And the customer fills in the application
      And the customer verifies their identity
      And the customer asks for the new certificate
      Then the audit log notes, one after the other:
        | event                 |
        | signed in             |
        | renewal applied for   |
        | sms code sent         |
        | identity verified     |
        | money withdrawn       |
        | renewal registered    |
        | certificate issued    |
        | certificate stored    |
        | certificate replaced  |
        | renewal confirmed     |

    @guide.step.5
    Scenario: There is no result before a certificate is issued
      Given Kim Hana is at certificate issuing
      When the customer opens the result
      Then the customer is told that an earlier step is not done
      And no certificate is issued

  Rule: Step 6, the certificate is stored safely

    @guide.step.6 @guide.keep.store
    Scenario Outline: The certificate is stored where the customer wants it
      Given Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer enters the new certificate password
      And the customer asks for the new certificate
      Then the result describes the new certificate
      And the <place> holds the new certificate and its key
      And the new certificate's key is encrypted

      Examples:
        | place          |
        | browser        |
        | hard disk      |
        | removable disk |
        | phone          |
        | cloud          |

    @guide.step.6
    Scenario: Without a storage place nothing is issued
      Given Kim Hana is at certificate issuing
      When the customer leaves the storage place empty
      And the customer asks for the new certificate
      Then only the storage place is named as wrong
      And no certificate is issued

    @guide.step.6
    Scenario Outline: A password that breaks a rule is refused at its field
      Given Kim Hana is at certificate issuing
      When the customer enters "<password>" as the new certificate password
      And the customer enters "<password>" as the repeated password
      And the customer asks for the new certificate
      Then only the new certificate password is named as wrong
      And no certificate is issued

      Examples:
        | password    | # what is wrong       |
        | Solba!258   | nine characters       |
        | 2580!74196  | no letter             |
        | Solbaram!#  | no digit              |
        | Solbaram25  | no special character  |
        | Sol'bara25! | a forbidden character |
        | Solllbar!2  | one character thrice  |
        | Solabcar!2  | a run upwards         |
        | Solcbaar!2  | a run downwards       |
        | Solbara!123 | a run of digits       |

    @guide.step.6
    Scenario Outline: Ten to sixty-four characters by the rules are taken
      Given Kim Hana is at certificate issuing
      When the customer enters "<password>" as the new certificate password
      And the customer enters "<password>" as the repeated password
      And the customer asks for the new certificate
      Then the customer sees the result

      Examples:
        | password                                                         | # what is special |
        | Solbara!25                                                       | ten characters    |
        | Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solbar!25-Solb | sixty-four        |
        | Solbara+,-25                                                     | no run of letters |

    @guide.step.6
    Scenario: A password repeated differently is refused
      Given Kim Hana is at certificate issuing
      When the customer enters "Solbara!25" as the repeated password
      And the customer asks for the new certificate
      Then only the repeated password is named as wrong
      And no certificate is issued

    @guide.step.6
    Scenario: What was issued but not stored is stored later
      Given Kim Hana has a certificate issued but not stored
      When the customer finishes storing the certificate
      Then the customer sees the result
      And exactly 1 certificate is issued
