"""How a failure is laid out: labelled sections, no line too long, and never more lines than LINES."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator

from harness.failure.text_width import columns, cut, without_middle

LINES = 21  # pytest adds a heading, the name of the worker and an empty line: under 25
WIDTH = 100  # columns; a Korean letter takes two
LABEL_WIDTH = 11
ROOM = WIDTH - LABEL_WIDTH
# Lines of a section.
MOST = {"expected": 3, "actual": 1, "problem": 6, "where": 1, "python": 1, "audit": 3, "gaps": 2, "replay": 2}
WHOLE = {"evidence", "again"}  # what is to be copied is never cut
WORDS = {
    "en": {
        "scenario": "Scenario",
        "step": "Step",
        "expected": "Expected",
        "actual": "But",
        "problem": "Problem",
        "where": "Where",
        "python": "Python",
        "code": "Error code",
        "seen": "Seen",
        "audit": "Audit log",
        "gaps": "Missing",
        "evidence": "Evidence",
        "replay": "Replay",
        "again": "Again",
        "more": "… {} more lines in {}",
    },
    "ko": {
        "scenario": "시나리오",
        "step": "단계",
        "expected": "기대",
        "actual": "실제",
        "problem": "문제",
        "where": "위치",
        "python": "파이썬",
        "code": "오류 코드",
        "seen": "화면",
        "audit": "감사 로그",
        "gaps": "누락",
        "evidence": "증거",
        "replay": "재현",
        "again": "다시 실행",
        "more": "… 나머지 {}줄은 {}에 있음",
    },
}

Sections = dict[str, list[str]]


def laid_out(sections: Sections, language: str) -> str:
    """The sections under their names in the feature's language.

    The page takes the lines that the others leave; what happened without a page takes them itself.
    """
    words = WORDS[language]
    # What is wrong and what to do about it is one message: its end counts as much as its beginning.
    problem = [piece for line in sections.get("problem", []) for piece in _wrapped(line)]
    sections = {name: problem if name == "problem" else lines for name, lines in sections.items()}
    filling, file = ("seen", "page.txt") if sections.get("seen") else ("problem", "failure.txt")
    shown = {name: lines[: LINES if name == filling else MOST.get(name)] for name, lines in sections.items()}
    room = LINES - sum(len(lines) for name, lines in shown.items() if name != filling)
    if (more := len(sections.get(filling, [])) - room) > 0:
        shown[filling] = [*shown[filling][: room - 1], words["more"].format(more + 1, file)]
    return "\n".join(line for name, lines in shown.items() for line in _section(name, words[name], lines))


def in_a_line(problem: Sections, language: str) -> str:
    """What went wrong, for a list of failures: the first line that there is, and what was there instead."""
    words = WORDS[language]
    expected, actual = (" ".join(problem.get(name, [])[:1]) for name in ("expected", "actual"))
    if expected and actual:
        return f"{words['expected']}: {expected}; {words['actual']}: {actual}"
    return expected or " ".join(problem.get("problem", [])[:1])


def in_a_shell(words: list[str]) -> str:
    """A command as it is typed, quoted for this system's shell."""
    return shlex.join(words) if os.name == "posix" else subprocess.list2cmdline(words)


def _section(name: str, label: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield label + " " * (LABEL_WIDTH - columns(label)) + _fitting(name, line)
        label = ""


def _fitting(name: str, line: str) -> str:
    """The line without breaks, and without what goes beyond the terminal's width."""
    if name in WHOLE:
        return line
    line = " " * (len(line) - len(line.lstrip(" "))) + " ".join(line.split())
    # What a locator is about stands at its end.
    return without_middle(line, ROOM) if name == "where" else cut(line, ROOM)


def _wrapped(line: str) -> Iterator[str]:
    """The line in pieces that fit; what follows the first is indented as the line is."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    piece = indent
    for word in line.split():
        longer = f"{piece} {word}" if piece.strip() else piece + word
        if piece.strip() and columns(longer) > ROOM:
            yield piece
            longer = indent + word
        piece = longer
    yield piece
