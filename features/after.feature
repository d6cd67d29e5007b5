Feature: What to check after a renewal
  The new certificate is the only active one, lies where the customer put it, and opens with its new password.

  Rule: Certificate management names the active certificate

    @guide.after.menu
    Scenario Outline: Exactly one certificate is active, the new one
      Given <customer> has renewed the certificate
      When the customer opens certificate management
      Then the new certificate is listed as in use
      And exactly 1 certificate is listed as in use

      Examples:
        | customer   |
        | Kim Hana   |
        | Moui Foods |

    @guide.after.menu @guide.how.new-certificate
    Scenario: The old certificate is replaced
      Given Kim Hana has renewed the certificate
      When the customer opens certificate management
      Then the old certificate is listed as replaced

    @guide.after.menu
    Scenario: A renewal that was not finished leaves the old certificate active
      Given Kim Hana has a certificate issued but not stored
      When the customer opens certificate management
      Then the old certificate is listed as in use
      And exactly 1 certificate is listed as in use

  Rule: The new certificate is installed where it was stored

    @guide.after.installed
    Scenario Outline: The certificate dialog offers the new certificate from the place where it was stored
      Given Kim Hana is at certificate issuing
      When the customer chooses the <place> as the storage place
      And the customer asks for the new certificate
      And the customer signs out
      And the customer opens sign-in
      And the customer looks for certificates in the <place>
      Then the certificate dialog offers the new certificate

      Examples:
        | place          |
        | browser        |
        | hard disk      |
        | removable disk |
        | phone          |
        | cloud          |

    @guide.after.installed
    Scenario: No other place offers the new certificate
      Given Kim Hana is at certificate issuing
      When the customer chooses the phone as the storage place
      And the customer asks for the new certificate
      And the customer signs out
      And the customer opens sign-in
      And the customer looks for certificates in the cloud
      Then the certificate dialog offers no certificate

    @guide.after.installed
    Scenario: The new certificate's key answers to the new password
      Given Kim Hana has renewed the certificate
      When the customer signs out
      And the customer opens sign-in
      And the customer signs in with the new certificate
      Then the customer is signed in

    @guide.after.installed
    Scenario: The new certificate's key does not answer to the old password
      Given Kim Hana has renewed the certificate
      When the customer signs out
      And the customer opens sign-in
      And the customer signs in with the new certificate but the old password
      Then the certificate password is refused with 1 of 3 tries used
      And the customer is not signed in
