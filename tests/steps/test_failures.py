"""What features call failures, the titles that pages show and the bank's catalogue agree."""

from __future__ import annotations

from collections import Counter

import pytest

from mock_bank.bank.errors import CATALOGUE
from mock_bank.device.errors import DeviceError
from pages.failures import DEVICE, TITLES, WORDS
from steps.failures import _texts
from steps.parameters import FAILURES


@pytest.mark.parametrize("code", TITLES)
def test_the_title_is_the_banks(code: str) -> None:
    assert CATALOGUE[code].title == TITLES[code]


@pytest.mark.parametrize("code", DEVICE)
def test_the_words_are_the_devices(code: str) -> None:
    (error,) = (each for each in DeviceError.__subclasses__() if each.code == code)
    said = error("까닭.") if code == "foreign-certificate" else error()
    assert DEVICE[code] in str(said)


def test_every_failure_has_one_name_in_each_language() -> None:
    assert Counter(FAILURES.values()) == dict.fromkeys(WORDS, 2)
    assert sum(name.isascii() for name in FAILURES) == len(WORDS)


def test_a_secret_is_found_however_deep_it_lies() -> None:
    detail = {"code": "X", "fields": ["name", {"entered": "1357"}], "left": 2}
    assert list(_texts(detail)) == ["X", "name", "1357", "2"]
