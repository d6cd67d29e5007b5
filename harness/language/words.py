"""Words of parameter types as a file lists them: what features call each value, in English and in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.errors import HarnessError
from harness.language.korean import quoted
from harness.language.toml_file import TomlFile

HANGUL = re.compile("[가-힣]")
# What makes a regular expression more than the words that it spells.
_PATTERN = re.compile(r"(?<!\\)[\[({.*+?|^$]|\\[a-zA-Z]")


@dataclass(frozen=True)
class Word:
    """What features call a value in each language; of several words the first is the usual one."""

    en: tuple[str, ...]
    ko: tuple[str, ...]

    def all(self, language: str) -> tuple[str, ...]:
        """The words of a language."""
        return self.ko if language == "ko" else self.en

    def usual(self, language: str) -> str:
        """The first of them."""
        return self.all(language)[0]


def is_spelt(regexp: str) -> bool:
    """Whether an expression matches nothing but one word, which it spells."""
    return not _PATTERN.search(regexp)


def spelt(regexps: Iterable[str]) -> list[str]:
    """The words among the expressions, those that match nothing but themselves."""
    return [re.sub(r"\\(.)", r"\1", regexp) for regexp in regexps if is_spelt(regexp)]


def load_words(file: Path) -> dict[str, dict[str, Word]]:
    """The words in a TOML file: by the parameter type, then by the name of the value.

    Raises HarnessError naming the value that lacks a language, has too much, or shares a word with another.
    """
    tables = TomlFile(file.parent, Path(file.name)).content
    return {type: _words(f"{file.name}: [{type}]", values) for type, values in tables.items()}


def _words(place: str, values: Any) -> dict[str, Word]:
    if not isinstance(values, dict) or not values:
        raise HarnessError(
            f'{place}: write a line for each value, as in: name = {{ en = "…", ko = "…" }}',
            f'{place}: 값마다 한 줄씩 적으세요. 예: name = {{ en = "…", ko = "…" }}',
        )
    words = {name: _word(f"{place} {name}", word) for name, word in values.items()}
    first: dict[tuple[str, str], str] = {}
    for name, word in words.items():
        for said in [*(("en", one) for one in word.en), *(("ko", one) for one in word.ko)]:
            if first.setdefault(said, name) != name:
                raise HarnessError(
                    f"{place} {name}: “{said[1]}” is the word for {first[said]} already",
                    f"{place} {name}: {quoted(said[1], '은')} 이미 {first[said]}의 표현입니다",
                )
    return words


def _word(place: str, word: Any) -> Word:
    if not isinstance(word, Mapping) or set(word) != {"en", "ko"}:
        raise HarnessError(
            f'{place}: needs a word in each language: {{ en = "…", ko = "…" }}',
            f'{place}: 언어마다 표현이 있어야 합니다: {{ en = "…", ko = "…" }}',
        )
    en, ko = (_several(place, language, word[language]) for language in ("en", "ko"))
    if korean := next((one for one in en if HANGUL.search(one)), None):
        raise HarnessError(
            f"{place}: “{korean}” stands for the English word, and is Korean",
            f"{place}: 영어 자리에 한국어 “{korean}” 표현이 있습니다",
        )
    return Word(en, ko)


def _several(place: str, language: str, said: Any) -> tuple[str, ...]:
    words = said if isinstance(said, list) else [said]
    if not words or not all(isinstance(one, str) and one and one == " ".join(one.split()) for one in words):
        raise HarnessError(
            f"{place}: {language} is a word, or several in brackets, with single blanks and none at the ends",
            f"{place}: {language}에는 표현 하나, 또는 [ ] 안에 여럿을 적으세요. "
            "빈칸은 하나씩만, 앞뒤에는 없이 적습니다",
        )
    return tuple(words)
