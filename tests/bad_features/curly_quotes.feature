Feature: Entries
  Scenario: A customer enters
    When the customer enters “hana” as the name
