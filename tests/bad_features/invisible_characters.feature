Feature: Signing​ in
  ­A description with ⁠one
  Scenario: A ‮customer‬ signs in
    Given Kim﻿ Hana is a customer
    When the customer enters "ㅤ" as the name
    Then the customer sees the home page

  Scenario Outline: <customer> is there
    Given <customer> is a customer
    Then the customer sees the home page

    Examples:
      | customer |
      | Kim Hana |
      # a comment​ may have them
