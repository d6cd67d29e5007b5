"""The pytest plugin of `renewal prove`: scenarios are collected as ever, and played against known bugs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from time import perf_counter, time
from typing import TYPE_CHECKING, Any

import pytest

from harness.errors import HarnessError
from harness.play.bank import Bank, BankProcess
from harness.play.bank_of_run import BANK
from harness.play.features import ScenarioItem
from harness.prove.banks import Banks
from harness.prove.clerk import Clerk
from harness.prove.judge import note_crash, play
from harness.prove.trial import SEEN, Trial, of_all, of_defects, of_scenarios
from harness.report import proof as proofs
from harness.report.proof import Play, Proof
from harness.seeds.defects import load_defects

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

# What a scenario cannot do in that time it could not do: it has caught nothing, and others are to be tried.
ACTION_LIMIT = 5000  # ms


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `renewal prove` tells; nobody else does."""
    group = parser.getgroup("prove", "renewal prove")
    group.addoption("--prove", choices=("defects", "scenarios", "all"), help="what is to be tried")
    group.addoption("--of", default="", help="the bugs to be tried, by their names; else all")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Take the place of the run's one bank: a fixture is that of the plugin registered last."""
    config.pluginmanager.unregister(config.stash[BANK])
    told = getattr(config, "workerinput", {}).get(SEEN)
    known = Proof.of_json(json.loads(told)) if told else proofs.load(config.rootpath)
    sources = proofs.digest(config.rootpath)
    config.pluginmanager.register(Prover(config, known, sources))
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Clerk(config, known, sources))


class Prover:
    """Plays trials, in the workers or in the only process; `known` is what had been seen before."""

    def __init__(self, config: pytest.Config, known: Proof, sources: str) -> None:
        self._config = config
        self._known = known
        self._sources = sources
        self._banks = Banks(partial(BankProcess, config.rootpath))
        self._served: Bank | None = None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Let workers know what is known: all have to come to the same trials."""
        node.workerinput[SEEN] = json.dumps(self._known.as_json({}, self._sources))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Put trials in the place of the scenarios, which play in them."""
        names = self._config.getoption("--of").split(",")
        defects = [one for one in load_defects().values() if one.name in names or names == [""]]
        scenarios = [item for item in items if isinstance(item, ScenarioItem)]
        match self._config.getoption("--prove"):
            case "defects":
                items[:] = of_defects(session, defects, scenarios, self._known)
            case "scenarios":
                items[:] = of_scenarios(session, defects, scenarios, self._known, self._sources)
            case _:
                items[:] = of_all(session, defects, scenarios)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Play a trial, and report what was seen."""
        if not isinstance(item, Trial):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        start, began = time(), perf_counter()
        seen = [asdict(one) for one in self._played(item, nextitem)]
        seconds = perf_counter() - began
        report = pytest.TestReport(
            item.nodeid, item.location, {}, "passed", None, "call", duration=seconds, start=start, stop=time()
        )
        setattr(report, SEEN, seen)
        item.ihook.pytest_runtest_logreport(report=report)
        item.session._setupstate.teardown_exact(nextitem)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def _played(self, item: Trial, nextitem: pytest.Item | None) -> Iterator[Play]:
        for pair in item.pairs:
            try:
                self._served = self._banks.with_defect(pair.defect)
            except HarnessError as error:
                yield Play(pair.defect, pair.item.nodeid, "died", self._sources, why=str(error))
                return
            if isinstance(nextitem, Trial) and nextitem.pairs:
                self._banks.prepare(nextitem.pairs[0].defect)
            seen = play(pair.defect, pair.item, self._sources, item)
            self._served.close()
            yield seen
            if item.stops and seen.verdict == "caught":
                return

    def pytest_unconfigure(self) -> None:
        """End the banks."""
        self._banks.stop()

    # What scenarios play with

    @pytest.fixture
    def bank(self) -> Bank:
        """The bank whose bug is being tried."""
        assert self._served
        return self._served

    @pytest.fixture
    def new_context(
        self, request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]
    ) -> Callable[..., BrowserContext]:
        """pytest-playwright's, with less patience for what cannot be done; not for what is compared."""

        def impatient(**arguments: Any) -> BrowserContext:
            context = new_context(**arguments)
            context.set_default_timeout(ACTION_LIMIT)
            context.on("response", partial(note_crash, request.node))
            return context

        return impatient
