"""What all tests stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from harness.play.bank import Bank
from harness.play.bank_of_run import BANK, TOKEN_VARIABLE


@pytest.fixture(scope="session", autouse=True)
def english_terminal() -> Iterator[None]:
    """The terminal's language, whoever runs the tests: those who speak to another one say so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        yield


@pytest.fixture
def token(pytestconfig: pytest.Config, bank: Bank) -> str:
    """The token of our bank, for a run that is to use it too."""
    address = pytestconfig.stash[BANK]._address
    assert address
    return address.token


@pytest.fixture
def at_our_bank(bank: Bank, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test runs in processes of their own plays at this run's bank."""
    monkeypatch.setenv("PYTEST_ADDOPTS", f"--bank-url={bank.url}")
    monkeypatch.setenv(TOKEN_VARIABLE, token)
