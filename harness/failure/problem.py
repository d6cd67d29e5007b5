"""What an exception says to somebody who tests a bank: what was expected, and what was there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

import pytest

from harness.failure.expectation import compared
from harness.failure.locators import WAITED_FOR
from harness.failure.mismatch import Mismatch
from harness.failure.waiting import in_vain


@runtime_checkable
class InEitherLanguage(Protocol):
    """An error that knows what to say in each language: HarnessError, and those of page objects."""

    def in_language(self, language: str) -> str:
        """The message."""


Explanation = dict[str, list[str]]


def explained(
    error: pytest.ExceptionInfo[BaseException],
    root: Path,
    language: str,
    blank: bool,
    conceal: Callable[[str], str],
) -> Explanation:
    """The lines under `expected` and `actual` or, of what is no comparison, under `problem`.

    `where` has the locator that it is about; `python` the project's own line where it happened, unless the
    message says all that matters. `blank`: no screen has been opened. `conceal` hides secrets in a text.
    """
    lines = _lines(error.value, language, blank, conceal)
    if not isinstance(error.value, InEitherLanguage | Mismatch | pytest.fail.Exception):
        lines["python"] = list(_python(error, root))
    return {name: [conceal(line) for line in texts] for name, texts in lines.items()}


def _lines(error: BaseException, language: str, blank: bool, conceal: Callable[[str], str]) -> Explanation:
    if isinstance(error, InEitherLanguage):
        return {"problem": error.in_language(language).splitlines()}
    if isinstance(error, pytest.fail.Exception):
        return {"problem": str(error).splitlines()}
    if isinstance(error, Mismatch):
        return error.compared(language, conceal)
    if isinstance(error, BaseExceptionGroup):  # soft assertions
        return {"problem": [line for one in error.exceptions for line in _named(one)[:2]]}
    if isinstance(error, AssertionError):
        return compared(error, language, blank, conceal) or {"expected": _asserted(str(error))}
    return in_vain(error, language, blank) or {"problem": _named(error)}


def _asserted(text: str) -> list[str]:
    """The message of a plain assert, or what was asserted where it has none."""
    message, _, _ = text.partition("\nassert ")
    return [line for line in message.splitlines() if not re.search(r"where .* at 0x", line)]


def _named(error: BaseException) -> list[str]:
    """An exception with its name; of Playwright's call log only what it waited for."""
    message, _, log = f"{type(error).__name__}: {error}".partition("Call log:")
    locator = WAITED_FOR.search(log)
    return [*message.strip().splitlines(), *([f"waiting for {locator[1]}"] if locator else [])]


def _python(error: pytest.ExceptionInfo[BaseException], root: Path) -> Iterator[str]:
    """The innermost line of the project's own."""
    for entry in reversed(error.traceback):
        path = Path(entry.path)
        if path.is_relative_to(root) and "site-packages" not in path.parts:
            yield f"{path.relative_to(root)}:{entry.lineno + 1}: {entry.statement}"
            return
