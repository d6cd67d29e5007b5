"""What -v shows: scenarios in Gherkin's words."""

from __future__ import annotations

import pytest

from tests.harness.conftest import Project

ENGLISH = """
    Feature: Counting
      Scenario: Two numbers
        When "Kim" counts 1 and 2
        Then it says "Kim 1 2"
      Rule: Nobody errs
        Scenario Outline: More numbers
          When "Kim" counts <one> and 2
          Then it says "Kim 1 2"
          Examples:
            | one |
            | 1   |
            | 3   |
        @skip
        Scenario: Later
          Given a counter
"""
KOREAN = """
    # language: ko
    기능: 세기
      시나리오: 두 수
        만일 2 앞에 1을 "김"이 센다
        그러면 "김 1 2"라고 한다
      시나리오: 틀린 수
        만일 2 앞에 1을 "김"이 센다
        그러면 "김 1 3"라고 한다
      @xfail
      시나리오: 아직 틀린 수
        만일 2 앞에 1을 "김"이 센다
        그러면 "김 1 3"라고 한다
"""


@pytest.fixture
def counting(project: Project) -> Project:
    project.people()
    project.write("counting.feature", ENGLISH)
    project.write("세기.feature", KOREAN)
    project.write("test_other.py", "def test_other(): pass\n")
    return project


def progress(result: pytest.RunResult) -> list[str]:
    """The lines of the run itself: after the header, before what is said of failures."""
    lines = result.outlines
    begin = next(number for number, line in enumerate(lines) if "items" in line)
    end = next((number for number, line in enumerate(lines) if number > begin and line.startswith("==")))
    return [line for line in lines[begin + 1 : end] if line and not line.startswith("scheduling")]


def test_each_scenario_has_its_name_below_feature_and_rule(counting: Project) -> None:
    assert progress(counting.run("-v", "--reports=off")) == [
        "Feature: Counting",
        "  Scenario: Two numbers PASSED                                           [ 12%]",
        "  Rule: Nobody errs",
        "    Scenario Outline: More numbers[1] PASSED                             [ 25%]",
        "    Scenario Outline: More numbers[3] FAILED                             [ 37%]",
        "    Scenario: Later SKIPPED (unconditional skip)                         [ 50%]",
        "test_other.py::test_other PASSED                                         [ 62%]",
        "기능: 세기",
        "  시나리오: 두 수 통과                                                   [ 75%]",
        "  시나리오: 틀린 수 실패                                                 [ 87%]",
        "  시나리오: 아직 틀린 수 예상된 실패                                     [100%]",
    ]


def test_features_that_take_turns_are_named_each_time(counting: Project) -> None:
    ids = ["counting.feature::Two numbers", "세기.feature::두 수", "counting.feature::More numbers[1]"]
    lines = progress(counting.run("-v", "--reports=off", *ids, "counting.feature::Two numbers"))
    assert [line for line in lines if "%" not in line] == [
        "Feature: Counting",
        "기능: 세기",
        "Feature: Counting",
        "  Rule: Nobody errs",
    ]


def test_with_workers_each_line_tells_all(counting: Project) -> None:
    result = counting.run("-v", "-n1", "--reports=off")
    lines = progress(result)
    shown = sorted(line.split("] ", maxsplit=2)[-1] for line in lines if line.startswith("["))
    assert shown == sorted(
        [
            "PASSED Feature: Counting › Scenario: Two numbers",
            "PASSED Feature: Counting › Rule: Nobody errs › Scenario Outline: More numbers[1]",
            "FAILED Feature: Counting › Rule: Nobody errs › Scenario Outline: More numbers[3]",
            "SKIPPED Feature: Counting › Rule: Nobody errs › Scenario: Later",
            "PASSED test_other.py::test_other ",
            "통과 기능: 세기 › 시나리오: 두 수",
            "실패 기능: 세기 › 시나리오: 틀린 수",
            "예상된 실패 기능: 세기 › 시나리오: 아직 틀린 수",
        ]
    )
    percents = [line.split("] ")[1] for line in lines if line.startswith("[")]
    assert percents == [f"[{number * 100 // 8:3d}%" for number in range(1, 9)]
    # pytest says of other tests that they begin; a line of ours that did would be read twice.
    assert [line for line in lines if not line.startswith("[")] == ["test_other.py::test_other "]
    # The summary's words and node ids stay pytest's.
    result.assert_outcomes(passed=4, failed=2, skipped=1, xfailed=1)
    summary = [line.partition(" - ")[0] for line in result.outlines if line.startswith("FAILED")]
    assert {"FAILED counting.feature::More numbers[3]", "FAILED 세기.feature::틀린 수"} <= set(summary)


@pytest.mark.parametrize("options", [[], ["-q"], ["-v", "--collect-only"]])
def test_otherwise_nothing_is_named(counting: Project, options: list[str]) -> None:
    output = counting.run(*options, "--reports=off").stdout.str()
    assert "Scenario: " not in output
    assert "통과" not in output


@pytest.mark.parametrize("plugin", ["terminal", "junitxml", "debugging", "setuponly"])
def test_without_one_of_pytest_s_own_plugins_a_run_goes_on(counting: Project, plugin: str) -> None:
    result = counting.run("-p", f"no:{plugin}", "--replay=on")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.errlines == []
    assert (counting.path / "reports/guide.html").exists()


def test_colours_are_those_of_the_outcome(counting: Project) -> None:
    lines = counting.run("-v", "--color=yes", "--reports=off", "세기.feature").outlines
    assert "\x1b[1m기능: 세기\x1b[0m" in lines
    assert any(line.startswith("  시나리오: 두 수 \x1b[32m통과\x1b[0m") for line in lines)
    assert any(line.startswith("  시나리오: 틀린 수 \x1b[31m실패\x1b[0m") for line in lines)


def test_a_line_too_long_for_the_terminal_is_left_to_it(
    counting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = progress(counting.run("-v", "--reports=off", "counting.feature"))
    assert lines[1:4] == [
        "  Scenario: Two numbers PASSED   [ 25%]",
        "  Rule: Nobody errs",
        "    Scenario Outline: More numbers[1] PASSED [ 50%]",
    ]
