Feature: What every screen owes its customers
  Whoever comes with a mouse, a keyboard or a screen reader finds what is there, and is told what happens.

  @field.accessibility
  Scenario: One tick agrees to all terms, and taking one back takes that back
    Given Kim Hana is at the terms
    When the customer ticks "모두 동의"
    Then the electronic banking terms are ticked
    And the certificate service terms are ticked
    When the customer takes the tick from the "인증서 서비스 약관 동의 (필수)" checkbox
    Then the "모두 동의" checkbox is not ticked

  @field.accessibility
  Scenario: Who leaves the certificate dialog is back where it was opened
    Given Kim Hana is at sign-in
    When the customer presses the "공동인증서 로그인" button
    And the customer chooses the "하드디스크" choice
    Then there is 1 row in the "인증서 목록" table
    And in the "김하나" row it says "사용 중"
    And the screen has no accessibility problems
    When the customer presses the Escape key
    Then the "인증서 선택" dialog is not visible
    And the focus is on the "공동인증서 로그인" button
    When the customer presses the "공동인증서 로그인" button
    And the customer closes the certificate dialog
    Then the focus is on the "공동인증서 로그인" button

  @field.accessibility
  Scenario: What is wrong with an entry is said at its field, and at no other
    Given Kim Hana is at the application
    When the customer fills in the application with:
      | field          | text |
      | e-mail address | hana |
    Then at the e-mail address it says "이메일 주소를 다시 확인해 주세요."
    And at the phone number it does not say "확인해 주세요"
    When the customer types "hana@example.com" into the "이메일" field
    And the customer presses the "다음" button
    Then the customer sees identity verification

  @field.accessibility
  Scenario: Pressing twice asks for one code, and a screen reader says that it has been sent
    Given Kim Hana is at identity verification
    When the customer presses "인증번호 받기" twice at once
    Then a screen reader announces "번호로 인증번호를 보냈습니다."
    And a code of 6 digits reaches the customer's phone

  @field.accessibility
  Scenario: The result of a renewal looks as it did
    Given Kim Hana has renewed the certificate
    Then the screen has no accessibility problems
    And nothing sticks out of the screen
    And the screen looks like the picture "result"
