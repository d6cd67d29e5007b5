Feature: Signing in
  Scenario: A customer is told
    Then the customer is told "welcome"
