"""The people of a world: those whom seeds/people.toml names, and made-up ones.

All of them are synthetic (domain: Test data): resident numbers of month 13, business numbers with a wrong
check digit, phones 010-0000-xxxx, accounts of bank code 000.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from harness.errors import HarnessError
from harness.language.korean import quoted
from harness.language.toml_file import TomlFile

if TYPE_CHECKING:
    from faker import Faker

PEOPLE_FILE = Path("seeds") / "people.toml"
PASSWORD = "Haneul!2580"
# How a phrase names whom the scenario is about, when that is known already.
THE_CUSTOMER = ("the customer", "그")
BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)

# The words that the control API takes; a file of people is held to them.
CertificateKind = Annotated[
    str, Literal["personal-bank", "personal-general", "corporate-bank", "corporate-general"]
]
CertificateState = Annotated[str, Literal["valid", "suspended", "revoked"]]
CertificatePlace = Annotated[str, Literal["browser", "hard-disk", "removable-disk", "phone", "cloud"]]
PersonKind = Annotated[str, Literal["personal", "corporate"]]
Security = Annotated[str, Literal["security-card", "otp"]]


@dataclass(frozen=True)
class Certificate:
    """A certificate that a person has from the world's start.

    `days_left`: whole days from the world's date to the certificate's last day; 0 ends today, -1 has expired.
    One that is not `registered` at this bank is another bank's; one of an `other_bank` may be registered. It
    lies in its place on each of the `devices`.
    """

    kind: CertificateKind
    days_left: int
    state: CertificateState = "valid"
    place: CertificatePlace = "hard-disk"
    password: str = PASSWORD
    registered: bool = True
    other_bank: bool = False
    devices: tuple[str, ...] = ("computer",)


@dataclass(frozen=True)
class Account:
    """A bank account; the balance in won."""

    number: str
    password: str
    balance: int


@dataclass(frozen=True)
class Person:
    """A customer as the control API takes them, and the English name that features use."""

    key: str
    name: str
    english: str
    kind: PersonKind
    number: str
    phone: str
    email: str
    account: Account
    security: Security
    certificates: tuple[Certificate, ...] = ()

    def called(self, language: str) -> str:
        """The name that features in that language use."""
        return self.name if language == "ko" else self.english

    def as_json(self) -> dict[str, Any]:
        """The person in the control API's form."""
        return {name: value for name, value in asdict(self).items() if name != "english"}


@dataclass(frozen=True, kw_only=True)
class _NamedPerson(Person):
    """One of seeds/people.toml, with the notes that the bank's lobby shows."""

    note_en: str = ""
    note_ko: str = ""


class People:
    """The people whom a feature can name."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people

    @classmethod
    def load(cls, root: Path) -> People:
        """The people in seeds/people.toml under `root`; HarnessError if there is none or it is wrong."""
        file = TomlFile(root, PEOPLE_FILE)
        people = {key: _person(file, key) for key in file.tables("people")}
        _each_by_a_name_of_their_own(file, people)
        if not people:
            raise HarnessError(
                f"{PEOPLE_FILE} has nobody: begin each person with a line as [people.kim-hana]",
                f"{PEOPLE_FILE}에 사람이 없습니다. [people.kim-hana]처럼 사람마다 표를 하나씩 만드세요",
            )
        return cls(people)

    def __getitem__(self, name: str) -> Person:
        """The person of that Korean name, English name or key; HarnessError with the nearest if nobody is."""
        if found := self._called(name):
            return found
        raise self.nobody(name)

    def has(self, name: str) -> bool:
        """Whether somebody is called so."""
        return self._called(name) is not None

    def nobody(self, name: str) -> HarnessError:
        """That nobody is called so, with the nearest name."""
        from rapidfuzz import process  # only a failing scenario needs it

        nearest = str(process.extractOne(name, [*self.names("ko"), *self.names("en")])[0])
        return HarnessError(
            f"nobody in {PEOPLE_FILE} is called “{name}”; the nearest is “{nearest}”",
            f"{PEOPLE_FILE}에 {quoted(name, '이라는')} 사람은 없습니다. 가장 가까운 이름: “{nearest}”",
        )

    def _called(self, name: str) -> Person | None:
        return next((one for one in self._people.values() if name in (one.name, one.english, one.key)), None)

    def names(self, language: str) -> list[str]:
        """What the people are called in that language."""
        return [person.called(language) for person in self._people.values()]


def _each_by_a_name_of_their_own(file: TomlFile, people: Mapping[str, Person]) -> None:
    """Refuse whom a feature could not tell from another one."""
    taken: dict[str, str] = {}
    for key, person in people.items():
        for field, name in (("name", person.name), ("english", person.english)):
            if taken.setdefault(name, key) != key:
                raise file.wrong(
                    ("people", key, field),
                    f"[people.{taken[name]}] is called “{name}” already: give each a name of their own",
                    f"[people.{taken[name]}]의 이름도 “{name}”입니다. 사람마다 이름을 다르게 지으세요",
                )


def _person(file: TomlFile, key: str) -> Person:
    named = file.record(_NamedPerson, ("people", key), key=key)
    return Person(**{field.name: getattr(named, field.name) for field in fields(Person)})


def made_up(faker: Faker, key: str, kind: str = "personal") -> Person:
    """A person whom nobody is, without certificates; the same for the same seed of `faker`."""
    corporate = kind == "corporate"
    name = faker.company() if corporate else faker.name()
    return Person(
        key=key,
        name=name,
        english=key,
        kind=kind,
        number=business_number(faker) if corporate else resident_number(faker),
        # Those in seeds/people.toml begin with 0.
        phone=faker.unique.numerify("010-0000-%###"),
        email=f"{key}@example.com",
        account=Account(faker.unique.numerify("000-###-######"), faker.numerify("####"), 1_500_000),
        security="security-card",
    )


def resident_number(faker: Faker) -> str:
    """A resident registration number born on the 32nd of month 13."""
    return str(faker.unique.numerify("%#1332-%######"))


def business_number(faker: Faker) -> str:
    """A business registration number (3-2-5) whose check digit is one more than the right one."""
    digits = [int(digit) for digit in faker.unique.numerify("#########")]
    total = sum(digit * weight for digit, weight in zip(digits, BUSINESS_WEIGHTS, strict=True))
    right = -(total + digits[-1] * BUSINESS_WEIGHTS[-1] // 10) % 10
    text = "".join(map(str, [*digits, (right + 1) % 10]))
    return f"{text[:3]}-{text[3:5]}-{text[5:]}"
