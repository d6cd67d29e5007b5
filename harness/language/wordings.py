"""Other words for the same: how a step may be said besides as its phrase has it.

A wording is what may be written, a regular expression, and what the phrases have for it. They are applied one
after the other, each to what the ones before it have made of a step; what stands in quotes stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from harness.errors import HarnessError
from harness.language.korean import plain
from harness.language.numbers import in_digits
from harness.language.words import HANGUL

QUOTED = re.compile(r'"[^"]*"')
PRIVATE = 0xE000  # the first of the letters that Unicode leaves to everybody
_WORDINGS: dict[str, dict[str, str]] = {"en": {}, "ko": {}}


def define_wordings(language: str, wordings: Mapping[str, str]) -> None:
    r"""Add wordings of a language: regular expressions, and what each stands for, with `\1` for groups."""
    _WORDINGS[language] |= wordings
    in_other_words.cache_clear()
    _read.cache_clear()


def read_wordings(
    language: str, wordings: Mapping[str, str], file: str = "wordings.toml"
) -> list[tuple[re.Pattern[str], str]]:
    """Wordings, compiled; HarnessError naming the one of that file that cannot be read."""
    read = []
    for written, meant in wordings.items():
        try:
            read.append((re.compile(written), meant))
            read[-1][0].sub(meant, "")
        except (re.error, TypeError) as error:
            place = f"{file}: [{language}] '{written}': {error}"
            raise HarnessError(
                f"{place}; write a regular expression, and in quotes what it stands for",
                f"{place}. 정규식과 그것이 뜻하는 말을 따옴표 안에 적으세요",
            ) from None
    return read


@cache
def _read(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Those of a language, for the first step that needs them: compiling takes a tenth of a second."""
    return read_wordings(language, _WORDINGS[language])


def readings(text: str) -> Iterator[str]:
    """A step's text, and what else it says in the words of phrases: the fewest changes first."""
    yield text
    yield from in_other_words(text)


@cache
def in_other_words(text: str) -> tuple[str, ...]:
    """What a step's text says in the words of phrases, besides itself.

    A step that a phrase says as it stands needs it not: then most features would pay for nothing.
    """
    quotes = QUOTED.findall(text)
    bare = _without(quotes, text)
    language = "ko" if HANGUL.search(bare) else "en"
    found = [bare, _plain(bare, language)]
    for written, meant in _read(language):
        found.append(written.sub(meant, found[-1]))
    return tuple(_with(quotes, one) for one in dict.fromkeys(found))[1:]


def in_plain_words(text: str) -> str:
    """A text as phrases end and count, with what stands in quotes."""
    quotes = QUOTED.findall(text)
    bare = _without(quotes, text)
    return _with(quotes, _plain(bare, "ko" if HANGUL.search(bare) else "en"))


def _plain(text: str, language: str) -> str:
    return in_digits(plain(text) if language == "ko" else text, language)


def _without(quotes: list[str], text: str) -> str:
    """A text with a sign in each pair of quotes that nobody writes."""
    for place, quote in enumerate(quotes):
        text = text.replace(quote, _stand_in(place), 1)
    return text


def _with(quotes: list[str], text: str) -> str:
    for place, quote in enumerate(quotes):
        text = text.replace(_stand_in(place), quote)
    return text


def _stand_in(place: int) -> str:
    return f'"{chr(PRIVATE + place)}"'
