"""`renewal prove`: what is named on the command line is tried, and told at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from harness import ROOT
from harness.errors import HarnessError
from harness.play import own_run
from harness.prove.words import ended
from harness.report import proof as proofs
from harness.report.proof import FILE, Proof
from harness.seeds.defects import Defect, load_defects, no_such
from harness.seeds.guide import claimed, load_claims
from harness.spoken import said, spoken

Tell = Callable[[str], None]
A_CORE = 3  # players


@dataclass
class Wanted:
    """What is to be tried: these bugs, and the scenarios of these features; none named: all."""

    defects: dict[str, Defect] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)


def prove(names: Iterable[str], workers: str | None, tell: Tell) -> int:
    """Try what is named: bugs, claims or features; else everything that these sources have not shown yet.

    Returns 0 if every bug is noticed and, where scenarios are asked about, each notices one; else pytest's
    exit code. Raises HarnessError, before anything is played, for a name that says nothing.
    """
    wanted = _wanted(names)
    # Who notices a bug has waited five seconds for what does not come: time in which others can play.
    workers = workers or str(A_CORE * (os.cpu_count() or 1))
    if wanted.features:
        return _play("all", wanted.features, wanted.defects, workers)
    if wanted.defects:
        return _prove(wanted.defects, workers, tell)
    return _prove_all(workers, tell)


def _wanted(names: Iterable[str]) -> Wanted:
    defects, claims, wanted = load_defects(), load_claims(ROOT), Wanted()
    for name in names:
        tag = name.removeprefix("@")
        claim = claimed(tag) or tag
        if ".feature" in name or Path(name).exists():
            wanted.features += own_run.features(name)
        elif name in defects:
            wanted.defects[name] = defects[name]
        elif claim in claims:
            wanted.defects |= {one.name: one for one in defects.values() if claim in one.claims}
        else:
            raise HarnessError(*no_such(name, [*defects, *claims]))
    return wanted


def _prove_all(workers: str, tell: Tell) -> int:
    """First every bug, then every scenario that has noticed none: what these sources have shown is known."""
    defects, sources, known = load_defects(), proofs.digest(ROOT), proofs.load(ROOT)
    left = {name: one for name, one in defects.items() if not known.is_known(name, sources)}
    if count := len(defects) - len(left):
        tell(
            said(
                f"{count} of {len(defects)} bugs are known already; delete {FILE} to try them anew",
                f"버그 {len(defects)}개 중 {count}개는 이미 확인했습니다. 다시 하려면 {FILE} 파일을 지우세요",
            )
        )
    status = _prove(left, workers, lambda _: None) if left else 0
    if status <= pytest.ExitCode.TESTS_FAILED:
        tell(said("Does every scenario notice a bug?", "시나리오마다 알아차리는 버그가 있는지 봅니다."))
        status = max(status, _play("scenarios", ["features"], defects, workers))
    proof = proofs.load(ROOT)
    idle = _tell_idle(proof, sources, tell)
    missed = _tell_missed(proof, defects, sources, tell)
    return max(status, int(idle or missed))


def _prove(defects: dict[str, Defect], workers: str, tell: Tell) -> int:
    status = _play("defects", ["features"], defects, workers)
    missed = _tell_missed(proofs.load(ROOT), defects, proofs.digest(ROOT), tell)
    return max(status, int(missed))


def _tell_missed(proof: Proof, defects: dict[str, Defect], sources: str, tell: Tell) -> bool:
    """Tell which bugs no scenario notices; whether there are any."""
    missed = [one for one in defects.values() if not proof.catches(one.name, sources)]
    if missed:
        tell(
            said("Noticed by no scenario of its claims:", "관련 안내 내용의 어느 시나리오도 알아차리지 못함:")
        )
    for one in missed:
        unknown = said(" (not played to the end)", " (끝까지 실행하지 못함)")
        tell(f"  {one.name}{'' if proof.is_known(one.name, sources) else unknown}")
        tell(f"    {one.in_language(spoken())} ({', '.join(one.claims)})")
        for play in proof.of_defect(one.name, sources):
            if play.verdict == "died":
                tell(f"    {ended(play)}")
    noticed = len(defects) - len(missed)
    tell(
        said(
            f"{noticed} of {len(defects)} known bugs are noticed",
            f"알려진 버그 {len(defects)}개 중 {noticed}개를 알아차립니다",
        )
    )
    return bool(missed)


def _tell_idle(proof: Proof, sources: str, tell: Tell) -> bool:
    """Tell which scenarios notice nothing at all; whether there are any."""
    idle, played = proof.idle(sources), proof.played(sources)
    if idle:
        tell(said("Scenarios that notice no known bug:", "알려진 버그를 하나도 알아차리지 못하는 시나리오:"))
    for id in idle:
        no_bug = said(" (its claims have none)", " (관련된 알려진 버그가 없음)")
        tell(f"  {id}{'' if id in played else no_bug}")
    return bool(idle)


def _play(kind: str, features: list[str], defects: Iterable[str], workers: str) -> int:
    """Have pytest play it, whose exit code it returns; what was seen lies in the proof's file afterwards."""
    options = ["-p", "harness.prove.proving", f"--prove={kind}", f"--of={','.join(defects)}"]
    return own_run.play(features, *options, "-n", workers, "--maxschedchunk=1")
