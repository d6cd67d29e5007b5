Feature: Signing in
  Background:
    And Kim Hana is a customer

  Scenario: A customer signs in
    And the customer signs in
