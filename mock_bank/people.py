"""The people of a world: what a test or seeds/people.toml says of them, and how they come to be."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from mock_bank.mistakes import KO, in_korean
from mock_bank.surroundings import COMPUTER, DeviceName
from mock_bank.terminal import said

# X.509 gives a common name 64 bytes, and what follows the holder's name takes 21.
MAX_HOLDER = 64 - 21
PHONE = r"^010-0000-\d{4}$"
SAME_ACCOUNT = "two people have the account number {number}; give each an account of their own"
Digits = Annotated[str, Field(pattern=r"^\d+$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CertificateSpec(_Strict):
    """A certificate that a person has from the start.

    `days_left` counts whole days from the world's date to the certificate's last day: 0 ends today at
    23:59:59 KST, a negative one has expired. An `other_bank` issued it, or it is not `registered` here,
    which the bank's own always are.
    It lies in its place on each of the `devices`; where the place is carried along, that is one and the same.
    """

    kind: Literal["personal-bank", "personal-general", "corporate-bank", "corporate-general"]
    days_left: int = Field(
        strict=True, ge=-3650, le=3650
    )  # ten years: with any world's time a date that X.509 can say
    password: str = Field(min_length=1)
    state: Literal["valid", "suspended", "revoked"] = "valid"
    place: Literal["browser", "hard-disk", "removable-disk", "phone", "cloud"] = "hard-disk"
    registered: StrictBool = True
    other_bank: StrictBool = False
    devices: tuple[DeviceName, ...] = (COMPUTER,)


class AccountSpec(_Strict):
    """A person's account; its balance in won."""

    number: str
    password: Annotated[Digits, Field(min_length=4, max_length=4)]
    balance: int = Field(strict=True, ge=0, le=10**15)  # what comes on top of it still fits into a column


class Person(_Strict):
    """A synthetic customer (domain: Test data)."""

    key: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str = Field(min_length=1)
    kind: Literal["personal", "corporate"]
    number: str
    phone: str = Field(pattern=PHONE)
    email: str
    account: AccountSpec
    security: Literal["security-card", "otp"]
    certificates: tuple[CertificateSpec, ...]

    @field_validator("name")
    @classmethod
    def _fits_a_certificate(cls, name: str) -> str:
        if len(name.encode()) > MAX_HOLDER:
            raise PydanticCustomError(
                "name_too_long",
                "a certificate has room for {bytes} bytes of it, which is {letters} Hangul",
                {"bytes": MAX_HOLDER, "letters": MAX_HOLDER // 3},
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
    """The people of a TOML file, by key. Raises PeopleError with file, line, person and field."""
    text = _text(file)
    try:
        people = tomllib.loads(text).get("people")
    except (ValueError, RecursionError) as error:
        raise PeopleError(
            said(f"{file} is not TOML: {error}", f"{file}: TOML 문법에 맞지 않습니다 ({error})")
        ) from error
    if not isinstance(people, dict) or not people:
        raise PeopleError(
            said(
                f"{file} has no people: each is a table [people.<key>]",
                f"{file}에 사람이 없습니다. 사람마다 [people.<키>] 표를 하나씩 만드세요",
            )
        )
    named = {key: _named(_place(file, text, key), key, table) for key, table in people.items()}
    if number := twice(person.account.number for person in named.values()):
        raise PeopleError(f"{file}: {said(SAME_ACCOUNT, KO['same_account']).format(number=number)}")
    return named


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PeopleError(
            said(
                f"{file} cannot be read ({error.strerror}); name a file of people with --people",
                f"{file} 파일을 읽을 수 없습니다 ({error.strerror}). --people에 사람 파일을 지정하세요",
            )
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        told = said(
            "not UTF-8; save the file as UTF-8", "UTF-8이 아닙니다. 파일을 UTF-8 인코딩으로 저장하세요"
        )
        raise PeopleError(f"{file}:{line}: {told}") from error


def _place(file: Path, text: str, key: str) -> str:
    """Where the file begins to speak of that person: its name and the line, if that can be told."""
    begins = re.compile(rf"\s*(\[\s*people\s*\.\s*)?['\"]?{re.escape(key)}['\"]?\s*[]=.]")
    lines = (number for number, line in enumerate(text.splitlines(), 1) if begins.match(line))
    number = next(lines, None)
    return f"{file}:{number}" if number else str(file)


def twice(values: Iterable[str]) -> str | None:
    """The first value that is there more than once; None when each is there once."""
    return next((value for value, count in Counter(values).items() if count > 1), None)


def _named(place: str, key: str, table: object) -> NamedPerson:
    if not isinstance(table, dict):
        raise PeopleError(
            said(
                f"{place}: people.{key} is {table!r}, and has to be a table [people.{key}]",
                f"{place}: people.{key}에는 값({table!r})이 아니라 [people.{key}] 표를 적어야 합니다",
            )
        )
    try:
        return NamedPerson.model_validate({"key": key, **table})
    except ValidationError as error:
        mistakes = [
            f"{'.'.join(map(str, one['loc']))}: {said(one['msg'], in_korean(one))}" for one in error.errors()
        ]
        raise PeopleError(f"{place}: [people.{key}] {'; '.join(mistakes)}") from error
