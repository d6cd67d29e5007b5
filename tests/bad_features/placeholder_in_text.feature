Feature: Writing
  Scenario Outline: A customer writes to <bank>
    When the customer writes:
      """
      Dear <bnak>,
      """
    Examples:
      | bank   |
      | Haneul |
