"""Which scenario is likely to notice which bug, so that few have to be played."""

from __future__ import annotations

from rapidfuzz import fuzz

from harness.play.features import ScenarioItem
from harness.report.proof import Proof
from harness.seeds.defects import Defect


def is_candidate(defect: Defect, item: ScenarioItem) -> bool:
    """Whether the scenario shows a claim that the bug breaks."""
    return not {*defect.claims}.isdisjoint(item.claims)


class Likelihood:
    """Orders what is to be played: first what has noticed before, then what speaks of the same things."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._texts: dict[ScenarioItem, str] = {}

    def of(self, defect: Defect, item: ScenarioItem) -> tuple[bool, float]:
        """The greater the likelier."""
        before = self._proof.plays.get((defect.name, item.nodeid))
        sentence = defect.in_language(item.template.feature.language)
        has_noticed = before is not None and before.verdict == "caught"
        return has_noticed, fuzz.token_set_ratio(sentence, self._text(item))

    def _text(self, item: ScenarioItem) -> str:
        if item not in self._texts:
            steps = (step.name for step in item.template.steps)
            self._texts[item] = " ".join([item.name, *steps])
        return self._texts[item]
