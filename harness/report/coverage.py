"""Which of the guide's claims a run has shown to hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from harness.report.record import AGAINST, FOR, Run, Scenario
from harness.seeds.guide import Claim, is_beyond

State = Literal["broken", "holds", "holds as far as run", "not shown", "not run"]


@dataclass(frozen=True)
class Shown:
    """A claim, and what a run says of it."""

    claim: Claim
    scenarios: list[Scenario]
    has_more: bool  # scenarios of features that the run did not collect carry it too

    @property
    def state(self) -> State:
        """A claim holds when all scenarios that carry its tag were run, one passed and none failed.

        A scenario that fails as expected (xfail) shows that the claim does not hold; a skipped one shows
        nothing. What was not run might have failed.
        """
        outcomes = {one.outcome if _counts(one) else "not run" for one in self.scenarios}
        if outcomes & AGAINST:
            return "broken"
        if outcomes & FOR:
            return "holds as far as run" if self.is_partial else "holds"
        return "not run" if "not run" in outcomes or self.has_more else "not shown"

    @property
    def run(self) -> int:
        """How many of its scenarios the run has played."""
        return sum(one.outcome != "not run" and _counts(one) for one in self.scenarios)

    @property
    def is_partial(self) -> bool:
        """Whether a scenario of it was played, and another one was not."""
        return self.run > 0 and (self.has_more or self.run < len(self.scenarios))

    @property
    def by_browser(self) -> dict[str, Shown]:
        """The same as each engine has shown it."""
        names = dict.fromkeys(one.browser for one in self.scenarios if one.browser)
        return {
            name: Shown(self.claim, [one for one in self.scenarios if one.browser == name], self.has_more)
            for name in names
        }


def _counts(scenario: Scenario) -> bool:
    """Whether it says something of its claims: what speaks for them may not be of this run at all."""
    return scenario.is_sure or scenario.outcome in AGAINST


def of_guide(run: Run) -> list[Shown]:
    """Every claim of the guide, in its order."""
    return [shown for shown in coverage(run) if not is_beyond(shown.claim.id)]


def coverage(run: Run) -> list[Shown]:
    """Every claim: the guide's in its order, then what is beyond it."""
    carrying = defaultdict(list)
    for scenario in run.scenarios:
        for id in scenario.claims:
            carrying[id].append(scenario)
    return [Shown(claim, carrying[claim.id], claim.id in run.elsewhere) for claim in run.claims]
