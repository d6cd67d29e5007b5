Feature: Writing
  Scenario: A customer writes
      """
      Dear bank,
      """
    When the customer signs in
