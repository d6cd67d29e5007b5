"""Replays a scenario that has failed, at once, in a world of its own with the same seed, with all recorded.

The verdict is that of the first time. What the replay shows is said in the failure's report, which is
therefore told when the replay is over; nothing else of the replay is reported to anybody.
"""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import pytest
from _pytest import runner

from harness.errors import EndsRun
from harness.failure.evidence import Evidence, folder_of
from harness.failure.tell import FAILED_STEP, FAILURE, TEXT, Failure
from harness.play.bank_of_run import BANK
from harness.play.features import ScenarioItem
from harness.play.scene import SCENE
from harness.replay import held_reports
from harness.replay import reruns as reruns
from harness.replay.recording import RECORDING, Recording
from harness.replay.screenshots import PICTURES, pictures_of, take_picture
from harness.report.observer import OBSERVED, REPLAY, STEP_LOG, STEPS
from harness.spoken import asked_for

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from pytest_bdd.parser import Step

FOLDER = "replay"  # beside the evidence of the failure itself
# pytest-playwright's own recording, which would get into the way of ours.
ITS_OPTIONS = ("tracing", "screenshot", "video")

# What a step may raise that says nothing about the failure.
NO_VERDICT = (pytest.skip.Exception, pytest.exit.Exception)

Verdict = Literal["failed again", "failed elsewhere", "not reproduced", "not replayed", "broken off"]
WORDS: dict[str, dict[Verdict, str]] = {
    "en": {
        "failed again": "failed again",
        "failed elsewhere": "failed again, but elsewhere",
        "not reproduced": "NOT REPRODUCED: it passed in a new world",
        "not replayed": "could not be replayed",
        "broken off": "broken off: its process crashed or was killed",
    },
    "ko": {
        "failed again": "다시 실패함",
        "failed elsewhere": "다시 실패했지만 다른 곳에서 실패함",
        "not reproduced": "재현되지 않음: 새로 연 은행에서는 통과함",
        "not replayed": "재현해 볼 수 없었음",
        "broken off": "재현 중단됨: 프로세스가 비정상 종료되었거나 강제 종료됨",
    },
}


@dataclass
class Replayed:
    """What a replay has shown."""

    verdict: Verdict
    detail: str = ""
    gaps: list[str] = field(default_factory=list)

    def lines(self, language: str, files: Sequence[str]) -> list[str]:
        """The same for people, with the names of what it has left."""
        words = WORDS.get(language, WORDS["en"])[self.verdict]
        told = f"{words}: {self.detail}" if self.detail else words
        where = f" ({FOLDER}/: {', '.join(files)})" if files else ""
        return [told + where, *self.gaps]


# As pytest's own, which tells of each phase when it is over.
@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Play a scenario; of one that fails tell only when its replay is over."""
    if not isinstance(item, ScenarioItem) or not _is_wanted(item.config):
        return None
    if reruns.have_played(item, nextitem, lambda failure: _replay_of_another(failure, nextitem)):
        return True
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
            _replay(failure, twin, held)
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


def _replay_of_another(failure: Failure, nextitem: pytest.Item | None) -> None:
    """Replay what another plugin has played, and has torn down already."""
    item = failure.item
    if not _is_worth_it(item, failure):
        return
    _replay(failure, _twin(item), [failure.report])
    ended = _call("teardown", lambda: item.session._setupstate.teardown_exact(nextitem))
    if ended.excinfo:
        failure.replay.append(_first_line(ended.excinfo.value))
        failure.show()


def _is_wanted(config: pytest.Config) -> bool:
    """Whether scenarios are to be replayed."""
    looked_on = any(
        config.getoption(option, False) for option in ("usepdb", "trace", "setuponly", "setupshow")
    )
    return config.getoption("--replay") == "on" and not looked_on


def _is_worth_it(item: ScenarioItem, failure: Failure) -> bool:
    """Whether steps failed and could go otherwise: not without a bank, nor with one that nobody knows."""
    is_hopeless = item.problems or isinstance(failure.error, EndsRun) or item.config.stash[BANK].has_gone()
    return failure.report.when == "call" and not is_hopeless


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


def _replay(failure: Failure, twin: ScenarioItem, reports: Sequence[pytest.TestReport]) -> None:
    """Have the failure, of which these reports are still to tell, say what a replay shows."""
    _let_know(failure, Replayed("broken off"), twin)
    with held_reports.written(twin, reports):
        replayed, files = _recorded(failure, twin)
    _let_know(failure, replayed, twin, files)


def _recorded(failure: Failure, twin: ScenarioItem) -> tuple[Replayed, list[str]]:
    """What a replay shows, whatever may be wrong with that, and the files that it has left."""
    folder = (failure.evidence.folder or folder_of(twin)) / FOLDER
    try:
        recording = Recording(folder, twin.title, twin.nodeid.partition("::")[0])
        twin.stash[RECORDING] = recording
        twin.stash[PICTURES] = pictures_of(failure.item) / FOLDER
        with _unheard(twin.config), asked_for(twin.language):
            replayed = _played(failure, twin)
        replayed.gaps += recording.gaps
    except Exception as error:
        return Replayed("not replayed", _first_line(error)), []
    return replayed, recording.files


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


def _let_know(failure: Failure, replayed: Replayed, twin: ScenarioItem, files: Sequence[str] = ()) -> None:
    """Let the report say the verdict and, of what went the same way again, carry the steps' pictures."""
    lines = replayed.lines(twin.language, files)
    failure.replay = [failure.evidence.conceal(line) for line in lines]
    failure.show()
    told = getattr(failure.report, OBSERVED)
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
