Feature: Certificates
  Scenario: A customer holds certificates
    Given Kim Hana holds these certificates:
      | kind | state     |
      # the second one is lost
      | bank | suspended |
      | bank | lost      |
