Feature: Codes
  Scenario: The code is entered
    Given Kim Hana is signed in
    When the customer enters the code
    Then the customer sees the result

  Scenario: The code is asked for too late
    Given Kim Hana is signed in
    When the customer enters the code
    And the customer asks for a code
    Then the customer sees the result

  Scenario: The code is asked for before
    Given Kim Hana is signed in
    When the customer asks for a code
    And the customer enters the code
    Then the customer sees the result
