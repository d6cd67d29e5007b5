Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hanna is a customer
    And kim hana is signed in
