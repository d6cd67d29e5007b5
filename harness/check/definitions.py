"""What is wrong with the phrases that a feature defines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pytest_bdd.gherkin_parser import Scenario

from harness.check.finding import Finding
from harness.check.keywords import STEPS, keywords
from harness.check.likeness import likest
from harness.check.steps import StepChecker, steps_of
from harness.check.structure import first_step, placeholders
from harness.check.syntax import Reading
from harness.language.composite import PARAMETER, TABLE, TEXT, Composite, cells_of, is_stand_in
from harness.language.gherkin import PHRASE_TAGS
from harness.language.korean import quoted
from harness.language.vocabulary import Phrase


def definitions(path: Path, reading: Reading, checker: StepChecker) -> Iterator[Finding]:
    """What is wrong with the phrases that a file defines, whatever they consist of."""
    for scenario, composite in _defined(path, reading, checker):
        yield from _scenario(scenario, reading)
        if composite:
            yield from _title(composite)
            yield from _parameters(composite, reading, checker)
            yield from _alike(composite, checker)
        elif scenario.name and not reading.findings:
            yield Finding(
                scenario.location.line,
                "a phrase is known from files below features/ only: move this one there",
                "표현은 features/ 아래의 파일에 있어야 쓸 수 있습니다. 그리로 옮기세요",
            )


def parts(path: Path, reading: Reading, checker: StepChecker) -> Iterator[Finding]:
    """What is wrong with the steps of these phrases: it keeps scenarios from being run that say them."""
    for _, composite in _defined(path, reading, checker):
        if composite:
            yield from _parts(composite, checker)


def _defined(
    path: Path, reading: Reading, checker: StepChecker
) -> Iterator[tuple[Scenario, Composite | None]]:
    known = {one.line: one for one in checker.vocabulary.composites if one.file == path.resolve()}
    yield from ((scenario, known.get(scenario.location.line)) for scenario in reading.phrases)


def _scenario(scenario: Scenario, reading: Reading) -> Iterator[Finding]:
    line, name = scenario.location.line, scenario.name
    if not name:
        yield Finding(line, "the phrase has no title", "표현에 제목이 없습니다")
    if not scenario.steps:
        yield Finding(line, f"the phrase consists of no steps: {name}", f"표현에 단계가 없습니다: {name}")
    else:
        yield from first_step(scenario, reading.language)
    for tag in scenario.tags:
        if tag.name.removeprefix("@") not in PHRASE_TAGS:
            yield Finding(
                tag.location.line,
                f"{tag.name} says nothing of a phrase: tag the scenarios that use it",
                f"{tag.name} 태그는 표현에 붙여도 뜻이 없습니다. 이 표현을 쓰는 시나리오에 붙이세요",
            )
    for examples in scenario.examples:
        yield Finding(
            examples.location.line,
            "a phrase has no examples: its words come from the steps that say it",
            "표현에는 예를 쓰지 않습니다. 값은 이 표현을 쓰는 단계에서 옵니다",
        )


def _title(composite: Composite) -> Iterator[Finding]:
    line, title = composite.line, composite.scenario.name
    first, _, rest = title.partition(" ")
    if rest and any(first in keywords(kind, composite.language) for kind in STEPS):
        yield Finding(
            line,
            f"a phrase is written without “{first}”: its kind is that of its first step",
            f"표현에는 {quoted(first, '을')} 쓰지 않습니다. 표현의 종류는 첫 단계와 같습니다",
        )
    if "{" in title or "}" in title:
        yield Finding(
            line,
            f"parameters stand in <…> here, not in braces: {title}",
            f"여기서는 값이 들어갈 자리를 중괄호가 아니라 <…>로 적습니다: {title}",
        )
    elif not composite.expression.is_readable:
        yield Finding(
            line,
            f"this cannot be read as a phrase: {title}\n"
            "  a/b is a choice, what stands in (…) may be left out; write \\/ or \\( for an ordinary one.",
            f"표현으로 읽을 수 없는 제목입니다: {title}\n"
            "  가/나는 둘 중 하나, (…) 안은 빼도 되는 글입니다. 글자 그대로 쓰려면 앞에 \\를 붙이세요.",
        )
    for found in PARAMETER.finditer(title):
        if found["type"] is not None and composite.expression.type_of(found["name"]) != found["type"]:
            right = f"<{found['name']}:{likest(found['type'], composite.expression.all_types)}>"
            yield Finding(
                line,
                f"there is no type “{found['type']}”; the nearest is: {right}",
                f"{quoted(found['type'], '이라는')} 유형은 없습니다. 가장 가까운 유형: {right}",
            )


def _parameters(composite: Composite, reading: Reading, checker: StepChecker) -> Iterator[Finding]:
    """Words of the title that no step uses, and those of steps that the title does not give."""
    names = composite.expression.names
    line = composite.line
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Finding(line, f"two parameters are called <{name}>", f"<{name}> 자리가 둘입니다")
    used = [(name, at) for name, at in placeholders(composite.scenario, reading.media) if at != line]
    for name in names:
        if name not in [one for one, _ in used]:
            yield Finding(
                line,
                f"no step uses <{name}>: write it where its words belong, or leave it out",
                f"<{name}> 값을 쓰는 단계가 없습니다. 값이 들어갈 자리에 적거나 제목에서 빼세요",
            )
    given = {*names, *(value for step in composite.steps for value in checker.naming(step.text))}
    below = _below(composite)
    for name, at in used:
        if name not in given and (name, at) not in below:
            told = ", ".join(f"<{one}>" for one in names)
            yield Finding(
                at,
                f"the phrase's title has no <{name}>" + (f"; it has: {told}" if told else ""),
                f"표현의 제목에 <{name}> 자리가 없습니다" + (f". 제목에 있는 자리: {told}" if told else ""),
            )


def _below(composite: Composite) -> set[tuple[str, int]]:
    """Where what stands below a use goes."""
    found: set[tuple[str, int]] = set()
    for step in composite.steps:
        names = TABLE if is_stand_in(cells_of(step)) else TEXT if step.docstring else ()
        found |= {(name, step.location.line) for name in names}
    return found


def _alike(composite: Composite, checker: StepChecker) -> Iterator[Finding]:
    """Another phrase that says the same."""
    title = composite.expression.title
    for other in checker.meant(composite.kind, PARAMETER.sub(r"<\g<name>>", title)):
        if other is composite or (_is_later(other, composite) and _says_the_same(other, composite)):
            continue
        if _says_the_same(other, composite):
            yield Finding(
                composite.line,
                f"this phrase is there already, at {other.place}: {title}",
                f"이미 있는 표현입니다({other.place}): {title}",
            )
        else:
            said = other.in_language(composite.language).readable
            yield Finding(
                composite.line,
                f"a step that says this says another phrase too: {title}\n  {other.place}: {said}",
                f"다른 표현과 구별되지 않는 표현입니다: {title}\n  {other.place}: {said}",
            )


def _says_the_same(other: Phrase, composite: Composite) -> bool:
    return isinstance(other, Composite) and other.expression.source == composite.expression.source


def _is_later(other: Phrase, composite: Composite) -> bool:
    return (other.file, other.line) > (composite.file, composite.line)


def _parts(composite: Composite, checker: StepChecker) -> Iterator[Finding]:
    for lines, step in steps_of(composite.steps, composite.language):
        if circle := _circle(composite, checker.parts(step), checker):
            told = " → ".join(one.expression.title for one in [composite, *circle])
            yield Finding(
                lines[0],
                f"this phrase consists of itself: {told}",
                f"자기 자신이 들어 있는 표현입니다: {told}",
            )
            continue
        yield from (said.on(lines) for said in checker.problems_of_part(step))


def _circle(
    composite: Composite, parts: list[Composite], checker: StepChecker, seen: tuple[Composite, ...] = ()
) -> list[Composite]:
    """The phrases by which one of these parts leads back to a composite, the last of them; else none."""
    for part in [part for part in parts if part not in seen]:
        if part is composite:
            return [part]
        inner = [one for _, step in steps_of(part.steps, part.language) for one in checker.parts(step)]
        if found := _circle(composite, inner, checker, (*seen, part)):
            return [part, *found]
    return []
