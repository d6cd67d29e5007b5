"""Tags of one's own: seeds/tags.toml, in features, in `-m`, and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.check.project import known_tags
from harness.errors import HarnessError
from harness.seeds.tags import TAGS_FILE, is_known
from tests.harness.conftest import Project

TAGS = """
    [tags]
    regression = "before each release"
    "회귀" = "배포 전에 실행"
    "JIRA-*" = "the issue"
"""
FEATURE = """
    @regression
    Feature: A
      @JIRA-12 @회귀
      Scenario: B
        Given a counter
      @JIRA-2.1
      Scenario: C
        Given a counter
"""


@pytest.mark.parametrize(
    ("chosen", "count"),
    [("regression", 2), ("회귀", 1), ("JIRA-12 or JIRA-2.1", 2), ("JIRA-12 and 회귀", 1), ("not 회귀", 1)],
)
def test_a_registered_tag_selects(project: Project, chosen: str, count: int) -> None:
    project.write("seeds/tags.toml", TAGS)
    project.write("a.feature", FEATURE)
    project.run("-m", chosen).assert_outcomes(passed=count, deselected=2 - count)


def test_one_of_a_family_that_nothing_carries_may_be_asked_for(project: Project) -> None:
    project.write("seeds/tags.toml", TAGS)
    project.write("a.feature", FEATURE)
    result = project.run("-m", "JIRA-99")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.assert_outcomes(deselected=2)


def test_the_markers_are_listed_with_what_they_are_for(project: Project) -> None:
    project.write("seeds/tags.toml", TAGS)
    project.run("--markers").stdout.fnmatch_lines(["*회귀: 배포 전에 실행"])


def test_an_unknown_tag_is_told_where_to_register(project: Project) -> None:
    project.write("seeds/tags.toml", TAGS)
    project.write("a.feature", FEATURE.replace("@회귀", "@JIRA- @야간"))
    told = project.run().stdout.str()
    assert (
        'a.feature:3: unknown tag @야간: write a tag of your own into seeds/tags.toml, below [tags]: "야간" ='
        in told
    )
    assert "a.feature:3: unknown tag @JIRA-; the nearest known one is @JIRA-*" in told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[tag]\na = 'b'", ":1: [tag]: there is no such entry here: all stands below [tags]"),
        ("regression = 'b'", ":1: [regression]: there is no such entry here"),
        ("tags = 3", ":1: [tags]: a table is wanted, not 3"),
        ("[tags]\na = 3", ":2: [tags.a]: a text in quotes is wanted, not 3"),
        ("[tags]\n회귀 = 'b'", ":2: a name with Hangul stands in quotes: 회귀 = 'b'"),
        ("[tags]\n\n'@a' = 'b'", ':3: [tags."@a"]: write the name without @: a'),
        ("[tags]\n'two words' = 'b'", ':2: [tags."two words"]: a tag is one word'),
        ("[tags]\n'_a' = 'b'", ":2: [tags._a]: a tag is one word"),
        ("[tags]\n'*' = 'b'", ':2: [tags."*"]: a tag is one word'),
        ("[tags]\nnot = 'b'", ":2: [tags.not]: a tag is one word"),
        ("[tags]\nskip = 'b'", ":2: [tags.skip]: this tag has a meaning already"),
        ("[tags]\n'표현' = 'b'", ':2: [tags."표현"]: this tag has a meaning already'),
        ("[tags]\n'guide.step.4' = 'b'", ':2: [tags."guide.step.4"]: this tag has a meaning already'),
        ("[tags]\n'needs.wings' = 'b'", ':2: [tags."needs.wings"]: this tag has a meaning already'),
        ("[tags]\nparametrize = 'b'", ":2: [tags.parametrize]: this tag has a meaning already"),
        ("[tags]\na = 'b'\na = 'c'", ":3: this name is there twice"),
    ],
)
def test_a_file_of_tags_that_cannot_be_used(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / TAGS_FILE).parent.mkdir()
    (tmp_path / TAGS_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(HarnessError) as refused:
        known_tags(tmp_path, {})
    assert refused.value.in_language("en").startswith(f"seeds/tags.toml{told}")
    assert refused.value.in_language("ko") != refused.value.in_language("en")


def test_a_family_is_more_than_its_name() -> None:
    assert is_known("JIRA-1", ["JIRA-*"])
    assert not is_known("JIRA-", ["JIRA-*"])
