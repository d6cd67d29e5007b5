Feature: Signing in
  Scenario Outline: A customer signs in
    Given <customer> is a customer
    When the customer signs in

    Examples:
      | customer  | why    |
      | Kim Hana  | known  |
      | Lee Yujin | is new |
