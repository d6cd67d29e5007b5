"""All that is wrong with one feature file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from harness.check.definitions import definitions, parts
from harness.check.finding import Finding
from harness.check.stars import settle
from harness.check.steps import StepChecker, of_file
from harness.check.structure import empty, structure
from harness.check.syntax import Reading, read
from harness.language.gherkin import take_phrases


def check_structure(path: Path, checker: StepChecker, known_tags: Sequence[str]) -> Reading:
    """Read a file; the reading's findings are what keeps all of it from being run."""
    reading = read(path, checker.says)
    if reading.document:
        reading.phrases = take_phrases(reading.document)
        settle(reading.document, checker.kinds)
        # Else its scenarios may be there, and not be readable.
        if not reading.findings and not reading.phrases:
            reading.findings += empty(reading.document)
        reading.findings += structure(reading.document, known_tags, reading.media, checker.naming)
        reading.findings += [*definitions(path, reading, checker)]
    return reading


def check_steps(path: Path, reading: Reading, checker: StepChecker) -> list[Finding]:
    """What is wrong with the steps that could be read: each keeps its own scenario from being run."""
    if not reading.document:
        return []
    own = of_file(reading.document, checker, is_whole=not reading.findings)
    return [*own, *parts(path, reading, checker)]
