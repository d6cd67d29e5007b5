Feature: Certificates
  Scenario: A customer holds certificates
    Given Kim Hana holds these certificates:
      | kind | days left |
