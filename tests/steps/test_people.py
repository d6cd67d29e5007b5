"""The customers that features name are nobody (domain: Test data)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from harness.seeds.named_people import People, Person

ROOT = Path(__file__).parents[2]
KEYS = list(tomllib.loads((ROOT / "seeds" / "people.toml").read_text(encoding="utf-8"))["people"])


@pytest.fixture(params=KEYS)
def person(request: pytest.FixtureRequest) -> Person:
    return People.load(ROOT)[request.param]


def test_the_number_belongs_to_nobody(person: Person) -> None:
    if person.kind == "personal":
        assert re.fullmatch(r"\d\d13\d\d-\d{7}", person.number), "born in month 13"
    else:
        assert re.fullmatch(r"\d{3}-\d\d-\d{5}", person.number)
        digits = [int(digit) for digit in person.number if digit.isdigit()]
        assert digits[9] != _check_digit(digits[:9])


def _check_digit(digits: list[int]) -> int:
    """The last digit of a business registration number, from its first nine."""
    weighted = [digit * weight for digit, weight in zip(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=True)]
    return -(sum(weighted) + weighted[8] // 10) % 10


def test_phone_account_and_address_belong_to_nobody(person: Person) -> None:
    assert re.fullmatch(r"010-0000-\d{4}", person.phone)
    assert person.account.number.startswith("000-")
    assert person.email.endswith("@example.com")


def test_no_two_customers_are_taken_for_each_other() -> None:
    people = [People.load(ROOT)[key] for key in KEYS]
    for own in ("name", "english", "number", "phone", "email"):
        assert len({getattr(person, own) for person in people}) == len(people), own
    assert len({person.account.number for person in people}) == len(people)
