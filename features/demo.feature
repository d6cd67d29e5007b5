Feature: Demonstration
  From the bank's home page through a renewal to signing in with the new certificate.

  @guide.step.1 @guide.step.2 @guide.how.menu @guide.step.3 @guide.step.4 @guide.step.5 @guide.step.6 @guide.after.installed
  Scenario: Kim Hana renews her certificate
    Given Kim Hana's certificate expires in 14 days
    When the customer opens the home page
    And the customer chooses sign-in
    And the customer signs in with the certificate
    And the customer renews the certificate from the menu to the result, keeping it on the removable disk
    Then the result describes the new certificate
    When the customer signs out
    And the customer chooses sign-in
    And the customer signs in with the new certificate
    Then the customer is signed in

  @guide.error.server
  Scenario: The new certificate is lost on its way, and trying again brings that very one
    Given Kim Hana is at certificate issuing
    And delivering the certificate fails once
    When the customer asks for the new certificate
    Then the customer is told that the issued certificate did not arrive
    When the customer tries again
    Then the result describes the new certificate
    And exactly 1 certificate is issued
