Feature: Signing in
  Scenario Outline: A customer sees a screen
    Given Kim Hana is a customer
    Then the customer sees <screen>
    Examples:
      | customer  | screen          | # why      |
      | Kim Hana  | the home page   | signs in   |
      | Lee Yujin | the application | is renewed |
