# language: ko
기능: 로그인
  Scenario: 로그인한다
    조건 김하나 고객이 있다
    When 고객이 로그인한다
    그러면 홈 화면이 보인다
