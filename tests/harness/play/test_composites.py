"""Phrases that features define, played: what they come to, and where that is told."""

from __future__ import annotations

import pytest

from tests.harness.conftest import Project
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.left import Messages, junit

MORE_STEPS = """
from harness.language.vocabulary import Table
import os, pytest

@when(en="these are counted:", ko="이것들을 센다:", table=Table({"one": "하나"}))
def these(datatable): assert datatable == [["one"], ["1"]]

@when(en="this is told:", ko="이렇게 말한다:")
def this(docstring): assert docstring == "Dear you,\\nhello"

@then(en="it is skipped", ko="건너뛴다")
def skips(): pytest.skip("not now")

@then(en="it fails as it is known to", ko="알려진 실패다")
def fails(): pytest.xfail("known")

@then(en="the worker dies", ko="실행 프로세스가 죽는다")
def dies(): os._exit(3)
"""
PHRASES = """
    Feature: Phrases
      Background:
        Given nobody plays this
      @phrase
      Scenario: <who> counts twice up to <n:int>
        When "<who>" counts 1 and <n>
        Then it says "<who> 1 2"
      @phrase
      Scenario: all that <who> does
        Given a counter
        When <who> counts twice up to 2
        And <who> counts twice up to 3
      @phrase
      Scenario: what is below is passed on
        When these are counted:
          | <table> |
        And it is told
          \"\"\"
          hello
          \"\"\"
      @phrase
      Scenario: it is told
        When this is told:
          \"\"\"
          Dear you,
          <text>
          \"\"\"
      @phrase
      Scenario: enough
        Then it is skipped
      @phrase
      Scenario: what fails
        Then it fails as it is known to
      @phrase
      Scenario: what nobody knows
        When "Kim" counts 1 and 2
        Then nobody knows this
"""
KOREAN = """
    # language: ko
    기능: 표현
      @표현
      시나리오: <이름>이 둘까지 센다
        만일 2 앞에 1을 "<이름>"이 센다
        그러면 "<이름> 1 2"라고 한다
"""
USES = """
    Feature: Counting
      Background:
        Given a counter
      Scenario Outline: Rows
        When <who> counts twice up to <n>
        Examples:
          | who | n |
          | Kim | 2 |
          | Lee | 3 |
      Rule: In a rule
        Background:
          When Kim counts twice up to 2
        Scenario: Deep
          Given all that Kim does
          Then it says "Kim"
        Scenario: Below
          When what is below is passed on
            | one |
            | 1   |
          Then it says "Kim 1 2"
        Scenario: Skipped
          Then enough
        Scenario: Known
          Then what fails
      Scenario: Unknown
        When what nobody knows
      Scenario: In Korean
        When 김이 둘까지 센다
"""


@pytest.fixture
def counting(project: Project) -> Project:
    project.people()
    project.more_steps(MORE_STEPS)
    project.write("features/phrases.feature", PHRASES)
    project.write("features/표현.feature", KOREAN)
    project.write("features/counting.feature", USES)
    return project


def test_each_outcome_is_that_of_the_steps_inside(counting: Project) -> None:
    result = counting.run("-v")
    result.assert_outcomes(passed=3, failed=3, skipped=1, xfailed=1)
    output = result.stdout.str()
    assert "Phrases" not in output
    result.stdout.fnmatch_lines(
        [
            "Step       features/counting.feature:5: When Lee counts twice up to 3",
            '             features/phrases.feature:7: Then it says "Lee 1 2"',
        ]
    )
    result.stdout.fnmatch_lines(
        [
            "Step       features/counting.feature:14: Given all that Kim does",
            "             features/phrases.feature:12: And Kim counts twice up to 3",
            '               features/phrases.feature:7: Then it says "Kim 1 2"',
        ]
    )
    result.stdout.fnmatch_lines(
        [
            "Problem    features/counting.feature:26: undefined step: Then nobody knows this",
            "             features/phrases.feature:*: Then nobody knows this",
        ]
    )
    result.stdout.fnmatch_lines(
        [
            "*Given all that Kim does",
            "* ✓ Given a counter",
            "*When Kim counts twice up to 2",
            '*   ✓ Then it says "Kim 1 2"',
            "*And Kim counts twice up to 3",
            '*   ✗ Then it says "Kim 1 2"',
        ]
    )
    result.stdout.fnmatch_lines(['*만일 2 앞에 1을 "김"이 센다'])
    failure = junit(counting)["Rows[Lee-3]"].findtext("failure") or ""
    assert "features/phrases.feature:7: Then" in failure


def test_a_replay_fails_at_the_same_step_inside(counting: Project) -> None:
    counting.run("--replay=on", "-k", "Lee").stdout.fnmatch_lines(["replay 1/1 * → failed again"])


def test_the_report_shows_both_levels(counting: Project, report: GuideReportPage) -> None:
    counting.feature("features/end.feature", an_end=["@phrase", "Then the worker dies"])
    counting.feature("features/dies.feature", Dies=["Then an end"])
    counting.run("-n", "1")
    report.of(counting)
    report.read_in("English")
    assert "crashed" in report.scenario("Dies").summary
    wrong = report.page.get_by_role("region", name="What went wrong")
    failed = wrong.get_by_role("article").filter(has_text="Deep")
    outer = failed.get_by_role("list", name="all that Kim does")
    assert outer.is_visible()
    inner = outer.get_by_role("list", name="Kim counts twice up to 3")
    assert inner.get_by_role("listitem").all_inner_texts()[1].startswith('Then it says "Kim 1 2"')
    assert "failed" in inner.get_by_role("listitem").all_inner_texts()[1]
    passed = outer.get_by_role("list", name="Kim counts twice up to 2")
    assert not passed.is_visible()
    outer.get_by_text("When Kim counts twice up to 2").click()
    assert passed.is_visible()


def test_messages_tell_the_step_and_log_what_it_consists_of(counting: Project) -> None:
    counting.run()
    told = Messages(counting)
    logs = [one["body"] for one in told.of("attachment")]
    assert (
        "passed: features/phrases.feature:10: Given a counter\n"
        "passed: features/phrases.feature:11: When Kim counts twice up to 2\n"
        '  passed: features/phrases.feature:6: When "Kim" counts 1 and 2\n'
        '  passed: features/phrases.feature:7: Then it says "Kim 1 2"\n'
        "failed: features/phrases.feature:12: And Kim counts twice up to 3\n"
        '  passed: features/phrases.feature:6: When "Kim" counts 1 and 3\n'
        '  failed: features/phrases.feature:7: Then it says "Kim 1 2"'
    ) in logs
    assert told.outcomes["Deep"].startswith(
        "Set-up PASSED, a counter PASSED, Kim counts twice up to 2 PASSED, all that Kim does FAILED,"
    )
    assert "features/phrases.feature:7: Then" in told.said("Deep")["all that Kim does"]
    places = {
        one["pattern"]["source"]: (one["sourceReference"]["uri"], one["sourceReference"]["location"]["line"])
        for one in told.of("stepDefinition")
    }
    assert places["{text} counts twice up to {int}"] == ("features/phrases.feature", 5)
    assert places["{text}이 둘까지 센다"] == ("features/표현.feature", 4)


def test_the_line_of_a_phrase_is_no_scenario_s(counting: Project) -> None:
    line = "features/phrases.feature:6"
    counting.refuse(f"*{line} is a phrase: it is played where a scenario says it", line)


def test_a_phrase_is_never_collected(counting: Project) -> None:
    assert counting.node_ids("features/phrases.feature", "features/표현.feature") == []


def test_a_test_of_pytest_bdd_s_own_kind_goes_on(project: Project) -> None:
    project.write("plain/a.txt", "Feature: A\n  Scenario: B\n    Given a counter\n")
    project.write("test_plain.py", "from pytest_bdd import scenarios\nscenarios('plain/a.txt')\n")
    project.run("test_plain.py").assert_outcomes(passed=1)
