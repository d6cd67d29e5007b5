Feature: Signing in
  Scenario Outline: <customer> signs in
    Given <customer> is a customer
    Then the customer sees the home page

    Examples:
      | customer |
      | Kim Hana | too many |

  Scenario: A customer has things ready
    Given Kim Hana holds these certificates:
      | kind |
      | bank | in use | more |
    Then the customer sees the home page
