Feature: Phrases of our own
  Walks that several scenarios take, each named once.

  @phrase
  Scenario: the customer goes to the renewal by the menus
    When the customer chooses the certificate centre
    And the customer chooses certificate management
    And the customer chooses the renewal guidance

  @phrase
  Scenario: the customer renews the certificate from the menu to the result, keeping it on the <place>
    When the customer goes to the renewal by the menus
    And the customer starts the renewal
    And the customer agrees to all terms
    And the customer fills in the application
    And the customer verifies their identity
    And the customer chooses the <place> as the storage place
    And the customer asks for the new certificate

  @phrase
  Scenario: the customer signs out, and in again with <certificate>
    When the customer signs out
    And the customer opens sign-in
    And the customer signs in with <certificate>

  @phrase
  Scenario: the renewal is complete, with one certificate and <money> taken
    Then the customer sees the result
    And exactly 1 certificate is issued
    And <money> is taken from the account
