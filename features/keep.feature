Feature: Keeping the certificate safe
  A certificate and its key are files under a password. They are kept where only the customer reaches them, backed up,
  and taken along to other devices, over a network that nobody else listens on.

  Rule: A certificate is stored encrypted, and not where others reach it without a question

    @guide.keep.store
    Scenario Outline: On a shared computer the customer is asked before anything is stored
      Given the computer is shared with others
      And Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer asks for the new certificate
      Then the customer is asked whether to store on a shared computer
      And no certificate is issued

      Examples:
        | place     |
        | browser   |
        | hard disk |

    @guide.keep.store
    Scenario: Who wants to stores on the shared computer all the same
      Given the computer is shared with others
      And Kim Hana is at certificate issuing
      When the customer asks for the new certificate
      And the customer stores it there all the same
      Then the customer sees the result
      And the hard disk holds the new certificate and its key

    @guide.keep.store
    Scenario: Who would rather not chooses another place
      Given the computer is shared with others
      And Kim Hana is at certificate issuing
      When the customer asks for the new certificate
      And the customer rather chooses another place
      Then the cursor is in the storage place
      And no certificate is issued
      When the customer chooses the phone as the storage place
      And the customer asks for the new certificate
      Then the customer sees the result
      And the phone holds the new certificate and its key
      And the hard disk does not hold the new certificate

    @guide.keep.store
    Scenario Outline: What the customer carries along is not shared with the computer
      Given the computer is shared with others
      And Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer asks for the new certificate
      Then the customer sees the result

      Examples:
        | place          |
        | removable disk |
        | phone          |
        | cloud          |

  Rule: A certificate can be copied, deleted and put under another password

    @guide.keep.store
    Scenario: A copy signs in from its new place
      Given Kim Hana is a customer
      When the customer copies the certificate to the phone
      Then the device says that it is done
      And the phone holds the certificate and its key
      And the hard disk holds the certificate and its key
      When the customer opens sign-in
      And the customer signs in with the certificate from the phone
      Then the customer is signed in

    @guide.keep.store
    Scenario: A copy to a shared computer is asked about too
      Given the computer is shared with others
      And Kim Hana is a customer
      When the customer copies the certificate to the browser
      Then the customer is asked whether to store on a shared computer
      And the browser holds no certificate

    @guide.keep.store
    Scenario: What is imported on a shared computer is asked about too
      Given the computer is shared with others
      And Kim Hana is a customer
      When the customer exports the certificate
      And the customer imports the exported file
      Then the customer is asked whether to store on a shared computer

    @guide.keep.store
    Scenario: A copy that finds no room changes nothing
      Given Kim Hana is a customer
      And the storage place is full
      When the customer copies the certificate to the phone
      Then the customer is told that there is no room on the device
      And the phone holds no certificate
      And the hard disk holds the certificate and its key

    @guide.keep.store
    Scenario: A certificate is not copied to where it lies
      Given Kim Hana is a customer
      When the customer copies the certificate to the hard disk
      Then the customer is told that the certificate lies there already
      And only the storage place is named as wrong
      And the hard disk holds the certificate and its key

    @guide.keep.store
    Scenario: A deleted certificate is gone from its place
      Given Kim Hana's certificate is kept on the removable disk
      When the customer deletes the certificate
      Then the device says that it is done
      And the removable disk holds no certificate
      When the customer opens sign-in
      And the customer looks for certificates in the removable disk
      Then the certificate dialog offers no certificate

    @guide.keep.store
    Scenario: After a change of password the certificate answers to the new one
      Given Kim Hana is a customer
      When the customer gives the certificate the new password
      And the customer opens sign-in
      And the customer signs in with the certificate and the new password
      Then the customer is signed in

    @guide.keep.store
    Scenario: After a change of password the certificate no longer answers to the old one
      Given Kim Hana is a customer
      When the customer gives the certificate the new password
      And the customer opens sign-in
      And the customer signs in with the certificate and the old password
      Then the certificate password is refused with 1 of 3 tries used
      And the customer is not signed in

    @guide.keep.store
    Scenario Outline: A new password that breaks the rule changes nothing
      Given Kim Hana is a customer
      When the customer enters "<password>" as the new certificate password
      And the customer enters "<password>" as the repeated password
      And the customer gives the certificate the new password
      Then only the new certificate password is named as wrong
      When the customer opens sign-in
      And the customer signs in with the certificate
      Then the customer is signed in

      Examples:
        | password     |
        | short1!      |
        | Haneul!2580  |

  Rule: A backup is a file under a password of its own

    @guide.keep.backup
    Scenario: The certificate is exported as an encrypted file
      Given Kim Hana has renewed the certificate
      When the customer exports the new certificate
      Then the device says that it is done
      And the exported file holds the new certificate and its key, encrypted

    @guide.keep.backup
    Scenario: What is imported gets a password by the rule
      Given Kim Hana is a customer
      When the customer exports the certificate
      And the customer turns to the laptop
      And the customer enters "short1!" as the new certificate password
      And the customer enters "short1!" as the repeated password
      And the customer imports the exported file
      Then only the new certificate password is named as wrong
      And nothing is stored on the laptop

    @guide.keep.backup
    Scenario: Another device imports the file and signs in
      Given Kim Hana has renewed the certificate
      When the customer exports the new certificate
      And the customer turns to the laptop
      And the customer imports the exported file
      Then the device says that it is done
      And the screen shows:
        | name        | value             |
        | 인증서 종류 | 은행/보험용(개인) |
        | 소유자      | 김하나            |
        | 만료일      | 2027-03-30        |
        | 저장 위치   | 하드디스크        |
      And the hard disk holds the new certificate and its key
      When the customer opens sign-in
      And the customer signs in with the new certificate and the new password
      Then the customer is signed in

    @guide.keep.backup
    Scenario: A file as an older program writes it is imported as well
      Given Kim Hana is a customer
      When the customer exports the certificate
      And the customer turns to the laptop
      And the customer imports the exported file as an older program writes it
      Then the device says that it is done
      And the hard disk holds the certificate and its key
      When the customer opens sign-in
      And the customer signs in with the certificate and the new password
      Then the customer is signed in

    @guide.keep.backup
    Scenario: Without a backup the other device has nothing
      Given Kim Hana has renewed the certificate
      When the customer turns to the laptop
      And the customer opens sign-in
      And the customer looks for certificates in the hard disk
      Then the certificate dialog offers no certificate

    @guide.keep.backup
    Scenario Outline: What the customer carries along is there on the other device
      Given Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer asks for the new certificate
      And the customer turns to the laptop
      And the customer opens sign-in
      And the customer looks for certificates in the <place>
      Then the certificate dialog offers the new certificate
      And the certificate dialog lists 1 certificate

      Examples:
        | place          |
        | removable disk |
        | phone          |
        | cloud          |

    @guide.keep.backup
    Scenario: A wrong file password imports nothing
      Given Kim Hana is a customer
      When the customer exports the certificate
      And the customer turns to the laptop
      And the customer enters a wrong file password
      And the customer imports the exported file
      Then the customer is told that the file password is wrong
      And nothing is stored on the laptop

    @guide.keep.backup
    Scenario Outline: A file that is no certificate of the customer's imports nothing
      Given Kim Hana is a customer
      When the customer turns to the laptop
      And the customer imports <file>
      Then the customer is told that <failure>
      And only the certificate file is named as wrong
      And nothing is stored on the laptop

      Examples:
        | file                               | failure                                    |
        | a file that is no certificate      | the device has no such certificate file    |
        | a file that is cut short           | the device has no such certificate file    |
        | another authority's certificate    | the file's certificate is not for use here |
        | a certificate without its key      | the file's certificate is not for use here |
        | a file that takes too long to open | the device cannot open such a file         |
        | a file sealed in an unknown way    | the device cannot open such a file         |
        | a certificate with another key     | the file's certificate is not for use here |
        | a key too short for a customer's   | the file's certificate is not for use here |
        | a certificate file of another kind | the device has no such certificate file    |

    @guide.keep.backup
    Scenario: The old copy on another device is refused, and the customer is told to copy anew
      Given Kim Hana also has the certificate on the laptop
      And Kim Hana has renewed the certificate
      When the customer turns to the laptop
      And the customer opens sign-in
      And the customer signs in with the old certificate
      Then signing in is refused because the certificate is replaced
      And the customer is told to copy the renewed certificate to this device
      And the customer is not signed in

  Rule: The site reminds of a backup that is missing or old

    @guide.keep.backup
    Scenario Outline: After a renewal without a backup the site asks for one
      Given Kim Hana has renewed the certificate
      When the customer opens <screen>
      Then the site asks for a backup

      Examples:
        | screen                 |
        | the home page          |
        | certificate management |
        | the result             |

    @guide.keep.backup
    Scenario: After a backup the site no longer asks
      Given Kim Hana has renewed the certificate
      When the customer exports the new certificate
      And the customer opens certificate management
      Then the site does not ask for a backup
      And the audit log notes "certificate exported"

    @guide.keep.backup
    Scenario: A report of a backup that the certificate did not sign counts for nothing
      Given the report of the backup arrives with one character changed
      And Kim Hana has renewed the certificate
      When the customer exports the new certificate
      Then the screen says "백업한 날짜를 기록하지 못했습니다."
      When the customer opens certificate management
      Then the site asks for a backup
      And the audit log does not note "certificate exported"

    @guide.keep.backup
    Scenario: A backup of ninety days is not old yet
      Given Kim Hana has renewed the certificate
      When the customer exports the new certificate
      And 90 days pass
      And the customer opens sign-in
      And the customer signs in with the new certificate
      And the customer opens certificate management
      Then the site does not ask for a backup

    @guide.keep.backup
    Scenario: For a certificate that is to be renewed the site asks for no backup
      Given Kim Hana's certificate expires in 14 days
      And Kim Hana is at certificate management
      Then the site does not ask for a backup

    @guide.keep.backup
    Scenario: An old backup is asked for again
      Given Kim Hana has renewed the certificate
      When the customer exports the new certificate
      And 91 days pass
      And the customer opens sign-in
      And the customer signs in with the new certificate
      And the customer opens certificate management
      Then the site asks for a backup

  Rule: On a public network the site warns first

    @guide.keep.network
    Scenario Outline: Before a page that shows, stores or exports a certificate the customer is warned
      Given the customer is on a public network
      And Kim Hana is signed in
      When the customer opens <screen>
      Then the customer is warned of the public network
      And the warning names <screen> as one that warns
      And the page shows no certificate

      Examples:
        | screen                 |
        | certificate management |
        | certificate copying    |
        | certificate export     |
        | certificate import     |
        | the password change    |
        | certificate deletion   |

    @guide.keep.network
    Scenario: Before signing in the customer is warned
      Given the customer is on a public network
      And Kim Hana is a customer
      When the customer opens sign-in
      Then the customer is warned of the public network
      And the warning names sign-in as one that warns

    @guide.keep.network
    Scenario: Before a certificate is issued the customer is warned
      Given the customer is on a public network
      And Kim Hana is at certificate issuing
      Then the customer is warned of the public network
      And the warning names certificate issuing as one that warns
      And no certificate is issued

    @guide.keep.network
    Scenario: Before a transfer is signed the customer is warned
      Given the customer is on a public network
      And Park Minjun is a customer
      And Kim Hana is signed in
      When the customer asks for a transfer of 50,000 won to Park Minjun
      Then the customer is warned of the public network
      And the warning names the transfer's confirmation as one that warns
      And no money moves
      When the customer goes on knowingly
      And the customer signs the transfer with the certificate
      Then the receipt names the certificate and 50,000 won

    @guide.keep.network
    Scenario: The customer can stop there
      Given the customer is on a public network
      And Kim Hana is at certificate issuing
      When the customer stops there
      Then the customer sees the home page
      And no certificate is issued

    @guide.keep.network
    Scenario: The customer can go on knowingly
      Given the customer is on a public network
      And Kim Hana is at certificate issuing
      When the customer goes on knowingly
      Then the customer sees certificate issuing
      When the customer asks for the new certificate
      Then the customer sees the result
      And exactly 1 certificate is issued

    @guide.keep.network @guide.how.sign-in
    Scenario: Who goes on knowingly gets to where they wanted
      Given the customer is on a public network
      And Kim Hana is a customer
      When the customer opens the renewal guidance
      And the customer goes on knowingly
      And the customer signs in with the certificate
      Then the customer sees the renewal guidance

    @guide.keep.network
    Scenario: Who has gone on knowingly is warned before another screen
      Given the customer is on a public network
      And Kim Hana is signed in
      When the customer opens certificate management
      And the customer goes on knowingly
      And the customer opens certificate export
      Then the customer is warned of the public network

    @guide.keep.network
    Scenario Outline: Pages without certificates come without a warning
      Given the customer is on a public network
      And Kim Hana is signed in
      When the customer opens <screen>
      Then the customer sees <screen>

      Examples:
        | screen                 |
        | the home page          |
        | the certificate centre |
        | the customer centre    |

    @guide.keep.network
    Scenario Outline: On a private network nobody is warned
      Given the customer is on a private network
      And Kim Hana is signed in
      When the customer opens <screen>
      Then the customer sees <screen>

      Examples:
        | screen                 |
        | certificate management |
        | certificate export     |
