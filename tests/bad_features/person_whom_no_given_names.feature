Feature: Payments
  Background:
    Given Kim Hana is signed in

  Scenario: Lee Yujin is paid
    When the customer pays Lee Yujin
    Then the customer sees the result

  Scenario: Who is named in the background is there
    Given Park Minjun is a customer
    When the customer pays Park Minjun
    And the customer pays Kim Hana
    Then the customer sees the result
