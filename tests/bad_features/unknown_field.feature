Feature: Entries
  Scenario: A customer enters
    When the customer enters "010" as the fone number
