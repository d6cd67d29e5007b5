"""A check of a step's own, told in the words of a bug report."""

from __future__ import annotations

from collections.abc import Callable

from harness.failure.layout import ROOM
from harness.failure.text_width import apart, columns


class Mismatch(AssertionError):
    """Something is not as a step says; knows it in English and in Korean."""

    def __init__(self, expected: object, actual: object, en: str, ko: str) -> None:
        one, other = (en.format(_readable(value, "en")) for value in (expected, actual))
        super().__init__(f"expected {one}, actual {other}")
        self._expected = expected
        self._actual = actual
        self._words = {"en": en, "ko": ko}

    def compared(self, language: str, conceal: Callable[[str], str]) -> dict[str, list[str]]:
        """`expected` and `actual` in that language, without secrets, and cut to where they differ."""
        words = self._words[language]
        one, other = (_readable(value, language) for value in (self._expected, self._actual))
        if isinstance(one, str) and isinstance(other, str):
            one, other = apart(conceal(one), conceal(other), ROOM - columns(words.format("")))
        return {"expected": [words.format(one)], "actual": [words.format(other)]}


def require(holds: bool, *, expected: object, actual: object, en: str, ko: str) -> None:
    """Raise Mismatch unless it holds: `en` and `ko` say what it is about, with `{}` or `{:,}` for the values.

    As in `require(taken >= 4000, expected=4000, actual=taken, en="{:,} won taken", ko="{:,}원 출금")`.
    A list is told as its items, an empty one as none.
    """
    if not holds:
        raise Mismatch(expected, actual, en, ko)


def require_same(actual: object, expected: object, *, en: str, ko: str) -> None:
    """Raise Mismatch unless both are the same, as `require` does."""
    require(actual == expected, expected=expected, actual=actual, en=en, ko=ko)


def _readable(value: object, language: str) -> object:
    if isinstance(value, list):
        return ", ".join(value) or {"en": "none", "ko": "없음"}[language]
    return " ".join(value.split()) if isinstance(value, str) else value
