Feature: Signing in
  Scenario: A customer signs in
    When the customer enters "김하나" as the name
    Then the customer sees the home page
