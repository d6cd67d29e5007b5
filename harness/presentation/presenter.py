"""Presenter mode: a scenario played slowly enough to follow, each step announced before it happens.

A pytest plugin that only `renewal demo` loads. What it shows is in harness.presentation; with --record it is
shown to the viewers of a film.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.errors import tell_and_fall_silent
from harness.language.gherkin import shown_name
from harness.language.vocabulary import VOCABULARY
from harness.play.features import ScenarioItem
from harness.presentation.audience import Audience, Onlookers, Viewers
from harness.presentation.cards import Announced, Cards
from harness.presentation.show import Show
from harness.presentation.translation import Translator, keyword_in
from harness.seeds.guide import Claim, claims_of
from harness.seeds.named_people import People
from harness.spoken import said, spoken

if TYPE_CHECKING:
    from pytest_bdd.parser import Scenario

    from harness.language.expanded import PlayedStep


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `renewal demo` hands on."""
    group = parser.getgroup("renewal")
    group.addoption("--record", metavar="FILE", type=Path, help="make a film there")
    group.addoption("--pace", metavar="FACTOR", type=float, default=1.0, help="2 is twice as quick")


def pytest_configure(config: pytest.Config) -> None:
    """Present this run; the command asks it to end by SIGTERM."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    config.pluginmanager.register(Presenter(config))


class Presenter:
    """Has each scenario shown, from the announcement of what is given to pytest's verdict."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._file: Path | None = config.getoption("--record")
        self._audience: Audience = Viewers() if self._file else Onlookers()
        self._started = time.monotonic()
        self._claims: dict[Claim, bool] = {}  # those shown so far, and whether they hold
        self._begin()

    def _begin(self) -> None:
        self._show: Show | None = None
        self._name = ""
        self._language = ""  # of the feature
        self._given: list[Announced] = []
        self._announced = 0
        self._within: Sequence[PlayedStep] = ()  # the composite steps that have begun
        self._failure: str | None = None

    @pytest.fixture(scope="session")
    @classmethod
    def browser_context_args(cls, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """Let cards be styled: the bank's Content-Security-Policy forbids styles in a page."""
        return {**browser_context_args, "bypass_csp": True}

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(self) -> Generator[None, tuple[str, str, Any], tuple[str, str, Any]]:
        """No dot and no F: the steps have been told, and a letter would stand before the next one."""
        category, _, word = yield
        return category, "", word

    # First, or the terminal would tell the same once more.
    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """End with what is wrong with a feature: there is nothing to present."""
        if report.failed:
            raise pytest.UsageError(str(report.longrepr))

    def pytest_bdd_before_scenario(self, scenario: Scenario) -> None:
        """Begin a new show."""
        self._begin()
        self._name = shown_name(scenario.name)
        self._language = scenario.feature.language
        self._tell(f"{scenario.keyword}: {shown_name(scenario.name)}")

    def pytest_bdd_before_step(
        self, request: pytest.FixtureRequest, scenario: Scenario, step: PlayedStep
    ) -> None:
        """Announce a step. What is given is told in the title: the page opens when it is all arranged."""
        for depth, one in enumerate((*step.within, step)):
            if one not in self._within:
                self._tell("  " * (depth + 1) + " ".join(self._words(scenario, one)))
        self._within = step.within
        keyword, text = self._words(scenario, step)
        # A phrase that a feature defines is of one language; what it consists of can be told in both.
        language = self._language_of(scenario)
        within = [one.name for one in step.within if one.composite and one.composite.language == language]
        table = step.cells or []
        if step.type == "given" and not self._show:
            self._given.append(Announced(keyword, text, table=table, within=within))
            return
        if not self._show:
            self._show = self._open(request, scenario)
        self._announced += 1
        steps = len(scenario.steps) - len(self._given)
        self._show.announce(Announced(keyword, text, self._announced, steps, table, within))

    def pytest_bdd_after_step(self) -> None:
        """Show what the step has changed behind the scenes."""
        if self._show:
            self._show.look_backstage()

    def pytest_bdd_step_error(
        self, request: pytest.FixtureRequest, scenario: Scenario, step: PlayedStep
    ) -> None:
        """Remember where the scenario ended. That what is given could not be had is shown, too."""
        self._failure = " › ".join(" ".join(self._words(scenario, one)) for one in (*step.within, step))
        if not self._show:
            with suppress(Exception):  # without a bank or a browser there is no stage: the terminal says why
                self._show = self._open(request, scenario)

    # The outermost wrapper: others' evidence is gathered by then, and nobody changes the verdict any more.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Close with the verdict, while the page is still there."""
        report = yield
        if call.when == "call" and isinstance(item, ScenarioItem):
            self._close(item, report)
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self) -> Generator[None, Any, Any]:
        """Write the film when the browser is closed, and say where it lies."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends, and with the film
        result = yield
        if self._file and isinstance(self._audience, Viewers):
            self._write(self._audience, self._file)
        return result

    def _open(self, request: pytest.FixtureRequest, scenario: Scenario) -> Show:
        cards = Cards(self._language_of(scenario))
        pace = self._config.getoption("--pace")
        show = Show(request.getfixturevalue("scene"), cards, self._audience, pace)
        item = request.node
        part = _scenarios(item).index(item) + 1, len(_scenarios(item))
        show.open(scenario.feature.name, self._name, self._given, self._claims_of(item), part)
        return show

    def _close(self, item: ScenarioItem, report: pytest.TestReport) -> None:
        was_skipped = report.skipped and not hasattr(report, "wasxfail")
        own = {} if was_skipped else dict.fromkeys(self._claims_of(item), report.passed)
        for claim, holds in own.items():
            self._claims[claim] = holds and self._claims.get(claim, True)
        if not self._show:
            return
        if not was_skipped:
            self._show.close(self._name, own, self._failure)
        scenarios = _scenarios(item)
        if item is scenarios[-1] and len(scenarios) > 1:
            self._show.close(item.template.feature.name, self._claims, None)
        self._audience.leave()

    def _language_of(self, scenario: Scenario) -> str:
        return spoken(scenario.feature.language)

    def _words(self, scenario: Scenario, step: PlayedStep) -> tuple[str, str]:
        """A step's keyword and text in the language of the audience."""
        language = self._language_of(scenario)
        if language == step.language:
            return step.keyword, step.name
        translator = Translator(VOCABULARY, People.load(self._config.rootpath))
        return keyword_in(step.keyword, language), translator.step(step.type, step.name, language)

    def _claims_of(self, item: ScenarioItem) -> list[Claim]:
        return [claim for claim in claims_of(self._config).values() if claim.id in item.claims]

    def _write(self, viewers: Viewers, file: Path) -> None:
        film = viewers.film
        if not film.seconds:
            if self._name:  # else no scenario has begun, and pytest says why
                self._tell(
                    said(
                        "Nothing was shown on a page: there is no film",
                        "화면에 나온 것이 없어 영상이 없습니다",
                        self._language,
                    )
                )
            return
        seconds = f"{film.seconds:.0f}"
        self._tell(said(f"Writing {seconds} s of film", f"영상 {seconds}초를 저장하는 중", self._language))
        film.write(file)
        self._tell(said(f"The recording: {file}", f"녹화한 영상: {file}", self._language))

    def _tell(self, line: str) -> None:
        terminal: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        try:
            terminal.write_line(f"{time.monotonic() - self._started:4.0f} s  {line}")
            terminal.flush()  # a pipe is to show it now, too
        except OSError as error:
            tell_and_fall_silent(error)
            pytest.exit("", returncode=1)


def _scenarios(item: pytest.Item) -> list[pytest.Item]:
    return [other for other in item.session.items if isinstance(other, ScenarioItem)]
