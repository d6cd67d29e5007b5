"""`renewal demo`: a window where there is one, a film elsewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
import pytest
from click.testing import CliRunner

from harness.cli import main
from harness.play import own_run
from harness.play.bank import Bank
from harness.play.browser import Browser, NoBrowser
from harness.presentation import demo
from harness.presentation.cards import Cards
from harness.seeds.guide import Claim
from tests.harness.conftest import Project

PRESENTED = ("-p", "harness.presentation.presenter")
NO_DISPLAY = "There is no display here: the demo is recorded instead.\n"
NO_WINDOW = "No browser here can show a window: the demo is recorded instead.\n"


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run."""
    commands: list[list[str]] = []

    @contextmanager
    def child(command: list[str], **_: Any) -> Iterator[subprocess.CompletedProcess[str]]:
        commands.append(command)
        yield subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(own_run, "child", child)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return commands


def finding(*, window: bool) -> Callable[..., Browser]:
    """Browsers, one of which can show a window or not."""

    def find(_: str, headed: bool) -> Browser:
        if headed and not window:
            raise NoBrowser("none", "없음")
        return Browser(None, "a browser")

    return find


def test_a_display_shows_a_window(monkeypatch: pytest.MonkeyPatch, played: list[list[str]]) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(demo, "find_browser", finding(window=True))
    result = CliRunner().invoke(main, ["demo"])
    assert (result.exit_code, result.output) == (0, "")
    assert "--headed" in played[0]
    assert not any(argument.startswith("--record") for argument in played[0])


def test_without_a_display_it_is_recorded(played: list[list[str]]) -> None:
    assert CliRunner().invoke(main, ["demo"]).output == NO_DISPLAY
    assert f"--record={demo.RECORDING}" in played[0]
    assert "--headed" not in played[0]


def test_without_a_browser_for_windows_it_is_recorded(
    monkeypatch: pytest.MonkeyPatch, played: list[list[str]]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(demo, "find_browser", finding(window=False))
    assert CliRunner().invoke(main, ["demo"]).output == NO_WINDOW
    assert f"--record={demo.RECORDING}" in played[0]
    assert "--headed" not in played[0]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_language_has_a_demo(played: list[list[str]], language: str) -> None:
    CliRunner().invoke(main, ["demo", "--lang", language])
    assert str(demo.FEATURES[language]) in played[0]
    assert demo.FEATURES[language].exists()


def test_another_feature_is_played_instead(played: list[list[str]]) -> None:
    CliRunner().invoke(main, ["demo", "features/how.feature:12"])
    assert str(Path("features/how.feature").absolute()) + ":12" in played[0]
    assert str(demo.FEATURES["ko"]) not in played[0]
    assert not any(argument.startswith("--lang") for argument in played[0])


def test_a_feature_is_told_from_where_one_is(
    played: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.feature").touch()
    CliRunner().invoke(main, ["demo", "own.feature::A name: with colons"])
    assert f"{tmp_path / 'own.feature'}::A name: with colons" in played[0]


def test_a_folder_is_played_feature_by_feature(played: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("b.feature", "inner/a.feature", "test_no_feature.py"):
        (tmp_path / name).touch()
    CliRunner().invoke(main, ["demo", str(tmp_path)])
    named = [one for one in played[0] if one.startswith(str(tmp_path))]
    assert named == [str(tmp_path / "b.feature"), str(tmp_path / "inner/a.feature")]


@pytest.mark.parametrize(
    ("feature", "wrong"),
    [
        ("nowhere.feature", "does not exist"),
        ("nowhere.feature:12", "does not exist"),
        ("readme.md", "is no .feature file"),
        ("empty", "has no .feature file"),
    ],
)
def test_what_is_no_feature_is_refused(
    played: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, feature: str, wrong: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("readme.md").touch()
    result = CliRunner().invoke(main, ["demo", feature])
    what_to_do = "name a feature, one of its scenarios as FILE:LINE, or a folder"
    assert (result.exit_code, result.output) == (1, f"Error: {feature} {wrong}: {what_to_do}\n")
    assert played == []


def test_pace_is_a_factor(played: list[list[str]]) -> None:
    CliRunner().invoke(main, ["demo"])
    CliRunner().invoke(main, ["demo", "--pace", "1.5"])
    assert "--pace=1.0" in played[0]
    assert "--pace=1.5" in played[1]
    assert CliRunner().invoke(main, ["demo", "--pace", "0"]).exit_code == 2


def test_the_last_run_s_reports_stay(played: list[list[str]]) -> None:
    CliRunner().invoke(main, ["demo"])
    assert "--reports=off" in played[0]


def test_a_film_of_no_known_kind_is_refused(played: list[list[str]]) -> None:
    result = CliRunner().invoke(main, ["demo", "--record", "demo.gif"])
    assert result.exit_code == 1
    assert (
        result.output == "Error: --record demo.gif: a film's name ends in .mp4 or .webm; choose one of them\n"
    )
    assert played == []


@pytest.mark.parametrize(
    ("place", "reason"), [("folder.mp4", "Is a directory"), ("file/film.mp4", "File exists")]
)
def test_a_film_that_cannot_be_written_is_refused_before_it_is_made(
    played: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.mp4").mkdir()
    Path("file").touch()
    result = CliRunner().invoke(main, ["demo", "--record", place])
    told = f"--record {place}: nothing can be written there ({reason}); choose another place"
    assert (result.exit_code, result.output) == (1, f"Error: {told}\n")
    assert played == []


def test_a_place_for_a_film_is_tried_without_a_trace(played: list[list[str]], tmp_path: Path) -> None:
    old = tmp_path / "old.mp4"
    old.write_bytes(b"a film")
    for film in (old, tmp_path / "films" / "new.mp4"):
        assert CliRunner().invoke(main, ["demo", "--record", str(film)]).exit_code == 0
    assert old.read_bytes() == b"a film"
    assert list((tmp_path / "films").iterdir()) == []


def test_without_any_browser_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, played: list[list[str]], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    result = CliRunner().invoke(main, ["demo"])
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith(" Type: renewal setup")
    assert played == []


STEPS = """
    from harness.language.vocabulary import given, then, when

    @given(en="a customer", ko="고객이 있다")
    def customer(): pass

    @when(en="they look", ko="본다")
    def look(page):
        page.set_content("<h1>안녕하세요</h1>")

    @then(en="they see", ko="보인다")
    def see(page):
        assert page.get_by_role("heading").is_visible()

    @then(en="they see nothing", ko="아무것도 안 보인다")
    def see_nothing(page):
        assert not page.get_by_role("heading").is_visible()
"""


@pytest.fixture
def stage(browsing_project: Project, bank: Bank, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project to be presented, which tells of each card that closes something."""
    closing = Cards.closing

    def told(cards: Cards, name: str, claims: dict[Claim, bool], failure: str | None) -> str:
        print("CLOSING", name, {claim.id: holds for claim, holds in claims.items()}, failure)
        return closing(cards, name, claims, failure)

    monkeypatch.setattr(Cards, "closing", told)
    browsing_project.lent["bank"] = bank
    browsing_project.steps(STEPS)
    browsing_project.people()
    return browsing_project


def present(stage: Project, *options: str) -> pytest.RunResult:
    return stage.run(*PRESENTED, "--pace=20", "-q", "-s", "--reports=off", *options)


def closings(result: pytest.RunResult) -> list[str]:
    """What the cards tell that close something."""
    return [line.removeprefix("CLOSING ") for line in result.outlines if line.startswith("CLOSING")]


def test_a_presentation_announces_each_step_and_films_it(stage: Project, tmp_path: Path) -> None:
    stage.write("a.feature", """
        # language: ko
        기능: 시연
          시나리오: 첫 화면
            조건 고객이 있다
            만일 본다
            그러면 보인다
    """)  # fmt: skip
    film = tmp_path / "film.mp4"
    result = stage.run(*PRESENTED, f"--record={film}", "-q", "-s")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "* s  시나리오: 첫 화면",
            "* s    조건 고객이 있다",
            "* s    만일 본다",
            "* s    그러면 보인다",
            "CLOSING 첫 화면 {} None",
            f"*녹화한 영상: {film}",
        ]
    )
    with av.open(film) as written:
        assert written.duration is not None
        assert 5 < written.duration / av.time_base < 20
        titles = [chapter["metadata"]["title"] for chapter in written.chapters()]
    assert titles == ["첫 화면", "만일 본다", "그러면 보인다"]


def test_the_closing_cards_tell_pytest_s_verdicts(stage: Project) -> None:
    stage.more_steps("""
    @given(en="a lost customer", ko="고객이 없다")
    def lost(): raise LookupError

    @then(en="nobody looks", ko="아무도 안 본다")
    def nobody():
        import pytest
        pytest.skip("closed today")
    """)
    stage.claims("one", "two", "three", "four", "five")
    stage.feature(
        Good=["@guide.one @guide.two", "Given a customer", "When they look", "Then they see"],
        Bad=["@guide.two", "When they look", "Then they see nothing"],
        Known_to_be_bad=["@guide.three @xfail", "When they look", "Then they see nothing"],
        Not_to_be_had=["@guide.four", "Given a customer", "And a lost customer", "Then they see"],
        Skipped=["@guide.five", "When they look", "Then nobody looks"],
    )
    result = present(stage)
    result.assert_outcomes(passed=1, failed=2, xfailed=1, skipped=1)
    assert closings(result) == [
        "Good {'one': True, 'two': True} None",
        "Bad {'two': False} Then they see nothing",
        "Known to be bad {'three': False} Then they see nothing",
        "Not to be had {'four': False} And a lost customer",
        "A {'one': True, 'two': False, 'three': False, 'four': False} None",
    ]


def test_steps_are_announced_in_the_chosen_language(stage: Project) -> None:
    stage.feature(First_screen=["Given a customer", "When they look", "Then they see nothing"])
    result = present(stage, "--lang=ko")
    result.stdout.fnmatch_lines(
        [
            "* s    조건 고객이 있다",
            "* s    만일 본다",
            "* s    그러면 아무것도 안 보인다",
            "CLOSING First screen {} 그러면 아무것도 안 보인다",
        ]
    )


def test_what_comes_to_no_page_is_no_film(stage: Project, tmp_path: Path) -> None:
    stage.feature(Only_given=["Given a customer"])
    film = tmp_path / "film.mp4"
    result = stage.run(*PRESENTED, f"--record={film}", "-q", "-s")
    result.stdout.fnmatch_lines(["*Nothing was shown on a page: there is no film"])
    assert not film.exists()


def test_a_feature_that_cannot_be_played_is_told_once(stage: Project) -> None:
    stage.write("a.feature", "Feature: Without scenarios\n")
    result = stage.run(*PRESENTED, "--record=film.mp4", "-qq", "-s")
    assert [line for line in result.outlines if line] == []
    assert [line for line in result.errlines if line] == [
        "ERROR: a.feature:1: the feature has no scenario: Without scenarios"
    ]


def test_after_a_failure_the_presentation_goes_on_and_ends_with_what_failed(stage: Project) -> None:
    stage.feature(Bad=["When they look", "Then they see nothing", "And they see"], Good=["When they look"])
    result = stage.run(*PRESENTED, "--pace=20", "--reports=off", "-qq", "-s")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    shown = [re.sub(r"^ +\d+ s  ", "", line) for line in result.outlines if line]
    assert shown[:9] == [
        "Scenario: Bad",
        "  When they look",
        "  Then they see nothing",
        "CLOSING Bad {} Then they see nothing",
        "Scenario: Good",
        "  When they look",
        "CLOSING Good {} None",
        "CLOSING A {} None",
        "=================================== FAILURES ===================================",
    ]
    assert any(line.startswith("FAILED a.feature::Bad - ") for line in shown)


def test_who_closes_the_window_at_the_closing_card_has_seen_enough(stage: Project) -> None:
    stage.more_steps("""
    @then(en="they leave at the end", ko="끝에 나간다")
    def leave(page, monkeypatch):
        from harness.presentation.cards import Cards

        monkeypatch.setattr(Cards, "closing", lambda *values: page.close() or "")
    """)
    stage.feature(Left_early=["When they look", "Then they leave at the end"], Whole=["When they look"])
    result = present(stage)
    result.assert_outcomes(passed=2)
    assert closings(result) == ["Whole {} None", "A {} None"]


def test_what_happens_on_other_devices_in_other_tabs_and_later_can_be_presented(our_project: Project) -> None:
    # A download and a second device; a second tab; time that passes and ends a session.
    scenarios = [
        "features/keep.feature::Another device imports the file and signs in",
        "features/how.feature::A second tab does not disturb the first",
        "features/time.feature::After ten minutes the session is over, and the customer is told",
    ]
    result = our_project.run(*PRESENTED, "--pace=20", "--reports=off", "--replay=off", "-s", *scenarios)
    result.assert_outcomes(passed=len(scenarios))


def test_a_device_without_a_page_is_a_dark_stage(stage: Project) -> None:
    stage.more_steps("""
    @when(en="they turn to the laptop", ko="노트북을 쓴다")
    def turn(scene):
        scene.page = scene.new_context("laptop").new_page()

    @then(en="the stage is dark", ko="무대가 어둡다")
    def dark(scene):
        assert scene.page.evaluate("document.documentElement.style.background") == "rgb(35, 12, 40)"
    """)
    stage.feature(Two_devices=["When they look", "And they turn to the laptop", "Then the stage is dark"])
    present(stage).assert_outcomes(passed=1)


def test_a_step_s_table_is_shown_with_it(stage: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(card: str) -> Callable[..., str]:
        make = getattr(Cards, card)

        def shown(*values: object) -> str:
            html: str = make(*values)
            print(card.upper(), html.count("<tr>"), "서울" in html)
            return html

        return shown

    for card in ("title", "step"):
        monkeypatch.setattr(Cards, card, telling(card))
    stage.more_steps("""
    @given(en="these cities:", ko="이런 도시가 있다:")
    def cities(datatable): pass

    @then(en="they see these cities:", ko="이런 도시가 보인다:")
    def see_cities(datatable): pass
    """)
    stage.write("a.feature", """
        Feature: Demonstration
          Scenario: Cities
            Given these cities:
              | 서울 | 11 |
              | 부산 | 21 |
            When they look
            Then they see these cities:
              | 서울 | 11 |
              | 부산 | 21 |
              | 대구 | 22 |
    """)  # fmt: skip
    result = present(stage)
    result.assert_outcomes(passed=1)
    assert [line for line in result.outlines if line.startswith(("TITLE", "STEP"))] == [
        "TITLE 2 True",
        "STEP 0 False",
        "STEP 3 True",
    ]


def test_a_step_of_steps_is_announced_with_what_it_consists_of(
    stage: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards: list[str] = []
    render = Cards._card

    def rendered(self: Cards, template: str, **values: Any) -> str:
        card = render(self, template, **values)
        if template in ("title", "step"):
            cards.append(card)
        return card

    monkeypatch.setattr(Cards, "_card", rendered)
    stage.write("features/phrases.feature", """
        Feature: Phrases
          @phrase
          Scenario: there is somebody
            Given a customer
          @phrase
          Scenario: they look and see nothing
            When they look
            Then they see nothing
    """)  # fmt: skip
    stage.feature(
        "features/a.feature", First_screen=["Given there is somebody", "When they look and see nothing"]
    )
    result = present(stage)
    result.stdout.fnmatch_lines(
        [
            "* s    Given there is somebody",
            "* s      Given a customer",
            "* s    When they look and see nothing",
            "* s      When they look",
            "* s      Then they see nothing",
            "CLOSING First screen {} When they look and see nothing › Then they see nothing",
        ]
    )
    assert "there is somebody" in cards[0]
    assert [("they look and see nothing" in one, "2 / 2" in one) for one in cards[1:]] == [
        (True, False),
        (True, True),
    ]
