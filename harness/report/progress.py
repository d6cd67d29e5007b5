"""What -v shows of a run: each scenario by its name in Gherkin's words, below its feature and rule.

Below a scenario stand its composite steps, with what they consist of as far as it was played.
A line's end (outcome, reason, how far the run is) stays pytest's own, as do all lines of other tests.
With xdist, where scenarios of several features take turns, each line names its feature itself.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest

from harness.language.expanded import PlayedStep
from harness.play.excuse import EXCUSED
from harness.play.features import ScenarioItem
from harness.report.observer import STEP_LOG

GHERKIN = "gherkin"  # the attribute of a report: language and titles, which cross processes with it
COMPOSITES = "composites"  # ... and that for the lines of the composite steps
WORDS = {
    "ko": {
        "passed": "통과",
        "failed": "실패",
        "error": "오류",
        "skipped": "건너뜀",
        "excused": "제외",
        "rerun": "다시 실행",
        "xfailed": "예상된 실패",
        "xpassed": "예상 밖 통과",
    }
}
MARKS = {"passed": "✓", "failed": "✗"}
Status = tuple[str, str, str | tuple[str, dict[str, bool]]]


class _Begun(str):
    """No other than what the reporter would begin a test's line with, so that it takes the line as begun."""

    def __ne__(self, other: object) -> bool:
        return False


BEGUN = _Begun("begun")


class Progress:
    """Names the scenarios in the lines of pytest's reporter."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._above: list[str] = []  # the titles that the last line stands below
        self._below: list[str] = []  # what is to stand below it
        self._reported: pytest.TestReport | None = None  # the report that is being shown as progress

    @property
    def _terminal(self) -> pytest.TerminalReporter | None:
        """The reporter, where it gives each test a line."""
        terminal: pytest.TerminalReporter | None = self._config.pluginmanager.get_plugin("terminalreporter")
        return terminal if terminal and terminal.showlongtestinfo else None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let the report carry what it is called by."""
        report = yield
        if isinstance(item, ScenarioItem):
            setattr(report, GHERKIN, [item.language, *_titles(item)])
            setattr(report, COMPOSITES, _composites(item) if report.when == "call" else [])
        return report

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Begin the line, below its feature and rule."""
        self._begin(item)
        return (yield)

    def _begin(self, item: pytest.Item) -> None:
        *above, own = _titles(item) if isinstance(item, ScenarioItem) else [""]
        before, self._above = self._above, above
        terminal = self._terminal
        if not terminal or not own:
            return
        terminal.ensure_newline()
        if above != before:
            terminal.write_line("")
            is_next_rule = len(above) > 1 and above[:1] == before[:1]
            for depth, title in list(enumerate(above))[is_next_rule:]:
                terminal.write_line("  " * depth + title, bold=True)
        terminal.write("  " * len(above) + own + " ", flush=True)
        terminal.currentfspath = BEGUN

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_logstart(self, nodeid: str) -> Generator[None, None, None]:
        """Have no second beginning; with xdist none at all: the line is written when the scenario ends."""
        terminal = self._terminal
        if not terminal or ".feature::" not in nodeid:
            return (yield)
        before, terminal.currentfspath = terminal.currentfspath, BEGUN
        yield
        terminal.currentfspath = before
        return None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> Generator[None, None, None]:
        """Write the whole line of a scenario that a worker of xdist has played."""
        self._reported = report
        yield
        self._reported = None
        terminal = self._terminal
        if terminal and _is_from_a_worker(report):
            _, _, word = _in_its_language(report, self._status(report))
            if word:
                _write_line(terminal, report, word)
        if terminal:
            self._below += getattr(report, COMPOSITES, [])
            if _is_from_a_worker(report):
                self._write_composites(terminal)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logfinish(self) -> None:
        """Write what stands below the line, which is at its end."""
        if terminal := self._terminal:
            self._write_composites(terminal)

    def _write_composites(self, terminal: pytest.TerminalReporter) -> None:
        lines, self._below = self._below, []
        for line in lines:
            terminal.ensure_newline()
            terminal.write("  " * (len(self._above) + 1) + line)
            terminal.currentfspath = -2  # a line that has to be ended

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> Generator[None, Status, Status]:
        """Have the outcome told in the feature's language, here and not in the summary that tools read.

        What the browser cannot show counts as excused, there too.
        """
        status = yield
        if hasattr(report, EXCUSED):
            status = ("excused", "e", "EXCUSED")
        if report is not self._reported or not self._terminal:
            return status
        return (status[0], "", "") if _is_from_a_worker(report) else _in_its_language(report, status)

    def _status(self, report: pytest.TestReport) -> Status:
        status: Status = self._config.hook.pytest_report_teststatus(report=report, config=self._config)
        return status


def _titles(item: ScenarioItem) -> list[str]:
    """What the scenario stands below, and itself, as in the feature; a row of examples by its values too."""
    template = item.template
    feature, rule = template.feature, template.rule
    return [
        f"{feature.keyword}: {feature.name}",
        *([f"{rule.keyword}: {rule.name}"] if rule else []),
        f"{template.keyword}: {item.title}",
    ]


def _composites(item: ScenarioItem) -> list[str]:
    """A line for each composite step that was begun, and for each of its steps with what became of it."""
    played = item.stash[STEP_LOG].played
    begun = zip(item.steps, [MARKS.get(one.outcome, "–") for one in played], strict=False)
    lines: list[str] = []
    entered: tuple[PlayedStep, ...] = ()
    for step, mark in begun:
        for depth, one in enumerate(step.within):
            if one not in entered:
                lines.append("  " * depth + one.says)
        if step.within:
            lines.append("  " * len(step.within) + f"{mark} {step.says}")
        entered = step.within
    return lines


def _is_from_a_worker(report: pytest.TestReport) -> bool:
    return hasattr(report, "node") and hasattr(report, GHERKIN)


def _in_its_language(report: pytest.TestReport, status: Status) -> Status:
    category, letter, word = status
    language = getattr(report, GHERKIN, ["en"])[0]
    told = WORDS.get(language, {}).get(category) if word else None
    if not told:
        return status
    return category, letter, told if isinstance(word, str) else (told, word[1])


def _write_line(
    terminal: pytest.TerminalReporter, report: pytest.TestReport, word: str | tuple[str, dict[str, bool]]
) -> None:
    """As pytest writes those of other tests, whose node ids stand where the titles stand here."""
    default = {"green": report.passed, "red": report.failed, "yellow": report.skipped}
    word, markup = (word, default) if isinstance(word, str) else word
    terminal._progress_nodeids_reported.add(report.id)  # what the reporter does not show it does not count
    terminal.ensure_newline()
    terminal.write(f"[{report.node.gateway.id}]")
    terminal.write(f"{terminal._get_progress_information_message()} ", cyan=True)
    terminal.write(word, **markup)
    terminal.write(f" {' › '.join(getattr(report, GHERKIN)[1:])}", flush=True)
    terminal.currentfspath = -2  # a line that has to be ended
