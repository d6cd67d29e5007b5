@field.relay
Feature: From PC to phone, beyond the guide
  A certificate goes from the PC to the phone under a relay number, without a file that the customer has to carry. The
  number holds for five minutes and for one phone.

  Background:
    Given Kim Hana is a customer
    When the customer exports the certificate to the phone

  Scenario: A certificate that came to the phone signs in there, with the password that it has
    Then Kim Hana receives a text message that says "내보냈습니다"
    When the customer turns to the phone
    And 299 seconds pass
    And the customer imports the certificate by its relay number
    Then the device says that it is done
    When the customer opens sign-in
    And the customer signs in with the certificate
    Then the customer is signed in

  Scenario: A relay number that somebody mistypes brings nothing
    When the customer turns to the phone
    And the customer enters a wrong relay number
    And the customer imports the certificate by its relay number
    Then the customer is told that the relay number is unknown
    And nothing is stored on the phone

  Scenario: A relay number that was used brings nothing to another device
    When the customer turns to the phone
    And the customer imports the certificate by its relay number
    And the customer turns to the laptop
    And the customer imports the certificate by its relay number
    Then the customer is told that the relay number has been used
    And nothing is stored on the laptop

  Scenario: A relay number holds for five minutes
    When the customer turns to the phone
    And 5 minutes pass
    And the customer imports the certificate by its relay number
    Then the customer is told that the relay number has expired
    And nothing is stored on the phone
