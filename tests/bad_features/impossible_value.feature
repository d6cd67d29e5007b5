Feature: Faults
  Scenario: The code is not sent
    Given sending the SMS code fails 0 times
    And issuing the certificate fails -2 times
    Then it is tried so often:
      | times |
      | 2     |
      | 0     |

  Scenario Outline: In one row only
    Given sending the SMS code fails <times> times
    Then the customer sees the home page

    Examples:
      | times |
      | 2     |
      | 0     |
