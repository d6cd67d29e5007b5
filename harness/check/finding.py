"""One thing wrong, in both languages: a feature's author is answered in the feature's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harness.errors import InBothLanguages


@dataclass(frozen=True, order=True)
class Finding(InBothLanguages):
    """Something wrong in a line of a file; what follows the message's first line is indented."""

    line: int
    en: str
    ko: str
    can_be_played: bool = False  # all the same

    def line_in(self, file: str, language: str) -> str:
        """The finding for people, with its place."""
        return f"{file}:{self.line}: {self.in_language(language)}"


@dataclass(frozen=True)
class Said:
    """A message in both languages, about the step itself or about a row of its table, counted from 1."""

    en: str
    ko: str
    row: int = 0

    def at(self, place: str) -> Said:
        """The same of a step that consists of others, one of which, at that place, is what is wrong."""
        en, ko = (
            "\n".join([first, f"  {place}", *rest])
            for first, *rest in (self.en.split("\n"), self.ko.split("\n"))
        )
        return Said(en, ko)

    def on(self, lines: Sequence[int]) -> Finding:
        """The same of a step that stands, with the rows of its table, in these lines."""
        return Finding(lines[self.row], self.en, self.ko)


def listed(findings: list[Finding], file: str, language: str) -> str:
    """All of a file's findings, in the order of its lines."""
    return "\n".join(finding.line_in(file, language) for finding in sorted(set(findings)))
