"""The reports that a run leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import to_json

from harness.play import runs
from harness.report import guide_report
from harness.report.coverage import coverage
from harness.report.record import Run

Writer = Callable[[Run, Path, Path], Path]


def write_record(run: Run, root: Path, reports: Path) -> Path:
    """Keep the run as data, for later reports."""
    path = reports / runs.RUNS.name / run.id / runs.RECORD
    record = {
        "claims": {shown.claim.id: shown.state for shown in coverage(run)},
        "outcomes": Counter(scenario.outcome for scenario in run.scenarios),
        "run": run,
    }
    runs.write(path, to_json(record).decode())
    return path


def write_messages(run: Run, root: Path, reports: Path) -> Path:
    """Write the run as Cucumber Messages."""
    from harness.report import messages  # their library is not needed before

    return messages.write(run, root, reports)


# The record first: the guide's report tells of it with those of earlier runs.
WRITERS: tuple[Writer, ...] = (write_record, guide_report.write, write_messages)


@dataclass
class Written:
    """Where the guide's report is, if it was written, and what went wrong."""

    guide: Path | None = None
    errors: list[Exception] = field(default_factory=list)


def write_all(run: Run, root: Path, reports: Path | None = None) -> Written:
    """Write every report of the project at `root`, into its reports/ or those.

    Whatever is wrong with one: the run's verdict is not to be lost over it.
    """
    written = Written()
    for write in WRITERS:
        try:
            path = write(run, root, reports or root / runs.REPORTS)
        except Exception as error:
            written.errors.append(error)
        else:
            if write is guide_report.write:
                written.guide = path
    return written
