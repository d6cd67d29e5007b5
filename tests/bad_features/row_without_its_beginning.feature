Feature: Signing in
  Scenario: What to have ready
    Then the customer is asked to have ready:
      | security card |
      phone |
