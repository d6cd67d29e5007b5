Feature: Signing in
  Scenario Outline: <customer> signs in
    Given <customer> is a customer
    Examples:
      | customer |
      | Kim Hana |
    When the customer signs in
