"""The people of a world: what a test or seeds/people.toml says of them, and how they come to be."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from mock_bank.ca.profile import MAX_HOLDER
from mock_bank.surroundings import COMPUTER, DeviceName

SAME_ACCOUNT = "two people have the account number {number}; give each an account of their own"
Digits = Annotated[str, Field(pattern=r"^\d+$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CertificateSpec(_Strict):
    """A certificate that a person has from the start.

    `days_left` counts whole days from the world's date to the certificate's last day: 0 ends today at
    23:59:59 KST, a negative one has expired. One that is not `registered` was made for another bank.
    It lies in its place on each of the `devices`; where the place is carried along, that is one and the same.
    """

    kind: Literal["personal-bank", "personal-general", "corporate-bank", "corporate-general"]
    days_left: int = Field(ge=-3650, le=3650)  # ten years: with any world's time a date that X.509 can say
    password: str = Field(min_length=1)
    state: Literal["valid", "suspended", "revoked"] = "valid"
    place: Literal["browser", "hard-disk", "removable-disk", "phone", "cloud"] = "hard-disk"
    registered: bool = True
    devices: tuple[DeviceName, ...] = (COMPUTER,)


class AccountSpec(_Strict):
    """A person's account; its balance in won."""

    number: str
    password: Annotated[Digits, Field(min_length=4, max_length=4)]
    balance: int = Field(ge=0, le=10**15)  # what comes on top of it still fits into a column


class Person(_Strict):
    """A synthetic customer (domain: Test data)."""

    key: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str = Field(min_length=1)
    kind: Literal["personal", "corporate"]
    number: str
    phone: str = Field(pattern=r"^010-0000-\d{4}$")
    email: str
    account: AccountSpec
    security: Literal["security-card", "otp"]
    certificates: tuple[CertificateSpec, ...]

    @field_validator("name")
    @classmethod
    def _fits_a_certificate(cls, name: str) -> str:
        if len(name.encode()) > MAX_HOLDER:
            raise ValueError(
                f"a certificate has room for {MAX_HOLDER} bytes of it, which is {MAX_HOLDER // 3} Hangul"
            )
        return name


class NamedPerson(Person):
    """One of seeds/people.toml: a person with an English name and a line about them in both languages."""

    english: str
    note_ko: str
    note_en: str

    def person(self) -> Person:
        """Only what a world needs to know."""
        return Person.model_validate(self.model_dump(include=set(Person.model_fields)))


class PeopleError(ValueError):
    """The file of people cannot be used; the message says where and why."""


def load_people(file: Path) -> dict[str, NamedPerson]:
    """The people of a TOML file, by key. Raises PeopleError with the file, the person and the field."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))["people"]
        people = {key: _named(file, key, table) for key, table in tables.items()}
    except FileNotFoundError as error:
        raise PeopleError(f"{file} does not exist; name a file of people with --people") from error
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise PeopleError(f"{file} is not a TOML file with [people.<key>] tables: {error}") from error
    if number := twice(person.account.number for person in people.values()):
        raise PeopleError(f"{file}: {SAME_ACCOUNT.format(number=number)}")
    return people


def twice(values: Iterable[str]) -> str | None:
    """The first value that is there more than once; None when each is there once."""
    return next((value for value, count in Counter(values).items() if count > 1), None)


def _named(file: Path, key: str, table: dict[str, Any]) -> NamedPerson:
    try:
        return NamedPerson.model_validate({"key": key, **table})
    except ValidationError as error:
        mistakes = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()]
        raise PeopleError(f"{file}: [people.{key}] {'; '.join(mistakes)}") from error
