Feature: Signing in
  Background:
    Given Kim Hana is a customer
    Examples:
      | a |
      | b |

  Scenario: A customer signs in
    When the customer signs in
