Feature: Signing in
  Scenario Outline: A customer gets to see <screen>
    Then the customer gets <screen> to see
    Examples:
      | screen        |
      | the home page |
      | the result    |
