Feature: Signing in
  Scenario: A customer signs in
    Given Kim Hana is a customer
<<<<<<< HEAD
    When the customer signs in
=======
    When 3 minutes pass
>>>>>>> other
