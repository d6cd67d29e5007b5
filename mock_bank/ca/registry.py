"""The authority's register: which certificates it issued and what became of them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from cryptography import x509
from sqlalchemy.orm import Mapped, mapped_column

from mock_bank.ca.profile import KINDS, Kind, is_over
from mock_bank.database import Base


class State(StrEnum):
    """What a certificate is good for; `expired` and `unknown` are found out, never stored."""

    VALID = "valid"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    REPLACED = "replaced"
    EXPIRED = "expired"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The state as a customer reads it."""
        return _LABELS[self]


_LABELS = {
    State.VALID: "사용 중",
    State.SUSPENDED: "효력 정지",
    State.REVOKED: "폐기",
    State.REPLACED: "교체",
    State.EXPIRED: "만료",
    State.UNKNOWN: "등록되지 않음",
}
FINAL = (State.REVOKED, State.REPLACED)


class IssuedCertificate(Base):
    """A certificate that the authority issued, once for each request.

    The serial is decimal text: it has up to 159 bits and SQLite's integers have 64.
    """

    __tablename__ = "ca_certificates"

    serial: Mapped[str] = mapped_column(primary_key=True)
    request_id: Mapped[str]
    person: Mapped[str]
    holder: Mapped[str]
    kind_id: Mapped[str]
    not_before: Mapped[datetime]
    not_after: Mapped[datetime]
    stored_state: Mapped[str] = mapped_column(default=State.VALID.value)
    changed_at: Mapped[datetime | None]  # since when it is what it is, when it was something else before
    reason: Mapped[str | None]
    der: Mapped[bytes]

    @property
    def kind(self) -> Kind:
        """The certificate's kind."""
        return KINDS[self.kind_id]

    @property
    def kept_state(self) -> State:
        """Its state but for time: an expired one is what it was before."""
        return State(self.stored_state)

    @property
    def certificate(self) -> x509.Certificate:
        """The X.509 certificate itself."""
        return x509.load_der_x509_certificate(self.der)

    def state(self, now: datetime) -> State:
        """Its state at `now`: what is final stays, the rest expires."""
        expired = self.kept_state not in FINAL and is_over(self.not_after, now)
        return State.EXPIRED if expired else self.kept_state


class PublishedList(Base):
    """A list of revoked certificates that the authority has made: its number is there once."""

    __tablename__ = "ca_lists"

    number: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
