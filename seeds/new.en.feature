Feature: NAME
  One or two sentences on what this feature assures.

  Scenario: A certificate with 14 days left can be renewed
    Given Kim Hana's certificate expires in 14 days
    And Kim Hana is signed in
    When the customer opens the terms
    Then the customer sees the terms
