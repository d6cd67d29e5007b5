"""A customer's certificates as the bank shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from cryptography import x509
from sqlalchemy import select

from mock_bank.bank.context import Bank
from mock_bank.bank.models import RegisteredCertificate
from mock_bank.ca.profile import BANKS, HOME, Kind, bank_of, serial_of
from mock_bank.ca.registry import State

RENEWAL_DAYS = 30  # domain: Renewal window


@dataclass(frozen=True)
class CertificateView:
    """What the pages say of one certificate."""

    serial: str
    kind: Kind
    holder: str
    thumbprint: str
    not_before: datetime
    not_after: datetime
    state: State
    kept_state: State  # but for time: an expired one is what it was before
    days_left: int
    bank: str  # through which it was issued: one of BANKS

    @property
    def is_other_bank_s(self) -> bool:
        """Whether it was issued through another bank, which alone renews it."""
        return self.bank != HOME

    @property
    def bank_label(self) -> str:
        """The name of that bank."""
        return BANKS[self.bank]

    @property
    def kind_label(self) -> str:
        """The kind's Korean name, and the other bank's."""
        return f"{self.kind.label} {self.bank_label}" if self.is_other_bank_s else self.kind.label

    @property
    def state_label(self) -> str:
        """The state's Korean name."""
        return self.state.label

    @property
    def days_text(self) -> str:
        """How long it still lasts, in words."""
        if self.state == State.EXPIRED:
            return "만료됨"
        if self.state != State.VALID:
            return "-"
        return "오늘 만료" if self.days_left == 0 else f"{self.days_left}일 남음"

    @property
    def due(self) -> bool:
        """Whether it is time to renew it here (claim: need.validity)."""
        return not self.is_other_bank_s and self.state == State.VALID and self.days_left <= RENEWAL_DAYS


def view(bank: Bank, serial: str) -> CertificateView:
    """The certificate of that serial number, which the authority issued."""
    issued = bank.authority.issued(serial)
    return CertificateView(
        serial=serial,
        kind=issued.kind,
        holder=issued.holder,
        thumbprint=sha256(issued.der).hexdigest(),
        not_before=issued.not_before,
        not_after=issued.not_after,
        state=issued.state(bank.now()),
        kept_state=issued.kept_state,
        days_left=days_between(bank.now().date(), issued.not_after.date()),
        bank=bank_of(issued.certificate),
    )


def is_issued(bank: Bank, certificate: x509.Certificate) -> bool:
    """Whether it was issued in this world: worlds share the authority's key, and serial numbers may meet."""
    issued = bank.authority.find(serial_of(certificate))
    return issued is not None and issued.certificate == certificate


def registered(bank: Bank, certificate: x509.Certificate) -> RegisteredCertificate | None:
    """The registration of this very certificate, if it is registered here; a namesake's is not its own."""
    if not is_issued(bank, certificate):
        return None
    return bank.session.get(RegisteredCertificate, serial_of(certificate))


def of_customer(bank: Bank, customer_key: str) -> list[CertificateView]:
    """All certificates that the customer registered here, the newest first."""
    rows = bank.session.scalars(
        select(RegisteredCertificate.serial).where(RegisteredCertificate.customer_key == customer_key)
    )
    return sorted((view(bank, serial) for serial in rows), key=lambda one: one.not_before, reverse=True)


def of_this_bank(bank: Bank, customer_key: str) -> list[CertificateView]:
    """Those among them that this bank issued: the only ones that it has revoked, suspended and replaced."""
    return [one for one in of_customer(bank, customer_key) if not one.is_other_bank_s]


def due(bank: Bank, customer_key: str) -> CertificateView | None:
    """The customer's certificate that is to be renewed soonest, if any."""
    candidates = [one for one in of_customer(bank, customer_key) if one.due]
    return min(candidates, key=lambda one: one.not_after, default=None)


def days_between(today: date, last_day: date) -> int:
    """Whole days left: 0 on the last day itself, negative after it (KST dates)."""
    return (last_day - today).days
