Feature: Time
  Scenario: Time passes
    Given Kim Hana's certificate expires in thirteen days
    When seventeen minutes pass
