"""Presenter mode: a scenario played slowly enough to follow, each step announced before it happens.

A pytest plugin that only `renewal demo` loads. It shows Playwright's chapters and action marks on the page;
with --record it also keeps the film.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.film import SIZE, Film

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_bdd.parser import Scenario, Step

CHAPTER = 1600  # ms that a step's announcement stays
TITLE = 3200  # ms that the scenario's title, with what is given, stays
ACTION = 700  # ms that an action's mark stays


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option that `renewal demo` hands on."""
    parser.getgroup("renewal").addoption("--record", metavar="FILE", type=Path, help="keep the film there")


def pytest_configure(config: pytest.Config) -> None:
    """Present this run."""
    config.pluginmanager.register(Presenter(config))


class Presenter:
    """Announces steps on the page of the scenario that plays."""

    def __init__(self, config: pytest.Config) -> None:
        self._file: Path | None = config.getoption("--record")
        self._config = config
        self._film: Film | None = None
        self._page: Page | None = None
        self._given: list[str] = []
        self._started = time.monotonic()

    @pytest.fixture(scope="session")
    @classmethod
    def browser_context_args(cls, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """Let chapters be styled: the bank's Content-Security-Policy forbids styles in a page."""
        return {**browser_context_args, "bypass_csp": True}

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """No dot for what passes: the steps have been told."""
        return ("passed", "", "") if report.passed and report.when == "call" else None

    def pytest_bdd_before_scenario(self, scenario: Scenario) -> None:
        """Begin a new presentation."""
        self._page = None
        self._given = []
        self._tell(f"{scenario.keyword}: {scenario.name}")

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, scenario: Scenario, step: Step) -> None:
        """Announce a step. What is given is told in the title: the page opens when it is all arranged."""
        said = f"{step.keyword} {step.name}"
        self._tell(f"  {said}")
        if step.type == "given":
            self._given.append(said)
            return
        if self._page is None:
            self._page = self._open(request, scenario)
        self._page.screencast.show_chapter(said, duration=CHAPTER)

    def pytest_bdd_after_scenario(self) -> None:
        """Let the last screen be seen, and finish the film."""
        if self._page is None:
            return
        self._page.wait_for_timeout(CHAPTER)
        if self._film:
            self._page.screencast.stop()

    def _open(self, request: pytest.FixtureRequest, scenario: Scenario) -> Page:
        page: Page = request.getfixturevalue("page")
        if self._file:
            self._film = Film()
            page.screencast.start(on_frame=self._film.add, size={"width": SIZE[0], "height": SIZE[1]})
        page.screencast.show_actions(duration=ACTION, style={"title": "display: none"})
        page.screencast.show_chapter(scenario.name, description=" · ".join(self._given), duration=TITLE)
        return page

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self) -> Generator[None, Any, Any]:
        """Write the film when the browser is closed, and say where it lies."""
        result = yield
        if self._film and self._file:
            self._tell(f"Writing {self._film.seconds:.0f} s of film")
            self._film.write(self._file)
            self._tell(f"The recording: {self._file}")
        return result

    def _tell(self, line: str) -> None:
        terminal: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        terminal.write_line(f"{time.monotonic() - self._started:4.0f} s  {line}")
