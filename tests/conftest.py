"""What all tests stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def english_terminal() -> Iterator[None]:
    """The terminal's language, whoever runs the tests: those who speak to another one say so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        yield
