Feature: Signing in
  Scenario: A customer signs in
    Given the customer signs in
    And Kim Hana is a customer
