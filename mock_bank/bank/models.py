"""What the bank remembers, as rows of a world's database."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mock_bank.ca.profile import KINDS, Kind
from mock_bank.ca.registry import State
from mock_bank.database import Base
from mock_bank.faults import Seam


class RenewalState(StrEnum):
    """How far a renewal, or another procedure, has come; each arrow between two states is one commit."""

    APPLIED = "applied"
    IDENTIFIED = "identified"
    REGISTERED = "registered"
    ISSUED = "issued"
    STORED = "stored"
    CONFIRMED = "confirmed"

    def reached(self, other: RenewalState) -> bool:
        """Whether what is in this state has come at least as far as `other`."""
        order = list(RenewalState)
        return order.index(self) >= order.index(other)


class Customer(Base):
    """A person or a company with an account and a means of security."""

    __tablename__ = "customers"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]  # personal | corporate
    number: Mapped[str]  # resident or business registration number, with its dashes
    phone: Mapped[str]
    email: Mapped[str]
    security: Mapped[str]  # security-card | otp
    card_codes: Mapped[dict[str, str]] = mapped_column(JSON)  # "01".."35" -> 4 digits; empty with an OTP
    otp_secret: Mapped[str]  # base32; empty with a security card
    card_round: Mapped[int] = mapped_column(default=0)  # how many prompts were answered rightly
    card_tries: Mapped[int] = mapped_column(default=0)  # wrong answers in a row
    card_lost: Mapped[bool] = mapped_column(default=False)  # as the customer has reported
    otp_tries: Mapped[int] = mapped_column(default=0)
    otp_last_used: Mapped[str] = mapped_column(default="")
    account: Mapped[Account] = relationship(back_populates="customer", lazy="joined")


class Account(Base):
    """A current account in won."""

    __tablename__ = "accounts"

    number: Mapped[str] = mapped_column(primary_key=True)
    customer_key: Mapped[str] = mapped_column(ForeignKey("customers.key"))
    password_hash: Mapped[str]
    password_tries: Mapped[int] = mapped_column(default=0)  # wrong ones in a row
    balance: Mapped[int]
    customer: Mapped[Customer] = relationship(back_populates="account")


class AccountEntry(Base):
    """One movement of an account's money, in won; a negative amount went out."""

    __tablename__ = "account_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_number: Mapped[str] = mapped_column(ForeignKey("accounts.number"))
    at: Mapped[datetime]
    text: Mapped[str]
    amount: Mapped[int]
    balance: Mapped[int]  # of the account, after it


class TransferState(StrEnum):
    """A draft is confirmed by the customer and waits for their signature; the signature moves the money."""

    DRAFT = "draft"
    DONE = "done"


class Transfer(Base):
    """Money from one account of this bank to another. `text` is what the customer confirms and signs."""

    __tablename__ = "transfers"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_key: Mapped[str] = mapped_column(ForeignKey("customers.key"))
    from_account: Mapped[str] = mapped_column(ForeignKey("accounts.number"))
    to_account: Mapped[str] = mapped_column(ForeignKey("accounts.number"))
    to_name: Mapped[str]
    amount: Mapped[int]  # won
    memo: Mapped[str]  # what the receiver reads in their history
    text: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    state: Mapped[TransferState] = mapped_column(default=TransferState.DRAFT)
    done_at: Mapped[datetime | None]
    balance_after: Mapped[int | None]  # of the account that paid
    serial: Mapped[str | None]  # of the certificate that signed
    signature: Mapped[bytes | None]  # the signed document, CMS (DER)


class RegisteredCertificate(Base):
    """A certificate that a customer may use at this bank; its state is the authority's to tell."""

    __tablename__ = "registered_certificates"

    serial: Mapped[str] = mapped_column(primary_key=True)
    customer_key: Mapped[str] = mapped_column(ForeignKey("customers.key"))
    exported_at: Mapped[datetime | None]  # when it was last backed up as a file


class BankSession(Base):
    """One browser's visit, signed in or not, judged by the world's clock."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    customer_key: Mapped[str | None] = mapped_column(ForeignKey("customers.key"))
    serial: Mapped[str | None]  # of the certificate that signed in
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    last_seen: Mapped[datetime]
    procedure_id: Mapped[int | None]  # what the visitor has begun for which nobody needs to be signed in
    identified: Mapped[bool] = mapped_column(default=False)  # for that, during this visit
    ended: Mapped[str | None]  # code of the catalogue's error that says why it is over


class Procedure(Base):
    """What a customer begins at the certificate centre and shows for who they are; a subclass says what."""

    __tablename__ = "procedures"
    __mapper_args__ = {"polymorphic_on": "purpose"}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    customer_key: Mapped[str] = mapped_column(ForeignKey("customers.key"))
    state: Mapped[RenewalState]
    code: Mapped[str] = mapped_column(default="")  # the SMS code that counts now
    code_sent_at: Mapped[datetime | None]
    code_round: Mapped[int] = mapped_column(default=0)  # how many codes were sent
    code_tries: Mapped[int] = mapped_column(default=0)  # wrong entries of the present code
    customer: Mapped[Customer] = relationship(lazy="joined")

    @property
    def label(self) -> str:
        """What the customer calls it."""
        raise NotImplementedError


class Renewal(Procedure):
    """One renewal of one certificate, however often it is tried; without an old one, one issued anew."""

    __mapper_args__ = {"polymorphic_identity": "renewal"}  # noqa: RUF012

    old_serial: Mapped[str | None] = mapped_column(unique=True)
    kind_id: Mapped[str] = mapped_column(nullable=True)
    email: Mapped[str] = mapped_column(nullable=True)
    fee: Mapped[int] = mapped_column(default=0, nullable=True)  # won, as paid
    request: Mapped[bytes | None]  # PKCS#10 DER of the new key
    device_key: Mapped[str] = mapped_column(default="", nullable=True)  # the device's name for that key
    new_serial: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="", nullable=True)

    @property
    def kind(self) -> Kind:
        """The kind of the certificate, the old one's and the new one's."""
        return KINDS[self.kind_id]

    @property
    def label(self) -> str:
        """Renewing, or issuing."""
        return "발급" if self.old_serial is None else "갱신"


class Change(Procedure):
    """That a customer has a certificate revoked for good, suspended or, `valid` again, restored."""

    __mapper_args__ = {"polymorphic_identity": "change"}  # noqa: RUF012

    becomes: Mapped[State] = mapped_column(String, nullable=True)
    serial: Mapped[str | None]  # of the certificate, once the customer has decided

    @property
    def label(self) -> str:
        """What is done to the certificate."""
        return _CHANGES[self.becomes]


_CHANGES = {State.REVOKED: "폐기", State.SUSPENDED: "효력 정지", State.VALID: "효력 회복"}


class Question(Base):
    """What was asked of another party for a procedure and is not answered yet."""

    __tablename__ = "questions"

    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedures.id"), primary_key=True)
    seam: Mapped[Seam] = mapped_column(String, primary_key=True)
    asked_at: Mapped[datetime | None]  # since when the customer waits; None when told that it takes too long
    answer_at: Mapped[datetime | None]  # when the answer comes; None: never


class Post(StrEnum):
    """How a message goes."""

    SMS = "sms"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """The way as a customer reads it."""
        return "문자" if self is Post.SMS else "이메일"


class Message(Base):
    """An SMS or an e-mail that the bank sent."""

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    post: Mapped[Post]
    to: Mapped[str]
    text: Mapped[str]


class Relay(Base):
    """An encrypted file on its way to another of the customer's devices, under a `number`: twelve digits."""

    __tablename__ = "relays"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    file: Mapped[bytes | None]  # PKCS#12; gone as soon as it was fetched, or has run out
    fetched: Mapped[bool] = mapped_column(default=False)
    ends_at: Mapped[datetime]


class Look(Base):
    """Since when the bank looks for what time brings: one row (see passing.py)."""

    __tablename__ = "looks"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class AuditEntry(Base):
    """What happened, by whom and why; never a secret."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    party: Mapped[str]  # bank | ca | device
    event: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)


class Incident(Base):
    """An error that a customer saw, under the reference number that the customer centre takes."""

    __tablename__ = "incidents"

    reference: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    code: Mapped[str]
    customer_key: Mapped[str | None]
    procedure_id: Mapped[int | None]
