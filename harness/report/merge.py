"""`renewal merge`: one report of the runs of many machines, shards of one run and runs in several engines.

A pytest without tests hears what theirs have reported, as it would hear its own workers. So summary, verdict
and reports come about as they do in any run, and are those of one run that had played all.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from _pytest.timing import Instant

from harness.errors import HarnessError
from harness.play import runs
from harness.report import log
from harness.report.observer import OBSERVED, PLAN
from harness.report.recorder import OF_MANY
from harness.report.together import Together
from harness.spoken import said

# Exit codes of runs that have come to their end.
ENDED: tuple[int, ...] = (
    pytest.ExitCode.OK,
    pytest.ExitCode.TESTS_FAILED,
    pytest.ExitCode.NO_TESTS_COLLECTED,
)


def merge(folders: Sequence[Path], reports: Path, root: Path) -> int:
    """Merge what runs of the project at `root` have left in `folders`, each a reports/ or a run's own folder.

    Returns the exit code that one run would have had; that of an interrupted one if any shard leaves a doubt.
    Raises HarnessError if a folder is none, a record cannot be read, or `reports` is no folder.
    """
    if reports.exists() and not reports.is_dir():
        raise HarnessError(
            f"{reports} is a file: name a folder for the reports (-o)",
            f"{reports}: 폴더가 아니라 파일입니다. 보고서를 넣을 폴더를 지정하세요(-o)",
        )
    gc.disable()  # a third of the time: all of it is needed to the end
    try:
        return _merge(folders, reports, root)
    finally:
        gc.freeze()  # nor is it looked through when the program ends
        gc.enable()


def _merge(folders: Sequence[Path], reports: Path, root: Path) -> int:
    id = runs.new_id()
    found = {folder: _run_in(folder) for folder in folders}
    logs = [log.read(run, reports, id) for run in map(found.get, folders) if run]
    empty = [folder for folder, run in found.items() if not run]
    if not logs:
        listed = ", ".join(map(str, empty))
        raise HarnessError(
            f"{listed}: no record of a run. Give the reports/ folders that runs have left",
            f"{listed}: 실행 기록이 없습니다. 실행이 남긴 reports/ 폴더를 지정하세요",
        )
    os.environ.pop("PYTEST_ADDOPTS", None)  # meant for runs that play something
    # The plugin left out collects garbage at the end, several times.
    without = ["--no-header", "--replay=off", "-n0", "--assert=plain", "-p", "no:unraisableexception"]
    typed = [str(root / "conftest.py"), *without]
    return int(pytest.main(typed, plugins=[Merger(id, Together(logs, empty), reports.absolute())]))


def _run_in(folder: Path) -> Path | None:
    """The folder of the last run in there, if it has left a log."""
    if not folder.is_dir():
        raise HarnessError(f"{folder}: there is no such folder", f"{folder}: 그런 폴더가 없습니다")
    if (folder / log.LOG).exists():
        return folder.resolve()
    left = [run for run in (folder / runs.RUNS.name).glob("*/") if runs.has_left_something(run)]
    last = max(left, default=None)
    return last if last and (last / log.LOG).exists() else None


class Merger:
    """Takes the place of collection and play: tells this pytest what others have reported."""

    def __init__(self, id: str, together: Together, reports: Path) -> None:
        self._id = id
        self._together = together
        self._reports = reports
        self._is_telling = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Let the reports be those of one run, and go where they are to."""
        config.stash[runs.RUN_ID] = self._id
        config.stash[runs.HOME] = self._reports
        config.stash[OF_MANY] = self._together.about()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        """Tell what could not be read."""
        for plain in self._together.unreadable():
            report = log.report_of(plain, session.config)
            session.config.hook.pytest_collectreport(report=report)
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell what was played, and why it has ended if that was before its time."""
        self._bring_evidence(session.config)
        self._set_clocks(session.config)
        self._is_telling = True
        plan = self._together.plan()
        for plain in self._together.played():
            report = log.report_of(plain, session.config)
            if plan and hasattr(report, OBSERVED):
                getattr(report, OBSERVED)[PLAN], plan = plan, []
            session.config.hook.pytest_runtest_logreport(report=report)
        self._is_telling = False
        session.testscollected = self._together.count
        self._end(session)
        return True

    def _bring_evidence(self, config: pytest.Config) -> None:
        reports = shutil.ignore_patterns(log.LOG, runs.RECORD, runs.LOCK, "guide.html", "junit.xml")
        for one in self._together.logs:
            left = runs.folder(config) / one.folder.name
            shutil.copytree(one.folder, left, ignore=reports, dirs_exist_ok=True)

    def _set_clocks(self, config: pytest.Config) -> None:
        """Have pytest tell how long the runs took, not the merging."""
        about = self._together.about()
        took = (about["finished"] - about["started"]).total_seconds()
        began = Instant()
        vars(began).update(time=about["started"].timestamp(), perf_count=perf_counter() - took)
        for name, clock in (("terminalreporter", "_session_start"), ("scenarios-xml", "suite_start")):
            if plugin := config.pluginmanager.get_plugin(name):
                setattr(plugin, clock, began)

    def _end(self, session: pytest.Session) -> None:
        ends = said(*self._together.ends())
        if ends and any(exit not in ENDED for exit in self._together.exits):
            raise session.Interrupted(ends)
        if ends:  # as with -x
            session.shouldfail = ends
            raise session.Failed(ends)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_report_teststatus(self) -> Generator[None, Any, Any]:
        """Show no progress of what is over."""
        category, letter, word = yield
        return (category, "", "") if self._is_telling else (category, letter, word)

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """End as one run would have."""
        yield
        exits = self._together.exits
        if early := [exit for exit in exits if exit not in ENDED]:
            session.exitstatus = early[0]
        elif self._together.problems:
            session.exitstatus = pytest.ExitCode.INTERRUPTED
        elif pytest.ExitCode.TESTS_FAILED in exits:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
