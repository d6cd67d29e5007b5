"""Mistakes in a file, as its author sees them: Gherkin tells what it expected, and not what was meant."""

from __future__ import annotations

from collections.abc import Callable

from harness.check import misplaced
from harness.check.finding import Finding
from harness.check.keywords import (
    LANGUAGES,
    STEPS,
    TITLE_LIKE,
    TITLES,
    keyword,
    keywords,
    other,
    step_kind,
    step_meant,
    title_meant,
)
from harness.check.lines import QUOTES, Lines, Mistake
from harness.language.gherkin import Parsed
from harness.language.korean import quoted

SCENARIO = ("scenario", "scenarioOutline", "background")


class Mistakes:
    """Finds mistakes in lines and mends them; `is_step` says whether some phrase reads like a text."""

    def __init__(self, lines: Lines, is_step: Callable[[str], bool]) -> None:
        self.lines = lines
        self.is_step = is_step

    def mend(self, parsed: Parsed) -> list[Finding]:
        """The first mistakes in the order of lines, and mend them.

        A mistake that goes beyond its own line is the last: what comes after it has to be read again.
        """
        found: list[Finding] = []
        errors = {error.location["line"]: str(error) for error in reversed(parsed.errors)}
        for number in sorted({*errors, *parsed.prose}):
            mistake = self._swallowed(number) if number in parsed.prose else None
            if not mistake and number in errors:
                mistake = self._refused(number, errors[number])
            is_local = mistake is not None and set(mistake.mended) == {number} and not mistake.changes_below
            if mistake and (is_local or not found):
                found.append(mistake.finding)
                self.lines.mend(mistake)
            if mistake and not is_local:
                break
        return found

    # --- what Gherkin takes for a description, and says nothing ---

    def _swallowed(self, number: int) -> Mistake | None:
        line = self.lines[number].strip()
        if mistake := self._title(number) or misplaced.wide_tag(self.lines, number):
            return mistake
        if self.lines.under(number) not in SCENARIO:
            return misplaced.step(self.lines, number) if self._is_lost_step(number) else None
        if line.startswith("|"):
            return misplaced.table(self.lines, number)
        if line.startswith(QUOTES):
            return misplaced.text(self.lines, number)
        return self._swallowed_step(number)

    def _is_lost_step(self, number: int) -> bool:
        """Whether a line of a feature's description is a step: a phrase says it, or a title stands above."""
        line = self.lines[number].strip()
        if not step_kind(line, self.lines.language):
            return False
        return self.is_step(line.partition(" ")[2]) or bool(misplaced.without_colon(self.lines, number - 1))

    def _swallowed_step(self, number: int) -> Mistake | None:
        line = self.lines[number].strip()
        if step_kind(line, self.lines.language):
            return None  # understood as soon as what stands above it is
        bare = line.lstrip("-•* ")
        first, _, rest = bare.partition(" ")
        kind = step_meant(first.rstrip(":："))
        # A description may well go on with "when" in small letters; it fills nothing in, though.
        told = first[:1].isupper() or not first.isascii() or "<" in rest or self.is_step(rest.strip())
        if kind and told:
            return self._step(number, kind)
        return self._no_keyword(number) if self.is_step(bare) else None

    # --- what Gherkin refuses ---

    def _refused(self, number: int, error: str) -> Mistake:
        if "unexpected end of file" in error:
            return misplaced.end(self.lines)
        if mistake := misplaced.wide_tag(self.lines, number):
            return mistake
        if "whitespace" in error:
            return misplaced.spaced_tag(self.lines, number)
        if "cell count" in error:
            return misplaced.uneven(self.lines, number)
        line, kind = self.lines[number].strip(), self.lines.title(number)
        if kind != "feature" and not self.lines.begun(number):
            slip = None if kind else self._title(number) or misplaced.without_colon(self.lines, number)
            return slip or misplaced.headless(self.lines, number)
        if kind:
            return misplaced.title(self.lines, number, kind)
        if step_kind(line, self.lines.language):
            return misplaced.step(self.lines, number)
        if line.startswith("|"):
            return misplaced.table(self.lines, number)
        if line.startswith(QUOTES):
            return misplaced.text(self.lines, number)
        return self._no_line(number)

    def _no_line(self, number: int) -> Mistake:
        """A line that begins with no keyword of its language."""
        line = self.lines[number].strip()
        first = line.lstrip("-•* ").partition(" ")[0]
        if mistake := self._title(number) or misplaced.without_colon(self.lines, number):
            return mistake
        if kind := step_meant(first.rstrip(":：")):
            return self._step(number, kind)
        return (
            self._unspaced(number)
            or self._bare_row(number)
            or self._bare_tag(number)
            or self._no_keyword(number)
        )

    # --- words that are hardly keywords ---

    def _title(self, number: int) -> Mistake | None:
        """A title whose keyword is misspelt, or of the other language, or has a wide colon."""
        found = TITLE_LIKE.match(self.lines[number])
        kind = title_meant(found["word"]) if found else None
        if not found or not kind:
            return None
        right = keyword(kind, self.lines.language)
        mended = {number: f"{right}: {found['rest']}"}
        if found["word"] in keywords(kind, self.lines.language):
            return Mistake(misplaced.colon(number, right), mended)
        return Mistake(self._wrong_word(number, found["word"], f"{right}:"), mended)

    def _step(self, number: int, kind: str) -> Mistake:
        """A step whose keyword is misspelt, or of the other language, or has something about it."""
        line = self.lines[number].strip()
        first, _, rest = line.lstrip("-•* ").partition(" ")
        right = keyword(kind, self.lines.language)
        mended = {number: f"{right} {rest}"}
        if not rest:
            finding = Finding(
                number,
                f"“{first}” stands alone: write in the same line what is given, done or expected",
                f"“{first}” 뒤에 내용이 없습니다. 같은 줄에 이어서 적으세요",
            )
            return Mistake(finding, {number: ""})
        if first == right:
            finding = Finding(
                number,
                f"a step begins with its keyword, and not with “{line[0]}”: {right} {rest}",
                f"단계는 “{line[0]}” 없이 키워드로 시작합니다: {right} {rest}",
            )
            return Mistake(finding, mended)
        if first.rstrip(":：") == right:
            finding = Finding(
                number,
                f"no colon after “{right}”: only titles such as “Scenario:” take one",
                f"“{right}” 뒤에는 콜론을 쓰지 않습니다. “시나리오:” 같은 제목에만 씁니다",
            )
            return Mistake(finding, mended)
        return Mistake(self._wrong_word(number, first, right), mended)

    def _wrong_word(self, number: int, word: str, right: str) -> Finding:
        language = other(self.lines.language)
        if any(word in keywords(kind, language) for kind in (*TITLES, *STEPS)):
            return Finding(
                number,
                f"“{word}” is a Korean keyword in an English file: write “{right}”",
                f"{quoted(word, '은')} 영어 키워드입니다. 한국어로 {quoted(right, '이라고')} 적으세요",
            )
        return Finding(
            number,
            f"“{word}” is no keyword: did you mean “{right}”?",
            f"{quoted(word, '은')} 키워드가 아닙니다. {quoted(right, '이라고')} 쓰려고 했나요?",
        )

    # --- lines without a keyword ---

    def _unspaced(self, number: int) -> Mistake | None:
        line = self.lines[number].strip()
        for kind in STEPS:
            right = keyword(kind, self.lines.language)
            if line.startswith(right):
                spaced = f"{right} {line.removeprefix(right)}"
                finding = Finding(
                    number,
                    f"a blank is missing after “{right}”: {spaced}",
                    f"“{right}” 뒤를 띄어 써야 합니다: {spaced}",
                )
                return Mistake(finding, {number: spaced})
        return None

    def _bare_row(self, number: int) -> Mistake | None:
        line = self.lines[number].strip()
        if "|" not in line:
            return None
        finding = Finding(
            number,
            f"a row of a table begins and ends with “|”: {line}",
            f"표의 행은 “|”로 시작하고 “|”로 끝납니다: {line}",
        )
        return Mistake(finding, {number: ""})

    def _bare_tag(self, number: int) -> Mistake | None:
        """A single word right above a scenario."""
        line = self.lines[number].strip()
        below = next((text for text in self.lines.until_end(number + 1) if self.lines[text].strip()), None)
        if " " in line or not below or self.lines.title(below) not in ("scenario", "scenarioOutline"):
            return None
        finding = Finding(
            number,
            f"this line begins with no keyword; if it is a tag, write: @{line}",
            f"키워드로 시작하지 않는 줄입니다. 태그라면 이렇게 적으세요: @{line}",
        )
        return Mistake(finding, {number: ""})

    def _no_keyword(self, number: int) -> Mistake:
        line = self.lines[number].strip()
        en, ko = (", ".join(keyword(kind, language) for kind in STEPS) for language in LANGUAGES)
        finding = Finding(
            number,
            f"this line begins with no keyword: {line}\n  A step begins with one of: {en}.",
            f"키워드로 시작하지 않는 줄입니다: {line}\n  단계를 시작하는 말: {ko}.",
        )
        return Mistake(finding, {number: ""})
