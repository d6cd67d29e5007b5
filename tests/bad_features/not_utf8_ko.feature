# language: ko
기능: 로그인
  시나리오: 로그인한다
