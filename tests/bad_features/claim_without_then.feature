Feature: Signing in
  @guide.step.1
  Scenario: A customer is there
    Given Kim Hana is a customer

  Scenario: A customer without a claim is there
    Given Kim Hana is a customer

  @guide.step.1
  Scenario: Something else is wrong
    Given Kim Hana becomes a customer

  Scenario Outline: A customer signs in
    Given <customer> is a customer
    When the customer signs in

    @guide.step.1
    Examples:
      | customer  |
      | Kim Hana  |
      | Lee Yujin |
