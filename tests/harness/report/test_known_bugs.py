"""What guide.html says of the bugs that scenarios would notice, in the state that the proof is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.report import known_bugs, writers
from harness.report import proof as proofs
from harness.report.proof import Play, Proof
from harness.seeds.defects import Defect
from tests.harness.report.test_guide_report import PAGE, run

BUGS = {
    name: Defect(name, f"{name} is wrong", f"{name} 오류", [claim])
    for name, claim in {"early": "need.validity", "late": "need.validity", "lost": "need.legal"}.items()
}
Prove = Callable[..., None]


@pytest.fixture
def prove(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prove:
    """Leave a proof in which `late` was noticed by nobody, and `early` by a scenario."""
    monkeypatch.setattr(known_bugs, "load_defects", lambda: BUGS)

    def prove(sources: str | None = None) -> None:
        of = sources or proofs.digest(tmp_path)
        proof = Proof(finished={"early": of, "late": of})
        proof.add(Play("early", "features/a.feature::It is too early", "caught", of))
        proof.add(Play("late", "features/a.feature::It is too early", "passed", of))
        proofs.write(tmp_path, proof, BUGS, of)

    return prove


def test_each_claim_says_how_many_bugs_would_be_noticed_and_by_what(
    page: Page, prove: Prove, tmp_path: Path
) -> None:
    prove()
    writers.write_all(run(), tmp_path)
    page.goto((tmp_path / PAGE).as_uri())
    told = page.locator("#claim-need\\.validity .bugs")
    expect(told.locator("summary")).to_have_text(
        "1 of 2 known bugs would be noticed알려진 버그 2개 중 1개를 알아차립니다"
    )
    expect(told.locator("[data-bug=early]")).to_contain_text("features/a.feature · It is too early")
    expect(told.locator("[data-bug=late]")).to_contain_text("no scenario has noticed it")
    for claim in ("need\\.legal", "step\\.1"):  # of which nothing is known, and which has no bug
        expect(page.locator(f"#claim-{claim} .bugs")).to_have_count(0)


def test_an_older_proof_is_called_so(page: Page, prove: Prove, tmp_path: Path) -> None:
    prove("0123456789abcdef")
    writers.write_all(run(), tmp_path)
    page.goto((tmp_path / PAGE).as_uri())
    expect(page.locator(".bugs summary .note")).to_contain_text("by an older proof")
    expect(page.locator(".bugs [data-bug=early]")).to_contain_text("It is too early")


def test_a_run_at_a_bank_with_a_bug_says_so(page: Page, tmp_path: Path) -> None:
    writers.write_all(run(defect="early"), tmp_path)
    page.goto((tmp_path / PAGE).as_uri())
    expect(page.get_by_role("note").filter(has_text="started with a known bug")).to_contain_text("early")
