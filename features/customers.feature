Feature: What customers also do
  They change their minds, lose things, pull them out and come back; each renewal still ends once, or not at all.

  @guide.how.guidance
  Scenario: A renewal is cancelled half-way, and begun anew
    Given Lee Yujin is at certificate issuing
    When the customer opens the renewal guidance
    And the customer presses the "갱신 취소" button
    Then the screen says "갱신을 취소했습니다."
    And the audit log notes "renewal cancelled"
    And the "갱신 취소" button is not visible
    And 0 won is taken from the account
    When the customer presses the "갱신 시작" link
    Then the customer sees the terms
    And no certificate is issued
    When the customer opens the application
    Then the customer is told that an earlier step is not done

  @guide.how.guidance @guide.error.server
  Scenario: What is paid for is not cancelled any more
    Given Kim Hana has a general certificate
    And Kim Hana is at certificate issuing
    And issuing the certificate fails once
    When the customer opens the renewal guidance in a second tab
    And the customer asks for the new certificate
    And the customer turns to the second tab
    And the customer presses the "갱신 취소" button
    Then the customer is told that the step is done already
    And 4,400 won is taken from the account

  @guide.how.new-certificate
  Scenario: The renewals of two certificates keep apart
    Given Kim Hana's certificate expires in 14 days
    And Kim Hana also has a certificate that expires in 20 days
    And Kim Hana is at certificate issuing
    When the customer asks for the new certificate
    And the customer notes "일련번호" as <first>
    And the customer signs out
    And the customer opens sign-in
    And the customer signs in with the other certificate
    And the customer opens the terms
    And the customer agrees to all terms
    And the customer fills in the application
    And the customer verifies their identity
    And the customer chooses the other certificate as the old one
    And the customer chooses the phone as the storage place
    And the customer asks for the new certificate
    And the customer notes "일련번호" as <second>
    And the customer opens certificate management
    Then in the "<first>" row it says "2027-03-30"
    And in the "<second>" row it says "2027-04-05"
    And exactly 2 certificates are listed as in use
    And exactly 2 certificates are listed as replaced
    And exactly 2 certificates are issued

  @guide.error.server @guide.keep.store
  Scenario: A medium that is unplugged while the certificate is on its way is plugged in, and the renewal goes on
    Given Kim Hana is at certificate issuing
    When the customer chooses the removable disk as the storage place
    And the customer unplugs the removable disk
    Then the removable disk holds no certificate
    When the customer plugs the removable disk in again
    And the customer asks for the new certificate
    Then the customer sees the result
    When the customer unplugs the removable disk
    And the customer signs out
    And the customer opens sign-in
    And the customer looks for certificates in the removable disk
    Then the certificate dialog offers no certificate
    And exactly 1 certificate is issued

  @guide.step.4 @guide.error.identity.mismatch
  Scenario: The code goes to the phone that is registered now
    Given Kim Hana is at the terms
    When the customer changes the registered phone number to 010-0000-9876
    And the customer agrees to all terms
    And the customer enters "010-0000-0001" as the phone number
    And the customer fills in the application
    Then only the phone number is named as wrong
    When the customer corrects the phone number
    And the customer fills in the application
    And the customer asks for an SMS code
    Then a code of 6 digits reaches the customer's phone

  @guide.error.identity
  Scenario: A security card that was lost verifies nobody, however right its digits
    Given Kim Hana is at identity verification
    When the customer reports the security card lost
    And the customer verifies their identity
    Then the customer is told that the security card was reported lost
    And the customer is sent to a branch, with an ID
    And no certificate is issued

  @guide.step.5
  Scenario: The result is printed without what is only for the screen
    Given Kim Hana has renewed the certificate
    When the customer notes "일련번호" as <serial>
    And the customer prints the screen
    Then the printout says "<serial>"
    And the printout does not say "로그아웃"
