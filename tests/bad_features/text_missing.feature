Feature: Writing
  Scenario: A customer writes
    When the customer writes:
