Please read this.
Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hanna is a customer
    Then the customer sees the home page
