"""What a proof is made of, as pytest's items, so that its workers, order and interruption serve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pytest

from harness.language.gherkin import played, scenarios
from harness.play.features import FeatureFile, ScenarioItem
from harness.prove.likely import is_candidate, likelihood
from harness.report.proof import Proof
from harness.seeds.defects import Defect

SEEN = "renewal_seen"  # the attribute of a trial's report: the plays, as JSON has them


def whole(item: ScenarioItem) -> str:
    """The scenario that the item is, or is a row of, as a node id: an outline is one scenario."""
    assert isinstance(item.parent, FeatureFile)
    return f"{item.nodeid.partition('::')[0]}::{_names(item.parent)[item.originalname]}"


@cache
def _names(file: FeatureFile) -> dict[str, str]:
    """The names of a feature's scenarios, by those of what is run of them."""
    return {row.name: one.name for one in scenarios(file.document) for row in played(one)}


@dataclass(frozen=True)
class Pair:
    """A bug, and a scenario that is to notice it."""

    defect: str
    item: ScenarioItem


class Trial(pytest.Item):
    """Pairs to be played one after the other; until one has caught, if it `stops`."""

    pairs: Sequence[Pair]
    stops: bool

    def runtest(self) -> None:
        """Nothing by itself: harness.prove.proving plays the pairs, each as an item of its own."""

    def reportinfo(self) -> tuple[str, None, str]:
        """Nowhere in a file."""
        return "", None, self.name


def of_defects(
    session: pytest.Session, defects: list[Defect], items: list[ScenarioItem], proof: Proof
) -> list[Trial]:
    """For each bug a trial: the scenarios of its claims, the likeliest first, until one catches it."""
    trials = []
    for defect in defects:
        candidates = [item for item in items if is_candidate(defect, item)]
        candidates.sort(key=lambda item: likelihood(proof, defect, item), reverse=True)
        pairs = [Pair(defect.name, item) for item in candidates]
        trials.append(_trial(session, defect.name, pairs, stops=True))
    return trials


def of_all(session: pytest.Session, defects: list[Defect], items: list[ScenarioItem]) -> list[Trial]:
    """For each bug a trial of every scenario of its claims; then, to be counted, each scenario's name."""
    trials = []
    for defect in defects:
        if pairs := [Pair(defect.name, item) for item in items if is_candidate(defect, item)]:
            trials.append(_trial(session, defect.name, pairs, stops=False))
    ids = dict.fromkeys(whole(item) for item in items)
    return [*trials, *(_trial(session, id, [], stops=False) for id in ids)]


def of_scenarios(
    session: pytest.Session, defects: list[Defect], items: list[ScenarioItem], proof: Proof, sources: str
) -> list[Trial]:
    """For each scenario that has caught no bug yet a trial: the bugs of its claims, the likeliest first.

    The rows of an outline are one scenario. What was played with these sources is not played again.
    """
    seen = {pair: play for pair, play in proof.plays.items() if play.sources == sources}
    caught = {play.whole for play in seen.values() if play.verdict == "caught"}
    trials = []
    for id, rows in groupby(items, key=lambda item: whole(item)):
        if id in caught or proof.finished.get(id) == sources:
            continue
        pairs = [(one, item) for item in rows for one in defects if is_candidate(one, item)]
        pairs = [(one, item) for one, item in pairs if (one.name, item.nodeid) not in seen]
        pairs.sort(key=lambda pair: likelihood(proof, *pair), reverse=True)
        trials.append(_trial(session, id, [Pair(one.name, item) for one, item in pairs], stops=True))
    # Neighbours that need the same bank share it.
    return sorted(trials, key=lambda trial: [pair.defect for pair in trial.pairs[:1]])


def _trial(session: pytest.Session, name: str, pairs: Sequence[Pair], stops: bool) -> Trial:
    trial: Trial = Trial.from_parent(session, name=name, nodeid=name)
    trial.pairs, trial.stops = pairs, stops
    return trial
