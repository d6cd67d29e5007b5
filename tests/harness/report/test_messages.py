from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from harness.failure import tell
from harness.failure.evidence import Evidence
from harness.report import message_cases, record
from harness.report.message_results import results
from harness.report.observer import StepLog
from harness.report.record import Attempt, Phase, StepOutcome
from tests.harness.conftest import Project
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.left import CUCUMBER, Messages, junit, timeless
from tests.harness.report.test_record import EVERYTHING, STEPS

MORE_STEPS = """
    import pytest_bdd
    from harness.language.vocabulary import parameter, when

    parameter("fruit", ["apple", "pear"])

    @given(en="an/a {fruit}", ko="{fruit}이/가 있다")
    def fruit(fruit): pass

    @given(en="nothing", ko="아무것도 없다")
    @given(en="noth{what:word}", ko="없{what:word}")
    def nothing(what=""): pass

    @when(en="{name:string} counts {first:int} and {second:int}",
          ko="{name:string}이/가 {second:int} 앞에 {first:int}을 센다", target_fixture="counted")
    def count(name, first, second):
        return f"{name} {first} {second}"

    @then(en="it says {expected:string}", ko="{expected:string}라고 한다")
    def check(counted, expected):
        assert counted == expected

    @given(en="a table", ko="표가 있다")
    def table(datatable, docstring): pass

    @pytest_bdd.given("a plain step")
    def plain(): pass
"""
MORE = """
    # What else may become of a scenario.
    Feature: More
      Background:
        Given an apple

      Scenario: Ambiguous
        Given nothing

      Scenario: Plain
        Given a plain step

      Rule: Rows are scenarios
        Scenario Outline: Counts <first>
          Given a table
            | <first> |
            \"\"\"
            <first>
            \"\"\"
          When "Kim" counts <first> and 2
          Then it says "Kim 3 2"

          @guide.step.4
          Examples:
            | first |
            | 3     |
            | 4     |
"""
PASSED = {
    "passes": "it passes PASSED",
    "Plain": "an apple PASSED, a plain step PASSED",
    "Counts 3": 'an apple PASSED, a table PASSED, "Kim" counts 3 and 2 PASSED, it says "Kim 3 2" PASSED',
    "두 수": '"😀 하나"가 2 앞에 1을 센다 PASSED, "😀 하나 1 2"라고 한다 PASSED',
}
OTHERS = {
    "fails": "a scenario that passes PASSED, it fails FAILED, it takes 1 tenths of a second SKIPPED",
    "undefined": "a scenario that passes SKIPPED, a pink screen appears UNDEFINED",
    "Ambiguous": "an apple SKIPPED, nothing AMBIGUOUS",
    "skipped": "a scenario that passes PASSED, it is skipped SKIPPED, it passes SKIPPED",
    "excused": "a scenario that passes PASSED, the browser cannot show it SKIPPED",
    "expected to fail": "a scenario that passes PASSED, it is expected to fail PENDING",
    "marked, and fails": "a scenario that passes PASSED, it fails PENDING",
    "marked, and passes": "it passes PASSED, The scenario as a whole FAILED",
    "Counts 4": 'an apple PASSED, a table PASSED, "Kim" counts 4 and 2 PASSED, it says "Kim 3 2" FAILED',
}
AROUND = {
    "marked to skip": "Set-up SKIPPED, it passes SKIPPED, Tear-down PASSED",
    "error in set-up": "Set-up FAILED, it passes SKIPPED, Tear-down PASSED",
    "error in tear-down": "Set-up PASSED, a scenario that passes PASSED, its tear-down fails PASSED, "
    "Tear-down FAILED",
}
ALL = {
    name: f"Set-up PASSED, {steps}, Tear-down PASSED" for name, steps in (PASSED | OTHERS).items()
} | AROUND
FAILS = "features/everything.feature::fails"
KOREAN = """
    # language: ko
    기능: 세기
      시나리오: 두 수
        만일 "😀 하나"가 2 앞에 1을 센다
        그러면 "😀 하나 1 2"라고 한다
"""


@pytest.fixture
def outcomes(guide: Project) -> Project:
    """A project in which all can happen that needs no second process."""
    guide.more_steps(MORE_STEPS)
    guide.write("features/everything.feature", EVERYTHING)
    guide.write("features/more.feature", MORE)
    guide.write("features/세기.feature", KOREAN)
    return guide


PLAYED = pytest.StashKey["Project"]()


@pytest.fixture
def played(request: pytest.FixtureRequest) -> Project:
    """That project, played: once for all tests that but read what this has left."""
    stash = request.node.parent.stash
    if PLAYED not in stash:
        project = stash[PLAYED] = request.getfixturevalue("outcomes")
        project.run("-o", "xfail_strict=true")
    made: Project = stash[PLAYED]
    return made


# What becomes of scenarios


def test_every_step_and_hook_has_its_outcome(played: Project) -> None:
    told = Messages(played)
    assert told.outcomes == ALL
    assert told.of("testRunFinished")[0]["success"] is False
    assert not any(end["willBeRetried"] for end in told.of("testCaseFinished"))


def test_what_went_wrong_is_told_where_it_did(played: Project) -> None:
    told = Messages(played)
    messages = {name: told.said(name) for name in told.outcomes}
    assert "assert 1 == 2" in messages["fails"]["it fails"]
    assert "undefined step: Then a pink screen" in messages["undefined"]["a pink screen appears"]
    assert "matches 2 phrases" in messages["Ambiguous"]["nothing"]
    assert "unconditional skip" in messages["marked to skip"]["Set-up"]
    assert messages["skipped"] == {"it is skipped": "not now"}
    assert [*messages["expected to fail"]] == ["it is expected to fail"]
    assert "XPASS(strict)" in messages["marked, and passes"]["The scenario as a whole"]
    assert "in set-up" in messages["error in set-up"]["Set-up"]
    assert "in tear-down" in messages["error in tear-down"]["Tear-down"]
    assert not any(messages[name] for name in PASSED)


def test_a_run_without_failures_is_a_success(outcomes: Project) -> None:
    playing = {"passes", "skipped", "excused", "expected to fail", "marked, and passes", "Counts 3"}
    result = outcomes.run("-k", "passes or skipped or excused or expected or Counts and 3")
    assert result.ret == pytest.ExitCode.OK
    told = Messages(outcomes)
    assert told.of("testRunFinished")[0]["success"] is True
    assert len(told.of("pickle")) == len(ALL)
    assert len(told.of("testCase")) == len(playing)
    assert {*told.outcomes} == playing


def test_workers_and_order_change_nothing_but_times_and_names_of_workers(outcomes: Project) -> None:
    outcomes.fragile_bank()
    outcomes.write("features/broken.feature", "Feature: A\n  Scenario: B\n    Whem C\n")
    outcomes.run("-n", "0", "--continue-on-collection-errors")
    alone, left = Messages(outcomes), timeless(outcomes.path / "reports")
    outcomes.run("-n", "2", "--continue-on-collection-errors", "--random-order")
    together = Messages(outcomes)
    assert timeless(outcomes.path / "reports") == left
    assert len(alone.outcomes) == len(ALL)
    assert not any("workerId" in start for start in alone.of("testCaseStarted"))
    assert {start["workerId"] for start in together.of("testCaseStarted")} == {"gw0", "gw1"}


def test_a_crashed_worker_s_scenario_has_failed_with_steps_unknown(
    outcomes: Project, report: GuideReportPage
) -> None:
    steps = ["Given a scenario that passes", "Then its worker crashes"]
    outcomes.feature("features/a.feature", Dies=["@guide.step.7", *steps])
    outcomes.run("-n", "1")
    told = Messages(outcomes)
    assert told.outcomes["Dies"] == (
        "Set-up PASSED, a scenario that passes UNKNOWN, its worker crashes UNKNOWN, "
        "The scenario as a whole FAILED"
    )
    assert "crashed while running" in told.said("Dies")["The scenario as a whole"]
    assert len(told.outcomes) == len(ALL) + 1
    assert claims(outcomes, "Dies") == ["step.7"]

    report.of(outcomes)
    assert report.states("step.1", "step.7") == ["확인됨", "어긋남"]
    row = report.scenario("Dies")
    row.unfold()
    assert row.summary.startswith("Dies 실행 프로세스 비정상 종료")
    assert row.steps == [[step, "알 수 없음"] for step in steps]
    assert "crashed while running 'features/a.feature::Dies'" in row.message


def test_an_interrupted_scenario_has_no_end_and_later_ones_no_beginning(outcomes: Project) -> None:
    passes = ["Given a scenario that passes"]
    outcomes.feature("a.feature", Earlier=passes, Stops=["Then somebody types Ctrl-C"], Later=passes)
    outcomes.run("a.feature")
    told = Messages(outcomes)
    assert told.outcomes == {
        "Earlier": "Set-up PASSED, a scenario that passes PASSED, Tear-down PASSED",
        "Stops": "Set-up PASSED",
    }
    assert len(told.of("testCase")) == 3
    assert len(told.of("testCaseFinished")) == 1
    assert told.of("testRunFinished")[0]["success"] is False
    assert "Ctrl-C" in told.of("testRunFinished")[0]["message"]


def test_a_row_that_no_phrase_fits_is_undefined_beside_rows_that_some_does(project: Project) -> None:
    project.steps(STEPS + MORE_STEPS)
    project.write(
        "a.feature",
        """
        Feature: A
          Scenario Outline: With <thing>
            Given an apple
            And a <thing>
            Examples:
              | thing |
              | pear  |
              | peer  |
              | plan  |
        """,
    )
    project.run()
    told = Messages(project)
    assert told.outcomes == {
        "With pear": "Set-up PASSED, an apple PASSED, a pear PASSED, Tear-down PASSED",
        "With peer": "Set-up PASSED, an apple SKIPPED, a peer UNDEFINED, Tear-down PASSED",
        "With plan": "Set-up PASSED, an apple SKIPPED, a plan UNDEFINED, Tear-down PASSED",
    }
    steps = {step["id"]: step["text"] for pickle in told.of("pickle") for step in pickle["steps"]}
    suggested = {steps[one["pickleStepId"]]: one["snippets"] for one in told.of("suggestion")}
    assert list(suggested) == ["a peer", "a plan"]
    assert {"language": "gherkin", "code": "Given a {fruit}"} in suggested["a peer"]


def test_each_mistake_that_keeps_a_file_from_being_read_is_told_at_its_line(project: Project) -> None:
    project.steps(STEPS + MORE_STEPS)
    text = 'Feature: A\n  Senario: B\n    Given an appel\n    Whem "Kim" counts 1 and 2\n'
    project.write("features/a.feature", text)
    project.run()
    told = Messages(project)
    assert told.of("source") == [
        {"uri": "features/a.feature", "data": text, "mediaType": "text/x.cucumber.gherkin+plain"}
    ]
    errors = [(one["source"]["location"]["line"], one["message"]) for one in told.of("parseError")]
    assert [line for line, _ in errors] == [2, 3, 4]
    assert errors[0][1] == "“Senario” is no keyword: did you mean “Scenario:”?"
    assert told.of("testRunFinished")[0]["success"] is False
    assert errors[1][1] == "“appel” does not fit here; this step takes: apple, pear"
    assert {one["source"]["uri"] for one in told.of("parseError")} == {"features/a.feature"}


def test_a_parameter_of_a_type_that_does_not_exist_is_told_and_plays_nothing(project: Project) -> None:
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="{where:airport} is closed", ko="{where:airport}이/가 닫혔다")
        def closed(where): pass

        @given(en="an apple", ko="사과가 있다")
        def apple(): pass
    """)
    project.write(
        "a.feature", "Feature: A\n  Scenario: B\n    Given CDG is closed\n  Scenario: C\n    Given an apple\n"
    )
    result = project.run()
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(
        ["*undefined step: Given CDG is closed", "*conftest.py:5 *no parameter type {airport}"]
    )
    assert "Traceback" not in result.stdout.str()
    told = Messages(project)
    assert told.of("undefinedParameterType") == [
        {"name": "airport", "expression": "{airport} is closed"},
        {"name": "airport", "expression": "{airport}이/가 닫혔다"},
    ]
    assert [one["pattern"]["source"] for one in told.of("stepDefinition")] == ["an apple", "사과가 있다"]
    assert told.outcomes["B"] == "Set-up PASSED, CDG is closed UNDEFINED, Tear-down PASSED"


def test_no_two_attachments_of_an_attempt_are_called_alike(tmp_path: Path) -> None:
    for file in ("page.txt", "replay/page.txt", "replay/05.jpg"):
        (tmp_path / "runs/1/failures/a" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "runs/1/failures/a" / file).write_text("a")
    attempt = Attempt("failed", datetime.now(), 1.0, evidence="runs/1/failures/a")
    files = attempt.files(tmp_path)
    names = [message_cases._name(file, "runs/1/failures/a") for file in files]
    assert names == ["page.txt", "replay-05.jpg", "replay-page.txt"]
    assert message_cases._name("runs/1/pictures/a/05.jpg", "runs/1/failures/a") == "05.jpg"


def test_a_scenario_that_is_not_to_be_run_at_all_is_pending() -> None:
    notrun = Phase("setup", "skipped", 0.0, "[NOTRUN]")
    step = record.StepResult(record.Step("Given", "a counter", 1), record.Played("skipped"))
    attempt = Attempt("xfailed", None, 0.0, phases=[notrun])  # type: ignore[arg-type]
    assert [(one.part, one.status.value) for one in results(attempt, [step])] == [
        ("Set-up", "PENDING"),
        (0, "SKIPPED"),
    ]


# What there is to be run


def test_features_are_told_whole(played: Project) -> None:
    told = Messages(played)
    assert [source["uri"] for source in told.of("source")] == [
        "features/everything.feature",
        "features/more.feature",
        "features/세기.feature",
    ]
    for source in told.of("source"):
        assert source["data"] == (played.path / source["uri"]).read_text("utf-8")
    _, document, korean = told.of("gherkinDocument")
    assert document["comments"][0]["text"] == "# What else may become of a scenario."
    assert korean["feature"]["language"] == "ko"
    [pickle] = [pickle for pickle in told.of("pickle") if pickle["name"] == "Counts 3"]
    assert [tag["name"] for tag in pickle["tags"]] == ["@guide.step.4"]
    argument = pickle["steps"][1]["argument"]
    assert argument["dataTable"]["rows"] == [{"cells": [{"value": "3"}]}]
    assert argument["docString"]["content"] == "3"


def test_phrases_are_told_with_their_places_in_both_languages(played: Project) -> None:
    told = Messages(played)
    lines = played.read("conftest.py").splitlines()
    found = {}
    for definition in told.of("stepDefinition"):
        assert definition["pattern"]["type"] == "CUCUMBER_EXPRESSION"
        place = definition["sourceReference"]
        assert place["uri"] == "conftest.py"
        found[definition["pattern"]["source"]] = lines[place["location"]["line"] - 1]
    assert (
        found["it says {string}"] == '@then(en="it says {expected:string}", ko="{expected:string}라고 한다")'
    )
    assert found["{string}라고 한다"] == found["it says {string}"]
    assert [(type["name"], type["regularExpressions"]) for type in told.of("parameterType")] == [
        ("fruit", ["apple", "pear"])
    ]


def test_steps_are_told_with_what_they_match(played: Project) -> None:
    told = Messages(played)
    definitions = told.by_id("stepDefinition")
    matches: dict[str, list[Any]] = {}
    for case in told.of("testCase"):
        for step in case["testSteps"]:
            if "pickleStepId" in step:
                matches[told.names[step["id"]]] = [
                    (
                        definitions[id]["pattern"]["source"],
                        [
                            (one["parameterTypeName"], one["group"]["start"], one["group"]["value"])
                            for one in list["stepMatchArguments"]
                        ],
                    )
                    for id, list in zip(
                        step["stepDefinitionIds"], step["stepMatchArgumentsLists"], strict=True
                    )
                ]
    assert matches["an apple"] == [("an/a {fruit}", [("fruit", 3, "apple")])]
    # A character beyond the first 65,536 counts twice, as in JavaScript.
    assert matches['"😀 하나"가 2 앞에 1을 센다'] == [
        (
            "{string}이/가 {int} 앞에 {int}을 센다",
            [("string", 0, '"😀 하나"'), ("int", 9, "2"), ("int", 14, "1")],
        )
    ]
    assert [source for source, _ in matches["nothing"]] == ["noth{word}", "nothing"]
    assert matches["a pink screen appears"] == matches["a plain step"] == []


def test_the_run_is_told_with_what_it_ran_on(outcomes: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    outcomes.run("-k", "Plain")
    [meta] = Messages(outcomes).of("meta")
    assert meta["implementation"]["name"] == "renewal-harness"
    assert meta["protocolVersion"].startswith("34.")
    assert "ci" not in meta
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "a/b")
    monkeypatch.setenv("GITHUB_RUN_ID", "7")
    monkeypatch.setenv("GITHUB_SHA", "c0ffee")
    outcomes.run("-k", "Plain")
    [meta] = Messages(outcomes).of("meta")
    assert meta["ci"]["url"] == "https://github.com/a/b/actions/runs/7"
    assert meta["ci"]["git"]["revision"] == "c0ffee"


def test_a_feature_that_changes_during_the_run_is_left_out_and_said_so(outcomes: Project) -> None:
    outcomes.more_steps("""
    @when(en="the file changes", ko="파일이 바뀐다")
    def change():
        Path("features/a.feature").write_text("Feature: A\\n  Scenario: C\\n    Given nothing\\n")
    """)
    outcomes.write("features/a.feature", "Feature: A\n  Scenario: Changes\n    When the file changes\n")
    outcomes.run("-k", "Changes or passes")
    told = Messages(outcomes)
    assert set(told.outcomes) == {"passes", "marked, and passes"}
    assert told.of("testRunFinished")[0]["message"] == (
        "Left out, as its file has changed since: features/a.feature::Changes"
    )


def test_each_browser_has_its_own_outcomes(project: Project) -> None:
    project.steps(STEPS + MORE_STEPS)
    project.more_steps("""
    @when(en="the browser is chromium", ko="크로미움이다")
    def browser(browser_name):
        assert browser_name == "chromium"
    """)
    project.write("a.feature", "Feature: A\n  Scenario: B\n    When the browser is chromium\n")
    project.run("--browser", "chromium", "--browser", "firefox")
    told = Messages(project)
    assert [source["uri"] for source in told.of("source")] == ["a.feature#chromium", "a.feature#firefox"]
    statuses = [end["testStepResult"]["status"] for end in told.of("testStepFinished")]
    assert statuses == ["PASSED", "PASSED", "PASSED", "PASSED", "FAILED", "PASSED"]
    pickles = {pickle["id"]: pickle["uri"] for pickle in told.of("pickle")}
    assert [pickles[case["pickleId"]] for case in told.of("testCase")] == [
        "a.feature#chromium",
        "a.feature#firefox",
    ]


# What is left of failures


def test_pictures_and_texts_of_failures_are_embedded_and_all_else_is_linked(
    outcomes: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {
        "screenshot.png": b"\x89PNG",
        "page.txt": b"a page \x80",
        "console.txt": b"",
        "the world.zip": b"PK",
    }
    monkeypatch.setattr(tell, "gather", lambda scene: Evidence(files=left))
    outcomes.run(FAILS)
    told = Messages(outcomes)
    found = {one["fileName"]: one for one in told.of("attachment")}
    assert {told.names[one["testStepId"]] for one in found.values()} == {"it fails"}
    assert (found["screenshot.png"]["mediaType"], found["screenshot.png"]["body"]) == (
        "image/png",
        "iVBORw==",
    )
    assert found["screenshot.png"]["contentEncoding"] == "BASE64"
    assert (found["page.txt"]["mediaType"], found["page.txt"]["body"]) == ("text/plain", "a page \ufffd")
    assert found["page.txt"]["contentEncoding"] == "IDENTITY"
    assert "Then it fails" in found["failure.txt"]["body"]
    assert "console.txt" not in found  # empty
    [linked] = told.of("externalAttachment")
    assert linked["mediaType"] == "application/zip"
    assert linked["url"].endswith("/the%20world.zip")


def test_pictures_of_what_passed_are_linked(outcomes: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StepLog, "end", ends_with_a_picture)
    outcomes.run(FAILS, "features/more.feature::Plain")
    told = Messages(outcomes)
    assert [told.scenarios[one["testCaseStartedId"]] for one in told.of("externalAttachment")] == [
        "Plain"
    ] * 2
    assert {one["url"] for one in told.of("externalAttachment")} == {"a%20picture.png"}
    assert "Plain" not in {told.scenarios[one["testCaseStartedId"]] for one in told.of("attachment")}


def ends_with_a_picture(log: StepLog, outcome: StepOutcome) -> None:
    log.played[-1].outcome = outcome
    log.picture("a picture.png")


# junit.xml


def claims(project: Project, scenario: str) -> list[str]:
    """A scenario's claims in junit.xml."""
    properties = junit(project)[scenario].iter("property")
    return [one.attrib["value"] for one in properties if one.attrib["name"] == "claim"]


def test_junit_xml_has_the_claims_as_properties(played: Project) -> None:
    assert len(junit(played)) == len(ALL)
    assert claims(played, "error in tear-down") == claims(played, "Counts 4") == ["step.4"]
    assert claims(played, "Plain") == []


def test_junit_xml_is_written_where_the_user_wants_it(outcomes: Project) -> None:
    outcomes.run("--junit-xml=mine.xml")
    assert outcomes.read("mine.xml").count('name="claim" value="step.4"') == 3
    assert not (outcomes.path / "reports" / "junit.xml").exists()
    assert (outcomes.path / "reports" / "messages.ndjson").exists()


# Cucumber's own formatter


def test_cucumber_s_html_formatter_renders_them(played: Project, page: Page, tmp_path: Path) -> None:
    node, report = shutil.which("node"), tmp_path / "report.html"
    if not node or not (CUCUMBER / "node_modules/installed").exists():
        pytest.skip(f"Cucumber's HTML formatter is not installed: see {CUCUMBER.name}/README.md")
    subprocess.run([node, CUCUMBER / "render.mjs", Messages(played).path, report], check=True)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(report.as_uri())
    for text in (
        "Rows are scenarios",
        "marked, and passes",
        "No step definition found.",
        "Multiple matching step definitions",
    ):
        page.get_by_text(text).first.wait_for()
    page.get_by_text("세기.feature").click()
    page.get_by_text("두 수").first.wait_for()
    assert not errors
