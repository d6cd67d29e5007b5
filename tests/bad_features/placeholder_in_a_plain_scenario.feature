Feature: Signing in
  Scenario: A customer signs in
    Given <customer> is a customer
    When the customer signs in
