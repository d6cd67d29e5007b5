Feature: Places
  Scenario: A customer goes
    When the customer goes to room 99
