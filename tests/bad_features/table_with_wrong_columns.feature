Feature: Certificates
  Scenario: A customer holds certificates
    Given Kim Hana holds these certificates:
      | days left | colour |
      | 14        | red    |
