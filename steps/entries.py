"""What the customer enters otherwise than right; who hands a form in fills in all the rest rightly.

고객이 다르게 적는 것. 따로 말하지 않은 칸은 모두 올바르게 채워진다.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from harness.errors import HarnessError
from harness.scene import Scene
from harness.vocabulary import when
from pages.fields import Field
from pages.labels import Place
from steps.possessions import certificate_of

# What is entered in place of the right text; None leaves the field as it is.
Change = Callable[[str], str] | None


class Entries(dict[Field, Change]):
    """The fields of a scenario in which the customer enters something of their own.

    `idle` are those that no form has had yet.
    """

    def __init__(self) -> None:
        super().__init__()
        self.idle: set[Field] = set()

    def __setitem__(self, field: Field, change: Change) -> None:
        super().__setitem__(field, change)
        self.idle.add(field)

    def check(self) -> None:
        """Raise HarnessError if something was never entered: the scenario then showed nothing about it."""
        if self.idle:
            labels = ", ".join(sorted(field.value for field in self.idle))
            raise HarnessError(
                f"the scenario never came to a form with {labels}: what is entered there shows nothing"
            )


@pytest.fixture
def entries(scene: Scene) -> Entries:
    """What the customer of this scenario enters of their own."""
    entries = Entries()
    scene.check_at_end(entries.check)
    return entries


def entered(entries: Entries, right: Mapping[Field, str]) -> dict[Field, str]:
    """What goes into the form: `right`, except for what the customer enters otherwise."""
    entries.idle -= set(right)
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
    entries[field] = _wrongly


def _wrongly(right: str) -> str:
    wrong = re.sub(r"\d", _another_digit, right)
    if wrong == right:
        raise HarnessError(f"no digit of “{right}” can be wrong: say what is entered instead")
    return wrong


def _another_digit(digit: re.Match[str]) -> str:
    return str((int(digit[0]) + 1) % 10)


@when(en="the customer corrects the {field}", ko="고객이 {field} 칸을 바로잡는다")
def correct(entries: Entries, field: Field) -> None:
    if field not in entries:
        raise HarnessError(f"nothing wrong was entered as {field.value} that could be corrected")
    del entries[field]


@when(
    en="the customer chooses the {place} as the storage place",
    ko="고객이 저장 위치로 {place}을/를 고른다",
)
def choose_place(entries: Entries, place: Place) -> None:
    entries[Field.PLACE] = lambda right: place.value


@when(
    en="the customer chooses {certificate} as the old one",
    ko="고객이 갱신할 인증서로 {certificate}를 고른다",
)
def choose_old_certificate(scene: Scene, entries: Entries, certificate: int) -> None:
    serial = certificate_of(scene, certificate).serial
    entries[Field.OLD_CERTIFICATE] = lambda right: serial


@when(
    en="the customer chooses {customer}'s certificate as the old one",
    ko="고객이 갱신할 인증서로 {customer} 고객의 인증서를 고른다",
)
def choose_certificate_of(scene: Scene, entries: Entries, customer: str) -> None:
    serial = scene.world.certificates(scene.person(customer).key)[0].serial
    entries[Field.OLD_CERTIFICATE] = lambda right: serial
