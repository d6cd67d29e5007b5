@regression
Feature: Signing in
  @JIRA-1 @slwo
  Scenario: A customer signs in
    Given Kim Hana is a customer
    When the customer signs in
    Then the customer sees the home page
