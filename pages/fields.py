"""What a customer can fill in, tick or choose, by the names that the screens give it."""

from __future__ import annotations

import re

from pages.labels import Label


class Field(Label):
    """A field of a form; the value is its accessible name, as a regular expression."""

    ELECTRONIC_BANKING_TERMS = r"전자금융거래 이용약관 동의 \(필수\)"
    CERTIFICATE_SERVICE_TERMS = r"인증서 서비스 약관 동의 \(필수\)"

    NAME = r"이름|기업 이름"
    NUMBER = r"주민등록번호|사업자등록번호|주민등록번호 또는 사업자등록번호"
    ACCOUNT = r"출금 계좌번호"
    PHONE = r"휴대폰 번호"
    EMAIL = r"이메일"

    ACCOUNT_PASSWORD = r"계좌 비밀번호"
    SMS_CODE = r"인증번호"
    CARD_FIRST = r"보안카드 \d\d번 앞 두 자리"
    CARD_SECOND = r"보안카드 \d\d번 뒤 두 자리"
    OTP = r"OTP 번호"

    OLD_CERTIFICATE = r"기존 인증서 선택"
    NEW_PASSWORD = r"새 인증서 비밀번호"
    NEW_PASSWORD_AGAIN = r"새 인증서 비밀번호 확인"
    PLACE = r"저장 위치|복사할 위치"

    RECEIVER = r"받는 계좌번호"
    AMOUNT = r"이체 금액"
    MEMO = r"받는 분 통장 표시"

    CERTIFICATE = r"인증서 선택"
    FILE = r"인증서 파일 \(.pfx, .p12\)"
    FILE_PASSWORD = r"파일 비밀번호"
    FILE_PASSWORD_AGAIN = r"파일 비밀번호 확인"
    RELAY_NUMBER = r"승인번호"
    CERTIFICATE_PASSWORD = r"인증서 비밀번호"
    UNDERSTOOD = r"이 위치의 인증서를 복구할 수 없음을 확인했습니다"

    REFERENCE = r"문의 번호"

    @property
    def label(self) -> re.Pattern[str]:
        """The whole accessible name."""
        return re.compile(f"^({self.value})$")
