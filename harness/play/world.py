"""One isolated bank, as the control API shows and moves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from harness.play.bank import Bank, BankError
from harness.seeds.named_people import Person

Record = TypeVar("Record")

CODE = re.compile(r"\[(\d{6})\]")


@dataclass(frozen=True)
class Message:
    """A message that the bank sent: by `sms` or `email`."""

    at: datetime
    post: str
    to: str
    text: str


@dataclass(frozen=True)
class Event:
    """A line of the audit log; `party` is bank, ca or device. `ko`: the same in Korean, but for the time."""

    at: datetime
    party: str
    event: str
    detail: dict[str, Any]
    ko: str | None = None


@dataclass(frozen=True)
class IssuedCertificate:
    """A certificate as the authority knows it; `person` is its holder's key."""

    serial: str
    holder: str
    kind: str
    state: str
    not_before: datetime
    not_after: datetime
    person: str


@dataclass(frozen=True)
class StoredFile:
    """A file on a device, or (`device` is None) on what the customer carries from one to the other.

    `certificate` is the serial of the certificate that it belongs to.
    """

    device: str | None
    place: str
    path: str
    certificate: str


@dataclass(frozen=True)
class Transfer:
    """A transfer of `amount` won between two accounts, `draft` or `done`; `text` is what was to be signed.

    `serial`: of the certificate that signed, None for a draft.
    """

    id: int
    state: str
    sender: str
    receiver: str
    amount: int
    text: str
    serial: str | None


@dataclass(frozen=True)
class Secrets:
    """What a person knows or has: balance in won, the OTP of now, the security card's codes by number."""

    key: str
    name: str
    account_number: str
    balance: int
    otp: str | None
    security_card: dict[str, str]


@dataclass(frozen=True)
class Stage:
    """Where a person was placed: the browser's cookies, and the path to go on at."""

    cookies: list[dict[str, str]]
    path: str


@dataclass(frozen=True)
class Fault:
    """A fault at a seam, for `times` tries, of which it `struck` so many.

    A `slow` answer comes after `seconds` of the world's time; `damage` says what is wrong with a
    `damaged` one.
    """

    seam: str
    effect: str = "error"
    times: int = 1
    seconds: float | None = None
    damage: str | None = None
    struck: int = 0


class World:
    """A world of a mock bank. Every method raises BankError when the bank refuses."""

    def __init__(self, bank: Bank, opened: dict[str, Any]) -> None:
        self._bank = bank
        self.id: str = opened["id"]
        self.bank_url: str = opened["bank_url"]
        self.device_url: str = opened["device_url"]

    @classmethod
    def open(
        cls,
        bank: Bank,
        now: datetime,
        seed: int,
        people: Iterable[Person],
        faults: Iterable[Fault] = (),
        settings: Mapping[str, Any] | None = None,
        surroundings: Mapping[str, Any] | None = None,
    ) -> World:
        """Open a world whose clock stands at `now`; BankError names the person and field that are wrong.

        `settings`: what is to be otherwise than the bank's own, as in {"otp_tries": 2}; `surroundings`:
        where the customer is, as in {"network": "public"}.
        """
        request = {
            "now": now.isoformat(),
            "seed": seed,
            "ticking": False,
            "people": [person.as_json() for person in people],
            "faults": [_as_json(fault) for fault in faults],
            "settings": dict(settings or {}),
            "surroundings": dict(surroundings or {}),
        }
        return cls(bank, bank.post("worlds", request))

    @property
    def machine(self) -> str:
        """The name or address of the machine that it is on."""
        return self._bank.machine

    @property
    def now(self) -> datetime:
        """The world's time (KST)."""
        return datetime.fromisoformat(self._get()["now"])

    def move(self, **until: Any) -> datetime:
        """Move the bank's clock forward, not the page's: steps use Scene. Returns the new time.

        By `seconds`, to a `day` ("2026-03-30") at the same hour, or to the `hour` ("23:40") that comes next.
        """
        answer = self._bank.post(f"worlds/{self.id}/clock", until)
        return datetime.fromisoformat(answer["now"])

    def surround(self, **surroundings: Any) -> None:
        """Have the customer be elsewhere from now on, as in `surround(network="public")`."""
        self._bank.post(f"worlds/{self.id}/surroundings", surroundings)

    def fault(self, fault: Fault) -> None:
        """Add a fault to the running world."""
        self._bank.post(f"worlds/{self.id}/faults", _as_json(fault))

    def restart(self) -> None:
        """Start the bank anew, with nothing but what it has written down."""
        self._bank.post(f"worlds/{self.id}/restart", {})

    def faults(self) -> list[Fault]:
        """The faults of this world and how often each struck."""
        return _record(list[Fault], self._get()["faults"])

    def messages(self) -> list[Message]:
        """The messages sent so far, oldest first."""
        return _record(list[Message], self._get("/messages")["messages"])

    def sms_code(self, phone: str | None = None) -> str:
        """The six digits in the newest message (to `phone`, if given); BankError if none has been sent."""
        for message in reversed(self.messages()):
            found = CODE.search(message.text)
            if found and phone in (None, message.to):
                return found[1]
        raise BankError(
            f"no message with a code has been sent{f' to {phone}' if phone else ''}",
            f"인증번호 문자가 {f'{phone} 번호로 ' if phone else ''}온 적이 없습니다",
        )

    def audit(self) -> list[Event]:
        """What bank, authority and device have recorded, oldest first."""
        return _record(list[Event], self._get("/audit")["audit"])

    def certificates(self, person: str | None = None) -> list[IssuedCertificate]:
        """The certificates that the authority has issued (to the person of that key, if given)."""
        certificates = _record(list[IssuedCertificate], self._get("/certificates")["certificates"])
        return [certificate for certificate in certificates if person in (None, certificate.person)]

    def change_certificate(self, serial: str, state: str) -> None:
        """Have the authority make a certificate `suspended`, `revoked` or `replaced`, as others may wish."""
        self._bank.post(f"worlds/{self.id}/certificates/{serial}", {"state": state})

    def change_person(self, key: str, **changes: Any) -> None:
        """Have the bank know what a person told it elsewhere: `phone="010-…"`, `card_lost=True`."""
        self._bank.post(f"worlds/{self.id}/people/{key}", changes)

    def plug(self, place: str, plugged: bool) -> None:
        """Plug a medium in that the customer carries along, or unplug it."""
        self._bank.post(f"worlds/{self.id}/places/{place}", {"plugged": plugged})

    def store(self) -> list[StoredFile]:
        """The files on the devices, and on what the customer carries along."""
        return _record(list[StoredFile], self._get("/store")["files"])

    def read(self, path: str) -> bytes:
        """One of those files, by the path that store() tells."""
        return self._bank.download(f"worlds/{self.id}/store/{path}")

    def transfers(self) -> list[Transfer]:
        """The transfers that customers asked for, oldest first."""
        return _record(list[Transfer], self._get("/transfers")["transfers"])

    def person(self, key: str) -> Secrets:
        """What the person of that key knows and has at this moment."""
        answer = self._get(f"/people/{key}")
        account = answer["account"]
        return Secrets(
            key,
            answer["name"],
            account["number"],
            account["balance"],
            answer["otp"],
            answer["security_card"] or {},
        )

    def stage(self, key: str, stage: str, way: str = "renewal") -> Stage:
        """Place a person at 'signed in', 'applied', 'identified' or 'issued' without walking there,
        of a renewal or of another `way` through the certificate centre.
        """
        wanted = {"person": key, "stage": stage, "way": way}
        return _record(Stage, self._bank.post(f"worlds/{self.id}/stages", wanted))

    def zipped(self) -> bytes:
        """All of the world as a zip: the bank's database, the devices, the clock."""
        return self._bank.download(f"worlds/{self.id}/zip")

    def close(self) -> None:
        """Delete the world and all that is in it."""
        self._bank.delete(f"worlds/{self.id}")

    def _get(self, path: str = "") -> Any:
        return self._bank.get(f"worlds/{self.id}{path}")


def _record(kind: type[Record], answer: Any) -> Record:
    """A part of an answer as a `kind` of record, or a list of it; what has no field is left out."""
    return TypeAdapter(kind).validate_python(answer)


def _as_json(fault: Fault) -> dict[str, Any]:
    return {name: value for name, value in asdict(fault).items() if name != "struck"}
