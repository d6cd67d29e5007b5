"""Identity verification: account password, SMS code, and a security card or OTP (claim: step.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from pyotp import TOTP

from mock_bank.bank import errors, masking, parties
from mock_bank.bank.accounts import password_is
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.models import Customer, Message, Post, Procedure, RenewalState

CODE_LIFETIME = timedelta(minutes=3)  # domain: Limits


@dataclass(frozen=True)
class Evidence:
    """What the customer enters to show who they are: a card's two answers, or else an OTP."""

    account_password: str = ""
    sms_code: str = ""
    card: tuple[str, str] = ("", "")
    otp: str = ""


def send_code(bank: Bank, procedure: Procedure) -> None:
    """Send a fresh six-digit code to the customer's phone; the one before it is void.

    Raises Refusal when the message cannot be sent, Waiting while it is being sent.
    """
    parties.ask(bank, "sms.send", procedure)
    procedure.code_round += 1
    digits = bank.random("sms code", procedure.id, procedure.code_round).choices("0123456789", k=6)
    procedure.code = "".join(digits)
    procedure.code_sent_at = bank.now()
    procedure.code_tries = 0
    phone, code = procedure.customer.phone, procedure.code
    text = f"[도담모의은행] 인증번호 [{code}] 3분 안에 입력해 주세요. 다른 사람에게 알려 주지 마세요."
    bank.session.add(Message(at=bank.now(), post=Post.SMS, to=phone, text=text))
    bank.record("sms code sent", to=masking.phone(phone), round=procedure.code_round)


def code_seconds(bank: Bank, procedure: Procedure) -> int | None:
    """Seconds until the present code ends (0 when it has), None when none was sent."""
    if procedure.code_sent_at is None:
        return None
    left = procedure.code_sent_at + CODE_LIFETIME - bank.now()
    return max(0, ceil(left.total_seconds()))


def keypad(bank: Bank, *occasion: object) -> list[str]:
    """The digits of the on-screen keypad, in an order of the occasion's own (domain: Screens)."""
    return bank.random("keypad", *occasion).sample("0123456789", 10)


def card_prompt(bank: Bank, customer: Customer) -> tuple[str, str]:
    """Two numbers of the security card: asked are the first two digits of one, the last two of the other
    (domain: Screens).

    They stay the same until they were answered rightly, so that a wrong try teaches nothing new.
    """
    first, second = bank.random("card prompt", customer.key, customer.card_round).sample(
        sorted(customer.card_codes), 2
    )
    return first, second


def otp_now(bank: Bank, customer: Customer) -> str:
    """The six digits that the customer's OTP device shows at this moment."""
    return _otp_at(customer, bank.now())


def _otp_at(customer: Customer, moment: datetime) -> str:
    return TOTP(customer.otp_secret).at(moment)


def verify(bank: Bank, procedure: Procedure, evidence: Evidence) -> None:
    """Check all evidence, and have the identity service confirm it; the procedure is `identified` afterwards,
    unless it has come further before.

    Raises Refusal with the field, the tries left and, at the limit, the lock and its way out; Refusal
    without a field when the service fails, Waiting while it does not answer. Until it has, the right
    evidence counts and need not be entered again (`go_on`).
    """
    _check(bank, procedure, evidence)
    go_on(bank, procedure)


def waits(bank: Bank, procedure: Procedure) -> bool:
    """Whether right evidence waits for the identity service."""
    return parties.waits(bank, "identity.verify", procedure)


def still_waits(bank: Bank, procedure: Procedure) -> bool:
    """Whether the identity service may still answer."""
    return parties.still_waits(bank, "identity.verify", procedure)


def go_on(bank: Bank, procedure: Procedure) -> None:
    """Hear the identity service on evidence that was right. Raises Refusal and Waiting, as `verify` does."""
    answer = parties.ask(bank, "identity.verify", procedure)
    _use_up(procedure.customer, answer.asked_at)
    procedure.code_sent_at = None  # a code counts once
    if procedure.state == RenewalState.APPLIED:
        procedure.state = RenewalState.IDENTIFIED
    bank.record("identity verified", procedure=procedure.id)


def check_payer(bank: Bank, customer: Customer, evidence: Evidence) -> None:
    """Check what allows to take money from the customer's account: its password, and the card or the OTP.

    What was right counts once. Raises Refusal, as `verify` does (domain: Transfers).
    """
    check_password(bank, customer, evidence.account_password)
    check_means(bank, customer, evidence)


def check_means(bank: Bank, customer: Customer, evidence: Evidence) -> None:
    """Check the card or the OTP, which counts once. Raises Refusal, as `verify` does."""
    _check_means(bank, customer, evidence)
    _use_up(customer, bank.now())


def _check(bank: Bank, procedure: Procedure, evidence: Evidence) -> None:
    check_password(bank, procedure.customer, evidence.account_password)
    _check_code(bank, procedure, evidence.sms_code)
    _check_means(bank, procedure.customer, evidence)


def _check_means(bank: Bank, customer: Customer, evidence: Evidence) -> None:
    if customer.security == "otp":
        _check_otp(bank, customer, evidence.otp)
    else:
        _check_card(bank, customer, evidence.card)


def _use_up(customer: Customer, at: datetime) -> None:
    """What was shown `at` a moment shows nothing any more: that OTP, those two numbers of the card."""
    if customer.security == "otp":
        customer.otp_last_used = _otp_at(customer, at)
    else:
        customer.card_round += 1


def check_password(bank: Bank, customer: Customer, password: str) -> None:
    """Check the account's password. Raises Refusal, as `verify` does."""
    account, limit = customer.account, bank.settings.password_tries
    if account.password_tries < limit and password_is(account, password):
        account.password_tries = 0
        return
    account.password_tries = min(account.password_tries + 1, limit)
    raise _wrong(
        bank,
        "account_password",
        account.password_tries,
        limit,
        errors.IDENTITY_PASSWORD,
        errors.IDENTITY_PASSWORD_LOCKED,
    )


def _check_code(bank: Bank, procedure: Procedure, code: str) -> None:
    limit = bank.settings.code_tries
    if procedure.code_sent_at is None:
        raise bank.refuse(Refusal.at(("sms_code", errors.IDENTITY_CODE_MISSING)))
    if code_seconds(bank, procedure) == 0:
        raise bank.refuse(Refusal.at(("sms_code", errors.IDENTITY_CODE_EXPIRED)))
    if procedure.code_tries < limit and code == procedure.code:
        return
    procedure.code_tries = min(procedure.code_tries + 1, limit)
    raise _wrong(
        bank, "sms_code", procedure.code_tries, limit, errors.IDENTITY_CODE, errors.IDENTITY_CODE_LOCKED
    )


def _check_card(bank: Bank, customer: Customer, answers: tuple[str, str]) -> None:
    if customer.card_lost:
        raise bank.refuse(Refusal.at(("card_first", errors.IDENTITY_CARD_LOST)))
    limit = bank.settings.card_tries
    first, second = card_prompt(bank, customer)
    right = (customer.card_codes[first][:2], customer.card_codes[second][2:])
    if customer.card_tries < limit and answers == right:
        customer.card_tries = 0
        return
    customer.card_tries = min(customer.card_tries + 1, limit)
    raise _wrong(
        bank, "card_first", customer.card_tries, limit, errors.IDENTITY_CARD, errors.IDENTITY_CARD_LOCKED
    )


def _check_otp(bank: Bank, customer: Customer, otp: str) -> None:
    limit = bank.settings.otp_tries
    fresh = otp != customer.otp_last_used
    if customer.otp_tries < limit and fresh and otp == otp_now(bank, customer):
        customer.otp_tries = 0
        return
    customer.otp_tries = min(customer.otp_tries + 1, limit)
    raise _wrong(bank, "otp", customer.otp_tries, limit, errors.IDENTITY_OTP, errors.IDENTITY_OTP_LOCKED)


def _wrong(bank: Bank, field: str, tries: int, limit: int, error: BankError, locked: BankError) -> Refusal:
    if tries == limit:
        return bank.refuse(Refusal.at((field, locked.of(limit=limit))))
    return bank.refuse(Refusal.at((field, error.of(left=limit - tries))), tries_left=limit - tries)
