"""What an exception says to somebody who tests a bank: what was expected, and what was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.errors import HarnessError

# What Playwright's expect() says: what was expected, what was there, why, and how it looked for it.
EXPECT = re.compile(
    r"(?P<expected>.*?)\nActual value:(?P<actual>.*?)(?:\nError:(?P<error>.*?))?(?:\nCall log:(?P<log>.*))?$",
    re.DOTALL,
)
LOCATOR = re.compile(r"- waiting for (.*)")

Told = dict[str, list[str]]


def told(error: pytest.ExceptionInfo[BaseException], root: Path) -> Told:
    """The lines under `expected` and `actual` or, of what is no comparison, under `problem`.

    `python` has the project's own line where it happened, unless the message says all that matters.
    """
    lines = _lines(error.value)
    if not isinstance(error.value, HarnessError | pytest.fail.Exception):
        lines["python"] = list(_python(error, root))
    return lines


def _lines(error: BaseException) -> Told:
    text = str(error)
    if isinstance(error, HarnessError | pytest.fail.Exception):
        return {"problem": text.splitlines()}
    if isinstance(error, BaseExceptionGroup):  # soft assertions
        return {"problem": [line for one in error.exceptions for line in _named(one)[:2]]}
    if isinstance(error, AssertionError) and (compared := EXPECT.match(text)):
        return _compared(compared)
    if isinstance(error, AssertionError):
        return {"expected": [line for line in text.splitlines() if not re.search(r"where .* at 0x", line)]}
    return {"problem": _named(error)}


def _compared(found: re.Match[str]) -> Told:
    """Playwright's comparison, with the locator in its words instead of `Locator expected`."""
    locator = LOCATOR.search(found["log"] or "")
    expected = found["expected"].replace("Locator", locator[1] if locator else "Locator", 1)
    actual = (found["error"] or found["actual"]).strip()
    return {
        "expected": [expected.replace(" expected ", " ", 1)],
        "actual": [actual.partition("\n")[0] if found["error"] else actual],
    }


def _named(error: BaseException) -> list[str]:
    """An exception with its name; of Playwright's call log only what it waited for."""
    message, _, log = f"{type(error).__name__}: {error}".partition("Call log:")
    locator = LOCATOR.search(log)
    return [*message.strip().splitlines(), *([f"waiting for {locator[1]}"] if locator else [])]


def _python(error: pytest.ExceptionInfo[BaseException], root: Path) -> Iterator[str]:
    """The innermost line of the project's own."""
    for entry in reversed(error.traceback):
        path = Path(entry.path)
        if path.is_relative_to(root) and "site-packages" not in path.parts:
            yield f"{path.relative_to(root)}:{entry.lineno + 1}: {entry.statement}"
            return
