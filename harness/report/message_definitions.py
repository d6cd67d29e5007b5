"""The vocabulary as Cucumber Messages tell it: parameter types, step definitions, and what steps match."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import cucumber_messages as messages
from gherkin.stream.id_generator import IdGenerator

from harness.language.expression import Expression
from harness.language.vocabulary import Phrase, Vocabulary

# What pickles call the kinds of steps.
KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}


class Definitions:
    """Each phrase is a step definition in each language that it is of: a definition has one pattern."""

    def __init__(self, vocabulary: Vocabulary, root: Path, ids: IdGenerator) -> None:
        self._vocabulary = vocabulary
        self._root = root
        self._new_id = ids.get_next_id
        self._ids = {
            expression: self._new_id() for phrase in vocabulary.phrases for expression in _expressions(phrase)
        }
        self.of = cache(self._of)

    def envelopes(self) -> Iterator[messages.Envelope]:
        """What is defined."""
        for type in self._vocabulary.parameter_types:
            defined = messages.ParameterType(self._new_id(), type.name, False, type.regexps, True)
            yield messages.Envelope(parameter_type=defined)
        for phrase in self._vocabulary.phrases:
            for expression in _expressions(phrase):
                for unknown in expression.undefined_types:
                    told = messages.UndefinedParameterType(expression.standard, unknown)
                    yield messages.Envelope(undefined_parameter_type=told)
                if not expression.undefined_types:
                    yield messages.Envelope(step_definition=self._definition(phrase, expression))

    def _of(self, type: str, text: str, place: str | None) -> tuple[list[str], list[Any]]:
        """The ids of the definitions that a step matches, and its arguments in each.

        `place` is that of the function that has played it: another one than a phrase's is unknown here.
        """
        # A step that begins with * may be of any kind.
        kinds = [KINDS[type]] if type in KINDS else [*KINDS.values()]
        found = next((found for kind in kinds if (found := self._vocabulary.matching(kind, text))), [])
        phrases = [phrase for phrase in found if not place or place == f"{self._uri(phrase)}:{phrase.line}"]
        ids = [self._ids[phrase.expression_of(text)] for phrase in phrases]
        return ids, [_arguments(phrase, text) for phrase in phrases]

    def _definition(self, phrase: Phrase, expression: Expression) -> messages.StepDefinition:
        pattern = messages.StepDefinitionPattern(
            expression.standard, messages.StepDefinitionPatternType.cucumber_expression
        )
        place = messages.SourceReference(uri=self._uri(phrase), location=messages.Location(phrase.line))
        return messages.StepDefinition(self._ids[expression], pattern, place)

    def _uri(self, phrase: Phrase) -> str:
        return os.path.relpath(phrase.file, self._root)


def _expressions(phrase: Phrase) -> list[Expression]:
    """One for each language; a composite has but one."""
    return list(dict.fromkeys([phrase.en, phrase.ko]))


def _arguments(phrase: Phrase, text: str) -> messages.StepMatchArgumentsList:
    found = phrase.found_in(text)
    return messages.StepMatchArgumentsList(
        [messages.StepMatchArgument(_group(one.group, text), one.parameter_type.name) for one in found]
    )


def _group(group: Any, text: str) -> messages.Group:
    children = [_group(child, text) for child in group.children or []] or None
    if group.value is None:  # one of several regexps that did not match
        return messages.Group(children)
    # Where other words are written for the phrase's, an argument may stand elsewhere, or nowhere.
    start = group.start if text[group.start : group.end] == group.value else text.find(group.value)
    if start < 0:
        return messages.Group(children, None, group.value)
    # Readers count as JavaScript does: in UTF-16.
    return messages.Group(children, len(text[:start].encode("utf-16-le")) // 2, group.value)
