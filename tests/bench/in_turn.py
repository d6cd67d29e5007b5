"""A pytest plugin: run the collected tests in turn, several rounds, and write down how long each took."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("in turn")
    group.addoption("--rounds", type=int, required=True)
    group.addoption("--durations-file", type=Path, required=True)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(InTurn(config.getoption("--durations-file")))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items *= config.getoption("--rounds")


class InTurn:
    """Keeps the seconds of each test's set-up, call and tear-down together, round by round."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._times: dict[str, list[float]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        times = self._times[report.nodeid]
        if report.when == "setup":
            times.append(0.0)
        times[-1] += report.duration

    def pytest_sessionfinish(self) -> None:
        # The first round starts bank and browser.
        rounds = {name: times[1:] for name, times in self._times.items()}
        self._file.write_text(json.dumps(rounds), encoding="utf-8")
