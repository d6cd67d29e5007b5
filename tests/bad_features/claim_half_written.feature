Feature: Signing in
  @guide.step.1
  Scenario: A customer signs in
    When the customer signs in
    she is at home

  @guide.step.2
  Scenario: A customer without steps
