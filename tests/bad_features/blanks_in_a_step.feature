Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a	customer
    When the customer signs in
    Then the customer sees  the home page
    And the customer is asked to have ready:
      | security  card |
