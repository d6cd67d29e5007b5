"""What customers are told of their certificates without having asked, by SMS and e-mail (domain: Notices)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select

from mock_bank.bank import certificates
from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Customer, Message, Post, RegisteredCertificate
from mock_bank.bank.support import CENTRE
from mock_bank.ca.registry import State

BEFORE_THE_END = (30, 14, 7, 1)  # days
AT = timedelta(hours=9)  # after midnight, KST
_END = "{kind} 인증서가 {days}일 뒤({last_day})에 만료됩니다. 그 전에 인증센터에서 갱신해 주세요."
_NOT_YOU = f"본인이 신청하지 않았다면 고객센터({CENTRE.phone})로 바로 알려 주세요."


class Event(StrEnum):
    """What became of a certificate, and how customers read of it."""

    ISSUED = "{kind} 인증서를 발급했습니다. 만료일: {last_day}"
    RENEWED = "인증서를 갱신했습니다. 새 인증서 만료일: {last_day}"
    REVOKED = "{kind} 인증서를 폐기했습니다. 이 인증서는 더 이상 쓸 수 없습니다."
    SUSPENDED = "{kind} 인증서의 효력을 정지했습니다. 회복할 때까지 이 인증서는 쓸 수 없습니다."
    RESTORED = "{kind} 인증서의 효력을 회복했습니다."
    EXPORTED = "{kind} 인증서를 다른 곳에서 쓸 수 있게 내보냈습니다."


def notify(bank: Bank, customer: Customer, event: Event, serial: str, email: str = "") -> None:
    """Tell the customer what became of the certificate of that `serial`, and whom to call if it was not they.

    The e-mail goes to the address that the bank has, or to another `email` that the customer gave for this.
    """
    text = f"{_filled(event, certificates.view(bank, serial))} {_NOT_YOU}"
    _send(bank, customer, text, bank.now(), email)


def is_time(since: datetime, now: datetime) -> bool:
    """Whether the hour of notices came after `since` and up to `now`: at no other may one be due."""
    return _day(since) != _day(now)


def _day(moment: datetime) -> date:
    """The day of notices that it is in: one begins at their hour, and not at midnight."""
    return (moment - AT).date()


def send_due(bank: Bank, since: datetime) -> None:
    """Tell of this bank's certificates in force whose end came near after `since` and up to now.

    However much time has passed at once, each notice bears the moment at which it was due.
    """
    due = [
        (day, registered.customer_key, _filled(_END, certificate, days))
        for registered in bank.session.scalars(select(RegisteredCertificate))
        if (certificate := certificates.view(bank, registered.serial)).kept_state == State.VALID
        and not certificate.is_other_bank_s
        for days in BEFORE_THE_END
        if _day(since) < (day := certificate.not_after.date() - timedelta(days)) <= _day(bank.now())
    ]
    for day, customer_key, text in sorted(due):
        _send(bank, bank.customer(customer_key), text, datetime.combine(day, time(), since.tzinfo) + AT)


def _filled(text: str, certificate: CertificateView, days: int = 0) -> str:
    last_day = f"{certificate.not_after:%Y-%m-%d}"
    return text.format(kind=certificate.kind_label, last_day=last_day, days=days)


def _send(bank: Bank, customer: Customer, text: str, at: datetime, email: str = "") -> None:
    for post, to in ((Post.SMS, customer.phone), (Post.EMAIL, email or customer.email)):
        bank.session.add(Message(at=at, post=post, to=to, text=f"[도담모의은행] {text}"))
