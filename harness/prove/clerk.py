"""Where a proof is decided: hears what trials have seen, writes it down at once, and tells of it."""

from __future__ import annotations

from typing import Any

import pytest

from harness.prove import words
from harness.prove.trial import SEEN
from harness.report import proof as proofs
from harness.report.proof import Play, Proof
from harness.seeds.defects import load_defects


class Clerk:
    """Writes proof.json, in the controller or in the only process."""

    def __init__(self, config: pytest.Config, proof: Proof, sources: str) -> None:
        self._config = config
        self._proof = proof
        self._sources = sources
        self._defects = load_defects()
        self._of_features: bool = config.getoption("--prove") == "all"
        self._count = 0
        self._ended = 0
        self._notices: dict[str, list[str]] = {}  # which bugs each scenario has noticed

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Know how many trials there are."""
        self._count = len(session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        """Know it where workers collect."""
        self._count = len(ids)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in a trial."""
        if not hasattr(report, SEEN):
            return
        seen = [Play(**one) for one in getattr(report, SEEN)]
        for play in seen:
            self._proof.add(play)
        # Scenarios of one feature say of a bug that they notice it, but not that no other does.
        if not self._of_features:
            self._proof.finished[report.nodeid] = self._sources
        proofs.write(self._config.rootpath, self._proof, self._defects, self._sources)
        self._ended += 1
        if self._of_features and "::" in report.nodeid:
            self._notices.setdefault(report.nodeid, [])
        else:
            self._tell(words.result(report.nodeid, seen, report.duration))
        for play in seen:
            noticed = [play.defect] if play.verdict == "caught" else []
            self._notices.setdefault(play.whole, []).extend(noticed)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Have pytest itself say nothing of a trial."""
        return ("", "", "") if hasattr(report, SEEN) else None

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Tell what each scenario of the features notices; it is a failure if one notices nothing."""
        if not self._of_features:
            return
        for id, bugs in self._notices.items():
            self._write(words.notices(id, list(dict.fromkeys(bugs))))
        if not all(self._notices.values()) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _tell(self, lines: list[str]) -> None:
        first, *rest = lines
        for line in [f"[{self._ended}/{self._count}] {first}", *rest]:
            self._write(line)

    def _write(self, line: str) -> None:
        terminal: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        if terminal:
            terminal.write_line(line)
