"""A step in the audience's language: each phrase exists in both, and most of what stands in it as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from cucumber_expressions.argument import Argument

from harness.check.keywords import STEPS, keyword, keywords, other
from harness.check.suggestions import PEOPLE_TYPES
from harness.errors import HarnessError
from harness.language.expression import Expression
from harness.language.rendering import Rendering
from harness.language.vocabulary import Vocabulary
from harness.language.words import spelt
from harness.seeds.named_people import People

NUMBER = re.compile(r"(?:-\?)?(?:\\d\+|\[\\d,\](?:\+|\*\\d))")
CHOICE = re.compile(r"\(\?:([^()]*)\)")
MOST_TRIES = 500  # for one step, of which most parameters have one word


class Translator:
    """Says steps in another language than they are written in."""

    def __init__(self, vocabulary: Vocabulary, people: People) -> None:
        self._vocabulary = vocabulary
        self._people = people

    def step(self, kind: str, text: str, language: str) -> str:
        """The step in that language; as it is written, where it cannot be said there."""
        phrases = self._vocabulary.matching(kind, text)
        if len(phrases) != 1 or phrases[0].in_language(language).matches(text):
            return text
        written = phrases[0].expression_of(text)
        arguments = dict(zip(written.names, phrases[0].found_in(text), strict=True))
        return self._said(phrases[0].in_language(language), arguments, language) or text

    def _said(self, expression: Expression, arguments: dict[str, Argument], language: str) -> str | None:
        """What reads back as these arguments; None if nothing does."""
        names = dict(zip(expression.names, expression.types, strict=True))
        words = [list(self._words(type, arguments[name], language)) for name, type in names.items()]
        meant = {name: self._meant(names[name], one.value, language) for name, one in arguments.items()}
        for tried, choice in enumerate(product(*words)):
            said = Rendering(expression, dict(enumerate(choice)), "").text
            if expression.matches(said) and expression.arguments(said) == meant:
                return said
            if tried == MOST_TRIES:
                break
        return None

    def _words(self, type: str, argument: Argument, language: str) -> Iterator[str]:
        """What may say the same in that language, before it has been read back."""
        raw = argument.group.value
        if type in PEOPLE_TYPES:
            yield str(self._meant(type, raw, language))
            return
        if said := self._vocabulary.said(type, argument.value, language):
            yield said
        regexps = self._vocabulary.regexps_in(type, language)
        if any(re.fullmatch(regexp, raw) for regexp in regexps):
            yield raw
        yield from self._spelt(type, raw, language)
        if digits := re.search(r"[\d,]+", raw):
            for regexp in regexps:
                if NUMBER.search(regexp):
                    yield from _written_out(NUMBER.sub(digits[0], regexp), one=digits[0] == "1")

    def _spelt(self, type: str, raw: str, language: str) -> list[str]:
        """The words of a type; first that in the place where the other language has this one."""
        words, others = (spelt(self._vocabulary.regexps_in(type, one)) for one in (language, other(language)))
        place = others.index(raw) if raw in others and len(others) == len(words) else 0
        return [*words[place:], *words[:place]]

    def _meant(self, type: str, value: Any, language: str) -> Any:
        """A value as a step in that language has it: people go by another name there."""
        if type not in PEOPLE_TYPES:
            return value
        try:
            return self._people[value].called(language)
        except HarnessError:  # somebody made up
            return value


def keyword_in(word: str, language: str) -> str:
    """A step's keyword in that language."""
    for kind in STEPS:
        if any(word in keywords(kind, one) for one in ("en", "ko")):
            return keyword(kind, language)
    return word


def _written_out(regexp: str, one: bool) -> Iterator[str]:
    """All that a simple expression matches; the plural s unless it is about one."""
    choice = CHOICE.search(regexp)
    for word in choice[1].split("|") if choice else [""]:
        yield re.sub("s[?]", "" if one else "s", CHOICE.sub(word, regexp))
