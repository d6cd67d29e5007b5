Feature: Faults
  Scenario: The code is not sent
    Given sending the letter fails
