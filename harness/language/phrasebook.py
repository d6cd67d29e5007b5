"""The vocabulary as people look it up: by area, with the words that fit and a step that is really run."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from harness.language.composite import ANY_TEXT, Composite
from harness.language.used_steps import KINDS, UsedStep
from harness.language.vocabulary import Phrase, Vocabulary
from harness.language.words import HANGUL, spelt

LANGUAGES = ("ko", "en")
BUILT_IN = {"int", "float", "word", "string"}


@dataclass(frozen=True)
class Entry:
    """A phrase in one language, and a step that uses it there; else one in the other language."""

    phrase: Phrase
    text: str
    meaning: str
    types: list[str]
    example: UsedStep | None
    steps: list[str]  # what it consists of, if a feature defines it


@dataclass(frozen=True)
class Words:
    """What may stand in a parameter's place: all of it, or some words.

    None for the types that every Cucumber Expression knows: their names say it.
    """

    all_of_them: bool
    words: list[str]


@dataclass
class Area:
    """A module of steps."""

    name: str
    title: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Phrasebook:
    """All phrases in one language."""

    language: str
    areas: list[Area]
    words: dict[str, Words]


def make_phrasebook(vocabulary: Vocabulary, steps: Iterable[UsedStep], language: str) -> Phrasebook:
    """The phrases of a language, each with an example from `steps`.

    Areas stand in the order of their names; phrases in that of their module, the given before the done before
    the checked. So a new one moves no other.
    """
    saying: dict[Phrase, list[UsedStep]] = {phrase: [] for phrase in vocabulary.phrases}
    for step in _first_of_each_text(steps):
        for phrase in vocabulary.matching(step.kind, step.text):
            saying[phrase].append(step)
    areas: dict[str, Area] = {}
    for phrase in vocabulary.phrases:
        if phrase.only_in not in (None, language):
            continue
        area = areas.setdefault(phrase.area, Area(phrase.area, _said(_module(phrase), language)))
        area.entries.append(_entry(phrase, saying[phrase], language))
    for area in areas.values():
        area.entries.sort(key=_kind)
    used = sorted({type for area in areas.values() for entry in area.entries for type in entry.types})
    return Phrasebook(
        language,
        sorted(areas.values(), key=lambda area: area.name),
        {type: _words(vocabulary, type, language) for type in used},
    )


def _first_of_each_text(steps: Iterable[UsedStep]) -> Iterable[UsedStep]:
    """Each step where it is said first, in the features with most steps before others: a new one is small."""
    steps = list(steps)
    size = Counter(step.feature for step in steps)
    steps.sort(key=lambda step: (-size[step.feature], step.feature))
    first: dict[tuple[str, str], UsedStep] = {}
    for step in steps:
        first.setdefault((step.kind, step.text), step)
    return first.values()


def _entry(phrase: Phrase, steps: list[UsedStep], language: str) -> Entry:
    expression = phrase.in_language(language)
    # In the language of the list, and the shortest: that stays the example when others come.
    steps.sort(key=lambda step: (not expression.matches(step.text), len(step.text), step.text))
    composite = phrase if isinstance(phrase, Composite) else None
    return Entry(
        phrase,
        expression.standard,
        " ".join(composite.scenario.description.split()) if composite else _said(phrase.function, language),
        expression.types,
        steps[0] if steps else None,
        [f"{step.keyword} {step.text}" for step in composite.steps] if composite else [],
    )


def _kind(entry: Entry) -> int:
    return [*KINDS.values()].index(entry.phrase.kind)


def _words(vocabulary: Vocabulary, type: str, language: str) -> Words:
    if type in BUILT_IN or type == ANY_TEXT:
        return Words(False, [])
    regexps = vocabulary.regexps_in(type, language)
    words = spelt(regexps)
    if len(words) == len(regexps):
        return Words(True, words)
    return Words(False, list(dict.fromkeys([*words, *vocabulary.such_as(type, language)])) or regexps)


def _module(phrase: Phrase) -> object:
    return sys.modules[phrase.function.__module__]


def _said(thing: object, language: str) -> str:
    """What a docstring says in a language: its first paragraph is English, its second may be Korean."""
    english, _, rest = (inspect.getdoc(thing) or "").partition("\n\n")
    korean = rest.partition("\n\n")[0]
    said = korean if language == "ko" and HANGUL.search(korean) else english
    return " ".join(said.split())
