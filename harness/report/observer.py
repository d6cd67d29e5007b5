"""Where a scenario is played: its steps as they happen, and a report that carries them to the recorder.

With xdist that is another process than the recorder's, and reports are all that crosses in time: what a
worker told at its end would be lost with one that crashes. So the first report also carries the plan: all
that was found, whether or not it is to be run.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import asdict
from time import perf_counter
from typing import Any

import pytest

from harness.check import steps as check
from harness.errors import EndsRun
from harness.failure.tell import FAILURE
from harness.language.expanded import PlayedStep
from harness.language.vocabulary import VOCABULARY
from harness.play import runs
from harness.play.features import CHECKER, FeatureFile, ScenarioItem, shown
from harness.play.scene import SCENE
from harness.play.shards import WHOLE
from harness.report.record import Played, Scenario, Step, StepOutcome

OBSERVED = "renewal"  # the attribute of a report: a dict as JSON has it
PLAN = "plan"
STEPS = "steps"
BROWSER = "browser"
EVIDENCE = "evidence"  # where the failure has left some: a path from reports/ on
FAILED_AT = "failed at"  # of what might go otherwise: the places of the step, the feature's language
REPLAY = "replay"  # what a replay of it has shown


class StepLog:
    """The steps of the scenario that is playing, and which attempt at it that is."""

    def __init__(self, attempt: int) -> None:
        self.attempt = attempt
        self.played: list[Played] = []
        self._began: float | None = None

    def begin(self, definition: str) -> None:
        """A step begins that this function plays."""
        self.played.append(Played("unknown", definition=definition))
        self._began = perf_counter()

    def end(self, outcome: StepOutcome) -> None:
        """The step that has begun, if any, has ended."""
        if self._began is not None:
            self.played[-1].outcome = outcome
            self.played[-1].seconds = perf_counter() - self._began
            self._began = None

    def picture(self, path: str) -> None:
        """The last step that has begun has left a picture: `path` is that from reports/ on."""
        self.played[-1].picture = path


STEP_LOG = pytest.StashKey[StepLog]()


class Observer:
    """Sees what a process plays."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._found: list[ScenarioItem] = []
        self._deselected: set[str] = set()
        self._told_plan = False

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Iterator[None]:
        """Know what was found, in the features' order, and what of it is not to be run."""
        self._found = _scenarios(items)
        if any("::" in argument for argument in self._config.args) or self._config.getoption("lf", False):
            # Of a feature of which some were asked for, or failed last, the others are there as well.
            files = dict.fromkeys(item.parent for item in self._found)
            self._found = [
                one for file in files if isinstance(file, FeatureFile) for one in _scenarios(file.collect())
            ]
        yield
        selected = {item.nodeid for item in items}
        self._deselected = {item.nodeid for item in self._found} - selected

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begin with an empty log, at each attempt."""
        before = item.stash.get(STEP_LOG, None)
        item.stash[STEP_LOG] = StepLog(before.attempt + 1 if before else 1)

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step_func: Any) -> None:
        """A step begins."""
        request.node.stash[STEP_LOG].begin(self._place(step_func))

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        """A step has passed."""
        request.node.stash[STEP_LOG].end("passed")

    def pytest_bdd_step_error(self, request: pytest.FixtureRequest) -> None:
        """A step has failed."""
        request.node.stash[STEP_LOG].end("failed")

    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest) -> None:
        """There is no such step, which was not seen before."""
        request.node.stash[STEP_LOG].played.append(Played("undefined"))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let a scenario's report carry what was seen."""
        report = yield
        if isinstance(item, ScenarioItem):
            observed: dict[str, Any] = {}
            if not self._told_plan:
                observed[PLAN] = [asdict(self._planned(one)) for one in self._found]
                self._told_plan = True
            if report.when == "call":
                observed[STEPS] = [asdict(step) for step in _steps(item, report)]
                observed[BROWSER] = _browser(item)
            observed[EVIDENCE] = _evidence(item, report)
            observed[FAILED_AT] = _failed_at(item, report)
            setattr(report, OBSERVED, observed)
        return report

    def _planned(self, item: ScenarioItem) -> Scenario:
        template = item.template
        return Scenario(
            id=item.nodeid,
            uri=item.nodeid.partition("::")[0],
            line=template.line_number,
            name=item.title,
            rule=template.rule.name if template.rule else None,
            claims=item.claims,
            language=template.feature.language,
            steps=[_step(step, self._config) for step in item.steps],
            selected=item.nodeid not in self._deselected,
            remarks=item.told(item.remarks) if not item.problems else "",
            is_of_shard=item.nodeid in item.config.stash.get(WHOLE, ()),
            browser=_engine(item),
        )

    def _place(self, function: Any) -> str:
        code = function.__code__
        return f"{os.path.relpath(code.co_filename, self._config.rootpath)}:{code.co_firstlineno}"


def _scenarios(found: Iterable[pytest.Item | pytest.Collector]) -> list[ScenarioItem]:
    return [one for one in found if isinstance(one, ScenarioItem)]


def _step(step: PlayedStep, config: pytest.Config) -> Step:
    composite = step.composite
    return Step(
        step.keyword,
        step.name,
        step.line_number,
        step.cells,
        step.docstring,
        shown(step.file, config),
        f"{shown(composite.file, config)}:{composite.line}" if composite else None,
        [_step(one, config) for one in step.within],
    )


def _steps(item: ScenarioItem, report: pytest.TestReport) -> list[Played]:
    """Every step: played ones as they were, the others as what kept them from it."""
    log = item.stash[STEP_LOG]
    # pytest.skip and pytest.xfail leave a step without pytest-bdd's saying so.
    log.end("failed" if report.failed else "skipped")
    rest = item.steps[len(log.played) :]
    return [*log.played, *(_unplayed(step, item) for step in rest)]


def _unplayed(step: PlayedStep, item: ScenarioItem) -> Played:
    """A step that was not reached, or the one that kept its scenario from being run."""
    checker = item.config.stash[CHECKER]
    table = tuple(map(tuple, step.cells)) if step.cells else None
    as_checked = check.Step(step.type, step.name, table, step.docstring is not None, step.language)
    if not item.problems or not checker.problems(as_checked):
        return Played("skipped")
    if VOCABULARY.matching(step.type, step.name):
        return Played("failed")
    return Played("undefined", nearest=checker.nearest(as_checked))


def _evidence(item: ScenarioItem, report: pytest.TestReport) -> str | None:
    failure = item.stash.get(FAILURE, None)
    if not failure or failure.report is not report or not failure.evidence.folder:
        return None
    return failure.evidence.folder.relative_to(item.config.rootpath / runs.REPORTS).as_posix()


def _failed_at(item: ScenarioItem, report: pytest.TestReport) -> dict[str, Any] | None:
    failure = item.stash.get(FAILURE, None)
    if not failure or failure.report is not report or report.when != "call":
        return None
    if item.problems or isinstance(failure.error, EndsRun):
        return None
    return {"places": failure.step.places if failure.step else [], "language": item.language}


def _engine(item: ScenarioItem) -> str:
    params = item.callspec.params if hasattr(item, "callspec") else {}
    return str(params.get("browser_name") or engines(item.config)[0])


def engines(config: pytest.Config) -> list[str]:
    """The browsers that scenarios are to be played in."""
    return config.getoption("--browser") or ["chromium"]


def _browser(item: ScenarioItem) -> str | None:
    scene = item.stash.get(SCENE, None)
    page = scene.shown if scene else None
    browser = page.context.browser if page else None
    return f"{browser.browser_type.name} {browser.version}" if browser else None
