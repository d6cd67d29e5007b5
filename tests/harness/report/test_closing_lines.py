"""What is said at the end of a run, and what of it under -q."""

from __future__ import annotations

import pytest

from tests.harness.conftest import Project
from tests.harness.report.test_progress import ENGLISH

REPORT, CLAIMS = "Report: reports/guide.html", "Guide: 0 of 0 claims held"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-k", "Two"], [REPORT, CLAIMS]),
        (["-k", "Two", "-q"], [CLAIMS]),
        (["-k", "More", "-q"], [REPORT, CLAIMS]),  # one row fails
        (["-k", "Two", "-qq"], []),
        (["-k", "other"], []),
    ],
)
def test_quiet_leaves_the_line_of_claims_unless_something_failed(
    project: Project, options: list[str], told: list[str]
) -> None:
    project.people()
    project.write("counting.feature", ENGLISH)
    project.write("test_other.py", "def test_other(): pass\n")
    lines = project.run(*options).outlines
    assert [line for line in lines if line.startswith(("Report:", "Guide:"))] == told


@pytest.mark.parametrize("options", [(), ("-q",), ("-n", "1")])
def test_a_scenario_that_checks_nothing_is_told_though_it_passes(
    project: Project, options: tuple[str, ...]
) -> None:
    project.fragile_bank()
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    result = project.run(*options)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["a.feature:2: no Then step: this scenario shows nothing: B"])
