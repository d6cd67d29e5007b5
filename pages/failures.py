"""What customers read of failures, by the codes that the bank and the device have for them."""

from __future__ import annotations

IDENTITY = "본인 확인 실패"
IDENTITY_SERVICE = "본인 확인을 처리하지 못했습니다"
SMS = "문자를 보내지 못했습니다"
RENEWAL = "인증서를 갱신할 수 없습니다"
SERVER = "인증서 발급 서버 오류"
TRANSFER = "이체하지 못했습니다"
REGISTRATION = "인증서를 등록하지 못했습니다"
RELAY = "인증서를 가져오지 못했습니다"
STORAGE = "새 인증서를 저장하지 못했습니다"

TITLES = {
    "COOKIES-BLOCKED": "쿠키가 차단되어 있습니다",
    "SESSION-NEEDED": "로그인이 필요합니다",
    "SESSION-EXPIRED": "자동으로 로그아웃되었습니다",
    "SESSION-ELSEWHERE": "다른 곳에서 로그인했습니다",
    "SESSION-CERTIFICATE": "로그아웃되었습니다",
    "PROCEDURE-EXPIRED": "처음부터 다시 진행해 주세요",
    "CHANGE-NONE": "신청할 수 있는 인증서가 없습니다",
    "SERVICE-CLOSED": "서비스 시간이 아닙니다",
    "RENEWAL-ORDER": "앞 단계가 끝나지 않았습니다",
    "RENEWAL-PASSED": "이미 마친 단계입니다",
    "IDENTITY-MISMATCH": IDENTITY,
    "IDENTITY-PASSWORD": IDENTITY,
    "IDENTITY-PASSWORD-LOCKED": IDENTITY,
    "IDENTITY-CODE": IDENTITY,
    "IDENTITY-CODE-EXPIRED": IDENTITY,
    "IDENTITY-CODE-LOCKED": IDENTITY,
    "IDENTITY-CARD": IDENTITY,
    "IDENTITY-CARD-LOCKED": IDENTITY,
    "IDENTITY-CARD-LOST": IDENTITY,
    "IDENTITY-OTP": IDENTITY,
    "IDENTITY-OTP-LOCKED": IDENTITY,
    "IDENTITY-SERVER": IDENTITY_SERVICE,
    "IDENTITY-TIMEOUT": IDENTITY_SERVICE,
    "SMS-FAILED": SMS,
    "SMS-TIMEOUT": SMS,
    "REQUEST-REFUSED": RENEWAL,
    "REQUEST-OTHER": RENEWAL,
    "REQUEST-TAKEN": "이미 발급을 신청했습니다",
    "FEE-UNPAID": "수수료를 출금하지 못했습니다",
    "CA-REGISTER": SERVER,
    "CA-ISSUE": SERVER,
    "CA-DELIVER": SERVER,
    "CA-TIMEOUT": SERVER,
    "DEVICE-REFUSED": SERVER,
    "DEVICE-STORE-FULL": STORAGE,
    "DEVICE-STORE-GONE": STORAGE,
    "RECORD-FAILED": "결과를 기록하지 못했습니다",
    "REGISTER-SIGNATURE": REGISTRATION,
    "REGISTER-HOLDER": REGISTRATION,
    "REGISTER-KNOWN": REGISTRATION,
    "REGISTER-STATE": REGISTRATION,
    "REGISTER-STATUS": REGISTRATION,
    "RELAY-UNKNOWN": RELAY,
    "RELAY-USED": RELAY,
    "RELAY-EXPIRED": RELAY,
    "SUPPORT-UNKNOWN": "문의 번호를 찾을 수 없습니다",
    "SIGN-IN-SIGNATURE": "로그인할 수 없습니다",
    "SIGN-IN-STATUS": "로그인할 수 없습니다",
    "REQUEST-MALFORMED": "요청을 처리할 수 없습니다",
    "STORED-OTHER": RENEWAL,
    "DEVICE-NO-KEY": STORAGE,
    "DEVICE-FAILED": "인증서 프로그램에 문제가 생겼습니다",
    "NOT-FOUND": "화면을 찾을 수 없습니다",
    "TRANSFER-SIGNATURE": TRANSFER,
    "TRANSFER-UNKNOWN": TRANSFER,
    "TRANSFER-OWN": TRANSFER,
    "TRANSFER-BALANCE": TRANSFER,
    "TRANSFER-LIMIT": TRANSFER,
    "TRANSFER-DAY": TRANSFER,
    "TRANSFER-EXPIRED": TRANSFER,
    "TRANSFER-SUSPENDED": TRANSFER,
    "TRANSFER-REVOKED": TRANSFER,
    "TRANSFER-REPLACED": TRANSFER,
    "TRANSFER-OTHER": TRANSFER,
    "TRANSFER-UNREGISTERED": TRANSFER,
    "TRANSFER-DATA": TRANSFER,
    "TRANSFER-REPLAYED": TRANSFER,
    "TRANSFER-STATUS": TRANSFER,
    "BANK-NO-ANSWER": "은행이 응답하지 않습니다",
    "DEVICE-NO-ANSWER": "인증서 프로그램이 응답하지 않습니다",
}

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
