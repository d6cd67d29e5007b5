Feature: Signing in
  @slow
    | a |
    | b |
  Scenario: A customer signs in
    When the customer signs in
