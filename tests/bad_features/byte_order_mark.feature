Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a custumer
