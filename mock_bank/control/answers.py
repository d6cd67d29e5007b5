"""What the control API answers: each answer's body."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify
from pydantic import BaseModel

from mock_bank.bank.models import Post
from mock_bank.faults import Damage, Effect, Seam
from mock_bank.surroundings import Surroundings


class Answer(BaseModel):
    """A body; times are ISO 8601, in Korea's zone."""

    def response(self, status: int) -> Response:
        """It as JSON."""
        answer = jsonify(self.model_dump(mode="json"))
        answer.status_code = status
        return answer


class Problem(Answer):
    """Why a request was not carried out, in English and in Korean."""

    error: str
    ko: str


class Defect(Answer):
    """The known bug that the bank was started with, if any."""

    defect: str | None


class WorldIds(Answer):
    """The worlds that are open."""

    worlds: list[str]


class Name(BaseModel):
    """A person of a world."""

    key: str
    name: str


class FaultState(BaseModel):
    """A fault, and how often it has struck."""

    seam: Seam
    effect: Effect
    times: int
    seconds: float | None
    damage: Damage | None
    struck: int


class WorldState(Answer):
    """Where a world is reached, its time, its people, its faults, where the customer is."""

    id: str
    now: str
    seed: int
    bank_url: str
    device_url: str
    people: list[Name]
    faults: list[FaultState]
    surroundings: Surroundings


class Time(Answer):
    """A world's time."""

    now: str


class Sent(BaseModel):
    """A message that the bank sent, by SMS or by e-mail."""

    at: str
    post: Post
    to: str
    text: str


class Messages(Answer):
    """Every message, the oldest first."""

    messages: list[Sent]


class Event(BaseModel):
    """A line of the audit log, `ko` is the same in Korean but for the time."""

    at: str
    party: str
    event: str
    detail: dict[str, Any]
    ko: str


class Audit(Answer):
    """The audit log, the oldest line first."""

    audit: list[Event]


class Certificate(Answer):
    """A certificate as the authority knows it; `person` is its holder's key."""

    person: str
    serial: str
    holder: str
    kind: str
    state: str
    not_before: str
    not_after: str


class Certificates(Answer):
    """Every certificate that was issued, the oldest first."""

    certificates: list[Certificate]


class File(BaseModel):
    """A file on a device, or on what the customer carries along (`device` is null)."""

    device: str | None
    place: str
    path: str
    certificate: str


class Files(Answer):
    """What lies on the devices."""

    files: list[File]


class TransferState(BaseModel):
    """A transfer in won, the text to be signed, and the certificate that signed, null for a draft."""

    id: int
    state: str
    sender: str
    receiver: str
    amount: int
    text: str
    serial: str | None


class Transfers(Answer):
    """Every transfer that a customer confirmed, the oldest first."""

    transfers: list[TransferState]


class Entry(BaseModel):
    """A line of an account's history, in won."""

    at: str
    text: str
    amount: int
    balance: int


class Account(BaseModel):
    """An account: its balance in won, and its history."""

    number: str
    balance: int
    entries: list[Entry]


class Hands(Answer):
    """What a person holds in their hands: the security card's codes by number, or the OTP of now."""

    key: str
    name: str
    account: Account
    security_card: dict[str, str] | None
    otp: str | None


class PersonState(Answer):
    """What the bank has noted of a person."""

    key: str
    phone: str
    card_lost: bool


class PlaceState(Answer):
    """A medium, and whether it is plugged in."""

    place: str
    plugged: bool


class Cookie(BaseModel):
    """A cookie for the browser."""

    name: str
    value: str


class StageState(Answer):
    """What a browser needs to go on at a stage: its cookies, and the page to open."""

    cookies: list[Cookie]
    path: str
