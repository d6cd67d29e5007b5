Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a customer
    Whem the customer signs in
    Then the customer sees the home page
