Feature: Signing in
  Senario: A customer signs in
    Given Kim Hana is a customer
    When  the customer signs off
