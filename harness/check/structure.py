"""What pytest-bdd passes over in silence: scenarios that vanish, examples without effect, unknown tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from pytest_bdd.gherkin_parser import Background, ExamplesTable, Row, Scenario, Step, Tag
from pytest_bdd.gherkin_parser import Feature as Document

from harness.check.finding import Finding
from harness.check.keywords import keyword, keywords
from harness.check.likeness import is_like_any, likest
from harness.check.lines import UNREAD
from harness.language.gherkin import PHRASE_TAGS, backgrounds, item_name, played, scenarios, shown_name
from harness.language.korean import quoted
from harness.seeds.tags import TAGS_FILE, is_known

EXPLAINS = "#"  # begins the name of a column that only explains its rows
ALIKE = 75  # percent: a tag that is meant for a known one
Naming = Callable[[str], list[str]]
# Not what markup is made of, which a customer may well enter: <b>, closed by </b>, or <!-- -->.
PLACEHOLDER = re.compile(r"<([^<>/!][^<>]*)>(?!.*</\1>)", re.DOTALL)


def structure(
    document: Document, known_tags: Sequence[str], media: Mapping[int, str], naming: Naming
) -> Iterator[Finding]:
    """What is wrong with a feature, whatever its phrases; `media`: its texts' media types, by their lines.

    `naming` says of a step's text which values it names.
    """
    yield from _empty_rules(document)
    yield from _one_name(document)
    yield from _unknown_tags(document, known_tags)
    for background, _ in backgrounds(document):
        yield from first_step(background, document.language)
    for scenario in scenarios(document):
        yield from _scenario(scenario, document.language, media, naming)


def empty(document: Document) -> Iterator[Finding]:
    """What is wrong with a feature that has no scenario."""
    if not any(child.rule for child in document.children) and not any(scenarios(document)):
        yield Finding(
            document.location.line,
            f"the feature has no scenario: {document.name}",
            f"기능에 시나리오가 없습니다: {document.name}",
        )


def _empty_rules(document: Document) -> Iterator[Finding]:
    for rule in [child.rule for child in document.children if child.rule]:
        if not any(child.scenario for child in rule.children):
            yield Finding(
                rule.location.line,
                f"the rule has no scenario: {rule.name}",
                f"규칙에 시나리오가 없습니다: {rule.name}",
            )


def _one_name(document: Document) -> Iterator[Finding]:
    """Scenarios that are called alike, as written or with the words of a row: a run would lose one."""
    first: dict[str, tuple[str, int]] = {}
    for scenario in [one for one in scenarios(document) if one.name]:
        for named in (replace(scenario, name=item_name(scenario.name)), *played(scenario)):
            line = named.location.line
            other, before = first.setdefault(_as_it_looks(named.name), (scenario.id, line))
            if other != scenario.id:
                name = shown_name(named.name)
                yield Finding(
                    line,
                    f"a scenario of this name is at line {before} already: {name}",
                    f"{before}번째 줄에 같은 이름의 시나리오가 있습니다: {name}",
                )
                break


def _as_it_looks(name: str) -> str:
    return " ".join(normalize("NFC", name).split())


def _scenario(
    scenario: Scenario, language: str, media: Mapping[int, str], naming: Naming
) -> Iterator[Finding]:
    line = scenario.location.line
    if not scenario.name:
        yield Finding(line, "the scenario has no name", "시나리오에 이름이 없습니다")
    yield from first_step(scenario, language)
    if not scenario.examples and scenario.keyword in keywords("scenarioOutline", language):
        yield Finding(
            line,
            f"the outline has no examples: {scenario.name}\n  Write “Examples:” and a table below its steps.",
            f"시나리오 개요에 예가 없습니다: {scenario.name}\n  단계들 아래에 “예:”와 표를 적으세요.",
        )
    values = {value: step for step in scenario.steps for value in naming(step.text)}
    for examples in scenario.examples:
        yield from _examples(scenario, examples, media, values)


def first_step(of: Scenario | Background, language: str) -> Iterator[Finding]:
    """What is wrong with how it begins."""
    is_scenario = isinstance(of, Scenario)
    if not of.steps:
        yield Finding(
            of.location.line,
            f"the {'scenario' if is_scenario else 'background'} has no steps: {of.name}".removesuffix(": "),
            f"{'시나리오' if is_scenario else '배경'}에 단계가 없습니다: {of.name}".removesuffix(": "),
        )
    elif of.steps[0].keyword_type == "Conjunction":
        first = of.steps[0]
        kinds = [keyword(kind, language) for kind in ("given", "when", "then")]
        yield Finding(
            first.location.line,
            f"the first step begins with {kinds[0]}, {kinds[1]} or {kinds[2]}:"
            f" “{first.keyword}” goes on with a step before it",
            f"첫 단계는 {kinds[0]}, {kinds[1]}, {kinds[2]} 가운데 하나로 시작합니다."
            f" {quoted(first.keyword, '은')} 앞 단계를 이어받는 말입니다",
        )


# --- examples ---


def _examples(
    outline: Scenario, examples: ExamplesTable, media: Mapping[int, str], values: Mapping[str, Step]
) -> Iterator[Finding]:
    line = examples.location.line
    if not examples.table_header:
        yield Finding(line, "there is no table below “Examples:”", "“예:” 아래에 표가 없습니다")
        return
    if not examples.table_body:
        yield Finding(
            line,
            f"the examples have no row below the names of the columns: {outline.name}",
            f"예의 표에 열 이름만 있고 행이 없습니다: {outline.name}",
        )
    yield from _columns(outline, examples.table_header, examples.table_body or [], media, values)
    yield from _same_rows(examples.table_body or [])


def _columns(
    outline: Scenario, header: Row, rows: list[Row], media: Mapping[int, str], values: Mapping[str, Step]
) -> Iterator[Finding]:
    columns = [cell.value for cell in header.cells] or [""]
    line = header.location.line
    for column in sorted({column for column in columns if columns.count(column) > 1 or not column}):
        if column:
            yield Finding(
                line, f"two columns are called “{column}”", f"{quoted(column, '이라는')} 열이 둘입니다"
            )
        else:
            yield Finding(line, "a column has no name", "이름이 없는 열이 있습니다")
    for column in set(columns) & set(values):
        yield Finding(
            values[column].location.line,
            f"<{column}> is a column of the examples: call this value otherwise",
            f"<{column}>는 예의 열입니다. 값에는 다른 이름을 붙이세요",
        )
    used = dict.fromkeys(one for one in placeholders(outline, media) if one[0] not in values)
    shown = ", ".join(columns)
    for name, placed in used:
        if name not in columns:
            yield Finding(
                placed,
                f"no column of the examples is called <{name}>; at line {line} there are: {shown}",
                f"예에 <{name}> 열이 없습니다. {line}번째 줄에 있는 열: {shown}",
            )
    names = {name for name, _ in used}
    if any(columns) and not names & set(columns):
        yield Finding(
            line,
            f"no step uses these columns: write <{columns[0]}> where its words belong",
            f"이 열들을 쓰는 단계가 없습니다. 값이 들어갈 자리에 <{columns[0]}>처럼 적으세요",
        )
        return
    if not names <= set(columns):
        return  # told above: a column that seems unused may be the one that was meant
    for index, column in enumerate(columns):
        if column and column not in names and not column.startswith(EXPLAINS):
            words = [row.cells[index].value for row in rows]
            yield _unused(column, line, _written_out(outline, words))


def _unused(column: str, line: int, written_out: tuple[Step, str] | None) -> Finding:
    """A column beside others that are used; best told where one of its words stands already."""
    if not written_out:
        return Finding(
            line,
            f"no step uses the column “{column}”: write <{column}> where its words belong;"
            f" if it only explains the rows, call it “{EXPLAINS} {column}”",
            f"“{column}” 열을 쓰는 단계가 없습니다. 값이 들어갈 자리에 <{column}>처럼 적으세요."
            f" 행을 설명하기만 하는 열이면 “{EXPLAINS} {column}”처럼 이름을 지으세요",
        )
    step, word = written_out
    return Finding(
        step.location.line,
        f"every row says “{word}” here: write <{column}>, or leave out that column at line {line}",
        f"모든 행에서 “{word}” 그대로입니다. <{column}> 표시로 바꾸거나 {line}번째 줄의 열을 빼세요",
    )


def placeholders(outline: Scenario, media: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    """What is to be filled in, and the line where: in the name, in steps and what is below them."""
    for name in PLACEHOLDER.findall(outline.name):
        yield name, outline.location.line
    for step in outline.steps:
        for text in _texts(step, media):
            for name in PLACEHOLDER.findall(text):
                if not UNREAD.fullmatch(f"<{name}>"):
                    yield name, step.location.line


def _texts(step: Step, media: Mapping[int, str]) -> Iterator[str]:
    yield step.text
    if step.datatable:
        yield from (cell.value for row in step.datatable.rows for cell in row.cells)
    if step.docstring:
        yield step.docstring.content
        yield media.get(step.docstring.location.line, "")


def _written_out(outline: Scenario, words: list[str]) -> tuple[Step, str] | None:
    """A step in which one of the words stands."""
    # A number or two letters may stand there by chance.
    telling = [word for word in words if len(word) > 2 and not word.isdigit()]
    return next(((step, word) for step in outline.steps for word in telling if word in step.text), None)


def _same_rows(rows: list[Row]) -> Iterator[Finding]:
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        line = row.location.line
        before = first.setdefault(tuple(cell.value for cell in row.cells), line)
        if before != line:
            yield Finding(
                line, f"this row says the same as line {before}", f"{before}번째 줄과 같은 행입니다"
            )


# --- tags ---


def _unknown_tags(document: Document, known: Sequence[str]) -> Iterator[Finding]:
    for tag in tags(document):
        name = tag.name.removeprefix("@")
        if name in PHRASE_TAGS:
            yield Finding(
                tag.location.line,
                f"@{name} stands right above the one scenario whose title is the phrase",
                f"@{name} 태그는 제목이 표현이 될 시나리오 바로 위에만 붙입니다",
            )
        elif is_known(name.rstrip(",;"), known) and not is_known(name, known):
            yield Finding(
                tag.location.line,
                f"tags stand side by side without commas: @{name.rstrip(',;')}",
                f"태그 사이에는 쉼표를 쓰지 않습니다: @{name.rstrip(',;')}",
            )
        elif not is_known(name, known):
            yield _unknown_tag(tag.location.line, name, [*known, *PHRASE_TAGS])


def _unknown_tag(line: int, name: str, known: Sequence[str]) -> Finding:
    """One that is hardly another is a slip; any other may be meant for one of the tester's own."""
    nearest = likest(name, known)
    en, ko = f"unknown tag @{name}", f"@{name} 태그는 없습니다"
    if is_like_any(name, [nearest], ALIKE):
        return Finding(
            line, f"{en}; the nearest known one is @{nearest}", f"{ko}. 가장 가까운 태그: @{nearest}"
        )
    return Finding(
        line,
        f'{en}: write a tag of your own into {TAGS_FILE}, below [tags]: "{name}" = "what it is for"',
        f'{ko}. 새 태그는 {TAGS_FILE}의 [tags] 아래에 적으세요: "{name}" = "쓰임새"',
    )


def tags(document: Document) -> Iterator[Tag]:
    """Every tag of a feature."""
    yield from document.tags
    for child in document.children:
        if child.rule:
            yield from child.rule.tags
    for scenario in scenarios(document):
        yield from scenario.tags
        for examples in scenario.examples:
            yield from examples.tags
