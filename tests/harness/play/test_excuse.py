"""What a browser cannot show is excused there, and told wherever a run is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.seeds.browsers import BROWSERS_FILE, load_needs
from tests.harness.conftest import Project
from tests.harness.report.left import junit

NEEDS = """
    [needs.wings]
    lacking = ["firefox"]
    en = "it has no wings"
    ko = "날개가 없음"

    [needs.bidi]
    lacking = ["moz-firefox"]
    en = "it is not Playwright's own"
    ko = "Playwright의 것이 아님"
"""
FEATURE = """
    # language: ko
    기능: 비행
      @guide.step.1 @needs.wings
      시나리오: 태그로
        그러면 도착한다
      @guide.step.1
      시나리오: 단계에서
        만일 날아간다
        그러면 도착한다
      @guide.step.2
      시나리오: 걸어서
        그러면 도착한다
"""
STEPS = """
    from harness.language.vocabulary import then, when

    @when(en="it flies", ko="날아간다")
    def flies(scene): scene.needs("bidi")

    @then(en="it arrives", ko="도착한다")
    def arrives(): pass
"""
FIREFOX = ("--browser", "firefox", "--browser-channel", "moz-firefox")


@pytest.fixture
def flying(browsing_project: Project) -> Project:
    project = browsing_project
    project.people()
    project.claims("step.1", "step.2")
    project.steps(STEPS)
    project.write("seeds/browsers.toml", NEEDS)
    project.write("features/a.feature", FEATURE)
    return project


def test_it_is_told_as_excused_and_holds_nothing(flying: Project) -> None:
    result = flying.run(*FIREFOX)
    result.assert_outcomes(passed=1)
    assert "2 excused" in result.outlines[-5]
    assert sorted(result.outlines[-4:-2]) == [
        "firefox에서 제외: 1개: Playwright의 것이 아님",
        "firefox에서 제외: 1개: 날개가 없음",
    ]
    assert result.outlines[-1] == "안내서: 내용 2개 중 1개 확인"
    for name, reason in {"태그로": "날개가 없음", "단계에서": "Playwright의 것이 아님"}.items():
        assert [one.get("message") for one in junit(flying)[name]][1:] == [reason]


def test_it_is_played_where_nothing_is_lacking(flying: Project) -> None:
    result = flying.run("--browser", "chromium")
    result.assert_outcomes(passed=3)
    assert result.outlines[-1] == "안내서: 내용 2개 중 2개 확인"


def test_each_scenario_says_why_where_it_has_a_line(flying: Project) -> None:
    result = flying.run(*FIREFOX, "-v", "-k", "태그로")
    result.stdout.fnmatch_lines(["  시나리오: 태그로 제외 (날개가 없음)*"])


def test_a_need_that_nobody_knows_is_a_mistake_of_the_feature(flying: Project) -> None:
    flying.write("features/a.feature", FEATURE.replace("needs.wings", "needs.wing"))
    flying.run().stdout.fnmatch_lines(["*needs.wing*@needs.wings*"])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            '[needs.a]\nlacking = ["opera"]\nen = "a"\nko = "b"',
            ":2: [needs.a] lacking 1: one of",
        ),
        ('[needs.a]\nlacking = ["webkit"]\nen = "a"', ":1: [needs.a]: missing: ko"),
        ('[needs."a b"]\nlacking = ["webkit"]\nen = "a"\nko = "b"', ':1: [needs."a b"]: a need is one word'),
    ],
)
def test_a_file_of_needs_that_cannot_be_used(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / BROWSERS_FILE).parent.mkdir()
    (tmp_path / BROWSERS_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(HarnessError) as refused:
        load_needs(tmp_path)
    assert refused.value.in_language("en").startswith(f"seeds/browsers.toml{told}")
    assert refused.value.in_language("ko") != refused.value.in_language("en")
