@guide.step.44
Feature: Signing in
  Senario: A customer signs in
    Given Kim Hanna is a customer
    Whem the customer signs in
    Then the customer sees the home page

  Scenario: A customer signs in
    And Kim Hana is a customer
    Then the customer sees the moon

  @slow
