Feature: Writing
  Scenario: A customer writes
    When the customer writes:
      """
      Dear bank,
    Then the customer sees the home page
