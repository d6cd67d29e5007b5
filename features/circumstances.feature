Feature: Whatever the customer comes with
  A renewal needs no large screen, no mouse, no right clock and no fast line.

  @field.accessibility
  Scenario Outline: Nobody has to scroll sideways
    Given the customer uses a <size> screen
    And the browser is zoomed to <zoom>
    And Kim Hana is at identity verification
    Then nothing sticks out of the screen

    Examples:
      | size       | zoom |
      | 320 by 568 | 100% |
      | desk       | 400% |
      | tablet     | 200% |

  @field.accessibility
  Scenario Outline: What customers set for their eyes keeps the screen readable
    Given the customer prefers <preference>
    And Kim Hana is at the application
    Then the screen has no accessibility problems

    Examples:
      | preference    |
      | dark colours  |
      | high contrast |

  @field.clock
  Scenario Outline: The bank's clock counts, and not that of the computer
    Given the computer's time zone is <zone>
    And the computer's clock is <duration> <wrong>
    And Kim Hana is at identity verification
    When the customer asks for an SMS code
    And 1 minute passes
    Then the SMS code is good for another 2:00
    When the customer verifies their identity
    Then the customer sees certificate issuing

    Examples:
      | zone             | duration | wrong |
      | America/New_York | 2 hours  | fast  |
      | Asia/Seoul       | 400 days | slow  |

  @guide.how.sign-in
  Scenario: A bank that never closes serves at night
    Given the bank is open day and night
    And it is 00:00
    And Kim Hana is a customer
    When the customer opens sign-in
    Then the customer sees sign-in
    When the customer signs in with the certificate
    Then the customer is signed in

  @field.accessibility @guide.step.5
  Scenario: A renewal is finished with the keyboard alone, pop-ups blocked and no motion
    Given the customer uses only the keyboard
    And the browser blocks pop-ups
    And the customer prefers less motion
    And Lee Yujin is at sign-in
    When the customer signs in with the certificate
    And the customer opens the terms
    And the customer agrees to all terms
    And the customer fills in the application
    And the customer verifies their identity
    And the customer chooses the removable disk as the storage place
    And the customer asks for the new certificate
    Then the result describes the new certificate
    And exactly 1 certificate is issued

  @guide.error.server
  Scenario: A line that is slow, then gone, and back again costs nothing but time
    Given the connection is slow
    And Kim Hana is at certificate issuing
    When the connection is lost
    And the customer asks for the new certificate
    Then the customer is told that the bank does not answer
    When the connection is good again
    And the customer tries again
    Then the result describes the new certificate
    And exactly 1 certificate is issued

  @guide.how.sign-in
  Scenario: Without cookies nobody signs in, and the reason is told
    Given the browser blocks cookies
    And Kim Hana is at sign-in
    When the customer signs in with the certificate
    Then the customer is told that cookies are blocked
    And the customer is not signed in
