Feature: In short
  What customers do and see, told without the reasons, the amounts and the steps in between.

  @guide.how.new-certificate @guide.after.transaction @guide.after.sign-in
  Scenario: The renewed certificate signs in and signs transfers, the old one no longer does
    Given Park Minjun is a customer
    And Kim Hana has renewed the certificate
    Then the serial number is shown
    And the new certificate is valid one year longer than the old one
    When the customer transfers 10,000 won
    Then the receipt names the new certificate
    When the customer transfers 10,000 won with the new certificate
    Then the receipt names the new certificate
    When the customer transfers 10,000 won to Park Minjun
    Then the receipt names the new certificate
    And the customer can sign in with the new certificate
    And the customer cannot sign in with the old certificate

  @guide.step.4
  Scenario: A renewal for a fee takes it once
    Given Kim Hana has a general certificate
    And Kim Hana has renewed the certificate
    Then the fee is taken exactly once

  @guide.error.identity
  Scenario: Who enters the account password wrongly too often is told how to unlock it
    Given Kim Hana is at identity verification
    When the customer enters a wrong account password 3 times
    Then the customer is told how to unlock it
    And no certificate is issued

  @guide.error.identity
  Scenario: Another SMS code voids the first one
    Given Kim Hana is at identity verification
    When the customer asks for an SMS code
    And the customer asks for another SMS code
    Then the first SMS code no longer works
    When the customer enters the SMS code and the account password
    And the customer tries to verify their identity again
    Then the customer sees certificate issuing

  @guide.error.delay
  Scenario: Slow issuing shows its progress and comes to its end
    Given Kim Hana is at certificate issuing
    And issuing the certificate is slow
    When the customer enters the new certificate password
    And the customer asks for the new certificate
    Then progress is shown
    When 40 seconds pass
    Then the customer sees the result

  @guide.error.delay @guide.error.server
  Scenario: Issuing that takes too long is told, with a number to ask about
    Given Kim Hana is at certificate issuing
    And issuing the certificate is never answered
    When the customer asks for the new certificate
    And 60 seconds pass
    Then the customer is told that it took too long
    And the reference number is shown

  @guide.step.help
  Scenario: A closed service says what to ask the centre about
    Given Kim Hana is a customer
    And the bank is closed
    When the customer opens sign-in
    Then the customer is told that the service is closed
    And the error code and the reference number are shown

  @guide.step.3
  Scenario: Nobody goes on without agreeing to the terms
    Given Kim Hana is at the terms
    When the customer goes on without agreeing to the terms
    Then the customer is asked to agree to the terms

  @guide.how.guidance
  Scenario: A renewal is started once, and then continued
    Given Kim Hana is at the renewal guidance
    Then the renewal can be started
    When the customer starts the renewal
    And the customer agrees to all terms
    And the customer fills in the application
    And the customer opens the renewal guidance
    Then the renewal can be continued

  @guide.need.validity
  Scenario: Too early is refused
    Given Kim Hana's certificate expires in 31 days
    And Kim Hana is signed in
    When the customer opens the renewal guidance
    Then the renewal is refused
    And no certificate is issued

  @guide.step.2
  Scenario: Certificate management lists all certificates with their last days
    Given Kim Hana has 2 certificates
    And Kim Hana is at certificate management
    Then certificate management lists 2 certificates
    And the last day and the days left are shown

  @guide.after.installed
  Scenario: The certificate dialog lists what a storage place holds, and closes after three wrong passwords
    Given Kim Hana's certificate is kept on the removable disk
    And Kim Hana is at sign-in
    When the customer looks for certificates in the removable disk
    Then the certificate dialog lists 1 certificate
    When the customer closes the certificate dialog
    Then the customer is not signed in
    When the customer enters a wrong certificate password 3 times
    Then the certificate dialog closes

  @field.revocation
  Scenario: A revoked certificate is told of, and signs in no more
    Given Kim Hana is signed in
    When the customer applies for the revocation of the certificate
    Then Kim Hana receives a text message about the revocation
    And the customer cannot sign in with the certificate

  @field.reissue
  Scenario: Who let the certificate expire has one issued anew
    Given Kim Hana's certificate expired yesterday
    When the customer has the certificate issued anew
    Then the customer sees the result of issuing anew
    And the customer can sign in with the new certificate
