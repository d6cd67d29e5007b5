Feature: Signing in
  Scenario Outline: A customer sees <screen>
    Given Kim Hana is a customer
    Then the customer sees <screen>
    Examples:
      | screen        |
      | the home page |
      | the hoem page  |
