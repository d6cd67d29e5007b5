"""The types of what stands between a phrase's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from harness.language.vocabulary import parameter
from harness.seeds.people import PASSWORD
from pages.account import AccountPage
from pages.application import ApplicationPage
from pages.certificate_centre import CertificateCentrePage
from pages.fields import Field
from pages.home import HomePage
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from pages.keeping import CopyPage, DeletionPage, ExportPage, ImportPage, PasswordPage
from pages.labels import Place, State
from pages.management import ManagementPage
from pages.renewal_guide import RenewalGuidePage
from pages.result import ResultPage
from pages.sign_in import SignInPage
from pages.support import SupportPage
from pages.terms import TermsPage
from pages.transfers import TransferConfirmationPage, TransferPage, TransferReceiptPage
from steps.possessions import FILE_PASSWORD, NEW_PASSWORD

UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "day": timedelta(days=1),
    "초": timedelta(seconds=1),
    "분": timedelta(minutes=1),
    "일": timedelta(days=1),
}


def _choice(name: str, words: Mapping[str, object]) -> None:
    """A parameter that takes these words and no others: the English ones first, then the Korean ones."""
    parameter(name, [re.escape(word) for word in words], words.__getitem__)


def _day(text: str) -> int:
    """Days from today: `in 14 days`, `yesterday`, `3 days ago`, `14일 뒤에`."""
    named = {"yesterday": -1, "today": 0, "tomorrow": 1, "어제": -1, "오늘": 0, "내일": 1}
    days = _number(text)
    return named.get(text, -days if text.endswith(("ago", "전에")) else days)


def _number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)) or 0)


def _duration(text: str) -> timedelta:
    unit = text.lstrip("0123456789 ").removesuffix("s")
    return _number(text) * UNITS[unit]


def _left(text: str) -> str:
    """What the list of certificates says of the days left."""
    said = {"its last day today": "오늘 만료", "no days left": "만료됨", "no days": "-"}
    return f"{_number(text)}일 남음" if _number(text) else said.get(text, text)


parameter("customer", [r"[A-Z]\w+(?: [A-Z]\w+)+", "the customer", r"[가-힣]{2,6}", "그"])
parameter(
    "day",
    [
        r"in \d+ days?",
        r"\d+ days? ago",
        "yesterday",
        "today",
        "tomorrow",
        r"\d+일 뒤에",
        r"\d+일 전에",
        "어제",
        "오늘",
        "내일",
    ],
    _day,
)
parameter(
    "left",
    [
        r"\d+ days? left",
        "its last day today",
        "no days left",
        "no days",
        r"\d+일 남음",
        "오늘 만료",
        "만료됨",
        "-",
    ],
    _left,
)
parameter("date", r"\d{4}-\d{2}-\d{2}", date.fromisoformat)
parameter("clock", r"\d{2}:\d{2}", time.fromisoformat)
parameter("countdown", r"\d:\d{2}")
parameter("duration", [r"\d+ (?:second|minute|day)s?", r"\d+(?:초|분|일)"], _duration)
parameter("money", [r"[\d,]+ won", "free", r"[\d,]+원", "무료"], _number)

_choice(
    "means",
    {"a security card": "security-card", "an OTP": "otp", "보안카드": "security-card", "OTP": "otp"},
)
_choice(
    "place",
    {
        "browser": Place.BROWSER,
        "hard disk": Place.HARD_DISK,
        "removable disk": Place.REMOVABLE_DISK,
        "phone": Place.PHONE,
        "cloud": Place.CLOUD,
        **{place.value: place for place in Place},
    },
)
_choice("sort", {"personal": "personal", "corporate": "corporate", "개인": "personal", "기업": "corporate"})
_choice("kind", {"bank": "bank", "general": "general", "은행/보험용": "bank", "범용": "general"})
_choice(
    "state",
    {
        "in use": State.VALID,
        "suspended": State.SUSPENDED,
        "revoked": State.REVOKED,
        "replaced": State.REPLACED,
        "expired": State.EXPIRED,
        "사용 중": State.VALID,
        "효력 정지": State.SUSPENDED,
        "폐기": State.REVOKED,
        "교체": State.REPLACED,
        "만료": State.EXPIRED,
    },
)
# Which of the customer's certificates, counted from the oldest: most have but one before a renewal.
_choice(
    "certificate",
    {
        "the certificate": 0,
        "the old certificate": 0,
        "the new certificate": 1,
        "the other certificate": 1,
        "기존 인증서": 0,
        "새 인증서": 1,
        "다른 인증서": 1,
        "인증서": 0,
    },
)
# Why a certificate is refused, as the last part of the bank's error code.
_choice(
    "reason",
    {
        "it is too early": "EARLY",
        "the certificate has expired": "EXPIRED",
        "the certificate is suspended": "SUSPENDED",
        "the certificate is revoked": "REVOKED",
        "the certificate is replaced": "REPLACED",
        "the certificate is not registered here": "UNKNOWN",
        "아직 갱신 기간이 아니어서": "EARLY",
        "인증서가 만료되어서": "EXPIRED",
        "인증서의 효력이 정지되어서": "SUSPENDED",
        "인증서가 폐기되어서": "REVOKED",
        "인증서가 교체되어서": "REPLACED",
        "등록되지 않은 인증서라서": "UNKNOWN",
    },
)
# What customers are told when something fails, as the bank's error code.
FAILURES = {
    "the session has expired": "SESSION-EXPIRED",
    "they have signed in elsewhere": "SESSION-ELSEWHERE",
    "the service is closed": "SERVICE-CLOSED",
    "an earlier step is not done": "RENEWAL-ORDER",
    "the step is done already": "RENEWAL-PASSED",
    "the data are not the holder's": "IDENTITY-MISMATCH",
    "the account password is wrong": "IDENTITY-PASSWORD",
    "the account password is locked": "IDENTITY-PASSWORD-LOCKED",
    "the SMS code is wrong": "IDENTITY-CODE",
    "the SMS code has expired": "IDENTITY-CODE-EXPIRED",
    "the SMS code is locked": "IDENTITY-CODE-LOCKED",
    "the security card digits are wrong": "IDENTITY-CARD",
    "the security card is locked": "IDENTITY-CARD-LOCKED",
    "the OTP is wrong": "IDENTITY-OTP",
    "the OTP is locked": "IDENTITY-OTP-LOCKED",
    "the identity could not be checked": "IDENTITY-SERVER",
    "checking the identity took too long": "IDENTITY-TIMEOUT",
    "the SMS code could not be sent": "SMS-FAILED",
    "sending the SMS code took too long": "SMS-TIMEOUT",
    "the request is not signed by the old certificate": "REQUEST-REFUSED",
    "the chosen certificate is not the one to renew": "REQUEST-OTHER",
    "a new certificate has been asked for already": "REQUEST-TAKEN",
    "the account does not cover the fee": "FEE-UNPAID",
    "the renewal could not be registered": "CA-REGISTER",
    "the certificate could not be issued": "CA-ISSUE",
    "the issued certificate did not arrive": "CA-DELIVER",
    "the issuing server took too long": "CA-TIMEOUT",
    "the certificate that arrived is not the right one": "DEVICE-REFUSED",
    "there is no room for the certificate": "DEVICE-STORE-FULL",
    "the storage medium is gone": "DEVICE-STORE-GONE",
    "the renewal could not be recorded": "RECORD-FAILED",
    "the reference number is unknown": "SUPPORT-UNKNOWN",
    "the bank does not answer": "BANK-NO-ANSWER",
    "the certificate program does not answer": "DEVICE-NO-ANSWER",
    "the authority did not tell the certificate's status": "SIGN-IN-STATUS",
    "the account to pay to is unknown": "TRANSFER-UNKNOWN",
    "money cannot be sent to the same account": "TRANSFER-OWN",
    "the account does not hold enough": "TRANSFER-BALANCE",
    "the amount is over the limit": "TRANSFER-LIMIT",
    "the signing certificate has expired": "TRANSFER-EXPIRED",
    "the signing certificate is suspended": "TRANSFER-SUSPENDED",
    "the signing certificate is revoked": "TRANSFER-REVOKED",
    "the signing certificate is replaced": "TRANSFER-REPLACED",
    "the signing certificate is somebody else's": "TRANSFER-OTHER",
    "the signing certificate is not registered here": "TRANSFER-UNREGISTERED",
    "something else was signed than was confirmed": "TRANSFER-DATA",
    "the signature was given for another transfer": "TRANSFER-REPLAYED",
    "the signing certificate's status is not known": "TRANSFER-STATUS",
    "there is no room on the device": "store-full",
    "the device has no such certificate file": "broken-file",
    "the file password is wrong": "wrong-file-password",
    "the file's certificate is not for use here": "foreign-certificate",
    "자동으로 로그아웃되었다고": "SESSION-EXPIRED",
    "다른 곳에서 로그인했다고": "SESSION-ELSEWHERE",
    "서비스 시간이 아니라고": "SERVICE-CLOSED",
    "앞 단계가 끝나지 않았다고": "RENEWAL-ORDER",
    "이미 마친 단계라고": "RENEWAL-PASSED",
    "인증서 소유자의 정보와 다르다고": "IDENTITY-MISMATCH",
    "계좌 비밀번호가 틀렸다고": "IDENTITY-PASSWORD",
    "계좌 비밀번호가 잠겼다고": "IDENTITY-PASSWORD-LOCKED",
    "인증번호가 틀렸다고": "IDENTITY-CODE",
    "인증번호의 유효 시간이 지났다고": "IDENTITY-CODE-EXPIRED",
    "인증번호가 잠겼다고": "IDENTITY-CODE-LOCKED",
    "보안카드 번호가 틀렸다고": "IDENTITY-CARD",
    "보안카드가 잠겼다고": "IDENTITY-CARD-LOCKED",
    "OTP 번호가 틀렸다고": "IDENTITY-OTP",
    "OTP가 잠겼다고": "IDENTITY-OTP-LOCKED",
    "본인 확인을 처리하지 못했다고": "IDENTITY-SERVER",
    "본인 확인 응답이 너무 늦다고": "IDENTITY-TIMEOUT",
    "인증번호를 보내지 못했다고": "SMS-FAILED",
    "인증번호 발송이 너무 늦다고": "SMS-TIMEOUT",
    "기존 인증서로 서명한 신청이 아니라고": "REQUEST-REFUSED",
    "선택한 인증서는 갱신할 인증서가 아니라고": "REQUEST-OTHER",
    "이미 발급을 신청했다고": "REQUEST-TAKEN",
    "잔액이 수수료보다 적다고": "FEE-UNPAID",
    "갱신을 등록하지 못했다고": "CA-REGISTER",
    "인증서를 발급하지 못했다고": "CA-ISSUE",
    "발급된 인증서를 받지 못했다고": "CA-DELIVER",
    "인증기관의 응답이 너무 늦다고": "CA-TIMEOUT",
    "받은 인증서가 올바르지 않다고": "DEVICE-REFUSED",
    "저장 공간이 부족하다고": "DEVICE-STORE-FULL",
    "저장 매체가 빠졌다고": "DEVICE-STORE-GONE",
    "갱신 결과를 기록하지 못했다고": "RECORD-FAILED",
    "없는 문의 번호라고": "SUPPORT-UNKNOWN",
    "은행이 응답하지 않는다고": "BANK-NO-ANSWER",
    "인증서 프로그램이 응답하지 않는다고": "DEVICE-NO-ANSWER",
    "인증기관에서 인증서 상태를 확인하지 못했다고": "SIGN-IN-STATUS",
    "받는 계좌가 없다고": "TRANSFER-UNKNOWN",
    "같은 계좌로는 보낼 수 없다고": "TRANSFER-OWN",
    "잔액이 부족하다고": "TRANSFER-BALANCE",
    "한도를 넘는 금액이라고": "TRANSFER-LIMIT",
    "서명한 인증서가 만료되었다고": "TRANSFER-EXPIRED",
    "서명한 인증서의 효력이 정지되었다고": "TRANSFER-SUSPENDED",
    "서명한 인증서가 폐기되었다고": "TRANSFER-REVOKED",
    "서명한 인증서가 교체되었다고": "TRANSFER-REPLACED",
    "다른 사람의 인증서로 서명했다고": "TRANSFER-OTHER",
    "등록되지 않은 인증서로 서명했다고": "TRANSFER-UNREGISTERED",
    "확인한 것과 다른 내용에 서명했다고": "TRANSFER-DATA",
    "다른 이체에 쓴 서명이라고": "TRANSFER-REPLAYED",
    "서명한 인증서의 상태를 확인하지 못했다고": "TRANSFER-STATUS",
    "기기의 저장 공간이 부족하다고": "store-full",
    "인증서 파일이 아니라고": "broken-file",
    "파일 비밀번호가 틀렸다고": "wrong-file-password",
    "여기서 쓸 수 없는 인증서라고": "foreign-certificate",
}
_choice("failure", FAILURES)
# Whom a lock sends the customer to, in the bank's words.
_choice(
    "advice",
    {
        "a branch, with an ID": "신분증을 가지고 영업점을 방문해",
        "the customer centre": "고객센터에서 본인 확인을 거쳐",
        "another SMS code": "‘인증번호 다시 받기’를 눌러",
        "신분증을 가지고 영업점을 방문하라는": "신분증을 가지고 영업점을 방문해",
        "고객센터에 문의하라는": "고객센터에서 본인 확인을 거쳐",
        "인증번호를 다시 받으라는": "‘인증번호 다시 받기’를 눌러",
    },
)
_choice("device", {"laptop": "laptop", "노트북": "laptop"})
_choice("network", {"public": "public", "private": "private", "공용": "public", "개인": "private"})
_choice(
    "password",
    {
        "the old password": PASSWORD,
        "the new password": NEW_PASSWORD,
        "the file password": FILE_PASSWORD,
        "기존 비밀번호": PASSWORD,
        "새 비밀번호": NEW_PASSWORD,
        "파일 비밀번호": FILE_PASSWORD,
    },
)
_choice(
    "foreign_file",
    {
        "a file that is no certificate": "no certificate",
        "a file that is cut short": "cut short",
        "another authority's certificate": "another authority",
        "a certificate without its key": "no key",
        "인증서가 아닌": "no certificate",
        "끝이 잘린": "cut short",
        "다른 기관의 인증서": "another authority",
        "개인키가 빠진 인증서": "no key",
    },
)
NEEDS = {
    "the old certificate and its password": "기존 인증서와 비밀번호",
    "the resident registration number": "주민등록번호",
    "the business registration number": "사업자등록번호",
    "the account number and account password": "계좌번호와 계좌 비밀번호",
    "a mobile phone": "휴대폰",
    "the security card": "보안카드",
    "the OTP": "OTP",
    "a new certificate password": "새 인증서 비밀번호",
    "a storage place": "저장 위치",
}
_choice("need", {**NEEDS, **{need: need for need in NEEDS.values()}})
_choice("tab", {"first tab": 0, "second tab": 1, "첫 번째 탭": 0, "두 번째 탭": 1})
# What the bank has another party do, and waits for: by the seam at which it may go wrong.
ERRANDS = {
    "sending the SMS code": "sms.send",
    "checking the identity": "identity.verify",
    "registering the renewal": "ca.register",
    "issuing the certificate": "ca.issue",
    "delivering the certificate": "ca.deliver",
}
KOREAN_ERRANDS = {
    "인증번호 발송": "sms.send",
    "본인 확인 조회": "identity.verify",
    "갱신 등록": "ca.register",
    "인증서 발급": "ca.issue",
    "인증서 전달": "ca.deliver",
}
_choice("errand", {**ERRANDS, **KOREAN_ERRANDS})
# What may fail, as the seam where the fault strikes.
_choice(
    "work",
    {
        **ERRANDS,
        "storing the certificate": "device.store",
        "recording the renewal": "bank.record",
        "asking for the certificate's status": "ca.status",
        **KOREAN_ERRANDS,
        "인증서 저장": "device.store",
        "갱신 기록": "bank.record",
        "인증서 상태 조회": "ca.status",
    },
)
_choice(
    "damage",
    {
        "a broken signature": "signature",
        "somebody else's name": "subject",
        "another key": "key",
        "dates against the rule": "dates",
        "서명이 깨진 채": "signature",
        "다른 사람 이름으로": "subject",
        "다른 키로": "key",
        "규칙에 어긋난 기간으로": "dates",
    },
)
_choice(
    "screen",
    {
        "the home page": HomePage,
        "sign-in": SignInPage,
        "the certificate centre": CertificateCentrePage,
        "certificate management": ManagementPage,
        "the renewal guidance": RenewalGuidePage,
        "the terms": TermsPage,
        "the application": ApplicationPage,
        "identity verification": IdentityPage,
        "certificate issuing": IssuingPage,
        "the result": ResultPage,
        "the transfer form": TransferPage,
        "the transfer's confirmation": TransferConfirmationPage,
        "the transfer's receipt": TransferReceiptPage,
        "the account history": AccountPage,
        "certificate copying": CopyPage,
        "certificate export": ExportPage,
        "certificate import": ImportPage,
        "the password change": PasswordPage,
        "certificate deletion": DeletionPage,
        "the customer centre": SupportPage,
        "홈": HomePage,
        "로그인": SignInPage,
        "인증센터": CertificateCentrePage,
        "인증서 관리": ManagementPage,
        "인증서 갱신": RenewalGuidePage,
        "약관 동의": TermsPage,
        "신청서 작성": ApplicationPage,
        "본인 확인": IdentityPage,
        "인증서 발급": IssuingPage,
        "갱신 완료": ResultPage,
        "이체": TransferPage,
        "이체 확인": TransferConfirmationPage,
        "이체 완료": TransferReceiptPage,
        "거래 내역": AccountPage,
        "인증서 복사": CopyPage,
        "인증서 내보내기": ExportPage,
        "인증서 가져오기": ImportPage,
        "비밀번호 변경": PasswordPage,
        "인증서 삭제": DeletionPage,
        "고객센터": SupportPage,
    },
)
_choice(
    "field",
    {
        "electronic banking terms": Field.ELECTRONIC_BANKING_TERMS,
        "certificate service terms": Field.CERTIFICATE_SERVICE_TERMS,
        "name": Field.NAME,
        "resident registration number": Field.NUMBER,
        "business registration number": Field.NUMBER,
        "account number": Field.ACCOUNT,
        "phone number": Field.PHONE,
        "e-mail address": Field.EMAIL,
        "account password": Field.ACCOUNT_PASSWORD,
        "SMS code": Field.SMS_CODE,
        "first security card digits": Field.CARD_FIRST,
        "second security card digits": Field.CARD_SECOND,
        "OTP": Field.OTP,
        "old certificate": Field.OLD_CERTIFICATE,
        "new certificate password": Field.NEW_PASSWORD,
        "repeated password": Field.NEW_PASSWORD_AGAIN,
        "storage place": Field.PLACE,
        "reference number": Field.REFERENCE,
        "receiving account number": Field.RECEIVER,
        "transfer amount": Field.AMOUNT,
        "certificate file": Field.FILE,
        "file password": Field.FILE_PASSWORD,
        "전자금융거래 이용약관": Field.ELECTRONIC_BANKING_TERMS,
        "인증서 서비스 약관": Field.CERTIFICATE_SERVICE_TERMS,
        "이름": Field.NAME,
        "주민등록번호": Field.NUMBER,
        "사업자등록번호": Field.NUMBER,
        "출금 계좌번호": Field.ACCOUNT,
        "휴대폰 번호": Field.PHONE,
        "이메일": Field.EMAIL,
        "계좌 비밀번호": Field.ACCOUNT_PASSWORD,
        "인증번호": Field.SMS_CODE,
        "보안카드 앞 두 자리": Field.CARD_FIRST,
        "보안카드 뒤 두 자리": Field.CARD_SECOND,
        "OTP 번호": Field.OTP,
        "기존 인증서": Field.OLD_CERTIFICATE,
        "새 인증서 비밀번호": Field.NEW_PASSWORD,
        "새 인증서 비밀번호 확인": Field.NEW_PASSWORD_AGAIN,
        "저장 위치": Field.PLACE,
        "문의 번호": Field.REFERENCE,
        "받는 계좌번호": Field.RECEIVER,
        "이체 금액": Field.AMOUNT,
        "인증서 파일": Field.FILE,
        "파일 비밀번호": Field.FILE_PASSWORD,
    },
)
