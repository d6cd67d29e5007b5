"""`renewal prove` and `renewal defects`, as far as they go without playing anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from harness.cli import main
from harness.prove import command
from harness.report import proof as proofs
from harness.report.proof import Play, Proof, Verdict
from harness.seeds.defects import Defect, load_defects

DEFECTS = {name: Defect(name, f"{name} in English", f"{name}의 한국어", ["step.1"]) for name in "abc"}
VERDICTS: dict[str, Verdict] = {"a": "caught", "b": "died", "c": "passed"}


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, list[str]]]:
    """What is played, in a project of three bugs of which `a` is caught, `b` dies, and `c` is passed over."""
    calls: list[tuple[str, list[str]]] = []

    def play(kind: str, features: list[str], defects: dict[str, Defect], workers: str) -> int:
        calls.append((kind, list(defects)))
        proof, sources = proofs.load(tmp_path), proofs.digest(tmp_path)
        for name in defects if kind == "defects" else ():
            verdict = VERDICTS[name]
            proof.add(
                Play(name, "x.feature::One", verdict, sources, "x.feature:3: When it breaks", "Error: no")
            )
            proof.finished[name] = sources
        if kind == "scenarios":
            proof.finished |= {"x.feature::One": sources, "x.feature::Two": sources}
        proofs.write(tmp_path, proof, DEFECTS, sources)
        return 0

    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr(command, "load_defects", lambda: DEFECTS)
    monkeypatch.setattr(command, "load_claims", lambda _: {"step.1": None})
    monkeypatch.setattr(command, "_play", play)
    monkeypatch.setenv("RENEWAL_LANG", "en")
    return calls


def prove(*names: str) -> tuple[int, list[str]]:
    lines: list[str] = []
    return command.prove(names, "0", lines.append), lines


def test_survivors_are_told_with_what_died_and_the_command_fails(played: list[object]) -> None:
    status, lines = prove("a", "b")
    assert (status, played) == (1, [("defects", ["a", "b"])])
    assert lines == [
        "Noticed by no scenario of its claims:",
        "  b",
        "    b in English (step.1)",
        "    died at: x.feature:3: When it breaks (Error: no)",
        "1 of 2 known bugs are noticed",
    ]


def test_it_succeeds_when_all_are_noticed(played: list[object]) -> None:
    assert prove("a") == (0, ["1 of 1 known bugs are noticed"])


@pytest.mark.parametrize("claim", ["step.1", "guide.step.1", "@guide.step.1"])
def test_a_claim_stands_for_the_bugs_that_break_it(played: list[object], claim: str) -> None:
    prove(claim)
    assert played == [("defects", ["a", "b", "c"])]


def test_what_these_sources_have_shown_is_not_played_again(
    played: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    prove("b")
    played.clear()
    _, lines = prove()
    assert lines[0].startswith("1 of 3 bugs are known already")
    assert played == [("defects", ["a", "c"]), ("scenarios", ["a", "b", "c"])]
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "new.py").touch()
    played.clear()
    prove()
    assert played[0] == ("defects", ["a", "b", "c"])


def test_scenarios_that_notice_nothing_are_told(played: list[object]) -> None:
    _, lines = prove()
    assert lines[1:3] == ["Scenarios that notice no known bug:", "  x.feature::Two (its claims have none)"]


def test_a_name_that_says_nothing_is_answered_with_the_nearest(played: list[object]) -> None:
    told = CliRunner().invoke(main, ["prove", "step.2"])
    assert (told.exit_code, told.output) == (1, "Error: there is no step.2; nearest: step.1\n")
    assert not played


def test_the_defects_are_listed_by_name_sentence_and_claims() -> None:
    told = CliRunner().invoke(main, ["defects", "--lang", "ko"]).output
    for one in load_defects().values():
        assert f"{one.name}\n    {one.ko}\n    {', '.join(one.claims)}\n" in told


def test_an_empty_proof_is_read_where_there_is_none(tmp_path: Path) -> None:
    assert proofs.load(tmp_path) == Proof()
