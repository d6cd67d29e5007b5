"""Where a run is decided: makes its record of pytest's reports, and has the reports written at its end."""

from __future__ import annotations

import os
import platform
import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from harness.play import runs
from harness.play.bank_of_run import BANK
from harness.play.excuse import EXCUSED
from harness.play.features import ScenarioItem
from harness.play.remote_browser import without_secrets
from harness.play.shards import shard_of
from harness.report import closing, log, writers
from harness.report.observer import BROWSER, EVIDENCE, FAILED_AT, OBSERVED, PLAN, REPLAY, STEPS, engines
from harness.report.record import Attempt, Outcome, Phase, Played, Run, Scenario, Step
from harness.seeds.guide import chapters_of, claimed, claims_of
from harness.typed_lines import as_typed

CRASHED = "???"  # the phase that xdist gives the report of a test whose worker is gone
OF_MANY = pytest.StashKey[dict[str, Any]]()  # what a run is told to be that is made of others
TAG = re.compile(r"@([\w.-]+)")


@dataclass
class _Phases:
    """The reports of one attempt: set-up, call, tear-down, as far as they came."""

    reports: list[pytest.TestReport] = field(default_factory=list)

    def observed(self, name: str) -> Any:
        """What was observed under this name."""
        return next((one[name] for one in map(_observed, self.reports) if one.get(name)), None)

    def outcome(self, steps: list[Played]) -> Outcome:
        """The outcome by pytest's reports, which may call a failure undefined or expected and no more."""
        by_phase = {report.when: report for report in self.reports}
        if CRASHED in by_phase:
            return "crashed"
        call = by_phase.get("call")
        if call and call.failed:
            return "undefined" if any(step.outcome == "undefined" for step in steps) else "failed"
        if any(report.failed for report in self.reports):
            return "error"
        if skipped := next((report for report in self.reports if report.skipped), None):
            marks: dict[str, Outcome] = {"wasxfail": "xfailed", EXCUSED: "excused"}
            return next((outcome for mark, outcome in marks.items() if hasattr(skipped, mark)), "skipped")
        if call and call.passed:
            return "xpassed" if hasattr(call, "wasxfail") else "passed"
        # pytest-rerunfailures calls a failed attempt `rerun`; others did not come to their end.
        return "failed" if any(str(report.outcome) == "rerun" for report in self.reports) else "not run"

    @property
    def message(self) -> str:
        """What pytest says of it: of each phase that went wrong, or why there was nothing to go wrong."""
        return "\n\n".join(filter(None, map(_message, self.reports)))


def _observed(report: pytest.TestReport) -> dict[str, Any]:
    observed: dict[str, Any] = getattr(report, OBSERVED, {})
    return observed


def _message(report: pytest.TestReport) -> str:
    if hasattr(report, "wasxfail"):
        crash = getattr(report.longrepr, "reprcrash", None)
        return _text(report.wasxfail.removeprefix("reason: ") or (crash.message if crash else ""))
    if isinstance(report.longrepr, tuple):  # of what is skipped: file, line, reason
        return _text(report.longrepr[2].removeprefix("Skipped: "))
    # Not longreprtext: with xdist that begins with the worker and where its Python lies.
    return "" if report.passed else _text(report.longrepr or "")


def _text(told: object) -> str:
    """What pytest tells; half a character, which a program may print, as JSON escapes it."""
    return str(told).strip().encode("utf-8", "backslashreplace").decode()


class Recorder:
    """Hears every report of the run, those of xdist's workers too."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._started = datetime.now().astimezone()
        self._plan: dict[str, Scenario] = {}
        self._attempts: dict[str, list[_Phases]] = {}
        self._unreadable: dict[str, str] = {}
        self._has_scenarios = False
        self._chapters = list(chapters_of(config).values())
        self._interruption: str | None = None
        self._heard: list[log.Report] = []
        self._exit: int | None = None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember a feature that could not be read."""
        if report.failed:
            self._heard.append(report)
        if report.failed and report.nodeid.endswith(".feature"):
            self._unreadable[report.nodeid] = _text(report.longrepr)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Know whether scenarios are to be run."""
        self._has_scenarios |= any(isinstance(item, ScenarioItem) for item in session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        """With workers, that they know."""
        self._has_scenarios |= any(".feature::" in id for id in ids)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in one phase's report of one test."""
        self._heard.append(report)
        for planned in _observed(report).get(PLAN, []):
            scenario = Scenario(**planned | {"steps": [Step.of(step) for step in planned["steps"]]})
            known = self._plan.setdefault(scenario.id, scenario)
            known.selected |= scenario.selected  # by one shard or another
            known.is_sure &= scenario.is_sure
        if not hasattr(report, OBSERVED) and report.when != CRASHED:
            return  # no scenario's
        attempts = self._attempts.setdefault(report.nodeid, [])
        if report.when == "setup" or not attempts:
            attempts.append(_Phases())
        attempts[-1].reports.append(report)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> None:
        """Let a shard say which one it is before it begins: who merges knows then what has come to no end."""
        if shard_of(self._config) and self._is_wanted and not self._config.option.collectonly:
            log.write(self._config, self._record(None), None, [])

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Remember what ended the run: Ctrl-C, or a message of whatever stopped it."""
        self._interruption = _text(excinfo.value) or "Ctrl-C"

    def pytest_internalerror(self, excrepr: object) -> None:
        """Remember that pytest itself failed."""
        self._interruption = _text(excrepr).rpartition("\n")[2]

    # The outermost wrapper: what follows its yield comes after pytest's own summary.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Write the reports, and the guide's line as the last one, if scenarios were run or broken off."""
        self._exit = session.exitstatus
        try:
            yield
        finally:  # an interruption may end in more than one error
            self._exit = session.exitstatus
            self._finish(session)

    def _finish(self, session: pytest.Session) -> None:
        stopped = session.shouldfail or session.shouldstop
        interruption = self._interruption or (str(stopped) if stopped else None)
        is_broken_off = self._unreadable or (interruption and self._has_scenarios)
        if self._config.option.collectonly:
            return
        if not (self._attempts or is_broken_off):
            if shard_of(self._config) and self._is_wanted:
                self._write_log(self._record(interruption))
            return
        run, written = self.write(interruption)
        closing.close(self._config, run, written, bool(session.testsfailed))

    @property
    def failures(self) -> list[pytest.TestReport]:
        """The reports of scenarios that have failed for good, by steps that may go otherwise next time."""
        last = [attempts[-1] for attempts in self._attempts.values()]
        reports = [report for phases in last for report in phases.reports]
        return [report for report in reports if report.failed and _observed(report).get(FAILED_AT)]

    def write(self, interruption: str | None = None) -> tuple[Run, writers.Written]:
        """Write the reports, if they are wanted, of what is known so far."""
        run = self._record(interruption)
        if not self._is_wanted:
            return run, writers.Written()
        written = writers.write_all(run, self._config.rootpath, runs.reports(self._config))
        try:
            self._write_log(run)
        except OSError as error:
            written.errors.append(error)
        return run, written

    @property
    def _is_wanted(self) -> bool:
        return bool(self._config.getoption("--reports") == "on")

    def _write_log(self, run: Run) -> None:
        log.write(self._config, run, self._exit, self._heard)

    def _record(self, interruption: str | None) -> Run:
        # Workers that crashed before they could tell what they had found leave these.
        lost = [id for id in self._attempts if id not in self._plan and ".feature::" in id]
        scenarios = {**self._plan, **{id: _unplanned(id) for id in lost}}
        for id, attempts in self._attempts.items():
            if id in scenarios:
                scenarios[id].attempts = [self._attempt(phases) for phases in attempts]
        run = Run(
            id=runs.run_id(self._config),
            started=self._started,
            finished=datetime.now().astimezone(),
            command=_command(self._config),
            commit=_commit(self._config.rootpath),
            seed=self._config.getoption("--faker-seed"),
            python=platform.python_version(),
            pytest=pytest.__version__,
            defect=self._config.stash[BANK].defect,
            interruption=interruption,
            unreadable=self._unreadable,
            elsewhere=_elsewhere(self._config, scenarios.values()),
            shard=shard_of(self._config),
            engines=engines(self._config),
            scenarios=list(scenarios.values()),
            claims=list(claims_of(self._config).values()),
            chapters=self._chapters,
        )
        return replace(run, **self._config.stash.get(OF_MANY, {}))

    def _attempt(self, phases: _Phases) -> Attempt:
        steps = [Played(**step) for step in phases.observed(STEPS) or []]
        first = phases.reports[0]
        node = getattr(first, "node", None)
        return Attempt(
            outcome=phases.outcome(steps),
            started=datetime.fromtimestamp(first.start).astimezone() if first.start else self._started,
            seconds=sum(report.duration for report in phases.reports),
            message=phases.message,
            worker=node.gateway.id if node else getattr(first, "worker_id", None),
            browser=phases.observed(BROWSER),
            evidence=phases.observed(EVIDENCE),
            replay=phases.observed(REPLAY),
            steps=steps,
            phases=[Phase(str(one.when), one.outcome, one.duration, _message(one)) for one in phases.reports],
        )


def _unplanned(id: str) -> Scenario:
    uri, _, name = id.partition("::")
    return Scenario(id, uri, 1, name)


def _command(config: pytest.Config) -> str:
    """What was typed, without secrets and without this machine's paths."""
    words = ["pytest"]
    for word in map(without_secrets, map(as_typed, map(os.fspath, config.invocation_params.args))):
        secret = words[-1] == "--bank-token" or word.startswith("--bank-token=")
        name = "--bank-token=" if "=" in word else ""
        words.append(f"{name}•••" if secret else word.replace(f"{config.rootpath}{os.sep}", ""))
    return " ".join(word if word.endswith("•••") else shlex.quote(word) for word in words)


def _commit(root: Path) -> str | None:
    """The commit that is tested, marked where files differ from it; None outside git."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=10"]
    try:
        told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return told.stdout.strip()


def _elsewhere(config: pytest.Config, scenarios: Iterable[Scenario]) -> list[str]:
    """The claims of the project's other features, which were not collected: their text tells as much."""
    collected = {config.rootpath / scenario.uri for scenario in scenarios}
    files = {*(config.rootpath / "features").rglob("*.feature")} - collected
    tags = (tag for file in files for tag in TAG.findall(file.read_text("utf-8", errors="replace")))
    return sorted(set(filter(None, map(claimed, tags))))


def pytest_configure(config: pytest.Config) -> None:
    """Record in the controller, or in the only process."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config), "run-recorder")
