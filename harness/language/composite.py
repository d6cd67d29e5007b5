"""Phrases that features define.

기능 파일에서 만든 표현.

A scenario with the tag @phrase, or @표현, in any file below features/ is no scenario: its title is a phrase,
with `<…>` for its parameters, and a step that says it is played as the steps that it consists of.
`<days:int>` takes what phrases take for `{int}`, so does `<int>`; any other parameter takes any text. What
stands below the step, a table or a text, goes where `<table>` stands alone in a table, or `<text>` in a text.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import cast

from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry
from pytest_bdd.gherkin_parser import Cell, DataTable, Row, Scenario, Step
from pytest_bdd.types import STEP_TYPE_BY_PARSER_KEYWORD

from harness.language.expression import Expression
from harness.language.gherkin import is_phrase, parse, rendered, scenarios
from harness.language.vocabulary import Kind, Phrase, Vocabulary, shown_place

PARAMETER = re.compile(r"<(?P<name>[^<>:]+)(?::(?P<type>[^<>]*))?>")
ANY_TEXT = "text"  # the type of a parameter that has none
TABLE, TEXT = ("table", "표"), ("text", "글")  # what a definition calls that which stands below its use
FEATURES = Path("features")


class Title(Expression):
    """A phrase as a feature writes it, its parameters in `<…>`."""

    def __init__(self, title: str, types: ParameterTypeRegistry, place: str) -> None:
        self.title = title
        found = list(PARAMETER.finditer(title))
        kinds = iter([_type(one, types) for one in found])
        super().__init__(PARAMETER.sub(lambda _: f"{{{next(kinds)}}}", title), types, place)
        self.names = [one["name"] for one in found]

    @property
    def readable(self) -> str:
        """The phrase for people: `{days}` instead of `<days:int>`."""
        return PARAMETER.sub(r"{\g<name>}", self.title)

    def type_of(self, name: str) -> str:
        """The type of a parameter."""
        return self.types[self.names.index(name)]

    @property
    def all_types(self) -> list[str]:
        """Those that there are."""
        return [type.name for type in self._types.parameter_types if type.name]

    @cached_property
    def is_readable(self) -> bool:
        """Whether it can be read as a phrase at all."""
        try:
            return not re.search("[{}]", self.title) and self.compiled is not None
        except ValueError:
            return False


def _type(parameter: re.Match[str], types: ParameterTypeRegistry) -> str:
    asked = parameter["type"] or parameter["name"]
    known = re.fullmatch(r"\w+", asked) and types.lookup_by_type_name(asked)
    # An unknown one is told where the phrase stands (harness.check.definitions).
    return asked if known else ANY_TEXT


class Composite(Phrase):
    """A phrase that consists of steps; of one language, that of its feature."""

    def __init__(self, scenario: Scenario, language: str, file: Path, vocabulary: Vocabulary) -> None:
        self.scenario = scenario
        self.only_in = self.language = language
        self._file = file
        self.expression = Title(scenario.name, vocabulary.types, self.place)
        super().__init__("when", self.expression, self.expression, _consists_of_steps, vocabulary)
        self.settle()

    def settle(self) -> None:
        """Be of the kind of the first step."""
        first = self.scenario.steps[0].keyword_type if self.scenario.steps else ""
        self.kind = cast(Kind, STEP_TYPE_BY_PARSER_KEYWORD.get(first, "when"))

    @property
    def file(self) -> Path:
        """The feature that defines it."""
        return self._file

    @property
    def line(self) -> int:
        """The line of its title."""
        return self.scenario.location.line

    @property
    def place(self) -> str:
        """File and line for messages."""
        return self.place_of(self.line)

    def place_of(self, line: int) -> str:
        """A line of its file, for messages."""
        return shown_place(self._file, line)

    @property
    def source(self) -> str:
        """Where those who look it up find it."""
        return self.place

    @property
    def steps(self) -> list[Step]:
        """What it consists of, as written."""
        return self.scenario.steps

    @cached_property
    def takes(self) -> dict[str, bool]:
        """What has to stand below a step that says it."""
        table = any(step.datatable and is_stand_in(cells_of(step)) for step in self.steps)
        names = {f"<{name}>" for name in TEXT if name not in self.expression.names}
        texts = [step.docstring.content for step in self.steps if step.docstring]
        text = any(name in content for name in names for content in texts)
        return {argument: True for argument, takes in (("datatable", table), ("docstring", text)) if takes}

    def consists_of(
        self, text: str, table: Sequence[Sequence[str]] | None, docstring: str | None
    ) -> list[Step]:
        """The steps that a step of that text, with that below it, is played as; `text` has to match."""
        found = self.found_in(text)
        words = {} if docstring is None else dict.fromkeys(TEXT, docstring)
        words |= {
            name: argument.group.value for name, argument in zip(self.expression.names, found, strict=True)
        }
        return [rendered(_with_table(step, table), words) for step in self.steps]


def _consists_of_steps() -> None:
    """What stands in a composite's place for the function that plays other phrases."""


def cells_of(step: Step) -> tuple[tuple[str, ...], ...] | None:
    """The words of the table below a step."""
    if not step.datatable:
        return None
    return tuple(tuple(cell.value for cell in row.cells) for row in step.datatable.rows)


def is_stand_in(table: Sequence[Sequence[str]] | None) -> bool:
    """Whether a table stands for the one below the step that says the phrase."""
    return table is not None and [*map(tuple, table)] in [[(f"<{name}>",)] for name in TABLE]


def _with_table(step: Step, table: Sequence[Sequence[str]] | None) -> Step:
    if not table or not step.datatable or not is_stand_in(cells_of(step)):
        return step
    place = step.datatable.location
    rows = [Row("", place, [Cell(place, word) for word in row]) for row in table]
    return replace(step, datatable=DataTable(place, rows))


def with_composites(vocabulary: Vocabulary, root: Path) -> Vocabulary:
    """The same vocabulary with the phrases that the features below `root` define, and no other composites."""
    whole = copy.copy(vocabulary)
    add_composites(whole, root)
    return whole


def add_composites(vocabulary: Vocabulary, root: Path) -> None:
    """Have the vocabulary know the phrases that the features below `root` define."""
    vocabulary.composites = list(_composites(vocabulary, root / FEATURES))
    own = [one for one in vocabulary.phrases if not isinstance(one, Composite)]
    vocabulary.phrases = [*own, *(one for one in vocabulary.composites if one.expression.is_readable)]


def _composites(vocabulary: Vocabulary, features: Path) -> Iterator[Composite]:
    for file in sorted(features.rglob("*.feature")):
        for scenario, language in _defined_in(file):
            vocabulary.define_any_text(ANY_TEXT)
            yield Composite(scenario, language, file.resolve(), vocabulary)


def _defined_in(file: Path) -> Iterator[tuple[Scenario, str]]:
    """What a file defines, as far as it can be read: the rest is told when the file is checked."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    if not re.search("@phrase|@표현", text):  # quicker than to parse it
        return
    document = parse(text.replace("\r\n", "\n").split("\n"), "en").document
    if document:
        yield from ((one, document.language) for one in scenarios(document) if is_phrase(one) and one.name)
