"""What the customer enters otherwise than right; who hands a form in fills in all the rest rightly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from harness.vocabulary import when
from pages.fields import Field
from pages.labels import Place

# What is entered in place of the right text; None leaves the field as it is.
Entries = dict[Field, Callable[[str], str] | None]


@pytest.fixture
def entries() -> Entries:
    """The fields of this scenario in which the customer enters something of their own."""
    return {}


def entered(entries: Entries, right: Mapping[Field, str]) -> dict[Field, str]:
    """What goes into the form: `right`, except for what the customer enters otherwise."""
    changes = {field: entries.get(field, _rightly) for field in right}
    return {field: change(right[field]) for field, change in changes.items() if change}


def _rightly(text: str) -> str:
    return text


@when(en="the customer leaves the {field} empty", ko="고객이 {field} 칸을 비워 둔다")
def leave_empty(entries: Entries, field: Field) -> None:
    entries[field] = None


@when(
    en="the customer enters {text:string} as the {field}",
    ko="고객이 {field} 칸에 {text:string}(이)라고 적는다",
)
def enter(entries: Entries, text: str, field: Field) -> None:
    entries[field] = lambda right: text


@when(en="the customer enters a wrong {field}", ko="고객이 {field} 칸을 틀리게 적는다")
def enter_wrong(entries: Entries, field: Field) -> None:
    entries[field] = lambda right: "".join(str((int(digit) + 1) % 10) for digit in right)


@when(
    en="the customer chooses the {place} as the storage place",
    ko="고객이 저장 위치로 {place}을/를 고른다",
)
def choose_place(entries: Entries, place: Place) -> None:
    entries[Field.PLACE] = lambda right: place.value
