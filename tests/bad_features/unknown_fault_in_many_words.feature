Feature: Faults
  Scenario: The certificate is not kept
    Given keeping the new certificate fails
