Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is registered as a customer
    When customer types "hana" as the name
    Then everything is fine
