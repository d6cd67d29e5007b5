"""What the customer enters otherwise than right; who hands a form in fills in all the rest rightly.

고객이 다르게 입력하는 것. 따로 말하지 않은 칸은 모두 올바르게 채워진다.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from harness.errors import HarnessError
from harness.language.vocabulary import when
from harness.play.scene import Scene
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

    def leave_alone(self, field: Field) -> None:
        """Have forms keep what the customer has typed there."""
        super().__setitem__(field, None)

    def check(self) -> None:
        """Raise HarnessError if something was never entered: the scenario then showed nothing about it."""
        if self.idle:
            labels = ", ".join(sorted(field.value for field in self.idle))
            raise HarnessError(
                f"the scenario never came to a form with {labels}: what is entered there shows nothing",
                f"{labels} 칸이 있는 양식이 나오지 않아, 거기에 입력한 것은 아무것도 확인하지 못했습니다",
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


@when(en="the customer leaves the {field:entry} empty", ko="고객이 {field:entry} 칸을 비워 둔다")
def leave_empty(entries: Entries, field: Field) -> None:
    """In the forms that are handed in from now on, until the field is corrected.

    이제부터 내는 양식에서, 그 칸을 바로잡을 때까지 비워 둔다.
    """
    entries[field] = None


@when(
    en="the customer enters {text:string} as the {field:typed}",
    ko="고객이 {field:typed} 칸에 {text:string}을/를 입력한다",
)
def enter(entries: Entries, text: str, field: Field) -> None:
    """In the forms that are handed in from now on, until the field is corrected.

    이제부터 내는 양식에서, 그 칸을 바로잡을 때까지 그렇게 입력한다. 양식은 다음 단계에서 낸다.
    """
    entries[field] = lambda right: text


@when(en="the customer enters a wrong {field:digits}", ko="고객이 {field:digits}을/를 잘못 입력한다")
def enter_wrong(entries: Entries, field: Field) -> None:
    """Other digits than the right ones, in the forms that are handed in from now on, until it is corrected.

    이제부터 내는 양식에서, 바로잡을 때까지 맞는 것과 다른 숫자를 입력한다. 양식은 다음 단계에서 낸다.
    """
    entries[field] = _wrongly


def _wrongly(right: str) -> str:
    return re.sub(r"\d", _another_digit, right)


def _another_digit(digit: re.Match[str]) -> str:
    return str((int(digit[0]) + 1) % 10)


@when(en="the customer enters the {field:typed}", ko="고객이 {field:typed}을/를 입력한다")
def enter_rightly(entries: Entries, field: Field) -> None:
    """What is right, in the next form, which another step hands in.

    다음에 내는 양식에 맞는 것을 입력한다. 양식은 다른 단계에서 낸다.
    """
    entries[field] = _rightly


@when(
    en="the customer enters the {field:typed} and the {other:typed}",
    ko="고객이 {field:typed}과/와 {other:typed}을/를 입력한다",
)
def enter_both_rightly(entries: Entries, field: Field, other: Field) -> None:
    enter_rightly(entries, field)
    enter_rightly(entries, other)


@when(en="the customer corrects the {field:entry}", ko="고객이 {field:entry}을/를 바로잡는다")
def correct(entries: Entries, field: Field) -> None:
    """From the next form on. The form is handed in by another step, as in `… fills in the application`.

    다음에 내는 양식부터다. 양식은 `고객이 신청서를 작성한다` 같은 단계로 다시 내야 한다.
    """
    if field not in entries:
        raise HarnessError(
            f"nothing was entered as {field.value} that could be corrected",
            f"{field.value} 칸에 입력한 것이 없어 바로잡을 수 없습니다",
        )
    del entries[field]


@when(en="the customer chooses the {place} as the storage place", ko="고객이 저장 위치로 {place}을/를 고른다")
def choose_place(entries: Entries, place: Place) -> None:
    """For the next time that a certificate is stored; without this step it is the hard disk.

    다음에 인증서를 저장할 때 쓰인다. 이 단계가 없으면 하드디스크에 저장한다.
    """
    entries[Field.PLACE] = lambda right: place.value


@when(
    en="the customer chooses {certificate} as the old one", ko="고객이 갱신할 인증서로 {certificate}를 고른다"
)
def choose_old_certificate(scene: Scene, entries: Entries, certificate: int) -> None:
    """When the customer next asks for the new certificate; without this step it is the oldest one.

    다음에 새 인증서 발급을 신청할 때 쓰인다. 이 단계가 없으면 기존 인증서를 고른다.
    """
    serial = certificate_of(scene, certificate).serial
    entries[Field.OLD_CERTIFICATE] = lambda right: serial


@when(
    en="the customer chooses {customer}'s certificate as the old one",
    ko="고객이 갱신할 인증서로 {customer} 고객의 인증서를 고른다",
)
def choose_certificate_of(scene: Scene, entries: Entries, customer: str) -> None:
    serial = certificate_of(scene, 0, customer).serial
    entries[Field.OLD_CERTIFICATE] = lambda right: serial
