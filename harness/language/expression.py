"""Cucumber Expressions whose parameters have names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from cucumber_expressions.errors import CucumberExpressionError
from cucumber_expressions.expression import CucumberExpression
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

PARAMETER = re.compile(r"(?<!\\)\{(?:(?P<name>\w+):)?(?P<type>\w+)\}")
# What makes a phrase read otherwise than it is written, as in "trees/bushes" and "tree(s)".
SPECIAL = re.compile(r"[\\{}()/]")
# What of a phrase is not there word by word: options, alternatives and parameters.
CHANGING = re.compile(r"\([^)]*\)|\S*/\S*|\{[^}]*\}")


class Expression:
    """A Cucumber Expression with named parameters.

    It is compiled for the first text that begins and ends as it does and has its words: that takes some
    milliseconds, which collecting need not pay for each. A phrase that does not parse raises ValueError then,
    with the place of its definition. One with a parameter whose type does not exist matches nothing.
    """

    def __init__(self, source: str, types: ParameterTypeRegistry, place: str) -> None:
        self.source = source
        self.names = [match["name"] or match["type"] for match in PARAMETER.finditer(source)]
        self.types = [match["type"] for match in PARAMETER.finditer(source)]
        self._types = types
        self._place = place
        # Without the word beside something special, which may be an alternative or in part optional.
        plain = SPECIAL.split(source)
        self._head, self._tail = plain[0].rpartition(" ")[0], plain[-1].partition(" ")[2]
        words = [part.strip() for part in CHANGING.split(source)]
        self._words = [] if any(map(SPECIAL.search, words)) else words

    @cached_property
    def compiled(self) -> CucumberExpression:
        """The expression of the library; ValueError if the phrase is none."""
        try:
            return CucumberExpression(self.standard, self._types)
        except CucumberExpressionError as error:
            raise ValueError(f"{self._place}: phrase {self.source!r}: {error}") from None

    @cached_property
    def undefined_types(self) -> list[str]:
        """Those of its parameters' types that nobody has defined; asked at the first match, when all are."""
        return [type for type in self.types if not self._types.lookup_by_type_name(type)]

    @property
    def standard(self) -> str:
        """The phrase as every Cucumber knows it, its parameters without names: `{int}` for `{days:int}`."""
        return PARAMETER.sub(r"{\g<type>}", self.source)

    @property
    def readable(self) -> str:
        """The phrase for people: `{days}` instead of `{days:int}`."""
        return PARAMETER.sub(lambda match: "{" + (match["name"] or match["type"]) + "}", self.source)

    def frames(self, text: str) -> bool:
        """Whether a text begins and ends with the words that this does."""
        return text.startswith(self._head) and text.endswith(self._tail)

    def is_around(self, text: str) -> bool:
        """Whether a text has its words, whatever stands for its parameters."""
        return self.frames(text) and all(words in text for words in self._words)

    def matches(self, text: str) -> bool:
        """Whether a step of that text is meant."""
        if not self.is_around(text):
            return False
        # Not CucumberExpression.match(), which also builds a tree of groups: ten times slower.
        return not self.undefined_types and self.compiled.tree_regexp.regexp.match(text) is not None

    def arguments(self, text: str) -> dict[str, Any]:
        """The parameters' values by name; `text` has to match."""
        found = self.compiled.match(text) or []
        return {name: argument.value for name, argument in zip(self.names, found, strict=True)}
