"""Which scenario is likely to notice which bug, so that few have to be played."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz

from harness.play.features import ScenarioItem
from harness.report.proof import Proof
from harness.seeds.defects import Defect


def is_candidate(defect: Defect, item: ScenarioItem) -> bool:
    """Whether the scenario shows a claim that the bug breaks."""
    return not {*defect.claims}.isdisjoint(item.claims)


def likelihood(proof: Proof, defect: Defect, item: ScenarioItem) -> tuple[bool, float]:
    """The greater the likelier: first what has noticed it before, then what speaks of the same things."""
    before = proof.plays.get((defect.name, item.nodeid))
    sentence = defect.in_language(item.template.feature.language)
    return before is not None and before.verdict == "caught", fuzz.token_set_ratio(sentence, _text(item))


@cache
def _text(item: ScenarioItem) -> str:
    return " ".join([item.name, *(step.name for step in item.template.steps)])
