Feature: What to have ready
  A renewal begins with a list of all that will be asked. What a customer leaves out all the same is named at
  its own field.

  @guide.prepare
  Scenario: A personal customer reads what will be asked
    Given Kim Hana uses a security card
    And Kim Hana is at the renewal guidance
    Then the customer is asked to have ready:
      | the old certificate and its password    |
      | the resident registration number        |
      | the account number and account password |
      | a mobile phone                          |
      | the security card                       |
      | a new certificate password              |
      | a storage place                         |

  @guide.prepare
  Scenario: A corporate customer reads what will be asked
    Given Moui Foods uses an OTP
    And Moui Foods is at the renewal guidance
    Then the customer is asked to have ready:
      | the old certificate and its password    |
      | the business registration number        |
      | the account number and account password |
      | a mobile phone                          |
      | the OTP                                 |
      | a new certificate password              |
      | a storage place                         |

  @guide.prepare
  Scenario Outline: The fee is known before the renewal starts
    Given <customer> is at the renewal guidance
    Then the fee shown is <fee>

    Examples:
      | customer       | fee       |
      | Kim Hana       | free      |
      | Lee Yujin      | 4,400 won |
      | Moui Foods     | free      |
      | Siheom Trading | 4,400 won |

  @guide.prepare
  Scenario Outline: What is missing in the application is named, and nothing else is lost
    Given Kim Hana is at the application
    When the customer leaves the <field> empty
    And the customer fills in the application
    Then only the <field> is named as wrong
    And everything but the <field> is still filled in

    Examples:
      | field                        |
      | name                         |
      | resident registration number |
      | account number               |
      | phone number                 |
      | e-mail address               |

  @guide.prepare
  Scenario Outline: What is missing in identity verification is named
    Given <customer> is at identity verification
    When the customer leaves the <field> empty
    And the customer verifies their identity
    Then only the <field> is named as wrong
    And no certificate is issued

    Examples:
      | customer  | field                       |
      | Kim Hana  | account password            |
      | Kim Hana  | SMS code                    |
      | Kim Hana  | first security card digits  |
      | Kim Hana  | second security card digits |
      | Lee Yujin | OTP                         |
