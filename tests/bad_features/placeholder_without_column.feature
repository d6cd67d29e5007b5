Feature: Signing in
  Scenario Outline: <customer> signs in
    Given <custmer> is a customer
    When the customer enters "<text>" as the name
    Examples:
      | customer | screen        |
      | Kim Hana | the home page |
