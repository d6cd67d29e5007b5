Feature: Transfers, beyond the guide
  What banks ask of whoever sends money, of which the guide says nothing: the account's password, the security card or
  OTP, and amounts within the limits. Account numbers are masked.

  @field.transfers
  Scenario Outline: Without the proof that the account is one's own no money is sent
    Given Park Minjun is a customer
    And <customer> is signed in
    When the customer enters a wrong <proof>
    And the customer asks for a transfer of 50,000 won to Park Minjun
    Then identity verification fails at the <proof>
    And no money moves

    Examples:
      | customer  | proof                      |
      | Kim Hana  | first security card digits |
      | Lee Yujin | OTP                        |

  @field.transfers
  Scenario: An account that wrong passwords have locked sends no money with the right one either
    Given Park Minjun is a customer
    And the account password may be entered 2 times
    And Kim Hana is signed in
    When the customer enters a wrong account password
    And the customer asks for a transfer of 50,000 won to Park Minjun
    Then 1 try is left
    When the customer asks for a transfer of 50,000 won to Park Minjun
    And the customer corrects the account password
    And the customer asks for a transfer of 50,000 won to Park Minjun
    Then the customer is told that the account password is locked
    And no money moves

  @field.transfers
  Scenario: Nobody sends more in a day than the day's limit
    Given Park Minjun is a customer
    And the bank transfers up to 60,000 won a day
    And Kim Hana is signed in
    When the customer transfers 50,000 won to Park Minjun with the certificate
    And the customer asks for a transfer of 10,001 won to Park Minjun
    Then the customer is told that the amount is over the day's limit
    And at the transfer amount it says "1일 이체 한도 60,000원을 넘는 금액입니다. 오늘은 10,000원까지 더 이체할 수 있습니다."
    And 50,000 won is taken from the account
    When the customer asks for a transfer of 10,000 won to Park Minjun
    Then the customer is asked to confirm 10,000 won to Park Minjun

  @field.masking
  Scenario: Receipt and history show account numbers masked
    Given Park Minjun is a customer
    And Kim Hana is signed in
    When the customer transfers 50,000 won to Park Minjun
    Then the receipt names the certificate
    And the screen shows:
      | name        | value          |
      | 보내는 계좌 | 000-123-****89 |
      | 받는 계좌   | 000-323-****82 |
    When the customer opens the account history
    Then the screen shows:
      | name     | value          |
      | 계좌번호 | 000-123-****89 |
