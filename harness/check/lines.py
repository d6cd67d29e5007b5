"""The lines of a feature file, and where each stands, though the file may be broken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gherkin.gherkin_line import GherkinLine

from harness.check.finding import Finding
from harness.check.keywords import title_kind

QUOTES = ('"""', "```")


@dataclass(frozen=True)
class Mistake:
    """A finding, and the lines to put in the place of those that cause it."""

    finding: Finding
    mended: dict[int, str]
    changes_below: bool = False  # what other lines are, though they stay as they stand


def gone(numbers: Iterable[int]) -> dict[int, str]:
    """The mending of lines that are best left out."""
    return dict.fromkeys(numbers, "")


def unread(number: int) -> str:
    """What stands in each cell of a row that could not be read: nothing is told of it but that."""
    return f"<…{number}>"


UNREAD = re.compile(r"<…\d+>")


class Lines:
    """Lines by their numbers, in the language of their keywords."""

    def __init__(self, texts: list[str], language: str) -> None:
        self.texts = texts
        self.language = language

    def __getitem__(self, number: int) -> str:
        return self.texts[number - 1]

    def __len__(self) -> int:
        return len(self.texts)

    def mend(self, mistake: Mistake) -> None:
        """Go on as if the mistake had not been made."""
        for number, text in mistake.mended.items():
            self.texts[number - 1] = text

    def until_end(self, number: int) -> range:
        """The lines from one on."""
        return range(number, len(self) + 1)

    def title(self, number: int) -> str | None:
        """What a line begins, if it begins with a keyword and a colon."""
        return title_kind(self[number], self.language)

    def begun(self, number: int) -> bool:
        """Whether the feature has begun above a line."""
        return any(self.title(above) == "feature" for above in range(1, number))

    def title_above(self, number: int) -> int:
        """The line of the title that a line stands under."""
        return next((above for above in range(number - 1, 0, -1) if self.title(above)), 1)

    def under(self, number: int) -> str | None:
        """What kind of title a line stands under."""
        return self.title(self.title_above(number))

    def tags_above(self, number: int) -> int | None:
        """The first line of the tags right above a line."""
        tags = None
        for above in range(number - 1, 0, -1):
            line = self[above].strip()
            if line.startswith("@"):
                tags = above
            elif line and not line.startswith("#"):
                break
        return tags

    def block(self, number: int) -> range:
        """A line and what belongs to it: all until the next title or its tags."""
        ends = (
            below
            for below in range(number + 1, len(self) + 1)
            if self.title(below) or self[below].lstrip().startswith("@")
        )
        return range(number, next(ends, len(self) + 1))

    def table(self, number: int) -> range:
        """The rows of a table, from one of them on."""
        rows = self.until_end(number)
        return range(number, next((row for row in rows if not self[row].lstrip().startswith("|")), rows.stop))

    def first_row(self, number: int) -> int:
        """The first row of the table that a row belongs to."""
        while number > 1 and self[number - 1].lstrip().startswith(("|", "#")):
            number -= 1
        return number

    def cells(self, number: int) -> int:
        """How many cells a row has."""
        return len(GherkinLine(self[number], number).table_cells)

    def open_text(self) -> int | None:
        """The line that begins a text which does not end."""
        opened: tuple[int, str] | None = None
        for number in range(1, len(self) + 1):
            mark = self[number].strip()[:3]
            if not opened and mark in QUOTES:
                opened = number, mark
            elif opened and mark == opened[1]:
                opened = None
        return opened[0] if opened else None
