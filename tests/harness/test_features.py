from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.harness.conftest import Project

COUNTING = """
    Feature: Counting
      Background:
        Given a counter

      Scenario: Two numbers
        When "Kim" counts 1 and 2
        Then it says "Kim 1 2"

      Scenario Outline: Many numbers
        When "Kim" counts <first> and 2
        Then it says "Kim <first> 2"
        Examples:
          | first |
          | 3     |
          | 4     |
"""
COUNTING_KO = """
    # language: ko
    기능: 세기
      시나리오: 두 수
        조건 계수기가 있다
        만일 2 앞에 1을 "김하나"가 센다
        그러면 "김하나 1 2"라고 한다

      시나리오 개요: 여러 수
        만일 2 앞에 1을 "<이름>"이 센다
        그러면 "<이름> 1 2"라고 한다
        예:
          | 이름 |
          | 하나 |
"""


def test_features_in_both_languages_are_collected_under_readable_ids(project: Project) -> None:
    project.write("features/counting.feature", COUNTING)
    project.write("features/세기.feature", COUNTING_KO)
    assert project.node_ids() == [
        "features/counting.feature::Two numbers",
        "features/counting.feature::Many numbers[3]",
        "features/counting.feature::Many numbers[4]",
        "features/세기.feature::두 수",
        "features/세기.feature::여러 수[하나]",
    ]


def test_scenarios_in_both_languages_run(project: Project) -> None:
    project.write("features/counting.feature", COUNTING)
    project.write("features/counting_ko.feature", COUNTING_KO)
    project.run().assert_outcomes(passed=5)


def test_a_feature_runs_by_its_path_and_a_scenario_by_its_id(project: Project) -> None:
    project.write("features/counting.feature", COUNTING)
    project.write("features/counting_ko.feature", COUNTING_KO)
    project.run("features/counting.feature").assert_outcomes(passed=3)
    project.run("features/counting_ko.feature::두 수").assert_outcomes(passed=1)
    project.run("features/counting.feature::Many numbers[4]").assert_outcomes(passed=1)


def test_a_failure_names_the_step_and_hides_the_machinery(project: Project) -> None:
    project.write("a.feature", COUNTING.replace('it says "Kim 1 2"', 'it says "Kim 2 1"'))
    result = project.run()
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(['a.feature:7: Then it says "Kim 2 1"'])
    assert "call_fixture_func" not in result.stdout.str()


def test_reports_place_a_scenario_in_its_feature(project: Project) -> None:
    project.write("a.feature", COUNTING)
    project.steps("""
        def pytest_collection_modifyitems(items):
            print([item.location for item in items])
    """)
    project.run("--collect-only", "-s", "-k", "Two").stdout.fnmatch_lines(
        ["*('a.feature', 4, 'Two numbers')*"]
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Feature: A\n  Scenario: B\n    Given a counter\n    Whem it counts\n",
            "a.feature:4: this line begins with no keyword that may stand here: Whem it counts",
        ),
        (
            "# language: ko\n기능: A\n  시나리오: B\n    조건 계수기가 있다\n    만닐 센다\n",
            "a.feature:5: *no keyword*: 만닐 센다",
        ),
        ("# language: tlh-x\nFeature: A\n", "a.feature:1: *tlh-x*"),
        (
            "Feature: A\n  Scenario: B\n    Given a table\n      | a | b |\n      | c |\n",
            "a.feature:5: *cell count*",
        ),
        ("Feature: A\n  Scenario: B\n    And a counter\n", "a.feature:3: *'Given', 'When' or 'Then'*"),
        ("# nothing\n", "a.feature:1: no feature in this file"),
        ("Feature: A\n  Scenario: B\n", "a.feature:2: the scenario has no steps: B"),
        ("Feature: A\n  Scenario:\n    Given a counter\n", "a.feature:2: the scenario has no name"),
        (
            "Feature: A\n  Scenario Outline: B\n    Given <a>\n    Examples:\n      | a |\n",
            "a.feature:2: the outline has examples without a row: B",
        ),
    ],
)
def test_a_broken_feature_is_one_message_with_its_place(project: Project, text: str, message: str) -> None:
    project.write("a.feature", text)
    result = project.run()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([message])
    assert "Traceback" not in result.stdout.str()
    assert "site-packages" not in result.stdout.str()


def test_a_feature_with_a_byte_order_mark_runs(project: Project) -> None:
    project.write("a.feature", "\N{BYTE ORDER MARK}Feature: A\n  Scenario: B\n    Given a counter\n")
    project.run().assert_outcomes(passed=1)


def test_a_feature_in_another_encoding_is_refused(project: Project) -> None:
    (project.pytester.path / "a.feature").write_bytes("# language: ko\n기능: 세기\n".encode("cp949"))
    result = project.run()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["a.feature:1: not UTF-8; save the file in that encoding"])


def test_two_scenarios_of_one_name_are_refused_with_both_lines(project: Project) -> None:
    project.write(
        "a.feature",
        """
        Feature: A
          Scenario: Twice
            Given a counter
          Rule: R
            Scenario: Twice
              Given a counter
        """,
    )
    result = project.run()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["a.feature:5: a scenario of this name is at line 2 already: Twice"])


def test_an_unknown_tag_is_refused_with_the_nearest_known(project: Project) -> None:
    project.write(
        "a.feature",
        """
        @sloww
        Feature: A
          @slow
          Scenario Outline: B
            Given a <thing>
            @slwo
            Examples:
              | thing   |
              | counter |
        """,
    )
    result = project.run()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        [
            "a.feature:1: unknown tag @sloww; the nearest known one is @slow",
            "a.feature:6: unknown tag @slwo; the nearest known one is @slow",
        ]
    )


def test_known_tags_select_and_skip(project: Project) -> None:
    project.write(
        "a.feature",
        """
        Feature: A
          @slow
          Scenario: B
            Given a counter
          @skip
          Scenario: C
            Given a counter
        """,
    )
    project.run("-m", "slow").assert_outcomes(passed=1, deselected=1)
    project.run().assert_outcomes(passed=1, skipped=1)


def test_an_undefined_step_fails_its_own_scenario_and_names_the_nearest_phrases(project: Project) -> None:
    project.write(
        "a.feature", "Feature: A\n  Scenario: B\n    Given a conter\n  Scenario: C\n    Given a counter\n"
    )
    result = project.run()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["a.feature:3: undefined step: Given a conter", "The nearest phrases:", "  Given a counter"]
    )
    assert "Traceback" not in result.stdout.str()


def test_an_undefined_korean_step_is_answered_in_korean(project: Project) -> None:
    project.write("a.feature", "# language: ko\n기능: A\n  시나리오: B\n    조건 계산기가 있다\n")
    result = project.run()
    result.stdout.fnmatch_lines(
        ["a.feature:4: undefined step: 조건 계산기가 있다", "*", "  조건 계수기가 있다"]
    )


def test_a_step_that_matches_two_phrases_fails_naming_both(project: Project) -> None:
    project.steps("""
        from harness.vocabulary import given

        @given(en="a {thing:word}", ko="{thing:word}이 있다")
        def thing(thing): pass

        @given(en="a counter", ko="계수기가 있다")
        def counter(): pass
    """)
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "a.feature:3: this step matches 2 phrases: a counter",
            "  conftest.py:5: a {thing}",
            "  conftest.py:8: a counter",
        ]
    )


def test_hooks_of_pytest_bdd_and_its_own_steps_keep_working(project: Project) -> None:
    project.steps("""
        import pytest_bdd

        @pytest_bdd.given("a plain step")
        def plain(): pass

        def pytest_bdd_after_step(step):
            print("after:", step.name)
    """)
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a plain step\n")
    result = project.run("-s")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*after: a plain step"])


def test_workers_and_random_order_change_no_outcome(project: Project) -> None:
    project.write("features/counting.feature", COUNTING)
    project.write("features/counting_ko.feature", COUNTING_KO)
    project.write("features/wrong.feature", "Feature: A\n  Scenario: B\n    Given nothing\n")
    project.fragile_bank()
    project.run("--random-order").assert_outcomes(passed=5, failed=1)
    project.run_apart("-n", "2", "--random-order").assert_outcomes(passed=5, failed=1)


def test_each_browser_runs_each_scenario(project: Project) -> None:
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    result = project.run("--browser", "chromium", "--browser", "firefox", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["a.feature::B[[]chromium] PASSED*", "a.feature::B[[]firefox] PASSED*"])
