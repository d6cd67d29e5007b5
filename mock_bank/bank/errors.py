"""The one catalogue of errors that customers see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Leads(StrEnum):
    """Where an error leaves the customer."""

    STAY = "stay"  # mend the entry on this page
    RETRY = "try again"  # the same step, now or a little later
    START_OVER = "start over"  # open the page anew: it shows where things stand
    CENTRE = "customer centre"


@dataclass(frozen=True)
class BankError:
    """One entry: what happened (`title`, `text`) and what to do (`remedy`), in Korean."""

    code: str
    title: str
    text: str
    remedy: str
    leads: Leads
    status: int = 409

    def of(self, **facts: object) -> BankError:
        """The same entry with a world's `facts` put into its words."""
        return replace(self, text=self.text.format(**facts), remedy=self.remedy.format(**facts))


CATALOGUE: dict[str, BankError] = {}


def _entry(code: str, title: str, text: str, remedy: str, leads: Leads, status: int = 409) -> BankError:
    CATALOGUE[code] = error = BankError(code, title, text, remedy, leads, status)
    return error


IDENTITY_FAILED = "본인 확인 실패"
SERVER_FAILED = "인증서 발급 서버 오류"
RENEWAL_REFUSED = "인증서를 갱신할 수 없습니다"
SIGN_IN_REFUSED = "로그인할 수 없습니다"
TRANSFER_REFUSED = "이체하지 못했습니다"
CALL_CENTRE = "고객센터에 문의해 주세요."

# Sign-in (claims: need.banking, how.sign-in)
SIGN_IN_SIGNATURE = _entry(
    "SIGN-IN-SIGNATURE",
    SIGN_IN_REFUSED,
    "인증서의 전자서명을 확인하지 못했습니다.",
    "인증서를 다시 선택해 로그인해 주세요.",
    Leads.RETRY,
    403,
)
SIGN_IN_UNKNOWN = _entry(
    "SIGN-IN-UNKNOWN",
    SIGN_IN_REFUSED,
    "도담모의은행에 등록되지 않은 인증서입니다.",
    "이 은행에 등록한 인증서를 선택하거나 고객센터에 문의해 주세요.",
    Leads.CENTRE,
    403,
)
SIGN_IN_EXPIRED = _entry(
    "SIGN-IN-EXPIRED",
    SIGN_IN_REFUSED,
    "유효 기간이 지난 인증서입니다.",
    "갱신 기간이 끝났으므로 인증서를 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
SIGN_IN_SUSPENDED = _entry(
    "SIGN-IN-SUSPENDED",
    SIGN_IN_REFUSED,
    "효력이 정지된 인증서입니다.",
    "효력을 회복한 뒤 로그인해 주세요. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
SIGN_IN_REVOKED = _entry(
    "SIGN-IN-REVOKED",
    SIGN_IN_REFUSED,
    "폐기된 인증서입니다.",
    "인증서를 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
SIGN_IN_REPLACED = _entry(
    "SIGN-IN-REPLACED",
    SIGN_IN_REFUSED,
    "갱신되어 더 이상 쓸 수 없는 이전 인증서입니다.",
    "갱신한 새 인증서를 선택해 주세요. 다른 기기에서 갱신했다면 그 기기에서 새 인증서를 내보낸 뒤 "
    "이 기기에서 가져와 주세요.",
    Leads.RETRY,
    403,
)
SIGN_IN_STATUS = _entry(
    "SIGN-IN-STATUS",
    SIGN_IN_REFUSED,
    "인증기관에 인증서의 효력을 확인하지 못했습니다.",
    "인증서는 그대로입니다. 잠시 뒤 다시 로그인해 주세요.",
    Leads.RETRY,
    503,
)

# Where the customer is (claim: keep.network): a warning, no failure
NETWORK_PUBLIC = _entry(
    "NETWORK-PUBLIC",
    "공용 네트워크 주의",
    "여럿이 함께 쓰는 공용 네트워크에 연결되어 있습니다. 이어지는 화면에서는 인증서를 보거나 다룹니다.",
    "집이나 휴대폰처럼 나만 쓰는 네트워크로 바꾼 뒤 이용하는 것이 안전합니다.",
    Leads.STAY,
    200,
)

# When the bank is open (domain: Limits)
SERVICE_CLOSED = _entry(
    "SERVICE-CLOSED",
    "서비스 시간이 아닙니다",
    "로그인, 이체, 인증서 갱신은 매일 {opening}–{closing}에 이용할 수 있습니다.",
    "서비스 시간에 다시 시도해 주세요. 진행하던 갱신은 그대로 남아 있습니다.",
    Leads.RETRY,
    503,
)

# The session
SESSION_NEEDED = _entry(
    "SESSION-NEEDED",
    "로그인이 필요합니다",
    "로그인한 뒤 이용할 수 있습니다.",
    "로그인하면 보던 화면으로 이어집니다.",
    Leads.RETRY,
    401,
)
SESSION_EXPIRED = _entry(
    "SESSION-EXPIRED",
    "자동으로 로그아웃되었습니다",
    "10분 동안 이용이 없어 로그아웃되었습니다.",
    "다시 로그인해 주세요. 진행하던 갱신은 이어서 할 수 있습니다.",
    Leads.RETRY,
    401,
)
SESSION_ELSEWHERE = _entry(
    "SESSION-ELSEWHERE",
    "다른 곳에서 로그인했습니다",
    "다른 기기나 창에서 로그인하여 이 접속이 끝났습니다.",
    "본인이 로그인한 것이 아니라면 고객센터에 문의해 주세요.",
    Leads.RETRY,
    401,
)

# Who may renew, and when (domain: Renewal window)
RENEWAL_EARLY = _entry(
    "RENEWAL-EARLY",
    RENEWAL_REFUSED,
    "아직 갱신 기간이 아닙니다.",
    "만료 30일 전부터 갱신할 수 있습니다.",
    Leads.STAY,
)
RENEWAL_EXPIRED = _entry(
    "RENEWAL-EXPIRED",
    RENEWAL_REFUSED,
    "인증서의 유효 기간이 끝났습니다.",
    "만료된 인증서는 갱신할 수 없으므로 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
)
RENEWAL_SUSPENDED = _entry(
    "RENEWAL-SUSPENDED",
    RENEWAL_REFUSED,
    "효력이 정지된 인증서입니다.",
    "효력을 회복한 뒤 갱신해 주세요. " + CALL_CENTRE,
    Leads.CENTRE,
)
RENEWAL_REVOKED = _entry(
    "RENEWAL-REVOKED",
    RENEWAL_REFUSED,
    "폐기된 인증서입니다.",
    "인증서를 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
)
RENEWAL_REPLACED = _entry(
    "RENEWAL-REPLACED",
    RENEWAL_REFUSED,
    "이미 갱신한 인증서입니다.",
    "갱신한 새 인증서로 로그인해 주세요.",
    Leads.STAY,
)
RENEWAL_ORDER = _entry(
    "RENEWAL-ORDER",
    "앞 단계가 끝나지 않았습니다",
    "이 화면은 앞 단계를 마친 뒤에 열 수 있습니다.",
    "지금 단계부터 이어서 진행해 주세요.",
    Leads.START_OVER,
)
RENEWAL_PASSED = _entry(
    "RENEWAL-PASSED",
    "이미 마친 단계입니다",
    "이 단계는 이미 끝나 다시 할 필요가 없습니다.",
    "지금 단계부터 이어서 진행해 주세요.",
    Leads.START_OVER,
)

# Identity verification (claims: error.identity, error.identity.mismatch)
IDENTITY_MISMATCH = _entry(
    "IDENTITY-MISMATCH",
    IDENTITY_FAILED,
    "입력한 정보가 인증서의 정보와 다릅니다.",
    "은행에 등록한 정보 그대로 입력했는지 확인해 주세요.",
    Leads.STAY,
)
IDENTITY_PASSWORD = _entry(
    "IDENTITY-PASSWORD",
    IDENTITY_FAILED,
    "계좌 비밀번호가 맞지 않습니다.",
    "계좌 비밀번호 4자리를 다시 입력해 주세요.",
    Leads.STAY,
)
IDENTITY_PASSWORD_LOCKED = _entry(
    "IDENTITY-PASSWORD-LOCKED",
    IDENTITY_FAILED,
    "계좌 비밀번호를 {limit}회 잘못 입력하여 잠겼습니다.",
    "신분증을 가지고 영업점을 방문해 비밀번호를 다시 설정해 주세요.",
    Leads.CENTRE,
)
IDENTITY_CODE_MISSING = _entry(
    "IDENTITY-CODE-MISSING",
    IDENTITY_FAILED,
    "아직 인증번호를 받지 않았습니다.",
    "‘인증번호 받기’를 눌러 문자로 받은 번호를 입력해 주세요.",
    Leads.STAY,
)
IDENTITY_CODE = _entry(
    "IDENTITY-CODE",
    IDENTITY_FAILED,
    "인증번호가 맞지 않습니다.",
    "가장 최근에 받은 문자의 6자리 번호를 입력해 주세요.",
    Leads.STAY,
)
IDENTITY_CODE_EXPIRED = _entry(
    "IDENTITY-CODE-EXPIRED",
    IDENTITY_FAILED,
    "인증번호의 입력 시간 3분이 지났습니다.",
    "‘인증번호 다시 받기’를 눌러 새 번호를 입력해 주세요.",
    Leads.STAY,
)
IDENTITY_CODE_LOCKED = _entry(
    "IDENTITY-CODE-LOCKED",
    IDENTITY_FAILED,
    "인증번호를 {limit}회 잘못 입력하여 쓸 수 없게 되었습니다.",
    "‘인증번호 다시 받기’를 눌러 새 번호를 받아 주세요.",
    Leads.STAY,
)
IDENTITY_CARD = _entry(
    "IDENTITY-CARD",
    IDENTITY_FAILED,
    "보안카드 번호가 맞지 않습니다.",
    "보안카드에서 안내한 번호의 두 자리를 다시 확인해 주세요.",
    Leads.STAY,
)
IDENTITY_CARD_LOCKED = _entry(
    "IDENTITY-CARD-LOCKED",
    IDENTITY_FAILED,
    "보안카드 번호를 {limit}회 잘못 입력하여 잠겼습니다.",
    "신분증을 가지고 영업점을 방문해 보안카드를 다시 등록해 주세요.",
    Leads.CENTRE,
)
IDENTITY_OTP = _entry(
    "IDENTITY-OTP",
    IDENTITY_FAILED,
    "OTP 번호가 맞지 않습니다.",
    "OTP에 지금 보이는 6자리 번호를 입력해 주세요.",
    Leads.STAY,
)
IDENTITY_OTP_LOCKED = _entry(
    "IDENTITY-OTP-LOCKED",
    IDENTITY_FAILED,
    "OTP 번호를 {limit}회 잘못 입력하여 잠겼습니다.",
    "고객센터에서 본인 확인을 거쳐 잠금을 풀어 주세요.",
    Leads.CENTRE,
)
IDENTITY_SERVER = _entry(
    "IDENTITY-SERVER",
    "본인 확인을 처리하지 못했습니다",
    "본인 확인 서버에 문제가 생겼습니다.",
    "잠시 뒤 다시 입력해 주세요.",
    Leads.RETRY,
    503,
)
IDENTITY_TIMEOUT = _entry(
    "IDENTITY-TIMEOUT",
    "본인 확인을 처리하지 못했습니다",
    "본인 확인 서버가 {limit}초 안에 응답하지 않았습니다.",
    "잠시 뒤 다시 입력해 주세요.",
    Leads.RETRY,
    503,
)
SMS_FAILED = _entry(
    "SMS-FAILED",
    "문자를 보내지 못했습니다",
    "인증번호 문자를 보내지 못했습니다.",
    "잠시 뒤 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)
SMS_TIMEOUT = _entry(
    "SMS-TIMEOUT",
    "문자를 보내지 못했습니다",
    "문자 서비스가 {limit}초 안에 응답하지 않았습니다.",
    "잠시 뒤 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)

# Issuing (claims: error.server, error.delay)
REQUEST_REFUSED = _entry(
    "REQUEST-REFUSED",
    RENEWAL_REFUSED,
    "새 인증서 신청의 전자서명을 확인하지 못했습니다.",
    "갱신하려는 기존 인증서를 다시 선택해 주세요.",
    Leads.STAY,
    403,
)
REQUEST_OTHER = _entry(
    "REQUEST-OTHER",
    RENEWAL_REFUSED,
    "선택한 인증서는 지금 갱신하는 인증서가 아닙니다.",
    "로그인한 인증서를 기존 인증서로 선택해 주세요. 다른 사람의 인증서는 갱신할 수 없습니다.",
    Leads.STAY,
    403,
)
REQUEST_TAKEN = _entry(
    "REQUEST-TAKEN",
    "이미 발급을 신청했습니다",
    "다른 창에서 먼저 신청한 새 인증서가 있습니다.",
    "화면을 새로 열어 이어서 진행해 주세요. 새 인증서의 비밀번호와 저장 위치는 먼저 신청한 그대로입니다.",
    Leads.START_OVER,
)
REQUEST_MALFORMED = _entry(
    "REQUEST-MALFORMED",
    "요청을 처리할 수 없습니다",
    "화면에서 보낸 내용이 빠졌거나 형식이 맞지 않습니다.",
    "화면을 새로 열어 다시 진행해 주세요.",
    Leads.START_OVER,
    400,
)
FEE_UNPAID = _entry(
    "FEE-UNPAID",
    "수수료를 출금하지 못했습니다",
    "출금 계좌의 잔액이 모자랍니다.",
    "계좌에 입금한 뒤 다시 시도해 주세요.",
    Leads.RETRY,
)
CA_REGISTER = _entry(
    "CA-REGISTER",
    SERVER_FAILED,
    "인증기관에 갱신을 등록하지 못했습니다.",
    "기존 인증서는 그대로 쓸 수 있습니다. 잠시 뒤 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)
CA_ISSUE = _entry(
    "CA-ISSUE",
    SERVER_FAILED,
    "인증기관이 새 인증서를 발급하지 못했습니다.",
    "기존 인증서는 그대로 쓸 수 있습니다. 잠시 뒤 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)
CA_DELIVER = _entry(
    "CA-DELIVER",
    SERVER_FAILED,
    "발급된 인증서를 받지 못했습니다.",
    "다시 시도하면 발급된 같은 인증서를 받습니다.",
    Leads.RETRY,
    503,
)
CA_TIMEOUT = _entry(
    "CA-TIMEOUT",
    SERVER_FAILED,
    "인증기관이 {limit}초 안에 응답하지 않았습니다.",
    "기존 인증서는 그대로 쓸 수 있습니다. 잠시 뒤 다시 시도하면 같은 갱신이 이어집니다.",
    Leads.RETRY,
    503,
)
STORED_OTHER = _entry(
    "STORED-OTHER",
    RENEWAL_REFUSED,
    "저장한 인증서가 발급한 인증서와 다릅니다.",
    "다시 시도해 주세요.",
    Leads.RETRY,
)
RECORD_FAILED = _entry(
    "RECORD-FAILED",
    "갱신 결과를 기록하지 못했습니다",
    "새 인증서는 저장되었지만 은행에 기록하지 못했습니다.",
    "다시 시도하면 기록만 마칩니다.",
    Leads.RETRY,
    503,
)

# Transfers (claims: after.transaction, need.legal). Whatever is refused, no money has moved.
TRANSFER_UNKNOWN = _entry(
    "TRANSFER-UNKNOWN",
    TRANSFER_REFUSED,
    "도담모의은행에 없는 계좌번호입니다.",
    "받는 분의 계좌번호를 다시 확인해 주세요.",
    Leads.STAY,
    404,
)
TRANSFER_OWN = _entry(
    "TRANSFER-OWN",
    TRANSFER_REFUSED,
    "보내는 계좌와 받는 계좌가 같습니다.",
    "다른 계좌번호를 입력해 주세요.",
    Leads.STAY,
)
TRANSFER_BALANCE = _entry(
    "TRANSFER-BALANCE",
    TRANSFER_REFUSED,
    "보내는 계좌의 잔액이 모자랍니다.",
    "이체 금액을 줄이거나 계좌에 입금한 뒤 다시 이체해 주세요.",
    Leads.STAY,
)
TRANSFER_LIMIT = _entry(
    "TRANSFER-LIMIT",
    TRANSFER_REFUSED,
    "1회 이체 한도 {limit}원을 넘는 금액입니다.",
    "한도 안에서 금액을 다시 입력해 주세요.",
    Leads.STAY,
)
TRANSFER_SIGNATURE = _entry(
    "TRANSFER-SIGNATURE",
    TRANSFER_REFUSED,
    "전자서명을 확인하지 못해 이체하지 않았습니다.",
    "인증서를 다시 선택해 서명해 주세요.",
    Leads.RETRY,
    403,
)
TRANSFER_UNREGISTERED = _entry(
    "TRANSFER-UNREGISTERED",
    TRANSFER_REFUSED,
    "도담모의은행에 등록되지 않은 인증서로 서명하여 이체하지 않았습니다.",
    "이 은행에 등록한 내 인증서로 다시 서명해 주세요.",
    Leads.RETRY,
    403,
)
TRANSFER_OTHER = _entry(
    "TRANSFER-OTHER",
    TRANSFER_REFUSED,
    "다른 사람의 인증서로 서명하여 이체하지 않았습니다.",
    "로그인한 본인의 인증서로 다시 서명해 주세요.",
    Leads.RETRY,
    403,
)
TRANSFER_STATUS = _entry(
    "TRANSFER-STATUS",
    TRANSFER_REFUSED,
    "인증기관에 인증서의 효력을 확인하지 못해 이체하지 않았습니다.",
    "계좌의 돈은 그대로입니다. 잠시 뒤 다시 서명해 주세요.",
    Leads.RETRY,
    503,
)
TRANSFER_EXPIRED = _entry(
    "TRANSFER-EXPIRED",
    TRANSFER_REFUSED,
    "유효 기간이 지난 인증서의 서명은 효력이 없어 이체하지 않았습니다.",
    "사용 중인 인증서로 다시 서명해 주세요. 없으면 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
TRANSFER_SUSPENDED = _entry(
    "TRANSFER-SUSPENDED",
    TRANSFER_REFUSED,
    "효력이 정지된 인증서의 서명이어서 이체하지 않았습니다.",
    "효력을 회복한 뒤 다시 서명해 주세요. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
TRANSFER_REVOKED = _entry(
    "TRANSFER-REVOKED",
    TRANSFER_REFUSED,
    "폐기된 인증서의 서명은 효력이 없어 이체하지 않았습니다.",
    "사용 중인 인증서로 다시 서명해 주세요. 없으면 새로 발급받아야 합니다. " + CALL_CENTRE,
    Leads.CENTRE,
    403,
)
TRANSFER_REPLACED = _entry(
    "TRANSFER-REPLACED",
    TRANSFER_REFUSED,
    "갱신되어 더 이상 쓸 수 없는 이전 인증서로 서명하여 이체하지 않았습니다.",
    "갱신한 새 인증서로 다시 서명해 주세요.",
    Leads.RETRY,
    403,
)
TRANSFER_REPLAYED = _entry(
    "TRANSFER-REPLAYED",
    TRANSFER_REFUSED,
    "다른 이체에 쓴 서명이어서 이체하지 않았습니다.",
    "이 화면의 내용을 확인하고 새로 서명해 주세요. 직접 하지 않은 일이면 고객센터에 알려 주세요.",
    Leads.RETRY,
    403,
)
TRANSFER_DATA = _entry(
    "TRANSFER-DATA",
    TRANSFER_REFUSED,
    "서명한 내용이 화면에서 확인한 내용과 달라 이체하지 않았습니다.",
    "이 화면의 내용을 확인하고 새로 서명해 주세요. 직접 바꾸지 않았다면 고객센터에 알려 주세요.",
    Leads.RETRY,
    403,
)

# The customer's device, as it tells the bank's page (claim: step.6)
NOT_STORED = "새 인증서를 저장하지 못했습니다"
DEVICE_REFUSED = _entry(
    "DEVICE-REFUSED",
    SERVER_FAILED,
    "받은 인증서가 올바르지 않아 저장하지 않았습니다.",
    "기존 인증서는 그대로 쓸 수 있습니다. 다시 시도하면 인증서를 새로 받습니다.",
    Leads.RETRY,
)
DEVICE_STORE_FULL = _entry(
    "DEVICE-STORE-FULL",
    NOT_STORED,
    "저장 공간이 부족합니다.",
    "저장 매체의 공간을 늘린 뒤 다시 시도해 주세요. 발급된 인증서는 그대로 있습니다.",
    Leads.RETRY,
    507,
)
DEVICE_STORE_GONE = _entry(
    "DEVICE-STORE-GONE",
    NOT_STORED,
    "저장 매체가 빠졌습니다.",
    "저장 매체를 다시 연결한 뒤 다시 시도해 주세요. 발급된 인증서는 그대로 있습니다.",
    Leads.RETRY,
    507,
)
DEVICE_NO_KEY = _entry(
    "DEVICE-NO-KEY",
    NOT_STORED,
    "새 인증서의 개인키가 이 기기에 없습니다.",
    "갱신을 시작한 기기에서 이어서 진행해 주세요. 그 기기를 쓸 수 없으면 고객센터에 "
    "이 갱신의 취소를 요청해 주세요. 기존 인증서는 만료일까지 쓸 수 있습니다.",
    Leads.CENTRE,
    404,
)
DEVICE_NO_CERTIFICATE = _entry(
    "DEVICE-NO-CERTIFICATE",
    "기존 인증서를 찾을 수 없습니다",
    "선택한 위치에 기존 인증서가 없습니다.",
    "기존 인증서를 다시 선택해 주세요.",
    Leads.STAY,
    404,
)
DEVICE_FAILED = _entry(
    "DEVICE-FAILED",
    "인증서 프로그램에 문제가 생겼습니다",
    "내 컴퓨터의 인증서 프로그램이 요청을 처리하지 못했습니다.",
    "화면을 새로 열어 다시 진행해 주세요.",
    Leads.START_OVER,
    400,
)
DEVICE_NO_ANSWER = _entry(
    "DEVICE-NO-ANSWER",
    "인증서 프로그램이 응답하지 않습니다",
    "내 컴퓨터의 인증서 프로그램에서 응답을 받지 못했습니다.",
    "프로그램이 켜져 있는지 확인하고 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)

# By the names that the device has for them. A wrong certificate password is not among them: the bank never
# learns of it (domain: Limits).
OF_DEVICE = {
    "refused": DEVICE_REFUSED,
    "store-full": DEVICE_STORE_FULL,
    "store-gone": DEVICE_STORE_GONE,
    "no-such-key": DEVICE_NO_KEY,
    "no-such-certificate": DEVICE_NO_CERTIFICATE,
    "malformed": DEVICE_FAILED,
    "no-answer": DEVICE_NO_ANSWER,
}

# The customer centre (claim: step.help)
SUPPORT_UNKNOWN = _entry(
    "SUPPORT-UNKNOWN",
    "문의 번호를 찾을 수 없습니다",
    "없는 문의 번호입니다.",
    "오류 화면의 번호를 다시 확인해 주세요.",
    Leads.STAY,
    404,
)

# Anything else
PAGE_EXPIRED = _entry(
    "PAGE-EXPIRED",
    "화면이 오래되었습니다",
    "안전을 위해 이 화면에서 보낸 내용을 받지 않았습니다.",
    "화면을 새로 열어 다시 진행해 주세요.",
    Leads.START_OVER,
    400,
)
NOT_FOUND = _entry(
    "NOT-FOUND",
    "화면을 찾을 수 없습니다",
    "주소가 바뀌었거나 없는 화면입니다.",
    "홈에서 다시 시작해 주세요.",
    Leads.START_OVER,
    404,
)
BANK_NO_ANSWER = _entry(
    "BANK-NO-ANSWER",
    "은행이 응답하지 않습니다",
    "은행에서 응답을 받지 못했습니다.",
    "인터넷 연결을 확인하고 다시 시도해 주세요.",
    Leads.RETRY,
    503,
)
BANK_FAILED = _entry(
    "BANK-FAILED",
    "처리하지 못했습니다",
    "은행 시스템에 문제가 생겼습니다.",
    "잠시 뒤 다시 시도해 주세요.",
    Leads.RETRY,
    500,
)


class Refusal(Exception):
    """The bank says no, by an entry of the catalogue.

    `field` names the form's field that is at fault; `tries_left` how often it may still be tried.
    """

    def __init__(self, error: BankError, *, field: str | None = None, tries_left: int | None = None) -> None:
        super().__init__(error.code)
        self.error = error
        self.field = field
        self.tries_left = tries_left

    @property
    def message(self) -> str:
        """What is said at the field."""
        left = "" if self.tries_left is None else f" (남은 횟수 {self.tries_left}회)"
        return f"{self.error.text}{left} {self.error.remedy}"
