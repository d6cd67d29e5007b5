"""Feature files as they are run: Gherkin's parser, and each row of examples as a scenario of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser, ParserContext
from gherkin.token import Token
from gherkin.token_matcher import TokenMatcher
from pytest_bdd.gherkin_parser import (
    Background,
    Cell,
    Child,
    DataTable,
    Row,
    Scenario,
    Step,
    Tag,
)
from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.parser import render_string

# A scenario with one of these is no scenario, but a phrase: its title is what steps say that are to play it.
PHRASE_TAGS = ("phrase", "표현")


@dataclass(frozen=True)
class Parsed:
    """What Gherkin makes of a file: all of it that could be read, and what could not."""

    document: Document | None
    errors: list[ParserException] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)  # the lines that are taken for a description
    rows: list[int] = field(default_factory=list)  # ... and for a row of a table
    media: dict[int, str] = field(default_factory=dict)  # the media types of texts, by their first lines


def parse(lines: Sequence[str], language: str) -> Parsed:
    """Read the lines of a feature whose keywords are of that language."""
    parser, matcher = _LenientParser(), _Listener(language)
    errors: list[ParserException] = []
    try:
        parser.parse("\n".join(lines), matcher)
    except CompositeParserException as error:
        errors = error.errors
    result = parser.ast_builder.get_result()
    document = (
        Document.from_dict(result["feature"]) if isinstance(result, dict) and "feature" in result else None
    )
    return Parsed(document, errors, sorted(matcher.prose), sorted(matcher.rows), matcher.media)


class _LenientParser(Parser):
    """Goes on after every error; the library's gives up after ten."""

    def add_error(self, context: ParserContext, error: ParserException) -> None:
        context.errors.append(error)


class _Listener(TokenMatcher):
    """Remembers what documents do not: where descriptions and rows stand."""

    def __init__(self, language: str) -> None:
        self.prose: set[int] = set()
        self.rows: set[int] = set()
        self.media: dict[int, str] = {}
        super().__init__(language)

    def match_Other(self, token: Token) -> bool:
        if not self._active_doc_string_separator:
            self.prose.add(token.location["line"])
        return super().match_Other(token)

    def match_DocStringSeparator(self, token: Token) -> bool:
        matched = super().match_DocStringSeparator(token)
        if matched:  # what stands behind the quotes
            self.media[token.location["line"]] = str(getattr(token, "matched_text", None) or "")
        return matched

    def match_TableRow(self, token: Token) -> bool:
        matched = super().match_TableRow(token)
        if matched:
            self.rows.add(token.location["line"])
        return matched


def scenarios(document: Document) -> Iterator[Scenario]:
    """The scenarios and outlines, in the order of the file."""
    for child in document.children:
        if child.scenario:
            yield child.scenario
        if child.rule:
            yield from (inner.scenario for inner in child.rule.children if inner.scenario)


def is_phrase(scenario: Scenario) -> bool:
    """Whether that is no scenario, but a phrase that consists of steps."""
    return any(tag.name.removeprefix("@") in PHRASE_TAGS for tag in scenario.tags)


def take_phrases(document: Document) -> list[Scenario]:
    """Take the phrases that a feature defines out of it, and rules that hold nothing else."""
    found = [one for one in scenarios(document) if is_phrase(one)]
    for child in [*document.children]:
        if child.rule and any(inner.scenario for inner in child.rule.children):
            child.rule.children = _without_phrases(child.rule.children)
            if not any(inner.scenario for inner in child.rule.children):
                document.children.remove(child)
    document.children = _without_phrases(document.children)
    return found


def _without_phrases(children: list[Child]) -> list[Child]:
    return [child for child in children if not (child.scenario and is_phrase(child.scenario))]


def backgrounds(document: Document) -> Iterator[tuple[Background, list[Scenario]]]:
    """Each background, with the scenarios that begin with it; the feature's comes before those of rules."""
    for child in document.children:
        if child.background:
            yield child.background, list(scenarios(document))
        if child.rule:
            own = [inner.scenario for inner in child.rule.children if inner.scenario]
            yield from ((inner.background, own) for inner in child.rule.children if inner.background)


def first_line(scenario: Scenario) -> int:
    """The line that a scenario begins at: that of its first tag, if it has tags."""
    return min([scenario.location.line, *(tag.location.line for tag in scenario.tags)])


# What would break the line of a name, or a terminal's.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def item_name(title: str, values: Sequence[str] = ()) -> str:
    """What a scenario, or a row with these values, is called in a node id.

    There `::` parts the file from what is in it, and the first bracket begins what pytest takes for
    parameters, up to the last one. A title that has brackets itself ends in a pair of its own, if only in an
    empty one: pytest makes the same of it when it reads it again, and it is no row's.
    """
    brackets = f"[{'-'.join(values)}]" if values or "[" in title else ""
    name = f"{title}{brackets}".replace("::", ": :")
    return CONTROL.sub(lambda found: repr(found[0])[1:-1], name)


def shown_name(name: str) -> str:
    """What an item of that name is called before people."""
    return name.removesuffix("[]")


def played(scenario: Scenario) -> list[Scenario]:
    """What is run of a scenario: itself, or each row of its examples, named as in node ids."""
    if not scenario.examples:
        return [replace(scenario, name=item_name(scenario.name))]
    rows = [
        _played(scenario, [*scenario.tags, *examples.tags], examples.table_header, row)
        for examples in scenario.examples
        if examples.table_header
        for row in examples.table_body or []
    ]
    taken: set[str] = set()
    for row in rows:
        others = (f"{row.name}[{number}]" for number in count(2))
        row.name = next(name for name in chain([row.name], others) if name not in taken)
        taken.add(row.name)
    return rows


def _played(outline: Scenario, tags: list[Tag], header: Row, row: Row) -> Scenario:
    columns = [cell.value for cell in header.cells]
    values = [cell.value for cell in row.cells]
    words = dict(zip(columns, values, strict=True))
    untold = [word for column, word in words.items() if f"<{column}>" not in outline.name]
    return replace(
        outline,
        name=item_name(render_string(outline.name, words), untold),
        location=row.location,
        tags=tags,
        steps=[rendered(step, words) for step in outline.steps],
        examples=[],
    )


def rendered(step: Step, words: dict[str, str]) -> Step:
    """A step with words in the place of `<…>`, in its table and its text too."""
    table, text = step.datatable, step.docstring
    return replace(
        step,
        text=render_string(step.text, words),
        datatable=table and DataTable(table.location, [_rendered_row(row, words) for row in table.rows]),
        docstring=text and replace(text, content=render_string(text.content, words)),
    )


def _rendered_row(row: Row, words: dict[str, str]) -> Row:
    return replace(row, cells=[Cell(cell.location, render_string(cell.value, words)) for cell in row.cells])


def names_at(document: Document, phrases: Sequence[Scenario], line: int) -> list[str]:
    """What is run of the scenario or row that a line belongs to; of the rule or feature, if of neither.

    Nothing, if it belongs to one of the `phrases` that the feature defines.
    """
    sections = [*_sections(document), *((first_line(phrase), list[str]()) for phrase in phrases)]
    return max((section for section in sections if section[0] <= line), key=lambda one: one[0])[1]


def _sections(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Each part of a feature: its first line, and the names of what is run of it."""
    yield 0, _names(scenarios(document))
    for child in document.children:
        if child.rule:
            inner = [one.scenario for one in child.rule.children if one.scenario]
            lines = [child.rule.location.line, *(tag.location.line for tag in child.rule.tags)]
            yield min(lines), _names(inner)
    for scenario in scenarios(document):
        rows = played(scenario)
        yield first_line(scenario), [row.name for row in rows]
        for examples in scenario.examples:
            own = {row.location.line for row in examples.table_body or []}
            lines = [examples.location.line, *(tag.location.line for tag in examples.tags)]
            yield min(lines), [row.name for row in rows if row.location.line in own]
            yield from ((row.location.line, [row.name]) for row in rows if row.location.line in own)


def _names(those: Iterator[Scenario] | list[Scenario]) -> list[str]:
    return [row.name for scenario in those for row in played(scenario)]
