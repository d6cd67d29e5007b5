from __future__ import annotations

import os
from pathlib import Path

import pytest

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
    project.run("features/counting.feature::Many numbers").assert_outcomes(passed=2)


ODD = """
    Feature: Odd names
      Scenario: A::B [x] "q" (p) 'c' a/b.py 100% #1 @x
        Given a counter
      Scenario: [first] of all
        Given a counter
      Scenario: 따옴표 "하나" (둘::셋) [넷]
        Given a counter

      Scenario Outline: Rows [o] of <name>
        When "<name>" counts 1 and 2
        Examples:
          | name    |
          | 김하나  |
          | a::b    |
          | [c]     |
          | d/e (f) |
          | g\\nh    |
          |         |
"""


def test_node_ids_select_what_they_name(project: Project) -> None:
    project.write("features/이상한 이름.feature", ODD)
    ids = project.node_ids()
    assert len(ids) == 9
    assert [id.partition("::")[2] for id in ids[:5]] == [
        """A: :B [x] "q" (p) 'c' a/b.py 100% #1 @x[]""",
        "[first] of all[]",
        '따옴표 "하나" (둘: :셋) [넷][]',
        "Rows [o] of 김하나[]",
        "Rows [o] of a: :b[]",
    ]
    assert all(project.node_ids(id) == [id] for id in ids)
    project.run(*ids).assert_outcomes(passed=9)


def test_an_id_is_what_pytest_reads_it_as(project: Project) -> None:
    """Its cache keeps ids as text, its reports tell them by their parts, and junit.xml joins those again."""
    project.write("odd.feature", ODD)
    project.write("counting.feature", COUNTING)
    project.more_steps("""
from _pytest.junitxml import mangle_test_address

def pytest_collection_modifyitems(items):
    for item in items:
        read = type(item.id).parse(item.nodeid)
        assert (item.id, read.rest) == (read, item.name)
        assert mangle_test_address(item.nodeid)[1:] == [item.name]
    """)
    assert len(project.node_ids()) == 9 + 3
    assert len(project.node_ids("--browser", "chromium", "--browser", "firefox")) == 2 * (9 + 3)


FAILING = """
    Feature: Failing
      Scenario: One
        Given a counter

      Scenario: Two [x] of three
        When "Kim" counts 1 and 2
        Then it says "Lee 1 2"

      Scenario Outline: Many numbers
        When "Kim" counts <first> and 2
        Then it says "Kim 4 2"
        Examples:
          | first |
          | 3     |
          | 4     |
"""
FAILED = ["f.feature::Two [x] of three[]", "f.feature::Many numbers[3]"]


def test_what_failed_last_is_known_again(project: Project) -> None:
    settings = project.path / "tox.ini"
    settings.write_text(settings.read_text().replace("-p no:cacheprovider", ""))
    project.write("f.feature", FAILING)
    project.write("g.feature", COUNTING)
    project.run("--sw").assert_outcomes(passed=1, failed=1)
    project.run("--sw").assert_outcomes(failed=1, deselected=1)
    project.run("--sw", "--sw-skip").assert_outcomes(failed=2, deselected=1)
    project.run("--sw").assert_outcomes(failed=1, deselected=2)
    project.run().assert_outcomes(passed=5, failed=2)
    project.run("--lf").assert_outcomes(failed=2)
    result = project.run("--ff", "-rf")
    result.assert_outcomes(passed=5, failed=2)
    summary = [line for line in result.outlines if line.startswith("FAILED")]
    assert [line.removeprefix("FAILED ").partition(" - ")[0] for line in summary] == FAILED


def test_a_row_is_called_by_its_words(project: Project) -> None:
    project.write(
        "a.feature",
        """
        Feature: A
          Scenario Outline: <name> counts
            When "<name>" counts <first> and 2
            Examples:
              | name  | first |
              | Kim   | 1     |
              | <Lee> | 1     |

          Scenario Outline: <name> counts <first>
            When "<name>" counts <first> and 2
            Examples:
              | name | first |
              | Kim  | 1     |
              |      |       |
        """,
    )
    assert project.node_ids() == [
        "a.feature::Kim counts[1]",
        "a.feature::<Lee> counts[1]",
        "a.feature::Kim counts 1",
        "a.feature:: counts ",
    ]


def test_a_scenario_of_any_name_is_played(project: Project) -> None:
    names = ["Many numbers[3]", "setup_module", "__doc__", "pytestmark", "collect"]
    scenarios = "".join(f"\n      Scenario: {name}\n        Given a counter\n" for name in names)
    project.write("a.feature", COUNTING + scenarios)
    result = project.run("-v")
    result.assert_outcomes(passed=3 + len(names))
    assert all(f"  Scenario: {name} PASSED" in result.stdout.str() for name in names)


def test_two_scenarios_that_look_alike_are_refused(project: Project) -> None:
    names = ["Two  numbers", "Sum of 3", "Cafe\N{COMBINING ACUTE ACCENT}", "Café", "Two <first>"]
    for number, name in enumerate(names):
        text = ALIKE.replace("NAME", name).replace("KIND", f"Scenario{' Outline' * ('<' in name)}")
        project.write(f"{number}.feature", text)
    result = project.run()
    result.assert_outcomes(errors=len(names))
    assert result.stdout.str().count(" a scenario of this name is at line ") == len(names)


ALIKE = """
    Feature: A
      Scenario: Two numbers
        Given a counter
      Scenario: Café
        Given a counter
      Scenario Outline: Sum of <first>
        When "Kim" counts <first> and 2
        Examples:
          | first   |
          | 3       |
      KIND: NAME
        When "Kim" counts <first> and 2
        Examples:
          | first   |
          | numbers |
"""


def test_rows_that_read_alike_have_ids_of_their_own(project: Project) -> None:
    project.write(
        "a.feature",
        """
        Feature: A
          Scenario Outline: B
            When "<name>" counts <first> and 2
            Examples:
              | name | first |
              | a    | -1    |
              | a-   | 1     |
        """,
    )
    assert project.node_ids() == ["a.feature::B[a--1]", "a.feature::B[a--1][2]"]


def test_test_explorers_find_what_they_expect_of_a_test(project: Project) -> None:
    """VS Code takes a parametrized test for a Python function, and stops when its file is no .py."""
    project.write("a.feature", COUNTING)
    project.steps("""
        def pytest_collection_modifyitems(items):
            for item in items:
                print(item.location, hasattr(item, "callspec"))
    """)
    project.run("--collect-only", "-s").stdout.fnmatch_lines(
        [
            "('a.feature', 4, 'Two numbers') False",
            "('a.feature', 13, 'Many numbers[[]3]') False",
            "('a.feature', 14, 'Many numbers[[]4]') False",
        ]
    )


LINES = """
    @slow
    Feature: Lines

      Background:
        Given a counter

      Scenario: One
        When "Kim" counts 1 and 2

      # About rows
      @skip
      Scenario Outline: Rows
        When "Kim" counts <first> and 2

        Examples:
          | first |
          | 3     |
          | 4     |

      Rule: R
        Scenario: Two
          Given a counter
        Scenario: Three
          Given a counter
"""


ROWS, RULE = ["Rows[3]", "Rows[4]"], ["Two", "Three"]
SELECTED = {
    **{":8": ["One"], ":7": ["One"], ":9": ["One"], ":11": ROWS, ":13": ROWS, ":16": ROWS, ":20": RULE},
    **{":17": ["Rows[3]"], ":18": ["Rows[4]"], ":8:18": ["One", "Rows[4]"], ":22": ["Two"], ":24": ["Three"]},
    **{":2": ["One", *ROWS, *RULE], ":5": ["One", *ROWS, *RULE]},
}


def test_a_line_selects_its_scenario_or_its_row(project: Project) -> None:
    files = {f"features/{number}.feature": lines for number, lines in enumerate(SELECTED)}
    for file in files:
        project.write(file, LINES)
    ids = project.node_ids(*(file + lines for file, lines in files.items()))
    assert ids == [f"{file}::{name}" for file, lines in files.items() for name in SELECTED[lines]]


def test_lines_go_with_files_names_and_browsers(project: Project) -> None:
    project.write("a.feature", LINES)
    project.write("b.feature", COUNTING)
    assert project.node_ids("a.feature:8", "b.feature:12", "a.feature::Two") == [
        "a.feature::One",
        "b.feature::Many numbers[3]",
        "b.feature::Many numbers[4]",
        "a.feature::Two",
    ]
    assert project.node_ids("b.feature:14", "--browser", "chromium", "--browser", "firefox") == [
        "b.feature::Many numbers[3][chromium]",
        "b.feature::Many numbers[3][firefox]",
    ]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("a.feature:99", "ERROR: a.feature has no line 99: it has 24 lines"),
        ("a.feature:0", "ERROR: a.feature has no line 0: it has 24 lines"),
        ("b.feature:3", "ERROR: file or directory not found: b.feature:3"),
    ],
)
def test_a_line_that_is_not_there_is_refused(project: Project, argument: str, message: str) -> None:
    project.write("a.feature", LINES)
    project.refuse(message, argument)


def test_a_line_of_a_broken_feature_tells_what_is_broken(project: Project) -> None:
    project.write("a.feature", "Feature: A\n  Senario: B\n    Given a counter\n")
    result = project.run("a.feature:3")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["a.feature:2: “Senario” is no keyword: did you mean “Scenario:”?"])


def test_tags_with_dots_select_as_they_are_written(project: Project) -> None:
    project.claims("step.4", "how.sign-in")
    project.write(
        "a.feature",
        """
        Feature: A
          @guide.step.4
          Scenario: Quick
            Given a counter
          @guide.step.4 @slow
          Scenario: Slow
            Given a counter
          @guide.how.sign-in
          Scenario Outline: Other
            Given a <thing>
            Examples:
              | thing   |
              | counter |
            @guide.step.4
            Examples:
              | thing   |
              | counter |
        """,
    )
    assert project.node_ids("-m", "guide.step.4 and not slow") == [
        "a.feature::Quick",
        "a.feature::Other[counter][2]",
    ]
    assert len(project.node_ids("-m", "guide.how.sign-in or (slow and guide.step.4)")) == 3
    assert len(project.node_ids("-m", "not guide.step.4")) == 1


def test_a_line_selects_from_another_folder_and_in_a_worker_too(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.fragile_bank()
    project.write("features/a.feature", COUNTING)
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    typed = os.path.relpath(project.path / "features" / "a.feature")
    project.run(f"{typed}:5", "-n", "1").assert_outcomes(passed=1)
    project.refuse(f"ERROR: {typed} has no line 500: *", f"{typed}:500")


def test_words_select_in_korean_too(project: Project) -> None:
    project.write("features/세기.feature", COUNTING_KO)
    assert project.node_ids("-k", "여러 and 하나") == ["features/세기.feature::여러 수[하나]"]


def test_a_broken_feature_is_an_error_of_its_own_file_with_all_that_is_wrong(project: Project) -> None:
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a conter\n    Whem it counts\n  @slow\n")
    project.write("b.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    result = project.run("--continue-on-collection-errors")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "a.feature:3: undefined step: Given a conter",
            "a.feature:4: “Whem” is no keyword: did you mean “When”?",
            "a.feature:5: nothing follows these tags: they belong right above a scenario",
        ]
    )
    assert "Traceback" not in result.stdout.str()
    assert "site-packages" not in result.stdout.str()


def test_a_feature_with_a_byte_order_mark_runs(project: Project) -> None:
    project.write("a.feature", "\N{BYTE ORDER MARK}Feature: A\n  Scenario: B\n    Given a counter\n")
    project.run().assert_outcomes(passed=1)


def test_a_scenario_that_cannot_be_run_does_not_begin(project: Project) -> None:
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a counter", ko="계수기가 있다")
        def counter(): print("it has begun")
    """)
    project.write(
        "a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n    And nothing\n    And no one\n"
    )
    result = project.run("-s")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*a.feature:4: undefined step*", "*a.feature:5: undefined step*"])
    assert "it has begun" not in result.stdout.str()


def test_steps_of_a_background_keep_all_of_its_scenarios_from_being_run(project: Project) -> None:
    project.write(
        "a.feature",
        """
        Feature: A
          Scenario: Outside
            Given a counter
          Rule: R
            Background:
              Given a conter
            Scenario: One
              Given a counter
            Scenario: Two
              Given a counter
        """,
    )
    project.run().assert_outcomes(passed=1, failed=2)


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
