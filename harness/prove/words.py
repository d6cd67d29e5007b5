"""What `renewal prove` tells people."""

from __future__ import annotations

from collections.abc import Sequence

from harness.report.proof import Play
from harness.spoken import said


def result(subject: str, seen: Sequence[Play], seconds: float) -> list[str]:
    """What became of a trial: by which step it was caught or, if by none, what died of something else."""
    caught = [one for one in seen if one.verdict == "caught"]
    plays = said(f"{len(seen)} played, {seconds:.0f} s", f"{len(seen)}개 실행, {seconds:.0f}초")
    missed = said("NOTICES NOTHING", "알아차리는 버그 없음") if "::" in subject else said("MISSED", "놓침")
    verdict = said("caught", "발견") if caught else missed
    told = caught or [one for one in seen if one.verdict == "died"]
    return [f"{verdict}  {subject}  ({plays})", *(f"    {ended(one)}" for one in told)]


def ended(play: Play) -> str:
    """Where a scenario ended, and of what if that was no finding of its own."""
    if play.verdict == "caught":
        return play.step
    at = play.step or play.scenario
    return said(f"died at: {at} ({play.why})", f"다른 이유로 중단: {at} ({play.why})")


def notices(scenario: str, defects: Sequence[str]) -> str:
    """Which bugs a scenario notices."""
    bugs = ", ".join(defects)
    return f"{scenario}: " + (
        said(f"notices {bugs}", bugs) if bugs else said("notices nothing", "알아차리는 버그 없음")
    )
