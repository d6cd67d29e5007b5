Feature: Signing in
  Scenario: A customer signs in
    given Kim Hana is a customer
    when the customer signs in
    then the customer sees the home page
