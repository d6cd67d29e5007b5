"""What customers read of failures, by the codes that the bank and the device have for them."""

from __future__ import annotations

RENEWAL = "인증서를 갱신할 수 없습니다"

# By what is read, the codes that it is read of.
_CODES = {
    "쿠키가 차단되어 있습니다": "COOKIES-BLOCKED",
    "로그인이 필요합니다": "SESSION-NEEDED",
    "자동으로 로그아웃되었습니다": "SESSION-EXPIRED",
    "다른 곳에서 로그인했습니다": "SESSION-ELSEWHERE",
    "로그아웃되었습니다": "SESSION-CERTIFICATE",
    "처음부터 다시 진행해 주세요": "PROCEDURE-EXPIRED",
    "신청할 수 있는 인증서가 없습니다": "CHANGE-NONE",
    "서비스 시간이 아닙니다": "SERVICE-CLOSED",
    "앞 단계가 끝나지 않았습니다": "RENEWAL-ORDER",
    "이미 마친 단계입니다": "RENEWAL-PASSED",
    "본인 확인 실패": (
        "IDENTITY-MISMATCH IDENTITY-PASSWORD IDENTITY-PASSWORD-LOCKED IDENTITY-CODE "
        "IDENTITY-CODE-EXPIRED IDENTITY-CODE-LOCKED IDENTITY-CARD IDENTITY-CARD-LOCKED "
        "IDENTITY-CARD-LOST IDENTITY-OTP IDENTITY-OTP-LOCKED"
    ),
    "본인 확인을 처리하지 못했습니다": "IDENTITY-SERVER IDENTITY-TIMEOUT",
    "문자를 보내지 못했습니다": "SMS-FAILED SMS-TIMEOUT",
    RENEWAL: "REQUEST-REFUSED REQUEST-OTHER STORED-OTHER",
    "이미 발급을 신청했습니다": "REQUEST-TAKEN",
    "수수료를 출금하지 못했습니다": "FEE-UNPAID",
    "인증서 발급 서버 오류": "CA-REGISTER CA-ISSUE CA-DELIVER CA-TIMEOUT DEVICE-REFUSED",
    "새 인증서를 저장하지 못했습니다": "DEVICE-STORE-FULL DEVICE-STORE-GONE DEVICE-NO-KEY",
    "결과를 기록하지 못했습니다": "RECORD-FAILED",
    "인증서를 등록하지 못했습니다": (
        "REGISTER-SIGNATURE REGISTER-HOLDER REGISTER-KNOWN REGISTER-STATE REGISTER-STATUS"
    ),
    "인증서를 가져오지 못했습니다": "RELAY-UNKNOWN RELAY-USED RELAY-EXPIRED",
    "문의 번호를 찾을 수 없습니다": "SUPPORT-UNKNOWN",
    "로그인할 수 없습니다": "SIGN-IN-SIGNATURE SIGN-IN-STATUS",
    "요청을 처리할 수 없습니다": "REQUEST-MALFORMED",
    "인증서 프로그램에 문제가 생겼습니다": "DEVICE-FAILED",
    "화면을 찾을 수 없습니다": "NOT-FOUND",
    "이체하지 못했습니다": (
        "TRANSFER-SIGNATURE TRANSFER-UNKNOWN TRANSFER-OWN TRANSFER-BALANCE TRANSFER-LIMIT "
        "TRANSFER-DAY TRANSFER-EXPIRED TRANSFER-SUSPENDED TRANSFER-REVOKED TRANSFER-REPLACED "
        "TRANSFER-OTHER TRANSFER-UNREGISTERED TRANSFER-DATA TRANSFER-REPLAYED TRANSFER-STATUS"
    ),
    "은행이 응답하지 않습니다": "BANK-NO-ANSWER",
    "인증서 프로그램이 응답하지 않습니다": "DEVICE-NO-ANSWER",
}
TITLES = {code: title for title, codes in _CODES.items() for code in codes.split()}

# What the device says by itself, of what the bank has no part in.
DEVICE = {
    "store-full": "저장 공간이 부족하여 인증서를 저장하지 못했습니다.",
    "same-place": "인증서가 이미 그 위치에 있습니다.",
    "broken-file": "인증서 파일이 아니거나 손상된 파일이어서 가져오지 않았습니다.",
    "unsupported-file": "이 기기에서 열 수 없는 방식으로 암호화된 파일이어서 가져오지 않았습니다.",
    "wrong-file-password": "파일 비밀번호가 맞지 않습니다.",
    "foreign-certificate": "모의인증원 인증서를 내보낸 파일인지 확인해 주세요.",
}
WORDS = {**TITLES, **DEVICE}

# Whom a lock sends the customer to.
ADVICE = {
    "branch": "신분증을 가지고 영업점을 방문해",
    "customer-centre": "고객센터에서 본인 확인을 거쳐",
    "another-code": "‘인증번호 다시 받기’를 눌러",
}
