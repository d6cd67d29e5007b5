"""All that is wrong with one feature file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from harness.check.finding import Finding
from harness.check.stars import settle
from harness.check.steps import StepChecker, of_file
from harness.check.structure import empty, structure
from harness.check.syntax import Reading, read


def check_structure(path: Path, checker: StepChecker, known_tags: Sequence[str]) -> Reading:
    """Read a file; the reading's findings are what keeps all of it from being run."""
    reading = read(path, checker.says)
    if reading.document:
        settle(reading.document, checker.kinds)
        if not reading.findings:  # else its scenarios may be there, and not be readable
            reading.findings += empty(reading.document)
        reading.findings += structure(reading.document, known_tags, reading.media, checker.naming)
    return reading


def check_steps(reading: Reading, checker: StepChecker) -> list[Finding]:
    """What is wrong with the steps that could be read: each keeps its own scenario from being run."""
    if not reading.document:
        return []
    return list(of_file(reading.document, checker, is_whole=not reading.findings))
