Feature: Signing in
  Scenario: A customer signs in
    | customer |
    | Kim Hana |
    When the customer signs in
