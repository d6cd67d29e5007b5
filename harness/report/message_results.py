"""What became of a scenario, as Cucumber Messages can tell it: a result for each step and hook.

Pytest knows more than steps: set-up and tear-down are a hook before and one after them, and what it says of
a scenario none of whose steps went wrong (a fault that never struck, a worker that crashed) is a third.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from cucumber_messages import HookType
from cucumber_messages import TestStepResultStatus as Status

from harness.report.record import Attempt, Phase, StepResult

SET_UP, VERDICT, TEAR_DOWN = "Set-up", "The scenario as a whole", "Tear-down"
HOOKS = {
    SET_UP: HookType.before_test_case,
    VERDICT: HookType.after_test_case,
    TEAR_DOWN: HookType.after_test_case,
}
STATUS = {
    "passed": Status.passed,
    "failed": Status.failed,
    "rerun": Status.failed,
    "undefined": Status.undefined,
    "skipped": Status.skipped,
    "unknown": Status.unknown,
}
WRONG = {Status.failed, Status.undefined, Status.ambiguous}


@dataclass
class Result:
    """What became of a hook, a name of HOOKS, or of a step, its number."""

    part: str | int
    status: Status
    seconds: float = 0.0
    message: str = ""
    files: list[str] = field(default_factory=list)  # paths from reports/ on
    nearest: list[str] = field(default_factory=list)  # of an undefined step: steps that it may mean
    parts: list[str] = field(default_factory=list)  # of a composite step: what it consists of, line by line


def results(attempt: Attempt, steps: Sequence[StepResult], ambiguous: Collection[int] = ()) -> list[Result]:
    """What became of each part of an attempt, in the order of time; nothing of a part that it did not reach.

    `steps` are those of the scenario, and `ambiguous` are the numbers of the steps that several phrases say.
    """
    phases = {phase.name: phase for phase in attempt.phases}
    set_up, tear_down = phases.pop("setup", None), phases.pop("teardown", None)
    call = next(iter(phases.values()), None)  # or what xdist says of a worker that is gone
    found = [_of_hook(SET_UP, set_up, attempt)] if set_up else []
    if call or (set_up and set_up.outcome != "passed"):
        found += _of_steps(steps, ambiguous)
    if call and call.outcome != "passed":
        found = _explained(found, _of_hook(VERDICT, call, attempt))
    return found + ([_of_hook(TEAR_DOWN, tear_down, attempt)] if tear_down else [])


def _of_hook(name: str, phase: Phase, attempt: Attempt) -> Result:
    # A failure that is expected is known, and to be mended some day: Cucumber's word for that is pending.
    expected = attempt.outcome == "xfailed" and phase.outcome == "skipped"
    # What the steps have taken is theirs.
    seconds = 0.0 if name == VERDICT else phase.seconds
    return Result(name, Status.pending if expected else STATUS[phase.outcome], seconds, phase.message)


def _of_steps(steps: Sequence[StepResult], ambiguous: Collection[int]) -> list[Result]:
    found = []
    for number, told in enumerate(steps):
        played = told.played
        status = STATUS[played.outcome]
        if status == Status.failed and number in ambiguous:
            status = Status.ambiguous
        parts = [*_parts(told.parts)]
        found.append(Result(number, status, played.seconds, "", [*_pictures(told)], played.nearest, parts))
    return found


def _pictures(told: StepResult) -> Iterator[str]:
    if told.played.picture:
        yield told.played.picture
    for part in told.parts:
        yield from _pictures(part)


def _parts(parts: Sequence[StepResult], margin: str = "") -> Iterator[str]:
    """What a step consists of, for a log: what became of each, where it stands, what it says."""
    for part in parts:
        step, played = part.step, part.played
        yield f"{margin}{played.outcome}: {step.uri}:{step.line}: {step.keyword} {step.text}"
        yield from _parts(part.parts, f"{margin}  ")


def _explained(found: list[Result], verdict: Result) -> list[Result]:
    """`found` with what is said of the scenario at the step that it ended with, if there is one."""
    steps = [result for result in found if result.part not in HOOKS]
    wrong = [step for step in steps if step.status in WRONG]
    # A step that skips the scenario takes its time; those that were not played take none.
    left = [step for step in steps if step.status == Status.skipped and step.seconds]
    culprit = next(iter(wrong or left), None)
    if not culprit:
        return [*found, verdict]
    culprit.message = verdict.message
    if verdict.status == Status.pending:
        culprit.status = Status.pending
    return found
