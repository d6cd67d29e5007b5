＠slow
Feature: Signing in
  @slow ＠guide.step.4
  Scenario: A customer signs in
    When the customer signs in
    Then the customer sees the home page
