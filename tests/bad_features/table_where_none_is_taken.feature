Feature: Signing in
  Scenario: A customer signs in
    When the customer signs in
      | name     |
      | Kim Hana |
