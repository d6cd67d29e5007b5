"""reports/junit.xml after each run of scenarios: pytest's own report, with their claims as properties."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

import pytest
from _pytest.junitxml import LogXML, bin_xml_escape

from harness.play import runs

JUNIT = "junit.xml"


class ScenariosXML(LogXML):
    """What `--junit-xml` writes; a run in which no scenario was run leaves the last file as it is."""

    def __init__(self, config: pytest.Config) -> None:
        super().__init__(
            str(runs.folder(config) / JUNIT),
            config.getoption("junitprefix"),
            config.getini("junit_suite_name"),
            config.getini("junit_logging"),
            config.getini("junit_duration_report"),
            config.getini("junit_family"),
            config.getini("junit_log_passing_tests"),
        )
        self._last = runs.reports(config) / JUNIT
        self._properties: dict[str, list[tuple[str, object]]] = {}
        self._has_begun = False
        self._has_run = False
        self._problem = ""

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take in a feature that could not be read, which counts as one that was run."""
        super().pytest_collectreport(report)
        self._has_run |= report.failed and report.nodeid.endswith(".feature")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Know that a scenario has begun."""
        self._has_begun |= ".feature::" in nodeid

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        """With workers, that one may have: what a worker tells of it may come too late."""
        self._has_begun |= any(".feature::" in id for id in ids)

    def pytest_keyboard_interrupt(self) -> None:
        """Write the file, if only to say that the first scenario has not come to its end."""
        self._has_run |= self._has_begun

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in one phase's report of one test."""
        super().pytest_runtest_logreport(report)
        if PurePath(report.nodeid.partition("::")[0]).suffix != ".feature":
            return
        self._has_run |= report.when != "setup" or not report.passed
        known = self._properties.setdefault(report.nodeid, report.user_properties)
        if report.when not in ("setup", "call", "teardown"):
            # What xdist says of a crashed worker's test carries none, and is the last that is heard of it.
            for name, value in known:
                self.node_reporter(report).add_property(name, value)

    def pytest_sessionfinish(self) -> None:
        """Write the file, if a scenario was run."""
        if not self._has_run:
            return
        # As with the other reports: the run's verdict is not to be lost over one.
        try:
            super().pytest_sessionfinish()
            runs.write(self._last, Path(self.logfile).read_text(encoding="utf-8"))
        except OSError as error:
            self._problem = f"A report could not be written: {type(error).__name__}: {error}"

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter, config: pytest.Config
    ) -> None:
        """Say what went wrong; a file that is written after every run is no news."""
        if self._problem:
            terminalreporter.write_line(self._problem)


def write_again(config: pytest.Config, retold: Mapping[str, str]) -> None:
    """Have every such file, pytest's own too, say of failures what was added to their texts since then."""
    texts = {bin_xml_escape(before): bin_xml_escape(after) for before, after in retold.items()}
    for xml in config.pluginmanager.get_plugins():
        if isinstance(xml, LogXML):
            for reporter in xml.node_reporters_ordered:
                for failure in reporter.to_xml().iter("failure"):
                    failure.text = texts.get(failure.text or "", failure.text)
            xml.pytest_sessionfinish()


def pytest_configure(config: pytest.Config) -> None:
    """Have the file written, unless a user has told pytest to write it elsewhere."""
    asked = config.getoption("--reports") == "on" and not config.option.collectonly
    elsewhere = not config.pluginmanager.has_plugin("junitxml") or config.option.xmlpath
    # Not in config.stash, where pytest keeps its own: `record_property` would warn that strict readers
    # of this format refuse properties.
    if asked and not elsewhere and not hasattr(config, "workerinput"):
        config.pluginmanager.register(ScenariosXML(config), "scenarios-xml")
