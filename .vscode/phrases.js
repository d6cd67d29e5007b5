// The phrases as the Cucumber extension of VS Code reads them: for completion and go-to-definition, not run.
// Made by `make docs` out of steps/: do not edit it here. Behind each phrase: what plays it.
defineParameterType({ name: 'address_ko', regexp: [/홈/, /로그인/, /인증센터/, /인증서 관리/, /인증서 갱신/, /약관 동의/, /신청서 작성/, /본인 확인/, /인증서 발급/, /갱신 완료/, /인증서 발급\/재발급/, /발급 완료/, /인증서 폐기/, /인증서 효력 정지/, /인증서 효력 회복/, /인증서 선택/, /이체/, /거래 내역/, /타행 인증서 등록/, /인증서 복사/, /인증서 내보내기/, /인증서 가져오기/, /휴대폰으로 내보내기/, /PC에서 가져오기/, /비밀번호 변경/, /인증서 삭제/, /고객센터/] })
defineParameterType({ name: 'advice_ko', regexp: [/신분증을 가지고 영업점을 방문하라는/, /고객센터에 문의하라는/, /인증번호를 다시 받으라는/] })
defineParameterType({ name: 'alteration_ko', regexp: [/한 글자가 바뀐 채/, /알아볼 수 없게/, /빈 채로/, /처음 것 그대로/] })
defineParameterType({ name: 'applied_ko', regexp: [/이름/, /주민등록번호/, /사업자등록번호/, /출금 계좌번호/, /계좌번호/, /휴대폰 번호/, /이메일/] })
defineParameterType({ name: 'blank_ko', regexp: [/(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))(?:의|에 있는) )?(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:입력란|칸)))?|(?:(?:입력란|칸))))/] })
defineParameterType({ name: 'blocked_ko', regexp: [/팝업/, /쿠키/] })
defineParameterType({ name: 'box_ko', regexp: [/(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))(?:의|에 있는) )?(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스)))?|(?:(?:체크박스))))/] })
defineParameterType({ name: 'certificate_ko', regexp: [/인증서/, /기존 인증서/, /새 인증서/, /다른 인증서/, /타행 인증서/, /다른 은행의 인증서/] })
defineParameterType({ name: 'change_ko', regexp: [/폐기/, /효력 정지/, /효력 회복/] })
defineParameterType({ name: 'choice_ko', regexp: [/(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))(?:의|에 있는) )?(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:선택지|행)))?|(?:(?:선택지|행))))/] })
defineParameterType({ name: 'clock_ko', regexp: [/\d{2}:\d{2}/] })
defineParameterType({ name: 'condition_ko', regexp: [/보인다/, /보이지 않는다/, /활성화되어 있다/, /비활성화되어 있다/, /체크되어 있다/, /선택되어 있다/, /체크되어 있지 않다/, /선택되어 있지 않다/, /비어 있다/, /잘못되었다고 표시되어 있다/] })
defineParameterType({ name: 'connection_ko', regexp: [/느리다/, /느려진다/, /끊겼다/, /끊긴다/, /다시 이어진다/] })
defineParameterType({ name: 'count_ko', regexp: [/-?\d+/] })
defineParameterType({ name: 'countdown_ko', regexp: [/\d:\d{2}|\d분/] })
defineParameterType({ name: 'customer_ko', regexp: [/[가-힣]{2,6}/, /그/] })
defineParameterType({ name: 'damage_ko', regexp: [/서명이 깨진 채/, /다른 사람 이름으로/, /다른 키로/, /규칙에 어긋난 기간으로/, /아직 시작되지 않은 기간으로/, /끝이 잘린 채/] })
defineParameterType({ name: 'date_ko', regexp: [/\d{4}-\d{2}-\d{2}/] })
defineParameterType({ name: 'day_ko', regexp: [/\d+일 뒤에/, /\d+일 전에/, /어제/, /오늘/, /내일/] })
defineParameterType({ name: 'device_ko', regexp: [/컴퓨터/, /노트북/, /휴대폰/] })
defineParameterType({ name: 'digits_ko', regexp: [/주민등록번호/, /사업자등록번호/, /출금 계좌번호/, /계좌번호/, /휴대폰 번호/, /계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /보안카드 뒤 두 자리/, /OTP 번호/, /OTP/, /새 인증서 비밀번호/, /새 인증서 비밀번호 확인/, /받는 계좌번호/, /이체 금액/, /받는 분 통장 표시/, /파일 비밀번호/, /승인번호/] })
defineParameterType({ name: 'distortion_ko', regexp: [/서명이 깨진 채/, /인증서에 대한 내용 없이/, /다른 인증서에 대한 내용으로/, /다른 질문에 대한 답으로/] })
defineParameterType({ name: 'duration_ko', regexp: [/-?\d+(?:초|분|시간|일)/] })
defineParameterType({ name: 'entry_ko', regexp: [/이름/, /주민등록번호/, /사업자등록번호/, /출금 계좌번호/, /계좌번호/, /휴대폰 번호/, /이메일/, /계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /보안카드 뒤 두 자리/, /OTP 번호/, /OTP/, /기존 인증서/, /새 인증서 비밀번호/, /새 인증서 비밀번호 확인/, /저장 위치/, /받는 계좌번호/, /이체 금액/, /받는 분 통장 표시/, /파일 비밀번호/, /승인번호/] })
defineParameterType({ name: 'errand_ko', regexp: [/인증번호 발송/, /본인 확인 조회/, /갱신 등록/, /인증서 발급/, /인증서 전달/] })
defineParameterType({ name: 'failure_ko', regexp: [/쿠키가 차단되어 있다고/, /로그인이 필요하다고/, /자동으로 로그아웃되었다고/, /다른 곳에서 로그인했다고/, /로그인한 인증서를 더 이상 쓸 수 없다고/, /본인 확인을 다시 해야 한다고/, /신청할 수 있는 인증서가 없다고/, /서비스 시간이 아니라고/, /앞 단계가 끝나지 않았다고/, /이미 마친 단계라고/, /인증서 소유자의 정보와 다르다고/, /계좌 비밀번호가 틀렸다고/, /계좌 비밀번호가 잠겼다고/, /인증번호가 틀렸다고/, /인증번호의 유효 시간이 지났다고/, /인증번호가 잠겼다고/, /보안카드 번호가 틀렸다고/, /분실 신고된 보안카드라고/, /보안카드가 잠겼다고/, /OTP 번호가 틀렸다고/, /OTP가 잠겼다고/, /본인 확인을 처리하지 못했다고/, /본인 확인 응답이 너무 늦다고/, /인증번호를 보내지 못했다고/, /인증번호 발송이 너무 늦다고/, /기존 인증서로 서명한 신청이 아니라고/, /선택한 인증서는 갱신할 인증서가 아니라고/, /이미 발급을 신청했다고/, /잔액이 수수료보다 적다고/, /갱신을 등록하지 못했다고/, /인증서를 발급하지 못했다고/, /발급된 인증서를 받지 못했다고/, /인증기관의 응답이 너무 늦다고/, /받은 인증서가 올바르지 않다고/, /저장 공간이 부족하다고/, /저장 매체가 분리되었다고/, /갱신 결과를 기록하지 못했다고/, /없는 문의 번호라고/, /은행이 응답하지 않는다고/, /인증서 프로그램이 응답하지 않는다고/, /로그인 서명을 확인하지 못했다고/, /보낸 내용을 처리할 수 없다고/, /발급한 것과 다른 인증서를 저장했다고/, /새 개인키가 이 기기에 없다고/, /인증서 프로그램에 문제가 생겼다고/, /없는 화면이라고/, /이체의 전자서명을 확인하지 못했다고/, /인증기관에서 인증서 상태를 확인하지 못했다고/, /받는 계좌가 없다고/, /같은 계좌로는 보낼 수 없다고/, /잔액이 부족하다고/, /한도를 넘는 금액이라고/, /하루 한도를 넘는 금액이라고/, /서명한 인증서가 만료되었다고/, /서명한 인증서의 효력이 정지되었다고/, /서명한 인증서가 폐기되었다고/, /서명한 인증서가 교체되었다고/, /다른 사람의 인증서로 서명했다고/, /등록되지 않은 인증서로 서명했다고/, /확인한 것과 다른 내용에 서명했다고/, /다른 이체에 쓴 서명이라고/, /서명한 인증서의 상태를 확인하지 못했다고/, /인증서를 등록하는 서명을 확인하지 못했다고/, /다른 사람의 인증서라고/, /이미 등록된 인증서라고/, /이런 상태의 인증서는 등록할 수 없다고/, /등록할 인증서의 상태를 확인하지 못했다고/, /없는 승인번호라고/, /이미 사용한 승인번호라고/, /유효 시간이 지난 승인번호라고/, /기기의 저장 공간이 부족하다고/, /인증서가 이미 그 위치에 있다고/, /인증서 파일이 아니라고/, /이 기기에서 열 수 없는 파일이라고/, /파일 비밀번호가 틀렸다고/, /여기서 쓸 수 없는 인증서라고/] })
defineParameterType({ name: 'fee_ko', regexp: [/-?[\d,]*\d원/, /무료/] })
defineParameterType({ name: 'field_ko', regexp: [/전자금융거래 이용약관/, /인증서 서비스 약관/, /이름/, /주민등록번호/, /사업자등록번호/, /출금 계좌번호/, /계좌번호/, /휴대폰 번호/, /이메일/, /계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /보안카드 뒤 두 자리/, /OTP 번호/, /OTP/, /기존 인증서/, /새 인증서 비밀번호/, /새 인증서 비밀번호 확인/, /저장 위치/, /문의 번호/, /받는 계좌번호/, /이체 금액/, /받는 분 통장 표시/, /인증서 파일/, /파일 비밀번호/, /승인번호/] })
defineParameterType({ name: 'foreign_file_ko', regexp: [/인증서가 아닌/, /끝이 잘린/, /다른 기관의 인증서/, /개인키가 빠진 인증서/, /개인키가 다른 인증서/, /개인키가 너무 짧은 인증서/, /형식이 다른 인증서/, /알 수 없는 방식으로 봉인된/, /여는 데 너무 오래 걸리는/] })
defineParameterType({ name: 'held_state_ko', regexp: [/사용 중/, /효력 정지/, /폐기/] })
defineParameterType({ name: 'key_ko', regexp: [/엔터/, /Esc/, /ESC/, /탭/, /Shift\+탭/, /스페이스/, /백스페이스/, /위쪽 화살표/, /아래쪽 화살표/] })
defineParameterType({ name: 'kind_ko', regexp: [/은행\/보험용/, /범용/] })
defineParameterType({ name: 'left_ko', regexp: [/\d+일 남음/, /오늘 만료/, /만료됨/, /-/] })
defineParameterType({ name: 'left_out_ko', regexp: [/갱신 등록/, /인증서 발급/, /인증서 저장/] })
defineParameterType({ name: 'limited_ko', regexp: [/계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /OTP 번호/, /OTP/] })
defineParameterType({ name: 'means_ko', regexp: [/보안카드/, /OTP/] })
defineParameterType({ name: 'medium_ko', regexp: [/이동식디스크/, /휴대폰/] })
defineParameterType({ name: 'menu_ko', regexp: [/홈/, /로그인/, /인증센터/, /인증서 관리/, /인증서 갱신/, /인증서 발급\/재발급/, /인증서 폐기/, /인증서 효력 정지/, /인증서 효력 회복/, /이체/, /거래 내역/, /타행 인증서 등록/, /인증서 복사/, /인증서 내보내기/, /인증서 가져오기/, /휴대폰으로 내보내기/, /PC에서 가져오기/, /비밀번호 변경/, /인증서 삭제/, /고객센터/] })
defineParameterType({ name: 'money_ko', regexp: [/-?[\d,]*\d원/] })
defineParameterType({ name: 'named_ko', regexp: [/<[^<>"]+>/] })
defineParameterType({ name: 'network_ko', regexp: [/공용/, /개인/] })
defineParameterType({ name: 'new_state_ko', regexp: [/효력 정지/, /폐기/, /교체/] })
defineParameterType({ name: 'notice_ko', regexp: [/만료 안내/, /만료 예정 안내/, /갱신 안내/, /갱신 완료/, /발급 안내/, /발급 완료/, /폐기 안내/, /효력 정지 안내/, /효력 회복 안내/, /내보내기 안내/] })
defineParameterType({ name: 'password_ko', regexp: [/기존 비밀번호/, /새 비밀번호/, /파일 비밀번호/] })
defineParameterType({ name: 'percent_ko', regexp: [/\d+ ?%/] })
defineParameterType({ name: 'phone_ko', regexp: [/\d{2,3}-\d{3,4}-\d{4}/] })
defineParameterType({ name: 'place_ko', regexp: [/브라우저/, /하드디스크/, /이동식디스크/, /휴대폰/, /클라우드/] })
defineParameterType({ name: 'post_ko', regexp: [/문자/, /이메일/] })
defineParameterType({ name: 'preference_ko', regexp: [/다크 모드/, /라이트 모드/, /고대비 모드/, /동작 줄이기/] })
defineParameterType({ name: 'proof_ko', regexp: [/계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /보안카드 뒤 두 자리/, /OTP 번호/, /OTP/] })
defineParameterType({ name: 'recorded_ko', regexp: [/쿠키가 차단되어 있다고/, /로그인이 필요하다고/, /자동으로 로그아웃되었다고/, /다른 곳에서 로그인했다고/, /로그인한 인증서를 더 이상 쓸 수 없다고/, /본인 확인을 다시 해야 한다고/, /신청할 수 있는 인증서가 없다고/, /서비스 시간이 아니라고/, /앞 단계가 끝나지 않았다고/, /이미 마친 단계라고/, /인증서 소유자의 정보와 다르다고/, /계좌 비밀번호가 틀렸다고/, /계좌 비밀번호가 잠겼다고/, /인증번호가 틀렸다고/, /인증번호의 유효 시간이 지났다고/, /인증번호가 잠겼다고/, /보안카드 번호가 틀렸다고/, /분실 신고된 보안카드라고/, /보안카드가 잠겼다고/, /OTP 번호가 틀렸다고/, /OTP가 잠겼다고/, /본인 확인을 처리하지 못했다고/, /본인 확인 응답이 너무 늦다고/, /인증번호를 보내지 못했다고/, /인증번호 발송이 너무 늦다고/, /기존 인증서로 서명한 신청이 아니라고/, /선택한 인증서는 갱신할 인증서가 아니라고/, /이미 발급을 신청했다고/, /잔액이 수수료보다 적다고/, /갱신을 등록하지 못했다고/, /인증서를 발급하지 못했다고/, /발급된 인증서를 받지 못했다고/, /인증기관의 응답이 너무 늦다고/, /받은 인증서가 올바르지 않다고/, /저장 공간이 부족하다고/, /저장 매체가 분리되었다고/, /갱신 결과를 기록하지 못했다고/, /없는 문의 번호라고/, /인증서 프로그램이 응답하지 않는다고/, /로그인 서명을 확인하지 못했다고/, /보낸 내용을 처리할 수 없다고/, /발급한 것과 다른 인증서를 저장했다고/, /새 개인키가 이 기기에 없다고/, /인증서 프로그램에 문제가 생겼다고/, /없는 화면이라고/, /이체의 전자서명을 확인하지 못했다고/, /인증기관에서 인증서 상태를 확인하지 못했다고/, /받는 계좌가 없다고/, /같은 계좌로는 보낼 수 없다고/, /잔액이 부족하다고/, /한도를 넘는 금액이라고/, /하루 한도를 넘는 금액이라고/, /서명한 인증서가 만료되었다고/, /서명한 인증서의 효력이 정지되었다고/, /서명한 인증서가 폐기되었다고/, /서명한 인증서가 교체되었다고/, /다른 사람의 인증서로 서명했다고/, /등록되지 않은 인증서로 서명했다고/, /확인한 것과 다른 내용에 서명했다고/, /다른 이체에 쓴 서명이라고/, /서명한 인증서의 상태를 확인하지 못했다고/, /인증서를 등록하는 서명을 확인하지 못했다고/, /다른 사람의 인증서라고/, /이미 등록된 인증서라고/, /이런 상태의 인증서는 등록할 수 없다고/, /등록할 인증서의 상태를 확인하지 못했다고/, /없는 승인번호라고/, /이미 사용한 승인번호라고/, /유효 시간이 지난 승인번호라고/] })
defineParameterType({ name: 'refused_ko', regexp: [/로그인이/, /갱신이/, /이체가/, /등록이/] })
defineParameterType({ name: 'renewal_reason_ko', regexp: [/아직 갱신 기간이 아니어서/, /인증서가 만료되어서/, /인증서의 효력이 정지되어서/, /인증서가 폐기되어서/, /인증서가 교체되어서/, /다른 은행의 인증서라서/] })
defineParameterType({ name: 'screen_ko', regexp: [/홈/, /로그인/, /인증센터/, /인증서 관리/, /인증서 갱신/, /약관 동의/, /신청서 작성/, /본인 확인/, /인증서 발급/, /갱신 완료/, /인증서 발급\/재발급/, /발급 완료/, /인증서 폐기/, /인증서 효력 정지/, /인증서 효력 회복/, /인증서 선택/, /이체/, /이체 확인/, /이체 완료/, /거래 내역/, /타행 인증서 등록/, /등록할 인증서 선택/, /인증서 복사/, /인증서 내보내기/, /인증서 가져오기/, /휴대폰으로 내보내기/, /PC에서 가져오기/, /비밀번호 변경/, /인증서 삭제/, /고객센터/] })
defineParameterType({ name: 'sent_ko', regexp: [/로그인하는 인증서/, /로그인 서명/, /인증서 신청서/, /신청서의 서명/, /신청서의 저장 위치/, /인증서 저장 통지/, /기기의 오류 통지/, /등록 서명/, /서명한 문서/, /백업 통지/, /기기가 서명할 내용/, /기기에 보낸 비밀번호/, /기기에 보낸 저장 위치/] })
defineParameterType({ name: 'shown_ko', regexp: [/오류 코드/, /문의 번호/, /고객센터 전화번호/, /운영 시간/, /일련번호/, /만료일/, /만료 일시/, /남은 기간/, /수수료/, /잔액/, /승인번호/] })
defineParameterType({ name: 'sign_in_reason_ko', regexp: [/등록되지 않은 인증서라서/, /인증서가 만료되어서/, /인증서의 효력이 정지되어서/, /인증서가 폐기되어서/, /인증서가 교체되어서/] })
defineParameterType({ name: 'size_ko', regexp: [/휴대폰/, /태블릿/, /데스크톱/, /\d+ ?[x×] ?\d+/] })
defineParameterType({ name: 'sort_ko', regexp: [/개인/, /기업/] })
defineParameterType({ name: 'start_ko', regexp: [/홈/, /로그인/, /인증센터/, /인증서 관리/, /인증서 갱신/, /약관 동의/, /신청서 작성/, /본인 확인/, /인증서 발급/, /인증서 발급\/재발급/, /인증서 폐기/, /인증서 효력 정지/, /인증서 효력 회복/, /인증서 선택/, /이체/, /거래 내역/, /타행 인증서 등록/, /인증서 복사/, /인증서 내보내기/, /인증서 가져오기/, /휴대폰으로 내보내기/, /PC에서 가져오기/, /비밀번호 변경/, /인증서 삭제/, /고객센터/] })
defineParameterType({ name: 'state_ko', regexp: [/사용 중/, /효력 정지/, /폐기/, /교체/, /만료/] })
defineParameterType({ name: 'step_ko', regexp: [/인증서 갱신/, /약관 동의/, /신청서 작성/, /본인 확인/, /인증서 발급/, /갱신 완료/, /인증서 선택/] })
defineParameterType({ name: 'terms_ko', regexp: [/전자금융거래 이용약관/, /인증서 서비스 약관/] })
defineParameterType({ name: 'thing_ko', regexp: [/(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))(?:의|에 있는) )?(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))|(?:(?:새 인증서 비밀번호 확인|보안카드 앞 두 자리|보안카드 뒤 두 자리|받는 분 통장 표시|전자금융거래 이용약관|인증서 서비스 약관|새 인증서 비밀번호|출금 계좌번호|계좌 비밀번호|보안카드 번호|받는 계좌번호|파일 비밀번호|사업자등록번호|휴대폰 번호|OTP 번호|기존 인증서|인증서 파일|주민등록번호|저장 위치|문의 번호|이체 금액|계좌번호|인증번호|승인번호|이메일|OTP|이름)) 칸)/] })
defineParameterType({ name: 'times_ko', regexp: [/-?\d+/] })
defineParameterType({ name: 'today_ko', regexp: [/\d{4}-\d{2}-\d{2}/] })
defineParameterType({ name: 'tries_ko', regexp: [/-?\d+/] })
defineParameterType({ name: 'typed_ko', regexp: [/이름/, /주민등록번호/, /사업자등록번호/, /출금 계좌번호/, /계좌번호/, /휴대폰 번호/, /이메일/, /계좌 비밀번호/, /인증번호/, /보안카드 앞 두 자리/, /보안카드 번호/, /보안카드 뒤 두 자리/, /OTP 번호/, /OTP/, /새 인증서 비밀번호/, /새 인증서 비밀번호 확인/, /받는 계좌번호/, /이체 금액/, /받는 분 통장 표시/, /파일 비밀번호/, /승인번호/] })
defineParameterType({ name: 'value_ko', regexp: [/새로 온 인증번호|문의 번호|(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))(?:의|에 있는) )?(?:(?:(?:(?:첫 번째|두 번째|세 번째|마지막)) )?(?:(?:"[^"]*")(?: (?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))?|(?:(?:체크박스|선택지|입력란|버튼|링크|제목|목록|항목|메뉴|알림|영역|묶음|그림|칸|행|표|창)))|(?:(?:새 인증서 비밀번호 확인|보안카드 앞 두 자리|보안카드 뒤 두 자리|받는 분 통장 표시|전자금융거래 이용약관|인증서 서비스 약관|새 인증서 비밀번호|출금 계좌번호|계좌 비밀번호|보안카드 번호|받는 계좌번호|파일 비밀번호|사업자등록번호|휴대폰 번호|OTP 번호|기존 인증서|인증서 파일|주민등록번호|저장 위치|문의 번호|이체 금액|계좌번호|인증번호|승인번호|이메일|OTP|이름)) 칸)/] })
defineParameterType({ name: 'way_ko', regexp: [/인증서를 새로 발급받으려고/, /인증서를 폐기하려고/, /인증서의 효력을 정지하려고/, /인증서의 효력을 회복하려고/] })
defineParameterType({ name: 'work_ko', regexp: [/인증번호 발송/, /본인 확인 조회/, /갱신 등록/, /인증서 발급/, /인증서 전달/, /인증서 저장/, /갱신 기록/, /인증서 상태 조회/] })
defineParameterType({ name: 'wrong_ko', regexp: [/빠르다/, /느리다/] })
defineParameterType({ name: 'zone_ko', regexp: [/[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*/] })
defineParameterType({ name: 'address', regexp: [/the home page/, /sign\-in/, /the certificate centre/, /certificate management/, /the renewal guidance/, /certificate renewal/, /the terms/, /the application/, /identity verification/, /certificate issuing/, /the result/, /issuing anew/, /the result of issuing anew/, /certificate revocation/, /certificate suspension/, /certificate restoration/, /the choice of certificates/, /the transfer form/, /the account history/, /the registration of another bank's certificate/, /certificate copying/, /certificate export/, /certificate import/, /the export to the phone/, /the import from the PC/, /the password change/, /certificate deletion/, /the customer centre/] })
defineParameterType({ name: 'advice', regexp: [/a branch, with an ID/, /the customer centre/, /another SMS code/] })
defineParameterType({ name: 'alteration', regexp: [/with one character changed/, /illegible/, /empty/, /as the first one once more/] })
defineParameterType({ name: 'applied', regexp: [/name/, /resident registration number/, /business registration number/, /account number/, /phone number/, /e\-mail address/] })
defineParameterType({ name: 'blank', regexp: [/(?:(?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:field))s?)?|(?:(?:field))s?))(?: in (?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?))?/] })
defineParameterType({ name: 'blocked', regexp: [/pop\-ups/, /cookies/] })
defineParameterType({ name: 'box', regexp: [/(?:(?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox))s?)?|(?:(?:checkbox))s?))(?: in (?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?))?/] })
defineParameterType({ name: 'certificate', regexp: [/the certificate/, /the old certificate/, /the new certificate/, /the other certificate/, /the other bank's certificate/] })
defineParameterType({ name: 'change', regexp: [/revocation/, /suspension/, /restoration/] })
defineParameterType({ name: 'choice', regexp: [/(?:(?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:choice|row))s?)?|(?:(?:choice|row))s?))(?: in (?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?))?/] })
defineParameterType({ name: 'clock', regexp: [/\d{2}:\d{2}/] })
defineParameterType({ name: 'condition', regexp: [/visible/, /not visible/, /enabled/, /disabled/, /ticked/, /chosen/, /not ticked/, /not chosen/, /empty/, /marked as wrong/] })
defineParameterType({ name: 'connection', regexp: [/slow/, /lost/, /good again/] })
defineParameterType({ name: 'count', regexp: [/-?\d+/] })
defineParameterType({ name: 'countdown', regexp: [/\d:\d{2}|\d minutes?/] })
defineParameterType({ name: 'customer', regexp: [/[A-Z]\w+(?: [A-Z]\w+)+/, /the customer/] })
defineParameterType({ name: 'damage', regexp: [/a broken signature/, /somebody else's name/, /another key/, /dates against the rule/, /a start that is yet to come/, /its end missing/] })
defineParameterType({ name: 'date', regexp: [/\d{4}-\d{2}-\d{2}/] })
defineParameterType({ name: 'day', regexp: [/in \d+ days?/, /\d+ days? ago/, /yesterday/, /today/, /tomorrow/] })
defineParameterType({ name: 'device', regexp: [/computer/, /laptop/, /phone/] })
defineParameterType({ name: 'digits', regexp: [/resident registration number/, /business registration number/, /account number/, /phone number/, /account password/, /SMS code/, /first security card digits/, /security card digits/, /second security card digits/, /OTP/, /new certificate password/, /repeated password/, /receiving account number/, /transfer amount/, /transfer memo/, /file password/, /relay number/] })
defineParameterType({ name: 'distortion', regexp: [/with a broken signature/, /without a word on the certificate/, /about another certificate/, /as it was given to somebody else/] })
defineParameterType({ name: 'duration', regexp: [/-?\d+ (?:second|minute|hour|day)s?/] })
defineParameterType({ name: 'entry', regexp: [/name/, /resident registration number/, /business registration number/, /account number/, /phone number/, /e\-mail address/, /account password/, /SMS code/, /first security card digits/, /security card digits/, /second security card digits/, /OTP/, /old certificate/, /new certificate password/, /repeated password/, /storage place/, /receiving account number/, /transfer amount/, /transfer memo/, /file password/, /relay number/] })
defineParameterType({ name: 'errand', regexp: [/sending the SMS code/, /checking the identity/, /registering the renewal/, /issuing the certificate/, /delivering the certificate/] })
defineParameterType({ name: 'failure', regexp: [/cookies are blocked/, /signing in comes first/, /the session has expired/, /they have signed in elsewhere/, /the certificate that signed in is no longer in use/, /they have to show anew who they are/, /there is no certificate for that/, /the service is closed/, /an earlier step is not done/, /the step is done already/, /the data are not the holder's/, /the account password is wrong/, /the account password is locked/, /the SMS code is wrong/, /the SMS code has expired/, /the SMS code is locked/, /the security card digits are wrong/, /the security card was reported lost/, /the security card is locked/, /the OTP is wrong/, /the OTP is locked/, /the identity could not be checked/, /checking the identity took too long/, /the SMS code could not be sent/, /sending the SMS code took too long/, /the request is not signed by the old certificate/, /the chosen certificate is not the one to renew/, /a new certificate has been asked for already/, /the account does not cover the fee/, /the renewal could not be registered/, /the certificate could not be issued/, /the issued certificate did not arrive/, /the issuing server took too long/, /the certificate that arrived is not the right one/, /there is no room for the certificate/, /the storage medium is gone/, /the renewal could not be recorded/, /the reference number is unknown/, /the bank does not answer/, /the certificate program does not answer/, /the sign\-in is not signed as asked/, /what was sent cannot be read/, /another certificate was stored than was issued/, /the new key is on another device/, /the certificate program could not do it/, /there is no such page/, /the signature on the transfer is not genuine/, /the authority did not tell the certificate's status/, /the account to pay to is unknown/, /money cannot be sent to the same account/, /the account does not hold enough/, /the amount is over the limit/, /the amount is over the day's limit/, /the signing certificate has expired/, /the signing certificate is suspended/, /the signing certificate is revoked/, /the signing certificate is replaced/, /the signing certificate is somebody else's/, /the signing certificate is not registered here/, /something else was signed than was confirmed/, /the signature was given for another transfer/, /the signing certificate's status is not known/, /the registration is not signed as asked/, /the certificate to register is somebody else's/, /the certificate is registered already/, /a certificate in this state cannot be registered/, /the status of the certificate to register is not known/, /the relay number is unknown/, /the relay number has been used/, /the relay number has expired/, /there is no room on the device/, /the certificate lies there already/, /the device has no such certificate file/, /the device cannot open such a file/, /the file password is wrong/, /the file's certificate is not for use here/] })
defineParameterType({ name: 'fee', regexp: [/-?[\d,]*\d won/, /free/] })
defineParameterType({ name: 'field', regexp: [/electronic banking terms/, /certificate service terms/, /name/, /resident registration number/, /business registration number/, /account number/, /phone number/, /e\-mail address/, /account password/, /SMS code/, /first security card digits/, /security card digits/, /second security card digits/, /OTP/, /old certificate/, /new certificate password/, /repeated password/, /storage place/, /reference number/, /receiving account number/, /transfer amount/, /transfer memo/, /certificate file/, /file password/, /relay number/] })
defineParameterType({ name: 'foreign_file', regexp: [/a file that is no certificate/, /a file that is cut short/, /another authority's certificate/, /a certificate without its key/, /a certificate with another key/, /a key too short for a customer's/, /a certificate file of another kind/, /a file sealed in an unknown way/, /a file that takes too long to open/] })
defineParameterType({ name: 'held_state', regexp: [/in use/, /suspended/, /revoked/] })
defineParameterType({ name: 'key', regexp: [/Enter/, /Escape/, /Tab/, /Shift\+Tab/, /Space/, /Backspace/, /up arrow/, /down arrow/] })
defineParameterType({ name: 'kind', regexp: [/bank/, /general/] })
defineParameterType({ name: 'left', regexp: [/\d+ days? left/, /its last day today/, /no days left/, /no days/] })
defineParameterType({ name: 'left_out', regexp: [/registering the renewal/, /issuing the certificate/, /storing the certificate/] })
defineParameterType({ name: 'limited', regexp: [/account password/, /SMS code/, /first security card digits/, /security card digits/, /OTP/] })
defineParameterType({ name: 'means', regexp: [/a security card/, /an OTP/] })
defineParameterType({ name: 'medium', regexp: [/removable disk/, /phone/] })
defineParameterType({ name: 'menu', regexp: [/the home page/, /sign\-in/, /the certificate centre/, /certificate management/, /the renewal guidance/, /certificate renewal/, /issuing anew/, /certificate revocation/, /certificate suspension/, /certificate restoration/, /the transfer form/, /the account history/, /the registration of another bank's certificate/, /certificate copying/, /certificate export/, /certificate import/, /the export to the phone/, /the import from the PC/, /the password change/, /certificate deletion/, /the customer centre/] })
defineParameterType({ name: 'money', regexp: [/-?[\d,]*\d won/] })
defineParameterType({ name: 'named', regexp: [/<[^<>"]+>/] })
defineParameterType({ name: 'network', regexp: [/public/, /private/] })
defineParameterType({ name: 'new_state', regexp: [/suspended/, /revoked/, /replaced/] })
defineParameterType({ name: 'notice', regexp: [/the expiry/, /the renewal/, /the issuing/, /the revocation/, /the suspension/, /the restoration/, /the export/] })
defineParameterType({ name: 'password', regexp: [/the old password/, /the new password/, /the file password/] })
defineParameterType({ name: 'percent', regexp: [/\d+ ?%/] })
defineParameterType({ name: 'phone', regexp: [/\d{2,3}-\d{3,4}-\d{4}/] })
defineParameterType({ name: 'place', regexp: [/browser/, /hard disk/, /removable disk/, /phone/, /cloud/] })
defineParameterType({ name: 'post', regexp: [/text message/, /e\-mail/] })
defineParameterType({ name: 'preference', regexp: [/dark colours/, /light colours/, /high contrast/, /less motion/] })
defineParameterType({ name: 'proof', regexp: [/account password/, /SMS code/, /first security card digits/, /security card digits/, /second security card digits/, /OTP/] })
defineParameterType({ name: 'recorded', regexp: [/cookies are blocked/, /signing in comes first/, /the session has expired/, /they have signed in elsewhere/, /the certificate that signed in is no longer in use/, /they have to show anew who they are/, /there is no certificate for that/, /the service is closed/, /an earlier step is not done/, /the step is done already/, /the data are not the holder's/, /the account password is wrong/, /the account password is locked/, /the SMS code is wrong/, /the SMS code has expired/, /the SMS code is locked/, /the security card digits are wrong/, /the security card was reported lost/, /the security card is locked/, /the OTP is wrong/, /the OTP is locked/, /the identity could not be checked/, /checking the identity took too long/, /the SMS code could not be sent/, /sending the SMS code took too long/, /the request is not signed by the old certificate/, /the chosen certificate is not the one to renew/, /a new certificate has been asked for already/, /the account does not cover the fee/, /the renewal could not be registered/, /the certificate could not be issued/, /the issued certificate did not arrive/, /the issuing server took too long/, /the certificate that arrived is not the right one/, /there is no room for the certificate/, /the storage medium is gone/, /the renewal could not be recorded/, /the reference number is unknown/, /the certificate program does not answer/, /the sign\-in is not signed as asked/, /what was sent cannot be read/, /another certificate was stored than was issued/, /the new key is on another device/, /the certificate program could not do it/, /there is no such page/, /the signature on the transfer is not genuine/, /the authority did not tell the certificate's status/, /the account to pay to is unknown/, /money cannot be sent to the same account/, /the account does not hold enough/, /the amount is over the limit/, /the amount is over the day's limit/, /the signing certificate has expired/, /the signing certificate is suspended/, /the signing certificate is revoked/, /the signing certificate is replaced/, /the signing certificate is somebody else's/, /the signing certificate is not registered here/, /something else was signed than was confirmed/, /the signature was given for another transfer/, /the signing certificate's status is not known/, /the registration is not signed as asked/, /the certificate to register is somebody else's/, /the certificate is registered already/, /a certificate in this state cannot be registered/, /the status of the certificate to register is not known/, /the relay number is unknown/, /the relay number has been used/, /the relay number has expired/] })
defineParameterType({ name: 'refused', regexp: [/signing in/, /the renewal/, /the transfer/, /the registration/] })
defineParameterType({ name: 'renewal_reason', regexp: [/it is too early/, /the certificate has expired/, /the certificate is suspended/, /the certificate is revoked/, /the certificate is replaced/, /it is another bank's certificate/] })
defineParameterType({ name: 'screen', regexp: [/the home page/, /sign\-in/, /the certificate centre/, /certificate management/, /the renewal guidance/, /certificate renewal/, /the terms/, /the application/, /identity verification/, /certificate issuing/, /the result/, /issuing anew/, /the result of issuing anew/, /certificate revocation/, /certificate suspension/, /certificate restoration/, /the choice of certificates/, /the transfer form/, /the transfer's confirmation/, /the transfer's receipt/, /the account history/, /the registration of another bank's certificate/, /the choice of the certificate to register/, /certificate copying/, /certificate export/, /certificate import/, /the export to the phone/, /the import from the PC/, /the password change/, /certificate deletion/, /the customer centre/] })
defineParameterType({ name: 'sent', regexp: [/certificate that signs in/, /sign\-in signature/, /certificate request/, /signature of the request/, /storage place of the request/, /report of the stored certificate/, /report of the device's error/, /registration signature/, /signed document/, /report of the backup/, /text for the device to sign/, /password for the device/, /storage place for the device/] })
defineParameterType({ name: 'shown', regexp: [/error code/, /reference number/, /customer centre's phone number/, /phone number of the customer centre/, /centre's hours/, /serial number/, /last day/, /expiry date/, /days left/, /remaining days/, /fee/, /balance/, /relay number/] })
defineParameterType({ name: 'sign_in_reason', regexp: [/the certificate is not registered here/, /the certificate has expired/, /the certificate is suspended/, /the certificate is revoked/, /the certificate is replaced/] })
defineParameterType({ name: 'size', regexp: [/phone/, /tablet/, /desk/, /\d+ by \d+/] })
defineParameterType({ name: 'sort', regexp: [/personal/, /corporate/] })
defineParameterType({ name: 'start', regexp: [/the home page/, /sign\-in/, /the certificate centre/, /certificate management/, /the renewal guidance/, /certificate renewal/, /the terms/, /the application/, /identity verification/, /certificate issuing/, /issuing anew/, /certificate revocation/, /certificate suspension/, /certificate restoration/, /the choice of certificates/, /the transfer form/, /the account history/, /the registration of another bank's certificate/, /certificate copying/, /certificate export/, /certificate import/, /the export to the phone/, /the import from the PC/, /the password change/, /certificate deletion/, /the customer centre/] })
defineParameterType({ name: 'state', regexp: [/in use/, /suspended/, /revoked/, /replaced/, /expired/] })
defineParameterType({ name: 'step', regexp: [/the renewal guidance/, /certificate renewal/, /the terms/, /the application/, /identity verification/, /certificate issuing/, /the result/, /the choice of certificates/] })
defineParameterType({ name: 'terms', regexp: [/electronic banking terms/, /certificate service terms/] })
defineParameterType({ name: 'thing', regexp: [/(?:(?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)|the (?:(?:resident registration number|business registration number|second security card digits|first security card digits|certificate service terms|electronic banking terms|new certificate password|receiving account number|security card digits|repeated password|account password|reference number|certificate file|e\-mail address|old certificate|transfer amount|account number|storage place|transfer memo|file password|phone number|relay number|SMS code|name|OTP))(?: field)?)(?: in (?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?))?/] })
defineParameterType({ name: 'times', regexp: [/-?\d+/] })
defineParameterType({ name: 'today', regexp: [/\d{4}-\d{2}-\d{2}/] })
defineParameterType({ name: 'tries', regexp: [/-?\d+/] })
defineParameterType({ name: 'typed', regexp: [/name/, /resident registration number/, /business registration number/, /account number/, /phone number/, /e\-mail address/, /account password/, /SMS code/, /first security card digits/, /security card digits/, /second security card digits/, /OTP/, /new certificate password/, /repeated password/, /receiving account number/, /transfer amount/, /transfer memo/, /file password/, /relay number/] })
defineParameterType({ name: 'value', regexp: [/the newest SMS code|the reference number|(?:(?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)|the (?:(?:resident registration number|business registration number|second security card digits|first security card digits|certificate service terms|electronic banking terms|new certificate password|receiving account number|security card digits|repeated password|account password|reference number|certificate file|e\-mail address|old certificate|transfer amount|account number|storage place|transfer memo|file password|phone number|relay number|SMS code|name|OTP))(?: field)?)(?: in (?:the )?(?:(?:(?:second|first|third|last)) )?(?:(?:"[^"]*")(?: (?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?)?|(?:(?:checkbox|heading|message|section|picture|button|choice|dialog|field|table|group|link|list|item|menu|row))s?))?/] })
defineParameterType({ name: 'way', regexp: [/to have a certificate issued anew/, /to revoke a certificate/, /to suspend a certificate/, /to restore a certificate/] })
defineParameterType({ name: 'work', regexp: [/sending the SMS code/, /checking the identity/, /registering the renewal/, /issuing the certificate/, /delivering the certificate/, /storing the certificate/, /recording the renewal/, /asking for the certificate's status/] })
defineParameterType({ name: 'wrong', regexp: [/fast/, /slow/] })
defineParameterType({ name: 'zone', regexp: [/[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*/] })
Then(`폐기 목록에 {certificate_ko}가 {new_state_ko} 상태로 나온다`) // steps/authority.py: list_names
Then(`폐기 목록에 {certificate_ko}가 나오지 않는다`) // steps/authority.py: list_does_not_name
Then(`인증기관이 {certificate_ko}가 {state_ko} 상태라고 답한다`) // steps/authority.py: answers
Then(`인증기관이 발급하지 않은 인증서는 모른다고 답한다`) // steps/authority.py: does_not_know
Then(`{certificate_ko}가 {state_ko} 상태로 나온다`) // steps/certificates.py: listed_in_state
Then(`{certificate_ko}에 {left_ko}(이)라고 나온다`) // steps/certificates.py: listed_with_days_left
Then(`{certificate_ko}의 유효 기간이 {date_ko}부터 {date_ko}까지로 나온다`) // steps/certificates.py: listed_with_dates
Then(`인증서 목록이 다음과 같이 나온다:`) // steps/certificates.py: listed
Then(`{state_ko} 상태인 인증서는 {count_ko}개뿐이다`) // steps/certificates.py: number_listed
Then(`인증서 목록에 인증서가 {count_ko}개 나온다`) // steps/certificates.py: so_many_listed
Then(`인증서 목록에 {customer_ko} 고객의 인증서만 나온다`) // steps/certificates.py: only_own_certificates
Then(`인증서를 갱신하라는 알림이 나온다`) // steps/certificates.py: time_to_renew
Then(`인증서를 갱신하라는 알림이 나오지 않는다`) // steps/certificates.py: not_time_to_renew
Then(`인증서가 발급되지 않는다`) // steps/certificates.py: none_issued
Then(`인증서가 {count_ko}개만 발급된다`) // steps/certificates.py: so_many_issued
Given(`고객이 {size_ko} 화면을 쓴다`) // steps/circumstances.py: screen_size
Given(`고객이 화면을 {percent_ko}로 확대했다`) // steps/circumstances.py: zoomed
Given(`고객이 {preference_ko}을/를 켜 두었다`) // steps/circumstances.py: prefers
Given(`컴퓨터의 시간대는 {zone_ko}이다`) // steps/circumstances.py: time_zone
Given(`컴퓨터의 시계가 {duration_ko} {wrong_ko}`) // steps/circumstances.py: wrong_clock
Given(`브라우저가 {blocked_ko}을/를 차단한다`) // steps/circumstances.py: blocks
Given(`고객이 키보드만 쓴다`) // steps/circumstances.py: only_keyboard
Given(`인터넷 연결이 {connection_ko}`) // steps/circumstances.py: connection_is
When(`인터넷 연결이 {connection_ko}`) // steps/circumstances.py: connection_is
When(`고객이 메뉴를 따라 인증서 갱신 화면으로 간다`) // features/ko/표현.feature:6
When(`고객이 인증서를 처음부터 끝까지 갱신해 {place_ko}에 저장한다`) // features/ko/표현.feature:12
When(`고객이 로그아웃하고 {certificate_ko}로 다시 로그인한다`) // features/ko/표현.feature:22
Then(`갱신이 완료되고 인증서는 하나만 발급되며 수수료는 {money_ko}만 출금된다`) // features/ko/표현.feature:28
Given(`은행에 연결되지 않는다`) // steps/connections.py: bank_out_of_reach
Given(`인증서 프로그램이 응답하지 않는다`) // steps/connections.py: program_is_silent
Given(`인증서를 저장했다는 통지가 은행에 전달되지 않는다`) // steps/connections.py: report_is_lost
When(`은행에 다시 연결된다`) // steps/connections.py: bank_within_reach
When(`은행 서버가 다시 시작된다`) // steps/connections.py: server_restarts
When(`인증서 프로그램이 다시 응답한다`) // steps/connections.py: program_answers
Given(`{customer_ko} 고객이 있다`) // steps/customers.py: customer
Given(`어떤 {sort_ko} 고객이 있다`) // steps/customers.py: somebody
Given(`{customer_ko} 고객에게 다음 인증서가 있다:`) // steps/customers.py: has_certificates
Given(`{customer_ko} 고객의 인증서가 {day_ko} 만료된다/만료되었다`) // steps/customers.py: certificate_expires
Given(`{customer_ko} 고객의 인증서가 {held_state_ko} 상태다`) // steps/customers.py: certificate_is_in_state
Given(`{customer_ko} 고객의 인증서는 다른 은행에서 발급받은 것이다`) // steps/customers.py: certificate_of_another_bank
Given(`{customer_ko} 고객이 다른 은행에서 발급받은 인증서를 등록해 두었다`) // steps/customers.py: has_registered_certificate_of_another_bank
Given(`{customer_ko} 고객에게 {kind_ko} 인증서가 있다`) // steps/customers.py: has_certificate_of_kind
Given(`{customer_ko} 고객의 인증서가 {place_ko}에 저장되어 있다`) // steps/customers.py: certificate_lies_in
Given(`{customer_ko} 고객에게 인증서가 2개 있다`) // steps/customers.py: has_two_certificates
Given(`{customer_ko} 고객에게 {day_ko} 만료되는/만료된 인증서가 하나 더 있다`) // steps/customers.py: has_another_certificate
Given(`{customer_ko} 고객에게 {held_state_ko} 상태인 인증서가 하나 더 있다`) // steps/customers.py: has_another_certificate_in_state
Given(`{customer_ko} 고객에게 다른 은행에서 발급받은 인증서가 하나 더 있다`) // steps/customers.py: has_another_certificate_of_another_bank
Given(`{customer_ko} 고객의 인증서가 {device_ko}에도 있다`) // steps/customers.py: has_certificate_elsewhere
Given(`고객이 공용 컴퓨터를 쓴다`) // steps/customers.py: computer_is_shared
Given(`고객이 {network_ko} 네트워크를 쓴다`) // steps/customers.py: on_network
Given(`{customer_ko} 고객의 계좌 잔액은 {money_ko}이다`) // steps/customers.py: account_holds
Given(`{customer_ko} 고객이 {means_ko}를 쓴다`) // steps/customers.py: means_of_security
Then(`{place_ko}에 {certificate_ko}와 개인키 파일이 있다`) // steps/device.py: place_holds_files
Then(`{place_ko}에 {certificate_ko}가 없다`) // steps/device.py: place_holds_no_files
Then(`{place_ko}에 인증서가 하나도 없다`) // steps/device.py: place_is_empty
Then(`새 인증서의 개인키 파일이 암호화되어 있다`) // steps/device.py: key_is_encrypted
Then(`새 인증서는 기존 인증서와 소유자가 같고 일련번호와 키가 다르다`) // steps/device.py: only_the_subject_is_old
When(`고객이 등록된 휴대폰 번호를 {phone_ko}(으)로 바꾼다`) // steps/elsewhere.py: change_phone
When(`고객이 보안카드 분실을 신고한다`) // steps/elsewhere.py: lose_card
When(`고객이 {medium_ko}을/를 뺀다`) // steps/elsewhere.py: unplug
When(`고객이 {medium_ko}을/를 다시 꽂는다`) // steps/elsewhere.py: plug_in
When(`고객이 화면을 인쇄한다/저장한다`) // steps/elsewhere.py: print_screen
Then(`인쇄물에 {string}(이)라고 나온다`) // steps/elsewhere.py: printed
Then(`인쇄물에 {string}(이)라고 나오지 않는다`) // steps/elsewhere.py: not_printed
When(`고객이 {entry_ko} 칸을 비워 둔다`) // steps/entries.py: leave_empty
When(`고객이 {typed_ko} 칸에 {string}을/를 입력한다`) // steps/entries.py: enter
When(`고객이 {digits_ko}을/를 잘못 입력한다`) // steps/entries.py: enter_wrong
When(`고객이 {typed_ko}을/를 입력한다`) // steps/entries.py: enter_rightly
When(`고객이 {typed_ko}과/와 {typed_ko}을/를 입력한다`) // steps/entries.py: enter_both_rightly
When(`고객이 {entry_ko}을/를 바로잡는다`) // steps/entries.py: correct
When(`고객이 저장 위치로 {place_ko}을/를 고른다`) // steps/entries.py: choose_place
When(`고객이 갱신할 인증서로 {certificate_ko}를 고른다`) // steps/entries.py: choose_old_certificate
When(`고객이 갱신할 인증서로 {customer_ko} 고객의 인증서를 고른다`) // steps/entries.py: choose_certificate_of
Then(`{failure_ko} 나온다`) // steps/failures.py: told
Then(`{refused_ko} 거절된다`) // steps/failures.py: is_refused
Then(`응답이 너무 늦다고 나온다`) // steps/failures.py: took_too_long
Then(`오류와 함께 문의 번호와 고객센터 링크가 나온다`) // steps/failures.py: has_reference_and_way
Then(`오류 화면에 오류 코드와 문의 번호, 고객센터 전화번호와 운영 시간이 나온다`) // steps/failures.py: error_page_names_all
Then(`고객센터가 맨 위에 나온다`) // steps/failures.py: centre_comes_first
Then(`감사 로그에 {recorded_ko} 남는다`) // steps/failures.py: noted
Then(`감사 로그에 비밀 정보가 남지 않는다`) // steps/failures.py: no_secret_noted
Then(`은행에는 아무 기록도 남지 않는다`) // steps/failures.py: bank_knows_nothing
Given(`{work_ko}에 한 번 실패한다`) // steps/faults.py: fails
Given(`{work_ko}에 {times_ko}번 실패한다`) // steps/faults.py: fails_again_and_again
Given(`{work_ko}에 계속 실패한다`) // steps/faults.py: keeps_failing
Given(`{errand_ko} 요청에 응답이 없다`) // steps/faults.py: is_never_answered
Given(`{errand_ko} 요청에 계속 응답이 없다`) // steps/faults.py: keeps_going_unanswered
Given(`{errand_ko}에 {duration_ko} 걸린다`) // steps/faults.py: takes
Given(`{errand_ko}에 계속 {duration_ko} 걸린다`) // steps/faults.py: keeps_taking
Given(`{errand_ko}이/가 느리다`) // steps/faults.py: is_slow
Given(`인증서가 {damage_ko} 도착한다`) // steps/faults.py: arrives_damaged
Given(`인증서 상태 응답이 {distortion_ko} 온다`) // steps/faults.py: word_is_distorted
Given(`저장 공간이 부족하다`) // steps/faults.py: storage_is_full
Given(`저장 매체가 분리되어 있다`) // steps/faults.py: storage_is_gone
Given(`고객의 기기가 고객이 확인한 것과 다른 내용에 서명한다`) // steps/faults.py: signs_other_data
Given(`그사이 {certificate_ko}가 {new_state_ko} 상태로 바뀐다`) // steps/faults.py: changes_in_the_meantime
Given(`{limited_ko}을/를 {times_ko}번 틀리면 잠긴다`) // steps/faults.py: tries_allowed
Given(`은행의 서비스 시간은 {clock_ko}부터 {clock_ko}까지다`) // steps/faults.py: opening_hours
Given(`서비스 시간이 아니다`) // steps/faults.py: is_closed
Given(`은행이 24시간 서비스한다`) // steps/faults.py: always_open
Given(`은행은 응답을 {duration_ko}까지만 기다린다`) // steps/faults.py: waits_for_answers
Given(`한 번에 {money_ko}까지만 이체할 수 있다`) // steps/faults.py: transfer_limit
Given(`하루에 {money_ko}까지만 이체할 수 있다`) // steps/faults.py: daily_limit
When(`고객의 기기가 지난번 서명을 다시 보낸다`) // steps/faults.py: signs_as_before
When(`고객이 인증번호를 요청한다`) // steps/identity.py: ask_for_code
When(`고객이 인증번호를 다시 요청한다`) // steps/identity.py: ask_for_another_code
When(`고객이 인증번호를 요청하지만 바로 받지 못한다`) // steps/identity.py: ask_for_code_in_vain
When(`고객이 보안 키패드로 계좌 비밀번호를 입력한다`) // steps/identity.py: use_keypad
When(`고객이 보안 키패드로 마지막 한 자리를 지우고 다시 입력한다`) // steps/identity.py: correct_with_keypad
When(`고객이 {proof_ko}을/를 공백이 섞인 채로 붙여 넣는다`) // steps/identity.py: paste_with_spaces
When(`고객이 본인 확인을 받는다`) // steps/identity.py: verify
When(`고객이 본인 확인을 {times_ko}번 시도한다`) // steps/identity.py: verify_again_and_again
When(`고객이 {proof_ko}을/를 {times_ko}번 틀린다`) // steps/identity.py: fail_again_and_again
When(`고객이 본인 확인을 다시 시도한다`) // steps/identity.py: verify_again
When(`고객이 처음 받은 인증번호로 본인 확인을 시도한다`) // steps/identity.py: verify_with_first_code
When(`고객이 어떤 보안카드 번호를 묻는지 봐 둔다`) // steps/identity.py: read_card_numbers
Then(`고객의 휴대폰에 {times_ko}자리 인증번호가 온다`) // steps/identity.py: code_reaches_phone
Then(`처음 받은 인증번호는 더 이상 쓸 수 없다`) // steps/identity.py: first_code_is_void
Then(`인증번호 유효 시간이 {countdown_ko} 남았다고 나온다`) // steps/identity.py: time_left
Then(`{entry_ko} 때문에 본인 확인에 실패한다`) // steps/identity.py: verification_fails
Then(`{count_ko}번 더 시도할 수 있다고 나온다`) // steps/identity.py: tries_left
Then(`{advice_ko} 안내가 나온다`) // steps/identity.py: sent_for_help
Then(`앞서와 같은 보안카드 번호를 묻는다`) // steps/identity.py: same_card_numbers
Then(`앞서와 다른 보안카드 번호를 묻는다`) // steps/identity.py: other_card_numbers
Then(`본인 확인을 하고 있다고 나온다`) // steps/identity.py: sees_progress
Then(`잠금을 푸는 방법이 나온다`) // steps/identity.py: told_how_to_unlock
When(`고객이 새 인증서 발급을 신청한다`) // steps/issuing.py: ask_for_certificate
When(`고객이 새 인증서 발급 버튼을 두 번 누른다`) // steps/issuing.py: ask_with_double_click
When(`고객이 다시 시도한다`) // steps/issuing.py: try_again
When(`고객이 {times_ko}번 다시 시도한다`) // steps/issuing.py: try_again_and_again
When(`고객이 인증서 발급을 이어서 진행한다`) // steps/issuing.py: go_on
When(`고객이 인증서 저장을 마친다`) // steps/issuing.py: finish_storing
Then(`인증서를 발급하고 있다고 나온다`) // steps/issuing.py: sees_progress
Then(`진행 중이라고 나온다`) // steps/issuing.py: progress_is_shown
Then(`다시 시도하기보다 고객센터가 먼저 나온다`) // steps/issuing.py: centre_comes_first
Then(`고객센터보다 다시 시도하기가 먼저 나온다`) // steps/issuing.py: another_try_comes_first
When(`고객이 {device_ko}에서 접속한다`) // steps/keeping.py: turn_to_device
When(`고객이 {certificate_ko}를 {place_ko}에 복사한다`) // steps/keeping.py: copy
When(`고객이 {certificate_ko}를 삭제한다`) // steps/keeping.py: delete
When(`고객이 {certificate_ko}의 비밀번호를 새 비밀번호로 바꾼다`) // steps/keeping.py: change_password
When(`고객이 {certificate_ko}를 파일로 내보낸다`) // steps/keeping.py: export
When(`고객이 내보낸 파일을 가져온다`) // steps/keeping.py: import_exported
When(`고객이 내보낸 파일을 예전 프로그램의 형식으로 바꿔 가져온다`) // steps/keeping.py: import_rewritten
When(`고객이 {foreign_file_ko} 파일을 가져온다`) // steps/keeping.py: import_foreign
When(`고객이 {certificate_ko}를 휴대폰으로 내보낸다`) // steps/keeping.py: export_to_phone
When(`고객이 승인번호로 인증서를 가져온다`) // steps/keeping.py: import_from_pc
When(`고객이 그래도 공용 컴퓨터에 저장한다`) // steps/keeping.py: store_all_the_same
When(`고객이 다른 위치를 고르기로 한다`) // steps/keeping.py: choose_another_place
When(`고객이 경고를 보고도 계속한다`) // steps/keeping.py: go_on_knowingly
When(`고객이 경고를 보고 그만둔다`) // steps/keeping.py: stop_there
Then(`처리를 마쳤다고 나온다`) // steps/keeping.py: is_done
Then(`내보낸 파일에 {certificate_ko}와 개인키가 암호화되어 들어 있다`) // steps/keeping.py: file_holds
Then(`{device_ko}에 아무것도 저장되지 않는다`) // steps/keeping.py: nothing_stored
Then(`공용 컴퓨터에 저장할지 묻는다`) // steps/keeping.py: asked_about_shared_place
Then(`인증서를 백업하라는 알림이 나온다`) // steps/keeping.py: asks_for_backup
Then(`인증서를 백업하라는 알림이 나오지 않는다`) // steps/keeping.py: does_not_ask_for_backup
Then(`공용 네트워크라는 경고가 나온다`) // steps/keeping.py: warned_of_network
Then(`미리 알려 주는 화면으로 {screen_ko} 화면이 나온다`) // steps/keeping.py: warning_names
Then(`화면에 인증서가 나오지 않는다`) // steps/keeping.py: shows_no_certificate
When(`고객이 {address_ko} 화면을 연다`) // steps/navigation.py: open_screen
When(`고객이 두 번째 탭에서 {address_ko} 화면을 연다`) // steps/navigation.py: open_in_second_tab
When(`고객이 같은 화면을 두 번째 탭에서도 연다`) // steps/navigation.py: open_same_in_second_tab
When(`고객이 두 번째 탭으로 이동한다`) // steps/navigation.py: turn_to_second_tab
When(`고객이 첫 번째 탭으로 이동한다`) // steps/navigation.py: turn_to_first_tab
When(`고객이 다른 브라우저에서 접속한다`) // steps/navigation.py: turn_to_another_browser
When(`고객이 처음 브라우저로 돌아간다`) // steps/navigation.py: turn_back
When(`고객이 없는 주소를 연다`) // steps/navigation.py: open_unknown_address
When(`고객이 {menu_ko} 메뉴를 고른다`) // steps/navigation.py: choose
When(`고객이 인터넷뱅킹을 시작한다`) // steps/navigation.py: start_banking
When(`고객이 화면을 새로 고친다`) // steps/navigation.py: reload
When(`고객이 뒤로 간다`) // steps/navigation.py: go_back
Then(`{menu_ko} 메뉴가 나온다`) // steps/navigation.py: menu_offers
Then(`키보드로 {thing_ko}까지 갈 수 있다`) // steps/navigation.py: keyboard_reaches
Then(`{screen_ko} 화면이 보인다`) // steps/navigation.py: sees
Then(`단계 표시줄이 {step_ko} 단계를 가리킨다`) // steps/navigation.py: step_bar_marks
Then(`화면에 {string}(이)라고 나온다`) // steps/observations.py: says
Then(`화면에 {string}(이)라고 나오지 않는다`) // steps/observations.py: does_not_say
Then(`{shown_ko}이/가 나온다`) // steps/observations.py: is_shown
Then(`{shown_ko}과/와 {shown_ko}이/가 나온다`) // steps/observations.py: both_are_shown
Then(`화면에 다음 내용이 나온다:`) // steps/observations.py: shows
Then(`오류 코드가 {string}(이)다`) // steps/observations.py: has_code
Then(`감사 로그에 {string}이/가 남는다`) // steps/observations.py: noted
Then(`감사 로그에 다음이 차례로 남는다:`) // steps/observations.py: noted_in_order
Then(`감사 로그에 {string}이/가 남지 않는다`) // steps/observations.py: not_noted
Given(`{sent_ko}이/가 {alteration_ko} 도착한다`) // steps/on_the_way.py: arrives_otherwise
Given(`화면이 {left_out_ko} 단계를 건너뛴다`) // steps/on_the_way.py: leaves_out
When(`{customer_ko} 고객이 다른 브라우저에서 같은 화면을 연다`) // steps/on_the_way.py: open_as_somebody_else
Then(`다른 사이트의 화면은 인증서 프로그램을 쓸 수 없다`) // steps/on_the_way.py: keeps_others_out
Then(`스크립트나 다른 사이트가 고객의 로그인 정보를 가져갈 수 없다`) // steps/on_the_way.py: session_is_kept
When(`고객이 {certificate_ko}를 이 은행에 등록한다`) // steps/other_banks.py: register
When(`고객이 {customer_ko} 고객의 인증서를 이 은행에 등록한다`) // steps/other_banks.py: register_certificate_of
When(`고객이 등록을 해제한다`) // steps/other_banks.py: end_registration
Then(`인증서가 등록되었다고 나온다`) // steps/other_banks.py: is_registered
When(`고객이 {kind_ko} 인증서를 새로 발급받기 시작한다`) // steps/procedures.py: start_anew
When(`고객이 {certificate_ko} {change_ko}을/를 확정한다`) // steps/procedures.py: confirm
When(`고객이 {certificate_ko} {change_ko}을/를 신청한다`) // steps/procedures.py: apply_for
When(`고객이 인증서를 재발급받는다`) // steps/procedures.py: have_issued_anew
Then(`안내에서 {menu_ko} 화면으로 갈 수 있다`) // steps/procedures.py: is_led_on
When(`고객이 갱신을 시작한다`) // steps/renewal.py: start
When(`고객이 갱신을 이어서 진행한다`) // steps/renewal.py: go_on
When(`고객이 약관에 모두 동의한다`) // steps/renewal.py: agree
When(`고객이 {terms_ko}만 빼고 약관에 동의한다`) // steps/renewal.py: agree_to_all_but
When(`고객이 약관에 동의하지 않고 다음으로 넘어간다`) // steps/renewal.py: go_on_without_agreeing
When(`고객이 신청서를 작성한다`) // steps/renewal.py: apply
When(`고객이 {applied_ko} 없이 신청서를 작성한다`) // steps/renewal.py: apply_without
When(`고객이 신청서를 다음과 같이 작성한다:`) // steps/renewal.py: apply_with
Then(`{applied_ko} 칸 외에는 입력한 내용이 그대로 남아 있다`) // steps/renewal.py: rest_is_kept
Then(`{field_ko} 칸만 잘못되었다고 나온다`) // steps/renewal.py: only_wrong_field
Then(`약관에 동의하라는 안내가 나온다`) // steps/renewal.py: asked_to_agree
Then(`갱신을 시작할 수 있다`) // steps/renewal.py: can_be_started
Then(`갱신을 이어서 진행할 수 있다`) // steps/renewal.py: can_be_continued
Then(`미리 준비할 것이 다음과 같이 나온다:`) // steps/renewal.py: needs
Then(`수수료가 {fee_ko}(이)라고 나온다`) // steps/renewal.py: fee
Then(`계좌에서 {money_ko}이 출금된다`) // steps/renewal.py: taken_from_account
Then(`수수료가 1번만 출금된다`) // steps/renewal.py: fee_is_taken_once
Then(`{renewal_reason_ko} 갱신할 수 없다고 나온다`) // steps/renewal.py: refused
Then(`결과에 새 인증서의 내용이 나온다`) // steps/renewal.py: result_describes
Then(`새 인증서는 지금부터 {date_ko} 23:59:59까지 유효하다`) // steps/renewal.py: valid_until
Then(`새 인증서는 기존 인증서보다 1년 더 유효하다`) // steps/renewal.py: valid_longer
When(`고객이 {certificate_ko}로 로그인한다`) // steps/sign_in.py: sign_in
When(`고객이 {certificate_ko}와 {password_ko}로 로그인한다`) // steps/sign_in.py: sign_in_with_password
When(`고객이 {place_ko}에 있는 {certificate_ko}로 로그인한다`) // steps/sign_in.py: sign_in_from
When(`고객이 로그인하면서 인증서 비밀번호를 {tries_ko}번 틀린다`) // steps/sign_in.py: sign_in_with_wrong_password
When(`고객이 기존 인증서를 고르면서 인증서 비밀번호를 {tries_ko}번 틀린다`) // steps/sign_in.py: choose_with_wrong_password
When(`고객이 인증서 비밀번호를 {tries_ko}번 잘못 입력한다`) // steps/sign_in.py: enter_wrong_password
When(`고객이 인증서 선택 창을 닫는다`) // steps/sign_in.py: close_dialog
When(`고객이 로그아웃한다`) // steps/sign_in.py: sign_out
When(`고객이 {place_ko}에서 인증서를 찾는다`) // steps/sign_in.py: look_into
Then(`{sign_in_reason_ko} 로그인할 수 없다고 나온다`) // steps/sign_in.py: sign_in_is_refused
Then(`인증서를 새로 발급받으라는 안내가 나온다`) // steps/sign_in.py: told_to_have_one_issued
Then(`갱신한 인증서를 이 기기에 다시 복사하라는 안내가 나온다`) // steps/sign_in.py: told_to_copy_anew
Then(`고객이 {certificate_ko}로 로그인할 수 있다`) // steps/sign_in.py: can_sign_in
Then(`고객이 {certificate_ko}로 로그인할 수 없다`) // steps/sign_in.py: cannot_sign_in
Then(`고객이 로그인된 상태다`) // steps/sign_in.py: is_signed_in
Then(`고객이 로그인되지 않은 상태다`) // steps/sign_in.py: is_not_signed_in
Then(`인증서 비밀번호를 3번 중 {tries_ko}번 틀렸다고 나온다`) // steps/sign_in.py: password_is_refused
Then(`인증서 선택 창이 닫힌다`) // steps/sign_in.py: dialog_closes
Then(`인증서 선택 창을 다시 열 수 있다`) // steps/sign_in.py: dialog_can_be_opened
Then(`인증서 선택 창에 {certificate_ko}가 나온다`) // steps/sign_in.py: dialog_offers
Then(`인증서 선택 창에 인증서가 하나도 나오지 않는다`) // steps/sign_in.py: dialog_offers_nothing
Then(`인증서 선택 창에 인증서가 {count_ko}개 나온다`) // steps/sign_in.py: dialog_lists
Given(`{customer_ko} 고객이 로그인했다`) // steps/stages.py: signed_in
Given(`{customer_ko} 고객이 {start_ko} 화면에 있다`) // steps/stages.py: at_screen
Given(`{customer_ko} 고객이 {way_ko} {start_ko} 화면에 있다`) // steps/stages.py: at_screen_of_way
Given(`{customer_ko} 고객의 새 인증서가 발급되었지만 저장되지 않았다`) // steps/stages.py: issued_but_not_stored
Given(`{customer_ko} 고객이 인증서를 갱신했다`) // steps/stages.py: renewed
When(`고객이 안내를 따라 고객센터로 간다`) // steps/support.py: go_to_centre
When(`고객이 고객센터에서 그 문의 번호를 조회한다`) // steps/support.py: take_reference_to_centre
When(`고객이 고객센터에서 문의 번호 {string}을/를 조회한다`) // steps/support.py: ask_centre
Then(`화면에서 고객센터로 갈 수 있다`) // steps/support.py: leads_to_centre
Then(`고객센터에 {recorded_ko} 나온다`) // steps/support.py: centre_sees
Then(`고객센터에 {string} 고객의 진행 상태가 {string}(으)로 나온다`) // steps/support.py: centre_sees_progress
Then(`고객센터에 아무 내용도 나오지 않는다`) // steps/support.py: centre_shows_nothing
When(`고객이 {thing_ko}을/를 누른다`) // steps/things.py: press
When(`고객이 {thing_ko}을/를 더블 클릭한다`) // steps/things.py: double_click
When(`고객이 {key_ko} 키를 누른다`) // steps/things.py: press_key
When(`고객이 {box_ko}에 체크한다`) // steps/things.py: tick
When(`고객이 {box_ko}의 체크를 해제한다`) // steps/things.py: untick
When(`고객이 {choice_ko}을/를 고른다`) // steps/things.py: choose
When(`고객이 {blank_ko}에 {string}을/를 입력한다`) // steps/things.py: type_into
Then(`{thing_ko}이/가 {condition_ko}`) // steps/things.py: is_so
Then(`{thing_ko}이/가 {count_ko}개 있다`) // steps/things.py: so_many
Then(`{thing_ko}에 {string}(이)라고 나온다`) // steps/things.py: says
Then(`{thing_ko}에 {string}(이)라고 나오지 않는다`) // steps/things.py: does_not_say
Then(`{thing_ko}에 {string}이/가 들어/남아 있다`) // steps/things.py: reads
Then(`커서가/초점이 {thing_ko}에 있다`) // steps/things.py: has_focus
Then(`화면 낭독기가 {string}(이)라고 알린다`) // steps/things.py: announces
Then(`화면에 접근성 문제가 없다`) // steps/things.py: accessible
Then(`화면 밖으로 넘치는 것이 없다`) // steps/things.py: nothing_sticks_out
Then(`화면이 {string} 그림과 같다`) // steps/things.py: looks_like
Given(`오늘은 {today_ko}이다`) // steps/time.py: today
Given(`지금은 {clock_ko}이다`) // steps/time.py: clock
When(`{duration_ko}이/가 지난다`) // steps/time.py: time_passes
When(`고객이 로그인 시간을 연장한다`) // steps/time.py: extend_session
Then(`곧 로그아웃된다는 알림이 나온다`) // steps/time.py: warned
Then(`곧 로그아웃된다는 알림이 나오지 않는다`) // steps/time.py: not_warned
Then(`서비스 시간이 {clock_ko}부터 {clock_ko}까지라고 나온다`) // steps/time.py: service_hours_given
When(`고객이 {customer_ko} 고객에게 {money_ko} 이체를 신청한다`) // steps/transfers.py: ask
When(`고객이 {certificate_ko}로 이체에 서명한다`) // steps/transfers.py: sign
When(`고객이 {customer_ko} 고객의 인증서로 이체에 서명한다`) // steps/transfers.py: sign_with_certificate_of
When(`고객이 {certificate_ko}로 이체에 서명하면서 확인 버튼을 두 번 누른다`) // steps/transfers.py: sign_with_double_click
When(`고객이 {certificate_ko}로 {customer_ko} 고객에게 {money_ko}을 이체한다`) // steps/transfers.py: transfer
When(`고객이 {customer_ko} 고객에게 {money_ko}을 이체한다`) // steps/transfers.py: transfer_to
When(`고객이 {money_ko}을 이체한다`) // steps/transfers.py: transfer_to_the_other
When(`고객이 {certificate_ko}로 {money_ko}을 이체한다`) // steps/transfers.py: transfer_with
Then(`{customer_ko} 고객에게 {money_ko}을 보낼지 묻는다`) // steps/transfers.py: asked_to_confirm
Then(`이체 결과에 {certificate_ko}와 {money_ko}이 나온다`) // steps/transfers.py: receipt_names
Then(`이체 결과에 {certificate_ko}가 나온다`) // steps/transfers.py: receipt_names_certificate
Then(`서명한 문서에 확인한 내용이 그대로 있고 {certificate_ko}로 서명되어 있다`) // steps/transfers.py: document_is_signed
Then(`{customer_ko} 고객의 계좌에 {money_ko}이 입금된다`) // steps/transfers.py: receives
Then(`어느 계좌에서도 돈이 출금되지 않는다`) // steps/transfers.py: no_money_moves
Then(`거래 내역 맨 위에 {customer_ko} 고객에게 보낸 {money_ko}이 나온다`) // steps/transfers.py: history_begins_with
Then(`화면에 나온 잔액이 실제 잔액과 같다`) // steps/transfers.py: balance_agrees
Then(`잔액이 {money_ko}으로 나온다`) // steps/transfers.py: balance_is
Then(`거래 내역이 {count_ko}건 나온다`) // steps/transfers.py: number_of_entries
Then(`같은 이체에 다시 서명할 수 있다`) // steps/transfers.py: can_still_be_signed
When(`고객이 {value_ko}을/를 {named_ko}(으)로 적어 둔다`) // steps/values.py: note
Then(`{customer_ko} 고객에게 {string}(이)라는 {post_ko}이/가 온다`) // steps/values.py: receives
Then(`{customer_ko} 고객에게 {notice_ko} {post_ko}이/가 온다`) // steps/values.py: is_told
Then(`{customer_ko} 고객에게 온 {post_ko}은/는 모두 {count_ko}건이다`) // steps/values.py: received_so_many
Then(`문자가 오지 않는다`) // steps/values.py: no_message
Then(`the revocation list names {certificate} as {new_state}`) // steps/authority.py: list_names
Then(`the revocation list does not name {certificate}`) // steps/authority.py: list_does_not_name
Then(`the authority answers that {certificate} is {state}`) // steps/authority.py: answers
Then(`the authority does not know a certificate that it has not issued`) // steps/authority.py: does_not_know
Then(`{certificate} is listed as {state}`) // steps/certificates.py: listed_in_state
Then(`{certificate} is listed with {left}`) // steps/certificates.py: listed_with_days_left
Then(`{certificate} is listed as valid from {date} until {date}`) // steps/certificates.py: listed_with_dates
Then(`these certificates are listed:`) // steps/certificates.py: listed
Then(`exactly {count} certificate(s) is/are listed as {state}`) // steps/certificates.py: number_listed
Then(`certificate management lists {count} certificate(s)`) // steps/certificates.py: so_many_listed
Then(`only {customer}'s certificates are listed`) // steps/certificates.py: only_own_certificates
Then(`the site says that it is time to renew`) // steps/certificates.py: time_to_renew
Then(`the site does not call for renewal`) // steps/certificates.py: not_time_to_renew
Then(`no certificate is issued`) // steps/certificates.py: none_issued
Then(`exactly {count} certificate(s) is/are issued`) // steps/certificates.py: so_many_issued
Given(`the customer uses a/an {size} screen`) // steps/circumstances.py: screen_size
Given(`the browser is zoomed to {percent}`) // steps/circumstances.py: zoomed
Given(`the customer prefers {preference}`) // steps/circumstances.py: prefers
Given(`the computer's time zone is {zone}`) // steps/circumstances.py: time_zone
Given(`the computer's clock is {duration} {wrong}`) // steps/circumstances.py: wrong_clock
Given(`the browser blocks {blocked}`) // steps/circumstances.py: blocks
Given(`the customer uses only the keyboard`) // steps/circumstances.py: only_keyboard
Given(`the connection is {connection}`) // steps/circumstances.py: connection_is
When(`the connection is {connection}`) // steps/circumstances.py: connection_is
When(`the customer goes to the renewal by the menus`) // features/phrases.feature:5
When(`the customer renews the certificate from the menu to the result, keeping it on the {place}`) // features/phrases.feature:11
When(`the customer signs out, and in again with {certificate}`) // features/phrases.feature:21
Then(`the renewal is complete, with one certificate and {money} taken`) // features/phrases.feature:27
Given(`the bank cannot be reached`) // steps/connections.py: bank_out_of_reach
Given(`the certificate program does not answer`) // steps/connections.py: program_is_silent
Given(`the report that the certificate is stored does not reach the bank`) // steps/connections.py: report_is_lost
When(`the bank can be reached again`) // steps/connections.py: bank_within_reach
When(`the bank's server restarts`) // steps/connections.py: server_restarts
When(`the certificate program answers again`) // steps/connections.py: program_answers
Given(`{customer} is a customer`) // steps/customers.py: customer
Given(`somebody is a {sort} customer`) // steps/customers.py: somebody
Given(`{customer} has these certificates:`) // steps/customers.py: has_certificates
Given(`{customer}'s certificate expires/expired {day}`) // steps/customers.py: certificate_expires
Given(`{customer}'s certificate is {held_state}`) // steps/customers.py: certificate_is_in_state
Given(`{customer}'s certificate is another bank's`) // steps/customers.py: certificate_of_another_bank
Given(`{customer} has registered a certificate of another bank`) // steps/customers.py: has_registered_certificate_of_another_bank
Given(`{customer} has a {kind} certificate`) // steps/customers.py: has_certificate_of_kind
Given(`{customer}'s certificate is kept on the {place}`) // steps/customers.py: certificate_lies_in
Given(`{customer} has 2 certificates`) // steps/customers.py: has_two_certificates
Given(`{customer} also has a certificate that expires/expired {day}`) // steps/customers.py: has_another_certificate
Given(`{customer} also has a certificate that is {held_state}`) // steps/customers.py: has_another_certificate_in_state
Given(`{customer} also has a certificate that is another bank's`) // steps/customers.py: has_another_certificate_of_another_bank
Given(`{customer} also has the certificate on the {device}`) // steps/customers.py: has_certificate_elsewhere
Given(`the computer is shared with others`) // steps/customers.py: computer_is_shared
Given(`the customer is on a {network} network`) // steps/customers.py: on_network
Given(`{customer}'s account holds {money}`) // steps/customers.py: account_holds
Given(`{customer} uses {means}`) // steps/customers.py: means_of_security
Then(`the {place} holds {certificate} and its key`) // steps/device.py: place_holds_files
Then(`the {place} does not hold {certificate}`) // steps/device.py: place_holds_no_files
Then(`the {place} holds no certificate`) // steps/device.py: place_is_empty
Then(`the new certificate's key is encrypted`) // steps/device.py: key_is_encrypted
Then(`the new certificate has the old one's subject, but its own serial number and key`) // steps/device.py: only_the_subject_is_old
When(`the customer changes the registered phone number to {phone}`) // steps/elsewhere.py: change_phone
When(`the customer reports the security card lost`) // steps/elsewhere.py: lose_card
When(`the customer unplugs the {medium}`) // steps/elsewhere.py: unplug
When(`the customer plugs the {medium} in again`) // steps/elsewhere.py: plug_in
When(`the customer prints/saves the screen`) // steps/elsewhere.py: print_screen
Then(`the printout says {string}`) // steps/elsewhere.py: printed
Then(`the printout does not say {string}`) // steps/elsewhere.py: not_printed
When(`the customer leaves the {entry} empty`) // steps/entries.py: leave_empty
When(`the customer enters {string} as the {typed}`) // steps/entries.py: enter
When(`the customer enters a wrong {digits}`) // steps/entries.py: enter_wrong
When(`the customer enters the {typed}`) // steps/entries.py: enter_rightly
When(`the customer enters the {typed} and the {typed}`) // steps/entries.py: enter_both_rightly
When(`the customer corrects the {entry}`) // steps/entries.py: correct
When(`the customer chooses the {place} as the storage place`) // steps/entries.py: choose_place
When(`the customer chooses {certificate} as the old one`) // steps/entries.py: choose_old_certificate
When(`the customer chooses {customer}'s certificate as the old one`) // steps/entries.py: choose_certificate_of
Then(`the customer is told that {failure}`) // steps/failures.py: told
Then(`{refused} is refused`) // steps/failures.py: is_refused
Then(`the customer is told that it took too long`) // steps/failures.py: took_too_long
Then(`the error comes with a reference number and a way to the customer centre`) // steps/failures.py: has_reference_and_way
Then(`the error page names error code, reference number, and the customer centre's number and hours`) // steps/failures.py: error_page_names_all
Then(`the customer centre comes first`) // steps/failures.py: centre_comes_first
Then(`the audit log notes that {recorded}`) // steps/failures.py: noted
Then(`the audit log holds no secret`) // steps/failures.py: no_secret_noted
Then(`the bank has learnt nothing of it`) // steps/failures.py: bank_knows_nothing
Given(`{work} fails once`) // steps/faults.py: fails
Given(`{work} fails {times} times`) // steps/faults.py: fails_again_and_again
Given(`{work} keeps failing`) // steps/faults.py: keeps_failing
Given(`{errand} is never answered`) // steps/faults.py: is_never_answered
Given(`{errand} keeps going unanswered`) // steps/faults.py: keeps_going_unanswered
Given(`{errand} takes {duration}`) // steps/faults.py: takes
Given(`{errand} keeps taking {duration}`) // steps/faults.py: keeps_taking
Given(`{errand} is slow`) // steps/faults.py: is_slow
Given(`the certificate arrives with {damage}`) // steps/faults.py: arrives_damaged
Given(`the authority's word on the certificate comes {distortion}`) // steps/faults.py: word_is_distorted
Given(`the storage place is full`) // steps/faults.py: storage_is_full
Given(`the storage medium is pulled out`) // steps/faults.py: storage_is_gone
Given(`the customer's device signs other data than the customer confirmed`) // steps/faults.py: signs_other_data
Given(`{certificate} is {new_state} in the meantime`) // steps/faults.py: changes_in_the_meantime
Given(`the {limited} may be entered {times} times`) // steps/faults.py: tries_allowed
Given(`the bank is open from {clock} until {clock}`) // steps/faults.py: opening_hours
Given(`the bank is closed`) // steps/faults.py: is_closed
Given(`the bank is open day and night`) // steps/faults.py: always_open
Given(`the bank waits {duration} for an answer`) // steps/faults.py: waits_for_answers
Given(`the bank transfers up to {money} at a time`) // steps/faults.py: transfer_limit
Given(`the bank transfers up to {money} a day`) // steps/faults.py: daily_limit
When(`the customer's device hands out its last signature once more`) // steps/faults.py: signs_as_before
When(`the customer asks for an SMS code`) // steps/identity.py: ask_for_code
When(`the customer asks for another SMS code`) // steps/identity.py: ask_for_another_code
When(`the customer asks for an SMS code in vain`) // steps/identity.py: ask_for_code_in_vain
When(`the customer enters the account password with the keypad`) // steps/identity.py: use_keypad
When(`the customer takes the last digit back and enters it again with the keypad`) // steps/identity.py: correct_with_keypad
When(`the customer pastes the {proof} with spaces in it`) // steps/identity.py: paste_with_spaces
When(`the customer verifies their identity`) // steps/identity.py: verify
When(`the customer verifies their identity {times} times`) // steps/identity.py: verify_again_and_again
When(`the customer enters a wrong {proof} {times} times`) // steps/identity.py: fail_again_and_again
When(`the customer tries to verify their identity again`) // steps/identity.py: verify_again
When(`the customer verifies their identity with the first code`) // steps/identity.py: verify_with_first_code
When(`the customer reads which security card numbers are asked`) // steps/identity.py: read_card_numbers
Then(`a code of {times} digits reaches the customer's phone`) // steps/identity.py: code_reaches_phone
Then(`the first SMS code no longer works`) // steps/identity.py: first_code_is_void
Then(`the SMS code is good for another {countdown}`) // steps/identity.py: time_left
Then(`identity verification fails at the {entry}`) // steps/identity.py: verification_fails
Then(`{count} tries/try are/is left`) // steps/identity.py: tries_left
Then(`the customer is sent to {advice}`) // steps/identity.py: sent_for_help
Then(`the same security card numbers are asked`) // steps/identity.py: same_card_numbers
Then(`other security card numbers are asked`) // steps/identity.py: other_card_numbers
Then(`the customer sees that verification takes its time`) // steps/identity.py: sees_progress
Then(`the customer is told how to unlock it`) // steps/identity.py: told_how_to_unlock
When(`the customer asks for the new certificate`) // steps/issuing.py: ask_for_certificate
When(`the customer asks for the new certificate with a double click`) // steps/issuing.py: ask_with_double_click
When(`the customer tries again`) // steps/issuing.py: try_again
When(`the customer tries again {times} times`) // steps/issuing.py: try_again_and_again
When(`the customer goes on with issuing`) // steps/issuing.py: go_on
When(`the customer finishes storing the certificate`) // steps/issuing.py: finish_storing
Then(`the customer sees that issuing takes its time`) // steps/issuing.py: sees_progress
Then(`progress is shown`) // steps/issuing.py: progress_is_shown
Then(`the customer centre comes before another try`) // steps/issuing.py: centre_comes_first
Then(`another try comes before the customer centre`) // steps/issuing.py: another_try_comes_first
When(`the customer turns to the {device}`) // steps/keeping.py: turn_to_device
When(`the customer copies {certificate} to the {place}`) // steps/keeping.py: copy
When(`the customer deletes {certificate}`) // steps/keeping.py: delete
When(`the customer gives {certificate} the new password`) // steps/keeping.py: change_password
When(`the customer exports {certificate}`) // steps/keeping.py: export
When(`the customer imports the exported file`) // steps/keeping.py: import_exported
When(`the customer imports the exported file as an older program writes it`) // steps/keeping.py: import_rewritten
When(`the customer imports {foreign_file}`) // steps/keeping.py: import_foreign
When(`the customer exports {certificate} to the phone`) // steps/keeping.py: export_to_phone
When(`the customer imports the certificate by its relay number`) // steps/keeping.py: import_from_pc
When(`the customer stores it there all the same`) // steps/keeping.py: store_all_the_same
When(`the customer rather chooses another place`) // steps/keeping.py: choose_another_place
When(`the customer goes on knowingly`) // steps/keeping.py: go_on_knowingly
When(`the customer stops there`) // steps/keeping.py: stop_there
Then(`the device says that it is done`) // steps/keeping.py: is_done
Then(`the exported file holds {certificate} and its key, encrypted`) // steps/keeping.py: file_holds
Then(`nothing is stored on the {device}`) // steps/keeping.py: nothing_stored
Then(`the customer is asked whether to store on a shared computer`) // steps/keeping.py: asked_about_shared_place
Then(`the site asks for a backup`) // steps/keeping.py: asks_for_backup
Then(`the site does not ask for a backup`) // steps/keeping.py: does_not_ask_for_backup
Then(`the customer is warned of the public network`) // steps/keeping.py: warned_of_network
Then(`the warning names {screen} as one that warns`) // steps/keeping.py: warning_names
Then(`the page shows no certificate`) // steps/keeping.py: shows_no_certificate
When(`the customer opens {address}`) // steps/navigation.py: open_screen
When(`the customer opens {address} in a second tab`) // steps/navigation.py: open_in_second_tab
When(`the customer opens the same page in a second tab`) // steps/navigation.py: open_same_in_second_tab
When(`the customer turns to the second tab`) // steps/navigation.py: turn_to_second_tab
When(`the customer turns to the first tab`) // steps/navigation.py: turn_to_first_tab
When(`the customer turns to another browser`) // steps/navigation.py: turn_to_another_browser
When(`the customer turns back to the first browser`) // steps/navigation.py: turn_back
When(`the customer opens an unknown address`) // steps/navigation.py: open_unknown_address
When(`the customer chooses {menu}`) // steps/navigation.py: choose
When(`the customer starts internet banking`) // steps/navigation.py: start_banking
When(`the customer reloads the page`) // steps/navigation.py: reload
When(`the customer goes back`) // steps/navigation.py: go_back
Then(`the menu offers {menu}`) // steps/navigation.py: menu_offers
Then(`the keyboard reaches {thing}`) // steps/navigation.py: keyboard_reaches
Then(`the customer sees {screen}`) // steps/navigation.py: sees
Then(`the step bar marks {step}`) // steps/navigation.py: step_bar_marks
Then(`the screen says {string}`) // steps/observations.py: says
Then(`the screen does not say {string}`) // steps/observations.py: does_not_say
Then(`the {shown} is/are shown`) // steps/observations.py: is_shown
Then(`the {shown} and the {shown} are shown`) // steps/observations.py: both_are_shown
Then(`the screen shows:`) // steps/observations.py: shows
Then(`the error code is {string}`) // steps/observations.py: has_code
Then(`the audit log notes {string}`) // steps/observations.py: noted
Then(`the audit log notes, one after the other:`) // steps/observations.py: noted_in_order
Then(`the audit log does not note {string}`) // steps/observations.py: not_noted
Given(`the {sent} arrives {alteration}`) // steps/on_the_way.py: arrives_otherwise
Given(`the page leaves out {left_out}`) // steps/on_the_way.py: leaves_out
When(`{customer} opens the same page in another browser`) // steps/on_the_way.py: open_as_somebody_else
Then(`another site's page gets nothing of the certificate program`) // steps/on_the_way.py: keeps_others_out
Then(`scripts and other sites do not get at the customer's session`) // steps/on_the_way.py: session_is_kept
When(`the customer registers {certificate} at this bank`) // steps/other_banks.py: register
When(`the customer registers {customer}'s certificate at this bank`) // steps/other_banks.py: register_certificate_of
When(`the customer ends the registration`) // steps/other_banks.py: end_registration
Then(`the certificate is registered`) // steps/other_banks.py: is_registered
When(`the customer starts to have a {kind} certificate issued anew`) // steps/procedures.py: start_anew
When(`the customer confirms the {change} of {certificate}`) // steps/procedures.py: confirm
When(`the customer applies for the {change} of {certificate}`) // steps/procedures.py: apply_for
When(`the customer has the certificate issued anew`) // steps/procedures.py: have_issued_anew
Then(`the customer is led on to {menu}`) // steps/procedures.py: is_led_on
When(`the customer starts the renewal`) // steps/renewal.py: start
When(`the customer continues the renewal`) // steps/renewal.py: go_on
When(`the customer agrees to all terms`) // steps/renewal.py: agree
When(`the customer agrees to all but the {terms}`) // steps/renewal.py: agree_to_all_but
When(`the customer goes on without agreeing to the terms`) // steps/renewal.py: go_on_without_agreeing
When(`the customer fills in the application`) // steps/renewal.py: apply
When(`the customer fills in the application without the {applied}`) // steps/renewal.py: apply_without
When(`the customer fills in the application with:`) // steps/renewal.py: apply_with
Then(`everything but the {applied} is still filled in`) // steps/renewal.py: rest_is_kept
Then(`only the {field} is/are named as wrong`) // steps/renewal.py: only_wrong_field
Then(`the customer is asked to agree to the terms`) // steps/renewal.py: asked_to_agree
Then(`the renewal can be started`) // steps/renewal.py: can_be_started
Then(`the renewal can be continued`) // steps/renewal.py: can_be_continued
Then(`the customer is asked to have ready:`) // steps/renewal.py: needs
Then(`the fee shown is {fee}`) // steps/renewal.py: fee
Then(`{money} is taken from the account`) // steps/renewal.py: taken_from_account
Then(`the fee is taken exactly once`) // steps/renewal.py: fee_is_taken_once
Then(`the renewal is refused because {renewal_reason}`) // steps/renewal.py: refused
Then(`the result describes the new certificate`) // steps/renewal.py: result_describes
Then(`the new certificate is valid from now until {date} 23:59:59`) // steps/renewal.py: valid_until
Then(`the new certificate is valid one year longer than the old one`) // steps/renewal.py: valid_longer
When(`the customer signs in with {certificate}`) // steps/sign_in.py: sign_in
When(`the customer signs in with {certificate} and {password}`) // steps/sign_in.py: sign_in_with_password
When(`the customer signs in with {certificate} from the {place}`) // steps/sign_in.py: sign_in_from
When(`the customer signs in with a wrong certificate password {tries} time(s)`) // steps/sign_in.py: sign_in_with_wrong_password
When(`the customer chooses the old certificate with a wrong password {tries} time(s)`) // steps/sign_in.py: choose_with_wrong_password
When(`the customer enters a wrong certificate password {tries} time(s)`) // steps/sign_in.py: enter_wrong_password
When(`the customer closes the certificate dialog`) // steps/sign_in.py: close_dialog
When(`the customer signs out`) // steps/sign_in.py: sign_out
When(`the customer looks for certificates in the {place}`) // steps/sign_in.py: look_into
Then(`signing in is refused because {sign_in_reason}`) // steps/sign_in.py: sign_in_is_refused
Then(`the customer is told to have a certificate issued anew`) // steps/sign_in.py: told_to_have_one_issued
Then(`the customer is told to copy the renewed certificate to this device`) // steps/sign_in.py: told_to_copy_anew
Then(`the customer can sign in with {certificate}`) // steps/sign_in.py: can_sign_in
Then(`the customer cannot sign in with {certificate}`) // steps/sign_in.py: cannot_sign_in
Then(`the customer is signed in`) // steps/sign_in.py: is_signed_in
Then(`the customer is not signed in`) // steps/sign_in.py: is_not_signed_in
Then(`the certificate password is refused with {tries} of 3 tries used`) // steps/sign_in.py: password_is_refused
Then(`the certificate dialog closes`) // steps/sign_in.py: dialog_closes
Then(`the certificate dialog can be opened again`) // steps/sign_in.py: dialog_can_be_opened
Then(`the certificate dialog offers {certificate}`) // steps/sign_in.py: dialog_offers
Then(`the certificate dialog offers no certificate`) // steps/sign_in.py: dialog_offers_nothing
Then(`the certificate dialog lists {count} certificate(s)`) // steps/sign_in.py: dialog_lists
Given(`{customer} is signed in`) // steps/stages.py: signed_in
Given(`{customer} is at {start}`) // steps/stages.py: at_screen
Given(`{customer} is at {start} {way}`) // steps/stages.py: at_screen_of_way
Given(`{customer} has a certificate issued but not stored`) // steps/stages.py: issued_but_not_stored
Given(`{customer} has renewed the certificate`) // steps/stages.py: renewed
When(`the customer goes on to the customer centre`) // steps/support.py: go_to_centre
When(`the customer takes the reference number to the customer centre`) // steps/support.py: take_reference_to_centre
When(`the customer asks the centre about {string}`) // steps/support.py: ask_centre
Then(`the screen leads to the customer centre`) // steps/support.py: leads_to_centre
Then(`the centre sees that {recorded}`) // steps/support.py: centre_sees
Then(`the centre sees {string} at {string}`) // steps/support.py: centre_sees_progress
Then(`the centre shows nothing`) // steps/support.py: centre_shows_nothing
When(`the customer presses {thing}`) // steps/things.py: press
When(`the customer presses {thing} twice at once`) // steps/things.py: double_click
When(`the customer presses the {key} key`) // steps/things.py: press_key
When(`the customer ticks {box}`) // steps/things.py: tick
When(`the customer takes the tick from {box}`) // steps/things.py: untick
When(`the customer chooses {choice}`) // steps/things.py: choose
When(`the customer types {string} into {blank}`) // steps/things.py: type_into
Then(`{thing} is/are {condition}`) // steps/things.py: is_so
Then(`there is/are {count} {thing}`) // steps/things.py: so_many
Then(`in/at {thing} it says {string}`) // steps/things.py: says
Then(`in/at {thing} it does not say {string}`) // steps/things.py: does_not_say
Then(`{thing} (still )reads {string}`) // steps/things.py: reads
Then(`the cursor/focus is in/on {thing}`) // steps/things.py: has_focus
Then(`a screen reader announces {string}`) // steps/things.py: announces
Then(`the screen has no accessibility problems`) // steps/things.py: accessible
Then(`nothing sticks out of the screen`) // steps/things.py: nothing_sticks_out
Then(`the screen looks like the picture {string}`) // steps/things.py: looks_like
Given(`today is {today}`) // steps/time.py: today
Given(`it is {clock}`) // steps/time.py: clock
When(`{duration} pass(es)`) // steps/time.py: time_passes
When(`the customer extends the session`) // steps/time.py: extend_session
Then(`the customer is warned that the session is about to end`) // steps/time.py: warned
Then(`the customer is not warned that the session is about to end`) // steps/time.py: not_warned
Then(`the service hours are given as {clock} to {clock}`) // steps/time.py: service_hours_given
When(`the customer asks for a transfer of {money} to {customer}`) // steps/transfers.py: ask
When(`the customer signs the transfer with {certificate}`) // steps/transfers.py: sign
When(`the customer signs the transfer with {customer}'s certificate`) // steps/transfers.py: sign_with_certificate_of
When(`the customer signs the transfer with {certificate} with a double click`) // steps/transfers.py: sign_with_double_click
When(`the customer transfers {money} to {customer} with {certificate}`) // steps/transfers.py: transfer
When(`the customer transfers {money} to {customer}`) // steps/transfers.py: transfer_to
When(`the customer transfers {money}`) // steps/transfers.py: transfer_to_the_other
When(`the customer transfers {money} with {certificate}`) // steps/transfers.py: transfer_with
Then(`the customer is asked to confirm {money} to {customer}`) // steps/transfers.py: asked_to_confirm
Then(`the receipt names {certificate} and {money}`) // steps/transfers.py: receipt_names
Then(`the receipt names {certificate}`) // steps/transfers.py: receipt_names_certificate
Then(`the signed document says what was confirmed, and {certificate} signed it`) // steps/transfers.py: document_is_signed
Then(`{customer} receives {money}`) // steps/transfers.py: receives
Then(`no money moves`) // steps/transfers.py: no_money_moves
Then(`the account history begins with {money} to {customer}`) // steps/transfers.py: history_begins_with
Then(`the balance shown is what the account holds`) // steps/transfers.py: balance_agrees
Then(`the balance shown is {money}`) // steps/transfers.py: balance_is
Then(`the account history shows {count} entry/entries`) // steps/transfers.py: number_of_entries
Then(`the same transfer can still be signed`) // steps/transfers.py: can_still_be_signed
When(`the customer notes {value} as {named}`) // steps/values.py: note
Then(`{customer} receives a/an {post} that says {string}`) // steps/values.py: receives
Then(`{customer} receives a/an {post} about {notice}`) // steps/values.py: is_told
Then(`{customer} has received exactly {count} {post}(s)`) // steps/values.py: received_so_many
Then(`no text message is sent`) // steps/values.py: no_message
