"""One report of many runs: the same as one run would have told."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from harness.play import runs
from harness.report import merge as merging
from harness.report.merge import merge
from tests.harness.conftest import Project
from tests.harness.report.test_record import CLAIMS, EVERYTHING, RERUNS, STEPS

MORE = """
      @guide.step.7
      Scenario: its worker crashes
        Then its worker crashes
      Scenario: passes at the second attempt
        Then it fails the first time
"""


@pytest.fixture
def guide(project: Project) -> Project:
    project.claims(*CLAIMS)
    project.fragile_bank()
    project.steps(STEPS)
    return project


def play(project: Project, *arguments: str) -> Path:
    """Run in a process of its own, as another machine would, and bring away what it has left."""
    (project.pytester.path / "tried").unlink(missing_ok=True)
    project.run_apart(*arguments)
    number = len([*project.pytester.path.glob("left-*")])
    return Path(shutil.move(project.pytester.path / "reports", project.pytester.path / f"left-{number}"))


def told(reports: Path) -> dict[str, Any]:
    """What does not depend on time and place: the record, messages, junit.xml."""
    [path] = (reports / "runs").glob(f"*/{runs.RECORD}")
    record = json.loads(path.read_text("utf-8"))
    return record
