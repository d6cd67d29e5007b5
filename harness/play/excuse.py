"""Why the browser of a run cannot show a scenario: it is excused, which says nothing about the bank."""

from __future__ import annotations

import pytest
from _pytest.outcomes import Skipped

from harness.errors import InBothLanguages
from harness.play.browser import SYSTEM_FIREFOX
from harness.seeds.browsers import load_needs
from harness.spoken import said, spoken

EXCUSED = "excused"  # the attribute of a report: the reason, in the feature's language


class Excused(InBothLanguages, Skipped):
    """Raised where a scenario comes to what its browser cannot show; pytest takes it for skipped."""

    def __init__(self, en: str, ko: str) -> None:
        super().__init__(said(en, ko), _use_item_location=True)
        self.en, self.ko = en, ko


def excuse_without(need: str, request: pytest.FixtureRequest) -> None:
    """Raise Excused where this run's browser lacks what is needed: a name in seeds/browsers.toml."""
    known = load_needs(request.config.rootpath)[need]
    names = {request.getfixturevalue("browser_name")}
    channel = request.getfixturevalue("browser_type_launch_args").get("channel") or ""
    if channel.startswith(SYSTEM_FIREFOX):
        names.add(SYSTEM_FIREFOX)
    if names & {*known.lacking}:
        raise Excused(known.en, known.ko)


def mark_excuse(report: pytest.TestReport, error: BaseException, *feature: str) -> None:
    """Let a report say, in the language of the feature if it is one's, what the browser cannot show."""
    if isinstance(error, Excused) and isinstance(report.longrepr, tuple):
        reason = error.in_language(spoken(*feature))
        report.longrepr = (*report.longrepr[:2], f"Skipped: {reason}")
        setattr(report, EXCUSED, reason)
