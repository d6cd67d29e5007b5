"""A check of a step's own, told in the words of a bug report."""

from __future__ import annotations


class Unmet(AssertionError):
    """Something is not as a step says; knows it in English and in Korean."""

    def __init__(self, expected: object, actual: object, en: str, ko: str) -> None:
        super().__init__(f"expected {_filled(en, expected, 'en')}, actual {_filled(en, actual, 'en')}")
        self._expected = expected
        self._actual = actual
        self._words = {"en": en, "ko": ko}

    def told(self, language: str) -> dict[str, list[str]]:
        """`expected` and `actual` in that language."""
        words = self._words[language]
        return {
            "expected": [_filled(words, self._expected, language)],
            "actual": [_filled(words, self._actual, language)],
        }


def require(holds: bool, *, expected: object, actual: object, en: str, ko: str) -> None:
    """Raise Unmet unless it holds: `en` and `ko` say what it is about, with `{}` or `{:,}` for the values.

    As in `require(taken == 4000, expected=4000, actual=taken, en="{:,} won taken", ko="{:,}원 출금")`.
    A list is told as its items, an empty one as none.
    """
    if not holds:
        raise Unmet(expected, actual, en, ko)


def _filled(words: str, value: object, language: str) -> str:
    if isinstance(value, list | tuple | set):
        value = ", ".join(map(str, value)) or {"en": "none", "ko": "없음"}[language]
    return words.format(value)
