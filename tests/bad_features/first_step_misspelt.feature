Feature: Signing in
  Scenario: A customer signs in
    Givn Kim Hana is a customer
    When the customer signs in
