Feature: Signing in
  Scenario: A customer signs in
    조건 Kim Hana is a customer
    When the customer signs in
