Feature: Signing in
  Scenario: A customer signs in
    Given the customer is seeing the home page
    When the customer is signed in there
    Then the customer signs in there
