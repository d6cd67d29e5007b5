Feature: Signing in
  Background:
    Given <customer> is a customer

  Scenario Outline: A customer sees a screen
    Then the customer sees <screen>
    Examples:
      | customer | screen        |
      | Kim Hana | the home page |
