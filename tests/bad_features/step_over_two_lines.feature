Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a customer
    When the customer
      signs in
