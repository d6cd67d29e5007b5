We look at signing in
and at nothing else.
  Scenario: A customer signs in
    Given Kim Hanna is a customer
    Whem the customer signs in
    Then the customer sees the moon
