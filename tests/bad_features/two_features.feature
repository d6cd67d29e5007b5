Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a customer
    When the customer signs in
    Then the customer sees the home page

Feature: Signing out
  Scenario: A customer signs in again
    Given Kim Hana is a customer
    When the customer signs in
    Then the customer sees the home page
