"""Replays scenarios that have failed, each in a world of its own with the same seed, with all recorded.

The verdict is that of the first time, and stands on the screen with its text before any replay begins. What a
replay shows is added to the failure's report. The reports of the run are written first and say `broken off`,
so that nothing is lost with a replay that never ends, and again when the replays are over.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import pytest

from harness.failure.evidence import TEXT, folder_of, name_of
from harness.failure.tell import FAILED_STEP, ToldFailure
from harness.play import runs
from harness.play.bank_of_run import BANK
from harness.play.features import ScenarioItem
from harness.play.scene import SCENE
from harness.play.twin import play
from harness.replay.recording import RECORDING, Recording
from harness.replay.screenshots import PICTURES, take_picture
from harness.report import junit
from harness.report.observer import EVIDENCE, FAILED_AT, OBSERVED, REPLAY, STEP_LOG, STEPS
from harness.report.recorder import Recorder
from harness.spoken import asked_for

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.language.expanded import PlayedStep

FOLDER = "replay"  # beside the evidence of the failure itself

# What a step may raise that says nothing about the failure.
NO_VERDICT = (pytest.skip.Exception, pytest.exit.Exception)

Verdict = Literal["failed again", "failed elsewhere", "not reproduced", "not replayed", "broken off"]
WORDS: dict[str, dict[Verdict, str]] = {
    "en": {
        "failed again": "failed again",
        "failed elsewhere": "failed again, but elsewhere",
        "not reproduced": "NOT REPRODUCED: it passed in a new world",
        "not replayed": "could not be replayed",
        "broken off": "broken off",
    },
    "ko": {
        "failed again": "다시 실패함",
        "failed elsewhere": "다시 실패했지만 다른 곳에서 실패함",
        "not reproduced": "재현되지 않음: 새로 연 은행에서는 통과함",
        "not replayed": "재현해 볼 수 없었음",
        "broken off": "재현 중단됨",
    },
}


@dataclass
class Replayed:
    """What a replay has shown, and the names of the files that it has left."""

    verdict: Verdict
    detail: str = ""
    gaps: list[str] = field(default_factory=list)
    files: Sequence[str] = ()

    def lines(self, language: str) -> list[str]:
        """The same for people."""
        words = WORDS[language][self.verdict]
        told = f"{words}: {self.detail}" if self.detail else words
        where = f" ({FOLDER}/: {', '.join(self.files)})" if self.files else ""
        return [told + where, *self.gaps]


class Replays:
    """Replays at the end of a run what it has seen fail, in the process that has told of it."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._is_ended = False  # by a person
        self._talks = config.get_verbosity() > -2

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Ctrl-C and pytest.exit end the run, replays too; -x, of another class, ends the tests only."""
        self._is_ended = excinfo.type in (KeyboardInterrupt, pytest.exit.Exception)

    # Around pytest's own summary, which tells the failures, and within the recorder, which writes reports.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Replay what has failed for good; Ctrl-C ends that and no more."""
        yield
        recorder = self._config.pluginmanager.get_plugin("run-recorder")
        if (
            self._is_ended
            or not isinstance(recorder, Recorder)
            or not recorder.failures
            or self._config.stash[BANK].has_gone()
        ):
            return
        told = {report.nodeid: _told(report, self._config) for report in recorder.failures}
        with self._said_in_junit(recorder.failures):
            for one in told.values():
                _let_know(one, Replayed("broken off"))
        recorder.write()
        self._say("\n")
        with self._said_in_junit(recorder.failures):
            try:
                self._replay(session, told)
            except KeyboardInterrupt:
                self._say(f"{WORDS['en']['broken off']}: Ctrl-C\n")

    @contextmanager
    def _said_in_junit(self, reports: Sequence[pytest.TestReport]) -> Iterator[None]:
        before = [str(report.longrepr) for report in reports]
        yield
        junit.write_again(
            self._config, dict(zip(before, [str(report.longrepr) for report in reports], strict=True))
        )

    def _replay(self, session: pytest.Session, told: dict[str, ToldFailure]) -> None:
        with _unheard(self._config):
            items = _items(session, told)
            for number, (id, one) in enumerate(told.items(), 1):
                words = (
                    "재현 {}/{} (Ctrl-C: 중단)" if one.language == "ko" else "replay {}/{} (Ctrl-C ends it)"
                )
                self._say(f"{words.format(number, len(told))} {id} → ")
                twin = items[id].twin() if id in items else None
                replayed = _recorded(one, twin) if twin else Replayed("not replayed")
                _let_know(one, replayed, twin)
                self._say(f"{replayed.lines(one.language)[0]}\n")

    def _say(self, text: str) -> None:
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if terminal and self._talks:
            terminal.write(text, flush=True)


def pytest_configure(config: pytest.Config) -> None:
    """Replay where the run is decided, unless somebody looks on."""
    looked_on = any(
        config.getoption(option, False) for option in ("usepdb", "trace", "setuponly", "setupshow")
    )
    if config.getoption("--replay") == "on" and not looked_on and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Replays(config))


def _told(report: pytest.TestReport, config: pytest.Config) -> ToldFailure:
    observed = getattr(report, OBSERVED)
    folder = observed[EVIDENCE] and config.rootpath / runs.REPORTS / observed[EVIDENCE]
    return ToldFailure(report, observed[FAILED_AT]["language"], folder)


def _items(session: pytest.Session, ids: Iterable[str]) -> dict[str, ScenarioItem]:
    """The scenarios of these ids; with xdist only its workers have collected them so far."""
    files = {id.partition("::")[0] for id in ids}
    found = session.items or session.perform_collect([str(session.config.rootpath / file) for file in files])
    return {item.nodeid: item for item in found if isinstance(item, ScenarioItem)}


@contextmanager
def _unheard(config: pytest.Config) -> Iterator[None]:
    """Pytest says nothing, nobody hears of warnings, and pytest-playwright records and removes nothing."""
    options = vars(config.option)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True):
        quiet = {"tracing": "off", "screenshot": "off", "video": "off", "output": folder, "verbose": -2}
        # Without pytest's terminal there is no `verbose`.
        asked = {name: options[name] for name in quiet if name in options}
        options.update(quiet)
        try:
            yield
        finally:
            options.update(asked)


def _recorded(told: ToldFailure, twin: ScenarioItem) -> Replayed:
    """What a replay shows, whatever may be wrong with that."""
    folder = (told.folder or folder_of(twin)) / FOLDER
    try:
        recording = Recording(folder, twin.title, twin.config.rootpath)
        twin.stash[RECORDING] = recording
        twin.stash[PICTURES] = runs.folder(twin.config) / "pictures" / name_of(twin.nodeid) / FOLDER
        twin.stash[TOLD] = told
        with asked_for(twin.language):
            _play_around(twin)
        replayed = twin.stash[REPLAYED]
        replayed.gaps += recording.gaps
        replayed.files = recording.files
    except Exception as error:
        return Replayed("not replayed", _first_line(error))
    return replayed


def _play_around(twin: ScenarioItem) -> None:
    """Play with all that other plugins do around an item, as to fail for a warning, but not in their ways."""
    hook = twin.ihook.pytest_runtest_protocol
    players = [one.plugin for one in hook.get_hookimpls() if not (one.wrapper or one.hookwrapper)]
    plugins = twin.config.pluginmanager
    others = [one for one in players if plugins.get_name(one) != __name__]
    plugins.subset_hook_caller("pytest_runtest_protocol", others)(item=twin, nextitem=None)


TOLD = pytest.StashKey[ToldFailure]()
REPLAYED = pytest.StashKey[Replayed]()


def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    """Play a twin as pytest plays an item, but without a report."""
    if not isinstance(item, ScenarioItem) or TOLD not in item.stash:
        return None
    item.stash[REPLAYED] = _played(item.stash[TOLD], item)
    return True


def _played(told: ToldFailure, twin: ScenarioItem) -> Replayed:
    recording = twin.stash[RECORDING]
    call, tear_down = play(twin, None, at_end=lambda: recording.finish(twin.stash.get(SCENE, None)))
    evidence = recording.evidence
    gaps = [_first_line(tear_down.excinfo.value)] if tear_down.excinfo else []
    if not call.excinfo:
        return Replayed("not reproduced", gaps=gaps)
    if call.when == "setup" or call.excinfo.errisinstance(NO_VERDICT):
        return Replayed("not replayed", evidence.conceal(_first_line(call.excinfo.value)), gaps)
    evidence.add(TEXT, evidence.conceal(str(twin.repr_failure(call.excinfo))))
    step = twin.stash.get(FAILED_STEP, None)
    if (step.places if step else []) == getattr(told.report, OBSERVED)[FAILED_AT]["places"]:
        return Replayed("failed again", gaps=gaps)
    where = evidence.conceal(step.says) if step else ""
    return Replayed("failed elsewhere", where, gaps)


def _first_line(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0]


def _let_know(told: ToldFailure, replayed: Replayed, twin: ScenarioItem | None = None) -> None:
    """Let the report say the verdict and, of what went the same way again, carry the steps' pictures."""
    told.add_replay(replayed.lines(told.language))
    observed = getattr(told.report, OBSERVED)
    observed[REPLAY] = replayed.verdict
    if twin and replayed.verdict == "failed again":
        for step, again in zip(observed[STEPS], twin.stash[STEP_LOG].played, strict=False):
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


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: PlayedStep) -> None:
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
