@field.notices
Feature: Notices, beyond the guide
  Nobody looks at certificate management every day. So the bank tells its customers by SMS and by e-mail what becomes of
  their certificates, and when these are about to end.

  Scenario: The end of a certificate is told 30, 14, 7 and 1 days before it, even if nobody asks the bank in between
    Given Kim Hana's certificate expires in 31 days
    And Kim Hana is signed in
    When 31 days pass
    Then Kim Hana receives a text message that says "30일 뒤(2026-04-16)에 만료됩니다"
    And Kim Hana receives a text message that says "14일 뒤(2026-04-16)에 만료됩니다"
    And Kim Hana receives a text message that says "7일 뒤(2026-04-16)에 만료됩니다"
    And Kim Hana receives a text message that says " 1일 뒤(2026-04-16)에 만료됩니다"
    And Kim Hana has received exactly 4 text messages
    And Kim Hana has received exactly 4 e-mails

  Scenario: What is due is told at nine in the morning, once
    Given it is 08:59
    And Kim Hana's certificate expires in 30 days
    And Kim Hana is signed in
    When 59 seconds pass
    Then no text message is sent
    When 1 second passes
    Then Kim Hana has received exactly 1 text message
    When 1 day passes
    Then Kim Hana has received exactly 1 text message

  Scenario: A renewal is told by SMS as well, and the old certificate's end no more
    Given Kim Hana has renewed the certificate
    When 14 days pass
    Then Kim Hana receives a text message that says "인증서를 갱신했습니다"
    And Kim Hana has received exactly 1 e-mail

  Scenario: Whoever did not export their certificate themselves hears of it
    Given Kim Hana is a customer
    When the customer exports the certificate
    Then Kim Hana receives a text message that says "본인이 신청하지 않았다면 고객센터(1500-0000)로 바로 알려 주세요"
    And Kim Hana receives an e-mail that says "내보냈습니다"
