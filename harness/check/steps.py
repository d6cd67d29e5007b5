"""What is wrong with a step: no phrase says it, or two do, or what it names does not exist."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import get_args

from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Scenario
from pytest_bdd.gherkin_parser import Step as GherkinStep
from pytest_bdd.steps import step_function_context_registry
from pytest_bdd.types import STEP_TYPE_BY_PARSER_KEYWORD

from harness.check.claims import shows_nothing
from harness.check.finding import Finding, Said
from harness.check.keywords import keyword, keywords
from harness.check.lines import UNREAD
from harness.check.sequence import StepsSoFar, people_in
from harness.check.stars import settle_steps
from harness.check.structure import PLACEHOLDER
from harness.check.suggestions import PEOPLE_TYPES, Suggestions
from harness.check.values import Part
from harness.check.values import of_steps as of_values
from harness.errors import HarnessError
from harness.language.composite import Composite, cells_of, is_stand_in
from harness.language.gherkin import backgrounds, played, scenarios
from harness.language.korean import quoted
from harness.language.renamed import as_called_now
from harness.language.vocabulary import Kind, ListOf, Phrase, Table, Vocabulary
from harness.seeds.named_people import People

# Blanks outside of quotes that look like single ones.
ODD_BLANK = re.compile(r'"[^"]*"|(?P<odd>(?:\t|\s(?=\s))\s*)')


@dataclass(frozen=True)
class Step:
    """A step as it is run: the words of its row put in, `And` taken for what it goes on with."""

    kind: str
    text: str
    table: tuple[tuple[str, ...], ...] | None
    has_text: bool
    language: str


class StepChecker:
    """Checks steps against the vocabulary and the people; remembers what it has checked."""

    def __init__(self, vocabulary: Vocabulary, people: People | None) -> None:
        self.vocabulary = vocabulary
        self.people = people
        self.used: set[Phrase] = set()
        self._suggestions = Suggestions(vocabulary, people)
        self._entered: list[Composite] = []  # whose steps are being looked at
        self.problems = cache(self._problems)
        self.matching = cache(vocabulary.matching)
        self._kinds_of = cache(self._kinds)
        for composite in vocabulary.composites:
            settle_steps(composite.steps, composite.steps, self.kinds)
            composite.settle()
        self._kinds_of.cache_clear()
        self.matching.cache_clear()  # of what was asked before all were settled

    def sequence(self) -> StepsSoFar:
        """A scenario that begins."""
        return StepsSoFar(self.vocabulary, self.people)

    def lacks(self, sequence: StepsSoFar, step: Step) -> list[Said]:
        """What a step of a scenario needs that has not come before it."""
        phrases = self.matching(step.kind, step.text)
        if len(phrases) != 1:
            return []
        if isinstance(phrases[0], Composite):
            inner = self._inner(phrases[0], step)
            return [said.at(place) for place, one in inner for said in self.lacks(sequence, one)]
        return sequence.go_on(phrases[0], step.text, step.language)

    def kinds(self, text: str) -> list[str]:
        """The kinds of step as which some phrase says a text."""
        return [kind for kind in get_args(Kind) if self.meant(kind, text)]

    def meant(self, kind: str, text: str) -> list[Phrase]:
        """The phrases that say a text; if `<…>` in it waits for words, those that may say it."""
        return (
            self._suggestions.might_be(kind, text) if PLACEHOLDER.search(text) else self.matching(kind, text)
        )

    def _said(self, kind: str, text: str) -> bool:
        """The same, but for those that mean it in words of their own."""
        waits = PLACEHOLDER.search(text)
        return bool(self._suggestions.might_be(kind, text) if waits else self.vocabulary.saying(kind, text))

    def parts(self, step: Step) -> list[Composite]:
        """The composites that a step of one may be played as."""
        return [one for one in self.meant(step.kind, step.text) if isinstance(one, Composite)]

    def checks(self, scenario: Scenario, language: str) -> bool:
        """Whether a step of a scenario checks something, be it by a step that it consists of."""
        rows = played(scenario)
        steps = steps_of(rows[0].steps if rows else scenario.steps, language)
        return any(one.kind == "then" for _, step in steps for one in self.played_as(step))

    def played_as(self, step: Step) -> Iterator[Step]:
        """The steps that a step is played as in the end: itself, unless a composite says it."""
        phrases = self.matching(step.kind, step.text)
        if len(phrases) == 1 and isinstance(phrases[0], Composite):
            for _, one in self._inner(phrases[0], step):
                yield from self.played_as(one)
        else:
            yield step

    def _inner(self, composite: Composite, step: Step) -> Iterator[tuple[str, Step]]:
        """The steps that a step consists of which says a composite, with their places; none within itself."""
        if composite in self._entered:
            return
        self._entered.append(composite)
        try:
            steps = composite.consists_of(step.text, step.table, "" if step.has_text else None)
            for lines, one in steps_of(steps, composite.language):
                said = f"{keyword(one.kind, composite.language)} {one.text}"
                yield f"{composite.place_of(lines[0])}: {said}", one
        finally:
            self._entered.pop()

    def naming(self, text: str) -> list[str]:
        """The values that a step of that text names, be it by a step that it consists of."""
        steps = (Step(kind, text, None, False, "") for kind in self._kinds_of(text))
        parts = (one for step in steps for one in self.played_as(step))
        return [name for one in parts if (name := self.vocabulary.naming(one.kind, one.text))]

    def _kinds(self, text: str) -> Collection[str]:
        """The kinds that say it word by word, else all: to read it in other words takes much longer."""
        return self.vocabulary.kinds(text) or get_args(Kind)

    def says(self, text: str) -> bool:
        """Whether some phrase, of whatever kind, reads like that."""
        return any(phrase.is_matching(text) for phrase in self.vocabulary.phrases)

    def _problems(self, step: Step) -> list[Said]:
        if UNREAD.search(step.text):
            return []
        phrases = self.matching(step.kind, step.text)
        self.used.update(phrases)
        if len(phrases) > 1:
            return [_ambiguous(step, phrases)]
        if phrases and phrases[0] in self._entered:
            return [_within_itself(step)]
        if phrases and isinstance(phrases[0], Composite):
            inner = self._inner(phrases[0], step)
            return [
                *self._below(phrases[0], step),
                *(said.at(place) for place, one in inner for said in self.problems(one)),
            ]
        if phrases:
            return [
                *self._unknown_people(phrases[0], step),
                *_impossible(phrases[0], step),
                *self._below(phrases[0], step),
            ]
        return [] if _is_of_pytest_bdd(step) else [self._undefined(step)]

    def problems_of_part(self, step: Step) -> list[Said]:
        """What is wrong with a step of a composite, some of whose words may not be known yet."""
        if not PLACEHOLDER.search(step.text):
            return self.problems(step)
        phrases = self.meant(step.kind, step.text)
        self.used.update(phrases)
        if phrases:
            return list(self._below(phrases[0], step)) if len(phrases) == 1 else []
        return [self._undefined(step, waits=True)]

    def _unknown_people(self, phrase: Phrase, step: Step) -> Iterator[Said]:
        if self.people:
            for name in people_in(phrase, step.text):
                if not self.people.has(name):
                    yield _of_error(self.people.nobody(name))

    # --- what stands below a step ---

    def _below(self, phrase: Phrase, step: Step) -> Iterator[Said]:
        yield from _misplaced(phrase, step)
        if not step.table or is_stand_in(step.table):
            return
        if isinstance(phrase.table, Table):
            yield from _columns(phrase.table, step)
            for index, name in enumerate(phrase.table.named(step.table[0])):
                if type := phrase.table.types.get(name):
                    yield from self._cells(step, 1, index, type)
        elif isinstance(phrase.table, ListOf):
            if len(step.table[0]) > 1:
                yield Said("this table is a list: it has one column", "이 표는 목록이므로 열이 하나뿐입니다")
            yield from self._cells(step, 0, 0, phrase.table.type)

    def _cells(self, step: Step, first: int, column: int, type: str) -> Iterator[Said]:
        """The words of a column that its type does not know, `first` rows left out."""
        for number, row in list(enumerate(step.table or (), 1))[first:]:
            word = row[column]
            # That nothing fills a placeholder in is told by harness.check.structure.
            if not (self.vocabulary.is_word(type, word) or PLACEHOLDER.search(word)):
                right = with_single_blanks(word)
                known = self._suggestions.words_like(word, type, step.language)
                is_word = self.vocabulary.is_word(type, right)
                yield _blank(word, right, number) if is_word else _wrong_word(word, known, number)
            elif self.vocabulary.is_word(type, word):
                try:
                    self.vocabulary.value(type, word)
                except HarnessError as error:
                    yield _of_error(error, number)

    # --- undefined ---

    def _undefined(self, step: Step, waits: bool = False) -> Said:
        unlikely = None if waits else _unlikely(step)
        if found := self._of_another_kind(step) or unlikely or self._odd_blank(step) or self._renamed(step):
            return found
        if miss := self._suggestions.near_miss(step.kind, step.text, step.language):
            if miss.type in PEOPLE_TYPES and self.people:
                return _of_error(self.people.nobody(miss.word))
            wrong = _wrong_word(miss.word, self._suggestions.words_like(miss.word, miss.type, step.language))
            own = f"{miss.phrase.place}: {miss.phrase.in_language(step.language).readable}"
            wrong = wrong.at(own) if isinstance(miss.phrase, Composite) else wrong
            others = [] if self._suggestions.is_slip(miss, step.language) else self.nearest(step, miss.phrase)
            return _or_rather(wrong, others)
        nearest = "".join(f"\n  {phrase}" for phrase in self.nearest(step))
        said = f"{keyword(step.kind, step.language)} {step.text}"
        en, ko = f"undefined step: {said}", f"없는 표현입니다: {said}"
        if nearest:
            en, ko = f"{en}\n  The nearest phrases:{nearest}", f"{ko}\n  가장 가까운 표현:{nearest}"
        for phrase in self.unusable:
            en += f"\n  {phrase.place} defines no phrase yet: it has no parameter type {_types(phrase)}"
            ko += (
                f"\n  {phrase.place}의 표현은 아직 쓸 수 없습니다. 매개변수 유형이 없습니다: {_types(phrase)}"
            )
        return Said(en, ko)

    def nearest(self, step: Step, but_for: Phrase | None = None) -> list[str]:
        """The phrases nearest to a step, each as a step to paste."""
        found = self._suggestions.nearest(step.kind, step.text, step.language)
        return [
            f"{keyword(phrase.kind, step.language)} {text}" for phrase, text in found if phrase is not but_for
        ]

    @cached_property
    def unusable(self) -> list[Phrase]:
        """The phrases that match nothing, as a type of their parameters does not exist."""
        return [phrase for phrase in self.vocabulary.phrases if phrase.undefined_types]

    def _odd_blank(self, step: Step) -> Said | None:
        right = with_single_blanks(step.text)
        if right == step.text or not self.matching(step.kind, right):
            return None
        return _blank(step.text, f"{keyword(step.kind, step.language)} {right}")

    def _renamed(self, step: Step) -> Said | None:
        for text in as_called_now(step.text, step.language):
            if self.matching(step.kind, text):
                said = f"{keyword(step.kind, step.language)} {text}"
                return Said(
                    f"this phrase has other words now (CHANGELOG.md): {said}",
                    f"표현이 바뀌었습니다(CHANGELOG.md). 이렇게 쓰세요: {said}",
                )
        return None

    def _of_another_kind(self, step: Step) -> Said | None:
        for kind in get_args(Kind):
            if kind != step.kind and self._said(kind, step.text):
                right, wrong = keyword(kind, step.language), keyword(step.kind, step.language)
                return Said(
                    f"this phrase goes with {right}, and stands here with {wrong}: {right} {step.text}",
                    f"“{wrong}”에는 쓸 수 없는 표현입니다. 이렇게 쓰세요: {right} {step.text}",
                )
        return None


def _of_error(error: HarnessError, row: int = 0) -> Said:
    return Said(error.en, error.ko, row)


def _types(phrase: Phrase) -> str:
    return ", ".join(f"{{{type}}}" for type in phrase.undefined_types)


def _is_of_pytest_bdd(step: Step) -> bool:
    """Whether pytest-bdd knows the step from one of its own decorators, which features may use as well."""
    return any(
        context.type in (None, step.kind)
        and not isinstance(context.parser, Phrase)
        and context.parser.is_matching(step.text)
        for context in step_function_context_registry.values()
    )


def _impossible(phrase: Phrase, step: Step) -> Iterator[Said]:
    """What the types of a phrase's parameters cannot mean."""
    for argument in phrase.found_in(step.text):
        try:
            _ = argument.value
        except HarnessError as error:
            yield _of_error(error)


def _unlikely(step: Step) -> Said | None:
    """What no phrase will ever match, whatever else it says."""
    if found := PLACEHOLDER.search(step.text):
        return Said(
            f"nothing fills in {found[0]} here: only the steps of an outline with examples take their words",
            f"여기서는 {found[0]} 자리에 들어갈 값이 없습니다. 예가 있는 시나리오 개요의 단계에서만 바뀝니다",
        )
    if re.search(r"\s#", step.text):
        return Said(
            f"a comment stands in a line of its own, and not behind a step: {step.text}",
            f"주석은 단계 뒤가 아니라 따로 한 줄에 적습니다: {step.text}",
        )
    if re.search("[“”‘’]", step.text):
        return Said(
            f'quotes are the straight ones, "…": {step.text}',
            f'따옴표는 곧은 것("…")을 씁니다: {step.text}',
        )
    return None


def _wrong_word(word: str, known: str, row: int = 0) -> Said:
    return Said(
        f"“{word}” does not fit here; this step takes: {known}",
        f"{quoted(word, '은')} 여기에 쓸 수 없는 말입니다. 쓸 수 있는 말: {known}",
        row,
    )


def _or_rather(wrong: Said, others: list[str]) -> Said:
    """What is wrong with a word, and the phrases that may be meant instead of the one with that word."""
    if not others:
        return wrong
    steps = "".join(f"\n  {step}" for step in others)
    return Said(
        f"{wrong.en}\n  Or is another phrase meant?{steps}",
        f"{wrong.ko}\n  다른 표현을 쓰려고 했나요?{steps}",
    )


def _blank(text: str, right: str, row: int = 0) -> Said:
    """What stands between words beside single blanks, which hardly anybody sees."""
    found = next(found for found in ODD_BLANK.finditer(text) if found["odd"])
    after = text[: found.start()].split(" ")[-1]
    if "\t" in found["odd"]:
        en, ko = f"there is a tab after “{after}”", f"“{after}” 뒤에 탭이 있습니다"
    else:
        en, ko = f"there are two blanks after “{after}”", f"“{after}” 뒤에 빈칸이 둘 이상 있습니다"
    return Said(f"{en}; write one blank: {right}", f"{ko}. 빈칸 하나로 띄우세요: {right}", row)


def with_single_blanks(text: str) -> str:
    """A text with single blanks between its words, but for what it quotes."""
    return ODD_BLANK.sub(lambda found: " " if found["odd"] else found[0], text)


def _within_itself(step: Step) -> Said:
    return Said(
        f"this step consists of itself: {step.text}", f"자기 자신이 들어 있는 단계입니다: {step.text}"
    )


def _ambiguous(step: Step, phrases: list[Phrase]) -> Said:
    places = "".join(
        f"\n  {phrase.place}: {phrase.in_language(step.language).readable}" for phrase in phrases
    )
    return Said(
        f"this step matches {len(phrases)} phrases: {step.text}{places}",
        f"이 단계에 맞는 표현이 {len(phrases)}개입니다: {step.text}{places}",
    )


# --- what stands below a step ---


# What may stand below a step, by the argument that takes it: how it is told that it may not, or has to.
BELOW = {
    "datatable": (
        Said("this step takes no table", "이 단계에는 표를 쓸 수 없습니다"),
        Said("this step needs a table below it", "이 단계 아래에는 표가 있어야 합니다"),
    ),
    "docstring": (
        Said('this step takes no text in """', '이 단계에는 """ 글을 쓸 수 없습니다'),
        Said('this step needs a text in """ below it', '이 단계 아래에는 """ 글이 있어야 합니다'),
    ),
}


def _misplaced(phrase: Phrase, step: Step) -> Iterator[Said]:
    for argument, (refused, needed) in BELOW.items():
        present = step.table is not None if argument == "datatable" else step.has_text
        if present and argument not in phrase.takes:
            yield refused
        if not present and phrase.takes.get(argument):
            yield needed


def _columns(table: Table, step: Step) -> Iterator[Said]:
    assert step.table
    names, header = table.columns, step.table[0]
    own = [*names.values()] if step.language == "ko" else [*names]
    for column in header:
        if column not in names and column not in names.values():
            listed = ", ".join(own)
            yield Said(
                f"no column “{column}” here; there are: {listed}",
                f"“{column}” 열은 쓸 수 없습니다. 쓸 수 있는 열: {listed}",
            )
        elif header.count(column) > 1:
            yield Said(f"two columns are called “{column}”", f"{quoted(column, '이라는')} 열이 둘입니다")
    for name in table.needed:
        if name not in header and names[name] not in header:
            yield Said(f"the column “{name}” is missing", f"“{names[name]}” 열이 빠졌습니다")
    if len(step.table) == 1:
        yield Said("the table has no row below the names of its columns", "표에 열 이름만 있고 행이 없습니다")


# --- a feature's steps ---


def of_scenarios(document: Document, checker: StepChecker) -> dict[str, list[Finding]]:
    """What keeps each scenario, and each row of examples, from being run: by the names that are run."""
    before = _before(document)
    idle = _idle(document, checker)
    found: dict[str, list[Finding]] = {}
    for scenario in scenarios(document):
        own = [finding for steps in before[scenario.id] for finding in _alone(steps, checker)]
        found |= {row.name: [*own] for row in played(scenario)}
        for name, finding in _of_rows(scenario, before[scenario.id], document.language, checker):
            found[name].append(finding)
        if scenario.id in idle:
            for row in played(scenario):
                found[row.name].append(idle[scenario.id])
    return found


def _idle(document: Document, checker: StepChecker) -> dict[str, Finding]:
    return shows_nothing(document, lambda scenario: checker.checks(scenario, document.language))


def of_file(document: Document, checker: StepChecker, is_whole: bool) -> Iterator[Finding]:
    """What is wrong with a feature's steps; an outline's step is told once if it is wrong in every row.

    Of a file that was not understood as a whole nothing is told that only its missing lines may cause.
    """
    for background, _ in backgrounds(document):
        yield from _alone(steps_of(background.steps, document.language), checker)
    before = _before(document)
    idle = _idle(document, checker) if is_whole else {}
    for scenario in scenarios(document):
        first: dict[int, str] = {}
        for name, finding in _of_rows(scenario, before[scenario.id], document.language, checker, is_whole):
            if first.setdefault(finding.line, name) == name:
                yield finding
        if scenario.id in idle:
            yield idle[scenario.id]


Steps = list[tuple[list[int], Step]]


def _before(document: Document) -> dict[str, list[Steps]]:
    """The steps of the backgrounds that each scenario begins with."""
    before: dict[str, list[Steps]] = defaultdict(list)
    for background, own in backgrounds(document):
        for scenario in own:
            before[scenario.id].append(steps_of(background.steps, document.language))
    return before


def _alone(steps: Steps, checker: StepChecker) -> Iterator[Finding]:
    """What is wrong with the steps of a background."""
    for lines, step in steps:
        yield from (said.on(lines) for said in checker.problems(step))


def _of_rows(
    scenario: Scenario, before: list[Steps], language: str, checker: StepChecker, is_whole: bool = True
) -> Iterator[tuple[str, Finding]]:
    """What is wrong in each row, by its name: in the step's line if all rows are wrong, else in the row's."""
    rows = played(scenario)
    is_outline = scenario.examples or scenario.keyword in keywords("scenarioOutline", language)
    sequences = [checker.sequence() for _ in rows]
    for sequence in sequences:
        for _, step in [step for steps in before for step in steps]:
            checker.lacks(sequence, step)
    if not rows:
        return
    played_steps = [steps_of(row.steps, language) for row in rows]
    values = {value for _, step in played_steps[0] for value in checker.naming(step.text)}
    if is_whole:
        parts = _with_cells([*chain(*before), *played_steps[0]], checker)
        yield from ((rows[0].name, finding) for finding in of_values(parts, checker.vocabulary))
    for steps in zip(*played_steps, strict=True):
        lines, step = steps[0]
        if is_outline and set(PLACEHOLDER.findall(step.text)) - values:
            continue  # no column fills it in, which harness.check.structure tells
        problems = [checker.problems(step) for _, step in steps]
        lacks = [checker.lacks(sequence, step) for sequence, (_, step) in zip(sequences, steps, strict=True)]
        if is_whole:
            problems = [[*own, *lacking] for own, lacking in zip(problems, lacks, strict=True)]
        for row, wrong in zip(rows, problems, strict=True):
            for said in wrong:
                finding = said.on(lines)
                yield row.name, finding if all(problems) else replace(finding, line=row.location.line)


def _with_cells(steps: Steps, checker: StepChecker) -> Iterator[Part]:
    for lines, step in steps:
        for one in checker.played_as(step):
            cells = [cell for row in one.table or () for cell in row]
            yield Part(lines[0], one.kind, one.text, cells, is_written_here=one is step)


def steps_of(steps: list[GherkinStep], language: str) -> Steps:
    """The steps, each with its line and those of its table's rows.

    A first step that goes on with nothing is none (structure tells it).
    """
    found: Steps = []
    kind = None
    for step in steps:
        kind = STEP_TYPE_BY_PARSER_KEYWORD.get(step.keyword_type, kind)
        if kind:
            rows = step.datatable.rows if step.datatable else []
            lines = [step.location.line, *(row.location.line for row in rows)]
            found.append((lines, Step(kind, step.text, cells_of(step), step.docstring is not None, language)))
    return found
