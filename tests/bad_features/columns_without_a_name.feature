Feature: Signing in
  Scenario Outline: A customer signs in
    When the customer signs in
    Examples:
      |
      |
