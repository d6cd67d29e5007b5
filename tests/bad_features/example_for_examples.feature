Feature: Signing in
  Scenario Outline: <customer> signs in
    Given <customer> is a customer
    When the customer signs in
    Example:
      | customer |
      | Kim Hana |
