"""Replays a scenario that has failed, at once, in a world of its own with the same seed, with all recorded.

The verdict is that of the first time. What the replay shows is said in the failure's report, which is
therefore told when the replay is over; nothing else of the replay is reported to anybody.
"""

from __future__ import annotations

import copy
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import pytest
from _pytest import runner

from harness.errors import EndsRun
from harness.evidence import Evidence, folder_of
from harness.failure import FAILED_STEP, FAILURE, TEXT, Failure
from harness.features import ScenarioItem
from harness.replay.pictures import PICTURES, pictures_of, take_picture
from harness.replay.recording import RECORDING, Recording
from harness.report.witness import REPLAY, STEP_LOG, STEPS, TOLD
from harness.scene import SCENE
from harness.watch import BANK

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from pytest_bdd.parser import Step

FOLDER = "replay"  # beside the evidence of the failure itself
# pytest-playwright's own recording, which would get into the way of ours.
ITS_OPTIONS = ("tracing", "screenshot", "video")

# What a step may raise that says nothing about the failure.
NO_VERDICT = (pytest.skip.Exception, pytest.exit.Exception)

Verdict = Literal["failed again", "failed elsewhere", "not reproduced", "not replayed"]
WORDS: dict[str, dict[Verdict, str]] = {
    "en": {
        "failed again": "failed again",
        "failed elsewhere": "failed again, but elsewhere",
        "not reproduced": "NOT REPRODUCED: it passed in a new world",
        "not replayed": "could not be replayed",
    },
    "ko": {
        "failed again": "다시 실패함",
        "failed elsewhere": "다시 실패했지만 다른 곳에서 실패함",
        "not reproduced": "재현되지 않음: 새로 연 은행에서는 통과함",
        "not replayed": "재현해 볼 수 없었음",
    },
}


@dataclass
class Replayed:
    """What a replay has shown."""

    verdict: Verdict
    detail: str = ""
    gaps: list[str] = field(default_factory=list)

    def lines(self, language: str, files: list[str]) -> list[str]:
        """The same for people, with the names of what it has left."""
        words = WORDS.get(language, WORDS["en"])[self.verdict]
        told = f"{words}: {self.detail}" if self.detail else words
        where = f" ({FOLDER}/: {', '.join(files)})" if files else ""
        return [told + where, *self.gaps]


# As pytest's own, which tells of each phase when it is over.
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Play a scenario; of one that fails tell only when its replay is over."""
    if not isinstance(item, ScenarioItem) or not _is_ours(item.config):
        return None
    log = item.ihook.pytest_runtest_logreport
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    held: list[pytest.TestReport] = []
    try:
        if runner.call_and_report(item, "setup").passed:
            held.append(runner.call_and_report(item, "call", log=False))
        failure = item.stash.get(FAILURE, None)
        if failure and _is_worth_it(item, failure):
            twin = _twin(item)
            # Of the first time only what is its own ends: the replay needs the browser.
            held.append(runner.call_and_report(item, "teardown", log=False, nextitem=twin))
            _replay(failure, twin)
            held[-1] = _with_the_rest(held[-1], item, nextitem)
        else:
            while held:
                log(report=held.pop())
            stops = item.session.shouldfail or item.session.shouldstop
            runner.call_and_report(item, "teardown", nextitem=None if stops else nextitem)
    finally:
        # Ctrl-C in a replay does not undo the failure.
        for report in held:
            log(report=report)
        # Let go of what it had, and left.
        item._initrequest()
        if FAILURE in item.stash:
            del item.stash[FAILURE]
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _is_ours(config: pytest.Config) -> bool:
    """Whether scenarios are to be replayed, and nobody else plays them in a way of their own."""
    if config.getoption("--replay") == "off" or any(
        config.getoption(option) for option in ("usepdb", "trace", "setuponly", "setupshow")
    ):
        return False
    players = config.hook.pytest_runtest_protocol.get_hookimpls()
    plain = [player.plugin for player in players if not (player.wrapper or player.hookwrapper)]
    # pytest-rerunfailures, say, tells of reports itself, and has its own answer to `once more?`.
    return all(plugin in (runner, sys.modules[__name__]) for plugin in plain)


def _is_worth_it(item: ScenarioItem, failure: Failure) -> bool:
    """Whether it could go otherwise: not without a bank or a browser, nor with a step that nobody knows."""
    return not (item.problems or isinstance(failure.error, EndsRun) or item.config.stash[BANK].has_gone())


def _twin(item: ScenarioItem) -> ScenarioItem:
    """The same scenario with nothing of what has happened to the other one."""
    twin = copy.copy(item)
    twin.stash = pytest.Stash()
    twin.user_properties = []
    twin._report_sections = []
    twin._initrequest()
    return twin


def _with_the_rest(
    report: pytest.TestReport, item: ScenarioItem, nextitem: pytest.Item | None
) -> pytest.TestReport:
    """End what the next test does not need, as the browser; an error of that is the scenario's, as ever."""
    state = item.session._setupstate
    ended = _call("teardown", lambda: state.teardown_exact(nextitem))
    if not ended.excinfo or not report.passed:
        return report
    with_error: pytest.TestReport = item.ihook.pytest_runtest_makereport(item=item, call=ended)
    return with_error


def _replay(failure: Failure, twin: ScenarioItem) -> None:
    """Have the failure tell what a replay shows, whatever may be wrong with that."""
    folder = twin.config.rootpath / folder_of(twin.nodeid) / FOLDER
    files: list[str] = []
    try:
        shutil.rmtree(folder, ignore_errors=True)
        recording = Recording(folder, twin.name, twin.nodeid.partition("::")[0])
        twin.stash[RECORDING] = recording
        twin.stash[PICTURES] = pictures_of(twin) / FOLDER
        with _unheard(twin.config):
            replayed = _played(failure, twin)
        replayed.gaps += recording.gaps
        files = recording.files
    except Exception as error:
        replayed = Replayed("not replayed", _first_line(error))
    lines = replayed.lines(twin.template.feature.language, files)
    failure.replay = [failure.evidence.conceal(line) for line in lines]
    failure.show()
    _let_reports_know(failure.report, replayed, twin)


@contextmanager
def _unheard(config: pytest.Config) -> Iterator[None]:
    """Nobody hears of warnings, and pytest-playwright records nothing."""
    options = vars(config.option)
    asked = {name: options[name] for name in ITS_OPTIONS}
    options.update(dict.fromkeys(ITS_OPTIONS, "off"))
    try:
        with warnings.catch_warnings(record=True):
            yield
    finally:
        options.update(asked)


def _played(failure: Failure, twin: ScenarioItem) -> Replayed:
    """Play the twin as pytest plays an item, but without a report."""
    hook, recording, evidence = twin.ihook, twin.stash[RECORDING], Evidence()
    try:
        call = _call("setup", lambda: hook.pytest_runtest_setup(item=twin))
        if not call.excinfo:
            call = _call("call", lambda: hook.pytest_runtest_call(item=twin))
        evidence = recording.finish(twin.stash.get(SCENE, None))
    finally:
        tear_down = _call("teardown", lambda: hook.pytest_runtest_teardown(item=twin, nextitem=failure.item))
    gaps = [_first_line(tear_down.excinfo.value)] if tear_down.excinfo else []
    if not call.excinfo:
        return Replayed("not reproduced", gaps=gaps)
    if call.when == "setup" or call.excinfo.errisinstance(NO_VERDICT):
        return Replayed("not replayed", _first_line(call.excinfo.value), gaps)
    evidence.add(TEXT, evidence.conceal(str(twin.repr_failure(call.excinfo))))
    step = twin.stash.get(FAILED_STEP, None)
    if _place(step) == _place(failure.step):
        return Replayed("failed again", gaps=gaps)
    return Replayed("failed elsewhere", f"{step.keyword} {step.name}" if step else "", gaps)


def _call(when: Literal["setup", "call", "teardown"], play: Callable[[], Any]) -> pytest.CallInfo[None]:
    # pytest.exit of a replay is not to end the run: the scenario itself has not.
    return pytest.CallInfo.from_call(play, when, reraise=(KeyboardInterrupt,))


def _place(step: Step | None) -> int | None:
    return step.line_number if step else None


def _first_line(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]


def _let_reports_know(report: pytest.TestReport, replayed: Replayed, twin: ScenarioItem) -> None:
    """Let the report carry the verdict and, of what went the same way again, the pictures of the steps."""
    told = getattr(report, TOLD)
    told[REPLAY] = replayed.verdict
    if replayed.verdict == "failed again":
        for step, again in zip(told[STEPS], twin.stash[STEP_LOG].played, strict=False):
            step["picture"] = step["picture"] or again.picture


# What is recorded


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], request: pytest.FixtureRequest
) -> Callable[..., BrowserContext]:
    """pytest-playwright's, with a context recorded in a replay."""
    recording = request.node.stash.get(RECORDING, None)
    if not recording:
        return new_context

    def recorded(**arguments: Any) -> BrowserContext:
        context = new_context(**arguments)
        recording.watch(context)
        return context

    return recorded


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Let the recording know what follows."""
    if recording := request.node.stash.get(RECORDING, None):
        recording.begin_step(step)


# Last: a picture takes its time, which is not the step's.
@pytest.hookimpl(trylast=True)
def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """Keep what a step has led to."""
    _end_step(request.node)


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest) -> None:
    """Keep what a step has led to."""
    _end_step(request.node)


def _end_step(node: pytest.Item) -> None:
    take_picture(node)
    if recording := node.stash.get(RECORDING, None):
        scene = node.stash.get(SCENE, None)
        recording.end_step(scene.shown if scene else None)
