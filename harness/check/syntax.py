"""Read a feature file that may be broken Gherkin, and say what is broken in words that its author uses.

Gherkin stops making sense of a file at its first mistake, or takes the mistake for a description and says
nothing. So a mistake is told and mended here, as its author would mend it, and the file is read again:
each mistake is told once, and what follows it is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Scenario

from harness.check import misplaced
from harness.check.finding import Finding
from harness.check.invisible import invisible
from harness.check.keywords import LANGUAGES, other, title_kind
from harness.check.lines import Lines, Mistake
from harness.check.mistakes import Mistakes
from harness.language.gherkin import parse
from harness.language.korean import quoted
from harness.language.text_file import NOT_UTF8, line_at

HEADER = re.compile(r"\s*#\s*language\s*:\s*(?P<code>\S+)\s*$")

# The letters that make up syllables where Hangul is decomposed.
JAMO = re.compile("[\u1100-\u115e\u1161-\u11ff]")


@dataclass
class Reading:
    """A feature file as far as it can be understood, in the language that it is written in."""

    language: str
    document: Document | None = None
    phrases: list[Scenario] = field(default_factory=list)  # those that it defines, taken out of the document
    findings: list[Finding] = field(default_factory=list)
    media: dict[int, str] = field(default_factory=dict)  # the media types of texts, by their first lines


def read(path: Path, is_step: Callable[[str], bool]) -> Reading:
    """What is in a feature file; `is_step` says whether some phrase reads like a text."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")  # Windows editors begin a file with a byte order mark
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    decomposed = next((number for number, line in enumerate(texts, 1) if JAMO.search(line)), None)
    texts = [normalize("NFC", line) for line in texts] if decomposed else texts
    unseen = {number: found for number, text in enumerate(texts, 1) if (found := invisible(number, text))}
    texts = [unseen[number][1] if number in unseen else text for number, text in enumerate(texts, 1)]
    lines = Lines(texts, _language(texts))
    reading = Reading(lines.language, findings=[finding for finding, _ in unseen.values()])
    if decomposed:
        reading.findings.append(_decomposed(decomposed))
    if wrong := _wrong_header(texts, lines.language):
        reading.findings.append(wrong.finding)
        lines.mend(wrong)
    _read(lines, reading, is_step)
    return reading


def _read(lines: Lines, reading: Reading, is_step: Callable[[str], bool]) -> None:
    mistakes = Mistakes(lines, is_step)
    parsed = parse(lines.texts, lines.language)
    for _ in lines.texts:  # a mistake a line is the most that there can be
        if not (found := mistakes.mend(parsed)):
            break
        reading.findings += found
        parsed = parse(lines.texts, lines.language)
    reading.document, reading.media = parsed.document, parsed.media
    reading.findings += [
        misplaced.open_row(number) for number in parsed.rows if not lines[number].rstrip().endswith("|")
    ]
    if not parsed.document and not reading.findings:
        reading.findings.append(misplaced.nothing())


def _decomposed(line: int) -> Finding:
    return Finding(
        line,
        "the Hangul of this file is decomposed into letters (Unicode's NFD), as some tools of macOS write it:"
        " save the file in the form NFC",
        "한글 자모가 분리되어(NFD, 풀어쓰기) 저장된 파일입니다. macOS의 일부 도구가 이렇게 저장합니다."
        " 자모를 모아 쓴 NFC 형식으로 다시 저장하세요",
    )


def _not_utf8(data: bytes, start: int) -> Reading:
    # The header is readable in every encoding that Korean editors write.
    korean = re.search(rb"language\s*:\s*ko", data.replace(b"\0", b""))
    finding = Finding(
        line_at(data, start),
        *NOT_UTF8,
    )
    return Reading("ko" if korean else "en", findings=[finding])


def _header(texts: list[str]) -> tuple[int, str] | None:
    """The line that names the language, where Gherkin looks for it, and the name."""
    for number, text in enumerate(texts, 1):
        if found := HEADER.match(text):
            return number, found["code"]
        if text.strip() and not text.lstrip().startswith("#"):
            return None
    return None


def _language(texts: list[str]) -> str:
    """The language that a file is written in, whatever its header says."""
    header = _header(texts)
    said = header[1] if header and header[1] in LANGUAGES else "en"
    if any(title_kind(text, said) for text in texts) or not any(
        title_kind(text, other(said)) for text in texts
    ):
        return said
    return other(said)


def _wrong_header(texts: list[str], language: str) -> Mistake | None:
    line, code = _header(texts) or (1, None)
    right = f"# language: {language}"
    if code == language or (code is None and language == "en"):
        return None
    if code is None:
        finding = Finding(
            line,
            f"the keywords are Korean: write “{right}” in the first line",
            f"키워드가 한국어입니다. 첫 줄에 “{right}”라고 적으세요",
        )
        return Mistake(finding, {})
    if code in LANGUAGES:
        finding = Finding(
            line,
            f"the keywords are English, and this line says “{code}”: write “{right}”",
            f"키워드는 한국어인데 여기에는 {quoted(code, '이라고')} 적혀 있습니다. “{right}”라고 적으세요",
        )
        return Mistake(finding, {line: right})
    finding = Finding(
        line,
        f"there is no language “{code}” here: write “# language: en” or “# language: ko”",
        f"{quoted(code, '이라는')} 언어는 쓸 수 없습니다. “# language: ko”나 “# language: en”이라고 적으세요",
    )
    # Some languages have “Scenario” in common: it is the first line's keyword that tells.
    first = next((text for text in texts if text.strip() and text.lstrip()[0] not in "#@"), "")
    understood = bool(title_kind(first, language))
    return Mistake(finding, {line: right} if understood else dict.fromkeys(range(1, len(texts) + 1), ""))
