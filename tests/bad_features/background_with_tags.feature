Feature: Signing in
  @slow
  Background:
    Given Kim Hana is a customer

  Scenario: A customer signs in
    When the customer signs in
