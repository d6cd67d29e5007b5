"""A run as data: what every report is made of.

Outcomes come from pytest's own reports (harness.report.recorder); what pytest does not know, steps above all,
is seen where the scenario is played (harness.report.observer).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, groupby, repeat
from pathlib import Path
from typing import Any, Literal

from harness.seeds.guide import Chapter, Claim

Outcome = Literal[
    "passed",
    "failed",
    "error",  # in set-up or tear-down
    "undefined",  # a step that no phrase says
    "crashed",  # the worker that played it
    "skipped",
    "excused",  # by what the browser cannot show
    "xfailed",  # failed as expected
    "xpassed",  # passed although expected to fail; `xfail_strict` makes it failed
    "not run",  # deselected, or not finished when the run was interrupted
]
StepOutcome = Literal["passed", "failed", "undefined", "skipped", "unknown"]

AGAINST: frozenset[Outcome] = frozenset({"failed", "error", "undefined", "crashed", "xfailed"})
FOR: frozenset[Outcome] = frozenset({"passed", "xpassed"})


@dataclass(frozen=True)
class Step:
    """A step as it stands in its feature, the words of its row put in."""

    keyword: str
    text: str
    line: int
    table: list[list[str]] | None = None
    docstring: str | None = None
    uri: str = ""  # its file, as a path from the project on
    definition: str | None = None  # file:line of what it is played as, if that is a composite
    within: list[Step] = field(default_factory=list)  # the composite steps that it is part of, from outside

    @classmethod
    def of(cls, told: dict[str, Any]) -> Step:
        """As it was told across processes."""
        return cls(**told | {"within": [cls.of(one) for one in told["within"]]})

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.uri, self.line


@dataclass
class Played:
    """What became of a step."""

    outcome: StepOutcome
    seconds: float = 0.0
    definition: str | None = None  # file:line of its function
    picture: str | None = None  # the screen after it: a path from reports/ on
    nearest: list[str] = field(default_factory=list)  # of an undefined one: steps that it may mean


@dataclass
class StepResult:
    """A step with what became of it, and of the steps that it consists of."""

    step: Step
    played: Played
    parts: list[StepResult] = field(default_factory=list)


def nested(steps: Iterable[tuple[Step, Played]], depth: int = 0) -> list[StepResult]:
    """The steps that were played, below the composite ones that they are part of."""
    found: list[StepResult] = []
    for _, group in groupby(steps, lambda one: [*one[0].within, one[0]][depth].place):
        leaves = list(group)
        if len(leaves[0][0].within) <= depth:
            found += [StepResult(step, played) for step, played in leaves]
        else:
            outer = leaves[0][0].within[depth]
            parts = nested(leaves, depth + 1)
            found.append(StepResult(outer, _whole(outer, [part.played for part in parts]), parts))
    return found


def _whole(step: Step, parts: list[Played]) -> Played:
    """What became of a step by what became of its parts: what the first that did not pass came to."""
    outcome: StepOutcome = next((part.outcome for part in parts if part.outcome != "passed"), "passed")
    nearest = [one for part in parts for one in part.nearest]
    return Played(outcome, sum(part.seconds for part in parts), step.definition, nearest=nearest)


@dataclass
class Phase:
    """What pytest reports of one part of an attempt, where the steps are those of `call`."""

    name: str  # setup, call, teardown; another one if what played it is gone
    outcome: str  # passed, failed, skipped (also if it failed as expected); rerun with pytest-rerunfailures
    seconds: float
    message: str = ""


@dataclass
class Attempt:
    """One time that a scenario was played; more than one where a plugin runs failures again."""

    outcome: Outcome
    started: datetime
    seconds: float
    message: str = ""
    worker: str | None = None
    browser: str | None = None  # name and version, if a page was opened
    evidence: str | None = None  # a folder, as a path from reports/ on
    replay: str | None = None  # what a replay has shown of a failure: a Verdict of harness.replay.replays
    steps: list[Played] = field(default_factory=list)
    phases: list[Phase] = field(default_factory=list)

    def files(self, reports: Path) -> list[str]:
        """The files that it has left, as paths from that folder of reports on."""
        left = (reports / self.evidence).rglob("*") if self.evidence else ()
        return [path.relative_to(reports).as_posix() for path in sorted(left) if path.is_file()]


@dataclass
class Scenario:
    """A scenario, or a row of its examples, that the run has found, whether or not it was run."""

    id: str  # pytest's node id
    uri: str  # the file, as a path from the project on
    line: int
    name: str
    rule: str | None = None
    claims: list[str] = field(default_factory=list)
    language: str = "en"
    steps: list[Step] = field(default_factory=list)
    selected: bool = True  # False: deselected, as with -k
    remarks: str = ""  # what is wrong with it though it could be played
    is_of_shard: bool = False  # to be run by this shard or another one
    browser: str = ""  # the engine that it is to be played in: a name as of --browser
    is_sure: bool = True  # False: played by a shard of which nobody knows whether it belongs to the run
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def last(self) -> Attempt | None:
        """The attempt that counts."""
        return self.attempts[-1] if self.attempts else None

    @property
    def outcome(self) -> Outcome:
        """The outcome of the last attempt."""
        return self.last.outcome if self.last else "not run"

    @property
    def played(self) -> list[StepResult]:
        """Each step with what became of it."""
        return self.played_in(self.last)

    def played_in(self, attempt: Attempt | None) -> list[StepResult]:
        """Each step with what became of it then: unknown where a worker crashed before it could tell."""
        known = attempt.steps if attempt else []
        rest: StepOutcome = "unknown" if attempt and attempt.outcome == "crashed" else "skipped"
        return nested(zip(self.steps, chain(known, repeat(Played(rest))), strict=False))


@dataclass
class Run:
    """A run: what it was, and what it found."""

    id: str
    started: datetime
    finished: datetime
    command: str
    commit: str | None  # with `-dirty` where files differ from it; None outside git
    seed: int
    python: str
    pytest: str
    defect: str | None = None  # the known bug that the bank was started with
    interruption: str | None = None  # why it ended before its time, in pytest's words
    unreadable: dict[str, str] = field(default_factory=dict)  # features not collected: path and message
    elsewhere: list[str] = field(default_factory=list)  # claims with scenarios that this run did not collect
    shard: tuple[int, int] | None = None  # which part of how many it has played
    engines: list[str] = field(default_factory=list)  # those that it was to play in
    problems: list[tuple[str, str]] = field(default_factory=list)  # of shards, in English and Korean
    scenarios: list[Scenario] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)  # of the guide as it was, and in its order
    chapters: list[Chapter] = field(default_factory=list)

    @property
    def browsers(self) -> list[str]:
        """The browsers that showed a page, with their versions."""
        attempts = chain.from_iterable(scenario.attempts for scenario in self.scenarios)
        return sorted({attempt.browser for attempt in attempts if attempt.browser})

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.finished - self.started).total_seconds()

    def with_outcome(self, outcomes: Iterable[Outcome]) -> list[Scenario]:
        """The scenarios of these outcomes."""
        wanted = set(outcomes)
        return [scenario for scenario in self.scenarios if scenario.outcome in wanted]
