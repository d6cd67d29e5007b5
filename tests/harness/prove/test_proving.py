"""Trials played end to end, in a small project whose bank only knows which bug it was started with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.harness.conftest import Project

# Two bugs of the catalogue, by their claim.
CLAIM = "step.1"
HOME, MENU = "home-leads-nowhere", "menu-has-no-certificate-centre"

BANK = """
    import json
    import sys
    from http.server import BaseHTTPRequestHandler, HTTPServer

    defect = sys.argv[sys.argv.index("--defect") + 1]

    class Bank(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(500 if self.path == "/crash" else 200)
            self.end_headers()
            self.wfile.write(json.dumps({"defect": defect}).encode())

        def log_message(self, *arguments): pass

    server = HTTPServer(("127.0.0.1", 0), Bank)
    print(json.dumps({"url": f"http://localhost:{server.server_port}", "token": "secret"}), flush=True)
    server.serve_forever()
"""
STEPS = """
    from harness.language.vocabulary import given, then, when

    @given(en="a bank without {defect:string}", ko="{defect:string} 없는 은행이 있다")
    def arrange(bank, defect):
        assert bank.defect() != defect, f"the bank has {defect}"

    @when(en="{defect:string} is in the way", ko="{defect:string}에 막힌다")
    def act(bank, defect):
        assert bank.defect() != defect, f"stopped by {defect}"

    @then(en="there is no {defect:string}", ko="{defect:string}이/가 없다")
    def look(bank, defect):
        assert bank.defect() != defect, f"there is {defect}"

    @then(en="{defect:string} is awaited", ko="{defect:string}을/를 기다린다")
    def wait(bank, defect):
        if bank.defect() == defect:
            raise TimeoutError(defect)

    @then(en="the page at {path:string} tells", ko="{path:string} 화면에 나온다")
    def tells(bank, new_context, path):
        page = new_context().new_page()
        page.goto(bank.url + path)
        assert page.title() == "Renewed"
"""
FEATURE = """
    Feature: Bugs
      @guide.step.1
      Scenario: Looks for the menu
        Then there is no "menu-has-no-certificate-centre"

      @guide.step.1
      Scenario Outline: Looks away
        Then there is no "<other>"
        Examples:
          | other |
          | one   |
          | two   |

      @guide.step.2
      Scenario: Shows another claim
        Then there is no "home-leads-nowhere"
"""


@pytest.fixture
def project(browsing_project: Project) -> Project:
    project = browsing_project
    project.steps(STEPS)
    project.bank(BANK)
    project.claims("step.1", "step.2")
    project.write("features/bugs.feature", FEATURE)
    return project


def prove(project: Project, kind: str, *arguments: str, of: str = f"{HOME},{MENU}") -> list[str]:
    played = project.run(
        *("-p", "harness.prove.proving", f"--prove={kind}", f"--of={of}", "-qq", "--no-header"), *arguments
    )
    assert not played.stderr.lines
    return [line for line in played.outlines if line]


def proof(project: Project) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(project.read("reports/proof.json"))
    return told


def test_a_bug_is_caught_by_a_then_of_a_scenario_of_its_claim(project: Project) -> None:
    lines = prove(project, "defects", "-n", "1")
    told = proof(project)["defects"]
    assert told[MENU] == {
        "claims": ["step.1", "how.menu"],
        "verdict": "caught",
        "by": ["features/bugs.feature::Looks for the menu"],
    }
    assert told[HOME]["verdict"] == "survived"
    assert any(f"caught  {MENU}" in line for line in lines)
    assert any(f"MISSED  {HOME}  (3 played" in line for line in lines)


@pytest.mark.parametrize(
    "step",
    ['Given a bank without "X"', 'When "X" is in the way', 'Then "X" is awaited'],
    ids=["a Given", "a When", "a time-out"],
)
def test_a_scenario_that_dies_otherwise_has_caught_nothing(project: Project, step: str) -> None:
    step = step.replace("X", HOME)
    project.write(
        "features/bugs.feature",
        f'Feature: Bugs\n  @guide.step.1\n  Scenario: Dies\n    {step}\n    Then there is no "other"\n',
    )
    lines = prove(project, "defects", of=HOME)
    assert f"features/bugs.feature:4: {step}" in lines[-1]
    assert "died at" in lines[-1]
    assert proof(project)["defects"][HOME]["verdict"] == "survived"
    assert proof(project)["plays"][0]["verdict"] == "died"


@pytest.mark.parametrize(("path", "verdict"), [("/page", "caught"), ("/crash", "died")])
def test_a_then_that_finds_the_bank_crashed_has_caught_nothing(
    project: Project, path: str, verdict: str
) -> None:
    feature = f'Feature: Bugs\n  @guide.step.1\n  Scenario: Looks\n    Then the page at "{path}" tells\n'
    project.write("features/bugs.feature", feature)
    prove(project, "defects", of=HOME)
    assert proof(project)["plays"][0]["verdict"] == verdict
    assert ("the bank crashed" in proof(project)["plays"][0]["why"]) == (verdict == "died")


def test_what_caught_a_bug_last_time_is_played_first(project: Project) -> None:
    prove(project, "defects")
    lines = prove(project, "defects", of=MENU)
    assert f"caught  {MENU}  (1 played" in lines[0]


def test_a_scenario_that_has_caught_nothing_is_played_against_the_other_bugs_of_its_claims(
    project: Project,
) -> None:
    prove(project, "defects", of=MENU)
    prove(project, "scenarios")
    assert proof(project)["idle"] == [
        "features/bugs.feature::Looks away",
        "features/bugs.feature::Shows another claim",
    ]


def test_of_a_feature_each_scenario_says_what_it_notices(project: Project) -> None:
    lines = prove(project, "all")
    assert lines[-3:] == [
        f"features/bugs.feature::Looks for the menu: notices {MENU}",
        "features/bugs.feature::Looks away: notices nothing",
        "features/bugs.feature::Shows another claim: notices nothing",
    ]
