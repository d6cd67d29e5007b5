"""The guide's claims, and which of them a run has shown to hold."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from harness.errors import HarnessError

CLAIMS_FILE = Path("seeds") / "guide.toml"
CLAIM_TAG = "guide."
# What a scenario's reports carry in user_properties, across from xdist's workers to the controller.
SCENARIO_PROPERTY = "scenario"
CLAIM_PROPERTY = "claim"


@dataclass(frozen=True)
class Claim:
    """One thing that the guide says, and what a customer observes when it holds."""

    id: str
    chapter: str
    en: str
    ko: str
    en_shows: str
    ko_shows: str

    @property
    def tag(self) -> str:
        """The tag that its scenarios carry, without the @."""
        return CLAIM_TAG + self.id


def load_claims(root: Path) -> dict[str, Claim]:
    """The claims in seeds/guide.toml under `root`, by id; none if there is no such file.

    Raises HarnessError naming the claim that lacks something or has too much.
    """
    path = root / CLAIMS_FILE
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("claims", {})
    except tomllib.TOMLDecodeError as error:
        raise HarnessError(f"{CLAIMS_FILE}: {error}") from None
    return {id: _claim(id, table) for id, table in tables.items()}


def _claim(id: str, table: Mapping[str, str]) -> Claim:
    try:
        return Claim(id, **table)
    except TypeError as error:
        problem = str(error).partition("() ")[2]
        raise HarnessError(f'{CLAIMS_FILE}: [claims."{id}"]: {problem}') from None


CLAIMS = pytest.StashKey[dict[str, Claim]]()


def claims_of(config: pytest.Config) -> dict[str, Claim]:
    """The claims of the project that pytest runs in; pytest.UsageError if its file is wrong."""
    if CLAIMS not in config.stash:
        try:
            config.stash[CLAIMS] = load_claims(config.rootpath)
        except HarnessError as error:
            raise pytest.UsageError(str(error)) from None
    return config.stash[CLAIMS]


@dataclass
class _Evidence:
    passed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)


class Coverage:
    """Which claims hold, told by pytest's own reports alone.

    A claim holds when a scenario that carries its tag passed and none failed. A scenario that fails as
    expected (xfail) shows that the claim does not hold; a skipped one shows nothing.
    """

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self.claims = claims
        self.scenarios: set[str] = set()
        self._claims_of: dict[str, list[str]] = {}
        self._evidence = {id: _Evidence() for id in claims}

    def add(self, report: pytest.TestReport) -> None:
        """Take in one phase's report of one test."""
        properties = [(str(name), str(value)) for name, value in report.user_properties]
        if any(name == SCENARIO_PROPERTY for name, _ in properties):
            self.scenarios.add(report.nodeid)
            self._claims_of[report.nodeid] = [value for name, value in properties if name == CLAIM_PROPERTY]
        # The report that xdist makes for a crashed worker has no properties: the set-up's report told them.
        for claim in self._claims_of.get(report.nodeid, []):
            evidence = self._evidence[claim]
            if report.failed or (report.skipped and hasattr(report, "wasxfail")):
                evidence.failed.add(report.nodeid)
            elif report.passed and report.when == "call":
                evidence.passed.add(report.nodeid)

    @property
    def held(self) -> list[str]:
        """The ids of the claims that hold, in the guide's order."""
        return [id for id, evidence in self._evidence.items() if evidence.passed and not evidence.failed]


class GuideReporter:
    """Gathers coverage from the reports and ends the terminal's output with it."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.coverage = Coverage(claims_of(config))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count the report, in the controller those of all workers."""
        self.coverage.add(report)

    # The outermost wrapper: what follows its yield comes after pytest's own summary.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self) -> Iterator[None]:
        """Write the last line, if a scenario has run."""
        yield
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal and self.coverage.scenarios:
            terminal.write_line(
                f"Guide: {len(self.coverage.held)} of {len(self.coverage.claims)} claims held"
            )


def pytest_configure(config: pytest.Config) -> None:
    """Count in the controller, or in the only process."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(GuideReporter(config), "guide-reporter")
