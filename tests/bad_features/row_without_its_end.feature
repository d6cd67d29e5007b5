Feature: Signing in
  Scenario Outline: <customer> signs in
    Given <customer> is a customer
    Then the customer sees <screen>
    Examples:
      | customer  | screen        |
      | Kim Hana  | the home page
