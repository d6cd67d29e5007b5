"""Gherkin's keywords in both languages, and which one somebody means who wrote another word."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import cast
from unicodedata import normalize

from gherkin.dialect import DIALECTS

from harness.check.likeness import slips

LANGUAGES = ("en", "ko")
TITLES = ("feature", "rule", "background", "scenarioOutline", "scenario", "examples")
STEPS = ("given", "when", "then", "and", "but")
# What is written for them, though no dialect of Gherkin has it.
INSTEAD = {
    "예시": "examples",
    "예제": "examples",
    "보기": "examples",
    "시나리오 아웃라인": "scenarioOutline",
    "시나리오 템플릿": "scenarioOutline",
    "outline": "scenarioOutline",
    "test": "scenario",
    "test case": "scenario",
    "테스트": "scenario",
    "전제 조건": "background",
    "사전 조건": "background",
    "setup": "background",
    "피처": "feature",
    "피쳐": "feature",
    "룰": "rule",
    "그럼": "then",
    "전제": "given",
    "가정": "given",
    "그리고는": "and",
    "그러나": "but",
    "또한": "and",
}
# One letter off a keyword, and yet no slip of the pen.
ORDINARY = {"the", "than", "them", "they", "hen", "any", "add", "aid", "bus", "bit", "put", "cut"}
TITLE_LIKE = re.compile(r"\s*(?P<word>[^:：|@#\"]{1,24}?)\s*[:：]\s*(?P<rest>.*)")


@cache
def keywords(kind: str, language: str) -> list[str]:
    """The words for a kind of line, the usual one first."""
    words = [word.strip() for word in _dialect(language)[kind]]
    words = [word for word in words if word != "*"]
    # The dialect's first English word for a scenario is Example.
    return sorted(words, key=("Scenario", "Scenario Outline").__contains__, reverse=True)


def _dialect(language: str) -> Mapping[str, list[str]]:
    return cast(Mapping[str, list[str]], DIALECTS[language])


def keyword(kind: str, language: str) -> str:
    """The usual word for a kind of line."""
    return keywords(kind, language)[0]


def other(language: str) -> str:
    """The other one of the two languages."""
    return "en" if language == "ko" else "ko"


def title_kind(line: str, language: str) -> str | None:
    """What a line begins, if it begins with a keyword and a colon."""
    found = _titles(language).match(line)
    return found.lastgroup if found else None


def step_kind(line: str, language: str) -> str | None:
    """What kind of step a line is, if it is one."""
    words = {kind: tuple(_dialect(language)[kind]) for kind in STEPS}
    return next((kind for kind in STEPS if line.lstrip().startswith(words[kind])), None)


@cache
def _titles(language: str) -> re.Pattern[str]:
    """A group for each kind of title."""
    groups = (f"(?P<{kind}>{'|'.join(keywords(kind, language))})" for kind in TITLES)
    return re.compile(rf"\s*(?:{'|'.join(groups)}):")


def title_meant(word: str) -> str | None:
    """The kind of title whose keyword, in either language, is that word or one that is hardly another."""
    return _meant(word, TITLES)


def step_meant(word: str) -> str | None:
    """The kind of step whose keyword, in either language, is that word or one that is hardly another."""
    return None if word.casefold() in ORDINARY else _meant(word, STEPS)


def _meant(word: str, kinds: Collection[str]) -> str | None:
    if INSTEAD.get(word.casefold(), "") in kinds:
        return INSTEAD[word.casefold()]
    written = _letters(word)
    apart = {
        kind: min(
            slips(written, _letters(known))
            for language in LANGUAGES
            for known in keywords(kind, language)
            if abs(len(written) - len(_letters(known))) < 3 or known == keyword(kind, language)
        )
        for kind in kinds
    }
    nearest = min(apart, key=lambda kind: apart[kind])
    return nearest if apart[nearest] <= _may_slip(written) else None


def _letters(word: str) -> str:
    """The letters that are typed: 건 is three of them."""
    return normalize("NFD", " ".join(word.casefold().split()))


def _may_slip(written: str) -> int:
    """How many letters of a word may be wrong for it to be known still."""
    return 0 if len(written) < 3 else 1 if len(written) < 7 else 2
