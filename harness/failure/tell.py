"""A failed scenario, told like a bug report: what was to happen, what happened, how to see it again."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import ReprEntryNative, ReprExceptionInfo, ReprFileLocation, ReprTraceback

from harness.failure.aria_snapshot import shortened
from harness.failure.evidence import TEXT, Evidence, encoded, folder_of, gather, secrets_of
from harness.failure.layout import Sections, in_a_line, in_a_shell, laid_out
from harness.failure.problem import explained
from harness.language.expanded import PlayedStep
from harness.play import runs
from harness.play.features import ScenarioItem
from harness.play.remote_browser import OPTION, without_secrets
from harness.play.scene import SCENE
from harness.play.world import Event

LAST_EVENTS = 3
BLANK = "about:blank"  # what a browser shows before anything is opened in it
# The options that change what is played. Not the bank's token: a report is no place for it.
PLAYED_WITH = (
    *("--browser-channel", "--headed", "--device", "--slowmo"),
    *("--faker-seed", "--bank-url", "--lang", "--rootdir", "-c"),
)
FAILED_STEP = pytest.StashKey[PlayedStep]()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin an attempt without anything of the one before, where failures are run again."""
    keys: tuple[pytest.StashKey[Any], ...] = (FAILED_STEP, FAILURE, SCENE)
    for key in keys:
        if key in item.stash:
            del item.stash[key]


def pytest_bdd_step_error(request: pytest.FixtureRequest, step: PlayedStep) -> None:
    """Keep the step that failed."""
    request.node.stash[FAILED_STEP] = step


@dataclass
class Failure:
    """What is known of a failure."""

    item: ScenarioItem
    report: pytest.TestReport
    error: BaseException
    step: PlayedStep | None
    problem: Sections
    evidence: Evidence
    traceback: str

    def show(self) -> None:
        """Have the report, and the file beside the evidence, say it."""
        language = self.item.language
        text = _printable(laid_out(_sections(self, language), language))
        self.evidence.add(TEXT, f"{text}\n\n{self.traceback}\n")
        self.report.longrepr = _as_pytest_keeps_it(
            f"{self.traceback}\n\n{text}" if _wants_traceback(self.item.config) else text,
            ReprFileLocation(
                _from_here(self.item, self.item.path),
                self.step.places[0][1] if self.step else _line(self.item),
                _printable(in_a_line(self.problem, language)) or type(self.error).__name__,
            ),
        )


FAILURE = pytest.StashKey[Failure]()  # of set-up or the steps, not of tear-down


def tell(item: ScenarioItem, report: pytest.TestReport, error: pytest.ExceptionInfo[BaseException]) -> None:
    """Have `report` show a bug report, and leave behind the evidence that it names."""
    scene, failed = item.stash.get(SCENE, None), item.stash.get(FAILURE, None)
    step, evidence = None, Evidence(secrets=failed.evidence.secrets if failed else secrets_of(scene))
    # After the scenario page and world are gone, and its folder may hold how the scenario itself failed.
    if report.when != "teardown":
        step = item.stash.get(FAILED_STEP, None)
        evidence = gather(scene)
        with evidence.as_far_as_possible():
            evidence.keep(runs.new_folder(folder_of(item)))

    problem = explained(error, item.config.rootpath, item.language, evidence.title == BLANK, evidence.conceal)
    traceback = _printable(evidence.conceal(str(report.longrepr)))
    failure = Failure(item, report, error.value, step, problem, evidence, traceback)
    failure.show()
    if report.when != "teardown":
        item.stash[FAILURE] = failure


class ToldFailure:
    """A failure's report as it was told, perhaps in another process, to which more can be added."""

    def __init__(self, report: pytest.TestReport, language: str, folder: Path | None) -> None:
        assert isinstance(report.longrepr, ReprExceptionInfo)
        assert report.longrepr.reprcrash
        self.report = report
        self.language = language
        self.folder = folder
        self._place = report.longrepr.reprcrash
        self._text = str(report.longrepr).rstrip()
        self._file = folder / TEXT if folder and (folder / TEXT).exists() else None
        self._written = self._file.read_bytes() if self._file else b""

    def add_replay(self, lines: list[str]) -> None:
        """Have report and file end with what a replay has shown, in place of what they said of it before."""
        section = _printable(laid_out({"replay": lines}, self.language))
        self.report.longrepr = _as_pytest_keeps_it(f"{self._text}\n{section}", self._place)
        if self._file:
            with suppress(OSError):
                self._file.write_bytes(self._written + encoded(f"\n{section}\n"))


def _sections(failure: Failure, language: str) -> Sections:
    item, step, evidence = failure.item, failure.step, failure.evidence
    file = _from_here(item, item.path)
    left = [*evidence.files, TEXT]
    return {
        "scenario": [f"{file}:{_line(item)}: {item.title}"],
        "step": _places(item, step) if step else [],
        **failure.problem,
        "code": [evidence.error_code] if evidence.error_code else [],
        "seen": [evidence.title, *shortened(evidence.snapshot, language)] if evidence.title else [],
        "audit": [evidence.conceal(_event_line(event, language)) for event in evidence.audit[-LAST_EVENTS:]],
        "gaps": evidence.gaps,
        "evidence": [_opened_by(item, evidence.folder), ", ".join(sorted(left))] if evidence.folder else [],
        "again": [_command(item)],
    }


def _places(item: ScenarioItem, step: PlayedStep) -> list[str]:
    """Where it stands, each step below the one that consists of it."""
    return [
        f"{'  ' * depth}{_from_here(item, one.file)}:{one.line_number}: {one.says}"
        for depth, one in enumerate((*step.within, step))
    ]


def _printable(text: str) -> str:
    """The text as every process and file can take it."""
    return encoded(text).decode("utf-8")


def _event_line(event: Event, language: str) -> str:
    detail = " ".join(f"{name}={value}" for name, value in event.detail.items())
    line = event.ko if event.ko and language == "ko" else f"{event.party}: {event.event} {detail}"
    return f"{event.at:%m-%d %H:%M:%S} {line}"


def _command(item: ScenarioItem) -> str:
    """What plays just this again, as it was played, quoted for this system's shell."""
    config = item.config
    browsers = config.getoption("--browser")
    # A line's scenario runs in each of several browsers; its node id names this one.
    which = f"::{item.name}" if len(browsers) > 1 else f":{_line(item)}"
    words = ["pytest", _from_here(item, item.path) + which]
    for browser in browsers:
        words += ["--browser", browser]
    for server in config.getoption(OPTION):
        words += [OPTION, without_secrets(server)]
    for option in PLAYED_WITH:
        if value := config.getoption(option, None):
            words += [option] if value is True else [option, str(value)]
    for plugin in _plugins(config):
        words += ["-p", plugin]
    return in_a_shell(words)


def _opened_by(item: ScenarioItem, folder: Path) -> str:
    return in_a_shell(["renewal", "open", _from_here(item, folder)])


def _plugins(config: pytest.Config) -> list[str]:
    """The plugins that were asked for on the command line."""
    by_itself = {word.removeprefix("-p") for word in config.getini("addopts")}
    if hasattr(config, "workerinput"):
        by_itself.add("no:terminal")  # xdist's
    return [name for name in config.option.plugins if name not in by_itself]


def _line(item: ScenarioItem) -> int:
    return item.reportinfo()[1] + 1


def _from_here(item: ScenarioItem, path: Path) -> str:
    """A path as whoever typed the command can use it."""
    return os.path.relpath(path, item.config.invocation_params.dir)


def _wants_traceback(config: pytest.Config) -> bool:
    asked = config.getoption("tbstyle", "auto") in ("long", "native") or config.getoption("fulltrace", False)
    return bool(asked or config.get_verbosity() >= 2)


def _as_pytest_keeps_it(text: str, place: ReprFileLocation) -> ReprExceptionInfo:
    """`text` in the form of an exception's traceback.

    That crosses xdist's processes, and its place is what `--tb=line`, the summary and junit.xml show.
    """
    entry = ReprEntryNative([f"{line}\n" for line in [*text.splitlines(), ""]])
    return ReprExceptionInfo(ReprTraceback([entry], extraline=None, style="native"), place)
