"""A pytest plugin: scenarios are collected as ever, and played against mutants until one notices.

`--trials` names a file of JSON, [{id of a mutant, file, text, scenarios: [node ids]}]; what was seen is
written after each mutant to `--seen`, {id: {noticed, by, why, played}}.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from harness.play.bank import BankError, BankProcess
from harness.play.bank_of_run import BANK
from harness.play.features import ScenarioItem
from harness.prove.banks import Banks
from harness.prove.judge import play
from harness.prove.proving import Prover
from harness.prove.trial import SEEN, Pair, Trial
from harness.report.proof import Play, Proof
from mock_bank import defects
from tests.mutants.reach import MOST
from tests.mutants.sources import KEPT, PACKAGE, ROOT


@dataclass
class Seen:
    """What became of a mutant: which scenario or test noticed, by what, of how many that were played."""

    noticed: bool
    by: str = ""
    why: str = ""
    played: int = 0


def altered_project(to: Path, file: str, text: str) -> Path:
    """A project at `to` like this one, but for one file of the mock bank, which has that `text`."""
    shutil.copytree(PACKAGE, to / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    (to / PACKAGE.name / file).write_text(text, encoding="utf-8")
    for path in ROOT.iterdir():
        if path.name in ("conftest.py", "pyproject.toml", "harness", "pages", "seeds", "steps", "tests"):
            (to / path.name).symlink_to(path)
    return to


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `python -m tests.mutants` tells."""
    parser.addoption("--trials", type=Path, help="what is to be tried")
    parser.addoption("--seen", type=Path, help="where to write what was seen")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Take the place of the run's one bank: a fixture is that of the plugin registered last."""
    own = config.stash[BANK]
    config.pluginmanager.unregister(own)
    config.pluginmanager.register(MutantProver(config))
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Writer(config))


@cache
def _claims_on(file: str) -> set[str]:
    """The claims that known bugs of that file break."""
    return {claim for one in defects.load().values() if one.file == file for claim in one.claims}


class MutantProver(Prover):
    """Plays as `renewal prove` does, where any failure counts that the bank as it is does not bring about."""

    def __init__(self, config: pytest.Config) -> None:
        super().__init__(config, Proof(), "")
        self._told: dict[str, dict[str, Any]] = {
            one["id"]: one for one in json.loads(config.getoption("--trials").read_text())
        }
        self._banks = Banks(self._start)

    def _start(self, id: str) -> BankProcess:
        if id == "":
            return BankProcess(ROOT)
        told = self._told[id]
        folder = KEPT / "altered" / id.replace("/", "-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return BankProcess(altered_project(folder, told["file"], told["text"]))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Put a trial for each mutant in the place of the scenarios."""
        scenarios = {item.nodeid: item for item in items if isinstance(item, ScenarioItem)}
        items[:] = [self._trial(session, told, scenarios) for told in self._told.values()]

    def _trial(
        self, session: pytest.Session, told: dict[str, Any], scenarios: dict[str, ScenarioItem]
    ) -> Trial:
        trial: Trial = Trial.from_parent(session, name=told["id"], nodeid=told["id"])
        reaching, unlike = (
            [scenarios[id] for id in told[key] if id in scenarios] for key in ("reaching", "unlike")
        )
        likely = [one for one in reaching if not _claims_on(told["file"]).isdisjoint(one.claims)]
        some = Random(told["id"]).sample(likely, min(len(likely), MOST // 2))
        chosen = list(dict.fromkeys([*some, *unlike]))[:MOST]
        trial.pairs, trial.stops = [Pair(told["id"], one) for one in chosen], True
        return trial

    def _played(self, item: Trial, nextitem: pytest.Item | None) -> Any:
        for pair in item.pairs:
            try:
                seen = self._play(pair.defect, pair.item, item)
            except BankError as error:
                yield Play(pair.defect, pair.item.nodeid, "died", "", why=str(error))
                return
            if seen.verdict != "passed" and self._play("", pair.item, item).verdict != "passed":
                continue  # it fails anyhow, on a busy machine: nothing is to be learnt from it
            yield seen
            if seen.verdict != "passed":
                return

    def _play(self, bank: str, scenario: ScenarioItem, after: Trial) -> Play:
        self._served = self._banks.with_defect(bank)
        seen = play(bank, scenario, "", after)
        self._served.close()
        return seen


class Writer:
    """Writes what was seen, and tells it, in the controller or in the only process."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._file: Path = config.getoption("--seen")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in a trial."""
        plays = [Play(**one) for one in getattr(report, SEEN, ())]
        last = plays[-1] if plays else None
        noticed = last is not None and last.verdict != "passed"
        seen = Seen(noticed, last.scenario, f"{last.step} {last.why}", len(plays)) if last else Seen(False)
        known = json.loads(self._file.read_text()) if self._file.exists() else {}
        known[report.nodeid] = asdict(seen)
        self._file.write_text(json.dumps(known, ensure_ascii=False, indent=1))
        terminal: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        what = f"noticed by {seen.by}" if noticed else f"NOT NOTICED by the {len(plays)} played"
        terminal.write_line(f"{report.nodeid}: {what} ({report.duration:.0f} s)")

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Have pytest itself say nothing of a trial."""
        return ("", "", "") if hasattr(report, SEEN) else None
