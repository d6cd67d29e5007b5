"""The one catalogue of errors that customers see: errors.toml, each entry by its name (errors.FEE_UNPAID)."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from mock_bank.bank.particles import settled

CATALOGUE_FILE = Path(__file__).with_name("errors.toml")


class Leads(StrEnum):
    """Where an error leaves the customer."""

    STAY = "stay"  # mend the entry on this page
    RETRY = "try again"  # the same step, now or a little later
    START_OVER = "start over"  # open the page anew: it shows where things stand
    SERVICE = "another service"  # the one that `service` names
    CENTRE = "customer centre"


def _open_facts(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


_Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z]+)*$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    text: str
    remedy: str
    leads: Leads
    status: HTTPStatus = HTTPStatus.CONFLICT
    calm: bool = False
    at_field: str | None = None
    device: str | None = None
    service: Literal["issue", "restoration"] | None = None


class BankError(_Entry):
    """One entry: what happened (`title`, `text`) and what to do (`remedy`), in Korean."""

    code: str

    @property
    def open_facts(self) -> frozenset[str]:
        """What its words leave open, to be put in by `of`."""
        return _open_facts(self.text) | _open_facts(self.remedy)

    def of(self, **facts: object) -> BankError:
        """The same entry, a world's `facts` put into its words; TypeError unless just they are left open."""
        if facts.keys() != self.open_facts:
            raise TypeError(f"{self.code} leaves open {sorted(self.open_facts)}, not {sorted(facts)}")
        filled = {key: settled(getattr(self, key).format(**facts)) for key in ("text", "remedy")}
        return self.model_copy(update=filled)

    def said_at(self, field: str) -> str:
        """What is said at the field of that label."""
        return settled(self.at_field.format(field=field)) if self.at_field else f"{self.text} {self.remedy}"


class CatalogueError(ValueError):
    """The catalogue cannot be used; the message names each mistake, with entry and key."""


def read_catalogue(toml: str) -> dict[str, BankError]:
    """The entries by their codes. Raises CatalogueError."""
    try:
        entries = TypeAdapter(dict[_Code, _Entry]).validate_python(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{CATALOGUE_FILE.name}: {error}") from None
    except ValidationError as error:
        mistakes = [f"{CATALOGUE_FILE.name}: {_place(one['loc'])}: {one['msg']}" for one in error.errors()]
        raise CatalogueError("\n".join(mistakes)) from None
    return {code: BankError(code=code, **dict(entry)) for code, entry in entries.items()}


def _place(loc: tuple[int | str, ...]) -> str:
    code, *key = (str(part) for part in loc if part != "[key]")
    return " ".join([f"[{code}]", *key])


CATALOGUE = read_catalogue(CATALOGUE_FILE.read_text(encoding="utf-8"))

# By the names that the device has for them. A wrong certificate password is not among them: the bank never
# learns of it (domain: Limits).
OF_DEVICE = {error.device: error for error in CATALOGUE.values() if error.device}


def __getattr__(name: str) -> BankError:
    """The entry FEE-UNPAID as FEE_UNPAID. That code names only what exists, a test sees to."""
    try:
        return CATALOGUE[name.replace("_", "-")]
    except KeyError:
        raise AttributeError(f"{CATALOGUE_FILE.name} has no [{name.replace('_', '-')}]") from None


class Refusal(Exception):
    """The bank says no, by an entry of the catalogue; `faults` are the form's wrong fields, and why."""

    def __init__(self, error: BankError, faults: Sequence[tuple[str, BankError]] = ()) -> None:
        for one in (error, *(fault for _, fault in faults)):
            if one.open_facts:
                raise TypeError(f"{one.code} leaves open {sorted(one.open_facts)}: raise it .of(...)")
        super().__init__(error.code)
        self.error = error
        self.faults = faults

    @classmethod
    def at(cls, *faults: tuple[str, BankError]) -> Refusal:
        """One about fields; the first says what the whole is refused for."""
        return cls(faults[0][1], faults)
