"""Lines that are good Gherkin by themselves, and stand where they cannot."""

from __future__ import annotations

import re

from harness.check.finding import Finding
from harness.check.keywords import TITLES, keyword, keywords, other
from harness.check.lines import Lines, Mistake, gone, unread
from harness.language.korean import quoted


def end(lines: Lines) -> Mistake:
    """The file ends within a text, or after tags, or before it has begun."""
    if opened := lines.open_text():
        mark = lines[opened].strip()[:3]
        finding = Finding(
            opened,
            f"the text that begins here has no end: close it with {mark}",
            f"여기서 시작한 글이 끝나지 않습니다. {mark} 줄로 닫으세요",
        )
        last = len(lines)
        return Mistake(finding, gone(lines.until_end(opened)) if lines[last].strip() else {last: mark})
    if tags := lines.tags_above(len(lines) + 1):
        finding = Finding(
            tags,
            "nothing follows these tags: they belong right above a scenario",
            "이 태그 뒤에 아무것도 없습니다. 태그는 시나리오 바로 위에 적습니다",
        )
        return Mistake(finding, gone(lines.until_end(tags)))
    return Mistake(nothing(), gone(lines.until_end(1)))


def nothing() -> Finding:
    """A file without a feature."""
    return Finding(
        1,
        "there is no feature in this file: begin it with “Feature: ” and a name",
        "이 파일에는 기능이 없습니다. “기능: ”과 이름으로 시작하세요",
    )


def headless(lines: Lines, number: int) -> Mistake:
    """Something stands where the feature should begin; what follows makes no sense without."""
    line = lines[number].strip()
    finding = Finding(
        number,
        f"a file begins with “Feature: ” and a name, and not with: {line}",
        f"파일은 “기능: ”과 이름으로 시작합니다. 이 줄로는 시작할 수 없습니다: {line}",
    )
    if any(lines.title(below) == "feature" for below in lines.until_end(number)):
        return Mistake(finding, {number: ""})
    begun = f"{keyword('feature', lines.language)}: {line}"
    if not lines.title(number) and not line.startswith("@"):
        return Mistake(finding, {number: begun}, changes_below=True)
    # Only a line above can begin the feature that this one belongs to.
    above = number - 1
    return Mistake(finding, {above: begun, number: lines[number]} if above else gone(lines.until_end(1)))


def title(lines: Lines, number: int, kind: str) -> Mistake:
    """A title where none of its kind can stand."""
    right = keyword(kind, lines.language)
    if kind == "feature":
        finding = Finding(
            number,
            "a file holds one feature: put this one into a file of its own",
            "파일 하나에는 기능을 하나만 적습니다. 이 기능은 다른 파일로 옮기세요",
        )
        return Mistake(finding, {number: ""})
    if tags := lines.tags_above(number):
        finding = Finding(
            tags,
            f"tags belong to scenarios, and not to “{right}:”",
            f"태그는 시나리오에 붙입니다. “{right}:”에는 붙일 수 없습니다",
        )
        return Mistake(finding, gone(range(tags, number)))
    if kind == "background":
        finding = Finding(
            number,
            f"“{right}:” stands once, before the first scenario",
            f"{quoted(f'{right}:', '은')} 첫 시나리오 앞에 한 번만 적습니다",
        )
    else:
        finding = Finding(
            number,
            f"“{right}:” belongs to a scenario outline, after its steps",
            f"{quoted(f'{right}:', '은')} 시나리오 개요의 단계들 다음에 적습니다",
        )
    return Mistake(finding, gone(lines.block(number)))


def step(lines: Lines, number: int) -> Mistake:
    """A step outside of a scenario."""
    if tags := lines.tags_above(number):
        finding = Finding(
            tags,
            "tags belong to scenarios, and not to steps",
            "태그는 시나리오에 붙입니다. 단계에는 붙일 수 없습니다",
        )
        return Mistake(finding, gone(range(tags, number)))
    for above in range(lines.title_above(number) + 1, number):
        if mistake := without_colon(lines, above):
            return mistake
    if lines.under(number) == "examples":
        finding = Finding(
            number,
            "steps stand before the examples, not after them",
            "단계는 예 앞에 적습니다. 예 다음에는 올 수 없습니다",
        )
    else:
        finding = Finding(
            number,
            "this step belongs to no scenario: write “Scenario: ” and a name above it",
            "이 단계는 어느 시나리오에도 속하지 않습니다. 위에 “시나리오: ”와 이름을 적으세요",
        )
    return Mistake(finding, gone(lines.block(number)))


def without_colon(lines: Lines, number: int) -> Mistake | None:
    """A title that lacks its colon: `Scenario One`."""
    line = lines[number].strip()
    for language in (lines.language, other(lines.language)):
        for kind in TITLES:
            for word in keywords(kind, language):
                if line == word or line.startswith(f"{word} "):
                    right = keyword(kind, lines.language)
                    mended = f"{right}: {line.removeprefix(word).strip()}"
                    return Mistake(colon(number, right), {number: mended})
    return None


def colon(number: int, right: str) -> Finding:
    """A title without a colon, or with the wide one of Korean and Chinese keyboards."""
    return Finding(
        number,
        f"the colon is missing, or is not the usual one: write “{right}:”",
        f"콜론이 없거나 보통 콜론(:)이 아닙니다. {quoted(f'{right}:', '이라고')} 적으세요",
    )


def table(lines: Lines, number: int) -> Mistake:
    """Rows that stand below nothing that takes a table."""
    above = lines.title_above(number)
    if re.fullmatch(r"\s*Example\s*:\s*", lines[above]):
        finding = Finding(
            above,
            "“Example:” begins a scenario: the table of an outline begins with “Examples:”",
            "“Example:”은 시나리오를 시작합니다. 시나리오 개요의 표는 “Examples:”로 시작합니다",
        )
        return Mistake(finding, {above: "Examples:"})
    finding = Finding(
        number,
        "this table belongs to nothing: it stands below a step or below “Examples:”",
        "이 표는 어디에도 속하지 않습니다. 표는 단계나 “예:” 바로 아래에 적습니다",
    )
    return Mistake(finding, gone(lines.table(number)))


def text(lines: Lines, number: int) -> Mistake:
    """A text in triple quotes that stands below no step."""
    mark = lines[number].strip()[:3]
    last = next((line for line in lines.until_end(number + 1) if lines[line].strip() == mark), number)
    finding = Finding(
        number,
        f"this text belongs to no step: {mark} stands right below a step, and once",
        f"이 글은 어느 단계에도 속하지 않습니다. {mark} 글은 단계 바로 아래에 한 번만 적습니다",
    )
    return Mistake(finding, gone(range(number, last + 1)))


def uneven(lines: Lines, number: int) -> Mistake:
    """A row with more or fewer cells than the first one."""
    if not lines[number].rstrip().endswith("|"):
        return Mistake(open_row(number), {number: f"{lines[number].rstrip()} |"})
    cells, wanted = lines.cells(number), lines.cells(lines.first_row(number))
    finding = Finding(
        number,
        f"every row of a table has as many cells as its first: {wanted}, and not {cells}",
        f"표의 행은 칸 수가 같아야 합니다. 첫 행은 {wanted}칸, 이 행은 {cells}칸입니다",
    )
    return Mistake(finding, {number: "|" + f" {unread(number)} |" * wanted})


def open_row(number: int) -> Finding:
    """A row whose last cell is not closed: Gherkin drops it in silence."""
    return Finding(
        number,
        "a row ends with “|”: what stands after the last one here would be lost",
        "표의 행은 “|”로 끝납니다. 마지막 “|” 뒤의 내용은 읽히지 않습니다",
    )


def wide_tag(lines: Lines, number: int) -> Mistake | None:
    """Tags with the wide sign of Korean and Chinese keyboards."""
    line = lines[number].strip()
    right = line.replace("＠", "@")
    if line == right or not re.fullmatch(r"(?:@\S+\s*)+", right):
        return None
    finding = Finding(
        number,
        f"a tag begins with the usual @, and not with a wide ＠: write {right}",
        f"태그는 전각 ＠이 아니라 보통 @로 시작합니다. 이렇게 적으세요: {right}",
    )
    return Mistake(finding, {number: right})


def spaced_tag(lines: Lines, number: int) -> Mistake:
    """A tag of two words."""
    line = lines[number].strip()
    finding = Finding(
        number,
        f"a tag is one word: {line}\n  Several stand in one line as “@one @two”.",
        f"태그 안에서는 띄어 쓰지 않습니다: {line}\n  여러 개는 “@하나 @둘”처럼 적습니다.",
    )
    return Mistake(finding, {number: ""})
