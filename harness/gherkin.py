"""Read a feature file, and refuse what would run otherwise than its author thinks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from gherkin.errors import CompositeParserException, UnexpectedTokenException
from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import GherkinDocument, Scenario, Tag
from pytest_bdd.parser import Feature, FeatureParser

from harness.errors import HarnessError


class FeatureFileError(HarnessError):
    """A feature file that cannot run as it stands: a line for each thing wrong, `file:line: what`."""


class _Parser(FeatureParser):
    """pytest-bdd's parser, which forgets where tags and second scenarios are: this keeps the document."""

    document: Document

    def _parse_feature_file(self) -> GherkinDocument:
        parsed = super()._parse_feature_file()
        self.document = parsed.feature
        return parsed


def read_feature(path: Path, shown: str, known_tags: Collection[str]) -> Feature:
    """The feature in `path`, which messages call `shown`; FeatureFileError if it cannot run as it stands."""
    # utf-8-sig: Windows editors begin a file with a byte order mark.
    parser = _Parser(str(path.parent), path.name, encoding="utf-8-sig")
    try:
        feature = parser.parse()
    except GherkinParseError as error:
        raise FeatureFileError(f"{shown}:{error.line}: {_reason(error)}") from None
    except KeyError:
        raise FeatureFileError(f"{shown}:1: no feature in this file") from None
    except UnicodeDecodeError:
        raise FeatureFileError(f"{shown}:1: not UTF-8; save the file in that encoding") from None
    if problems := sorted(_problems(parser.document, known_tags)):
        raise FeatureFileError("\n".join(f"{shown}:{line}: {text}" for line, text in problems))
    return feature


def _reason(error: GherkinParseError) -> str:
    """What is wrong in words of our own where pytest-bdd guesses: its patterns know English keywords only."""
    if not isinstance(error.__cause__, CompositeParserException):
        return error.message
    first = error.__cause__.errors[0]
    if isinstance(first, UnexpectedTokenException):
        return f"this line begins with no keyword that may stand here: {error.line_content.strip()}"
    return str(first).partition("): ")[2]


def _problems(document: Document, known_tags: Collection[str]) -> Iterator[tuple[int, str]]:
    yield from _nameless_or_empty(document)
    yield from _duplicates(document)
    yield from _unknown_tags(document, known_tags)


def _nameless_or_empty(document: Document) -> Iterator[tuple[int, str]]:
    for scenario in _scenarios(document):
        if not scenario.name:
            yield scenario.location.line, "the scenario has no name"
        if not scenario.steps:
            yield scenario.location.line, f"the scenario has no steps: {scenario.name}"
        if any(not examples.table_body for examples in scenario.examples):
            yield scenario.location.line, f"the outline has examples without a row: {scenario.name}"


def _duplicates(document: Document) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for scenario in _scenarios(document):
        line = scenario.location.line
        if first.setdefault(scenario.name, line) != line:
            yield line, f"a scenario of this name is at line {first[scenario.name]} already: {scenario.name}"


def _unknown_tags(document: Document, known_tags: Collection[str]) -> Iterator[tuple[int, str]]:
    for tag in _tags(document):
        name = tag.name.removeprefix("@")
        if name not in known_tags:
            yield (
                tag.location.line,
                f"unknown tag @{name}; the nearest known one is @{_nearest(name, known_tags)}",
            )


def _nearest(name: str, known: Collection[str]) -> str:
    from rapidfuzz import process  # only a broken file needs it

    return str(process.extractOne(name, known)[0])


def _scenarios(document: Document) -> Iterator[Scenario]:
    for child in document.children:
        if child.scenario:
            yield child.scenario
        if child.rule:
            yield from (inner.scenario for inner in child.rule.children if inner.scenario)


def _tags(document: Document) -> Iterator[Tag]:
    yield from document.tags
    for child in document.children:
        if child.rule:
            yield from child.rule.tags
    for scenario in _scenarios(document):
        yield from scenario.tags
        for examples in scenario.examples:
            yield from examples.tags
