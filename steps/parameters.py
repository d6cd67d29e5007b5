"""The types of what stands between a phrase's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from harness.vocabulary import parameter
from pages.application import ApplicationPage
from pages.certificate_centre import CertificateCentrePage
from pages.fields import Field
from pages.home import HomePage
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from pages.labels import Place, State
from pages.management import ManagementPage
from pages.renewal_guide import RenewalGuidePage
from pages.result import ResultPage
from pages.sign_in import SignInPage
from pages.support import SupportPage
from pages.terms import TermsPage


def _choice(name: str, words: Mapping[str, object]) -> None:
    """A parameter that takes these words and no others."""
    parameter(name, [re.escape(word) for word in words], words.__getitem__)


def _day(text: str) -> int:
    """Days from today: `in 14 days`, `yesterday`, `14일 뒤에`."""
    named = {"today": 0, "오늘": 0, "yesterday": -1, "어제": -1}
    return named[text] if text in named else _number(text)


def _number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)) or 0)


def _duration(text: str) -> timedelta:
    amount = _number(text)
    return timedelta(minutes=amount) if "minute" in text or "분" in text else timedelta(seconds=amount)


def _left(text: str) -> str:
    """What the list of certificates says of the days left."""
    return f"{_number(text)}일 남음" if _number(text) else "오늘 만료"


parameter("customer", [r"[A-Z]\w+(?: [A-Z]\w+)+", r"[가-힣]{2,6}"])
parameter("day", [r"in \d+ days?", "today", "yesterday", r"\d+일 뒤에", "오늘", "어제"], _day)
parameter("left", [r"\d+ days? left", "its last day today", r"\d+일 남음", "오늘 만료"], _left)
parameter("date", r"\d{4}-\d{2}-\d{2}", date.fromisoformat)
parameter("clock", r"\d{2}:\d{2}", time.fromisoformat)
parameter("countdown", r"\d:\d{2}")
parameter("duration", [r"\d+ (?:second|minute)s?", r"\d+(?:초|분)"], _duration)
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
# Which of the customer's certificates, counted from the oldest: before a renewal there is but one.
_choice(
    "certificate",
    {
        "the certificate": 0,
        "the old certificate": 0,
        "the new certificate": 1,
        "기존 인증서": 0,
        "새 인증서": 1,
        "인증서": 0,
    },
)
# Why a renewal is refused, as the bank's error code.
_choice(
    "reason",
    {
        "it is too early": "RENEWAL-EARLY",
        "the certificate has expired": "RENEWAL-EXPIRED",
        "the certificate is suspended": "RENEWAL-SUSPENDED",
        "the certificate is revoked": "RENEWAL-REVOKED",
        "아직 일러서": "RENEWAL-EARLY",
        "인증서가 만료되어서": "RENEWAL-EXPIRED",
        "인증서의 효력이 정지되어서": "RENEWAL-SUSPENDED",
        "인증서가 폐기되어서": "RENEWAL-REVOKED",
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
        "new certificate password": Field.NEW_PASSWORD,
        "repeated password": Field.NEW_PASSWORD_AGAIN,
        "storage place": Field.PLACE,
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
        "새 인증서 비밀번호": Field.NEW_PASSWORD,
        "새 인증서 비밀번호 확인": Field.NEW_PASSWORD_AGAIN,
        "저장 위치": Field.PLACE,
    },
)
