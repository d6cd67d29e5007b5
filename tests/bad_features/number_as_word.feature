Feature: Time
  Scenario: Time passes
    Given Kim Hana's certificate expires in two weeks
    When seven minutes pass
