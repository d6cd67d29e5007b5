"""`renewal demo`: a window where there is one, a film elsewhere."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import pytest
from click.testing import CliRunner

from harness import demo
from harness.browser import Browser, NoBrowser
from harness.cli import main
from tests.harness.conftest import Project

NO_DISPLAY = "There is no display here: the demo is recorded instead.\n"
NO_WINDOW = "No browser here can show a window: the demo is recorded instead.\n"


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return commands


def finding(browser: Browser | None) -> Callable[..., Browser]:
    def find(*_: Any, **__: Any) -> Browser:
        if browser is None:
            raise NoBrowser("none")
        return browser

    return find


def test_a_display_shows_a_window(monkeypatch: pytest.MonkeyPatch, played: list[list[str]]) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(demo, "find_browser", finding(Browser(None, "a browser")))
    result = CliRunner().invoke(main, ["demo"])
    assert (result.exit_code, result.output) == (0, "")
    assert "--headed" in played[0]
    assert "--record" not in played[0]


def test_without_a_display_it_is_recorded(played: list[list[str]]) -> None:
    assert CliRunner().invoke(main, ["demo"]).output == NO_DISPLAY
    assert played[0][-2:] == ["--record", str(demo.RECORDING)]


def test_without_a_browser_for_windows_it_is_recorded(
    monkeypatch: pytest.MonkeyPatch, played: list[list[str]]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(demo, "find_browser", finding(None))
    assert CliRunner().invoke(main, ["demo"]).output == NO_WINDOW
    assert played[0][-2:] == ["--record", str(demo.RECORDING)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_language_has_a_demo(played: list[list[str]], language: str) -> None:
    CliRunner().invoke(main, ["demo", "--lang", language])
    assert str(demo.FEATURES[language]) in played[0]
    assert demo.FEATURES[language].exists()


def test_another_feature_is_played_instead(played: list[list[str]]) -> None:
    CliRunner().invoke(main, ["demo", "features/how.feature"])
    assert "features/how.feature" in played[0]
    assert str(demo.FEATURES["ko"]) not in played[0]


def test_a_film_of_no_known_kind_is_refused(played: list[list[str]]) -> None:
    result = CliRunner().invoke(main, ["demo", "--record", "demo.gif"])
    assert result.exit_code == 1
    assert (
        result.output == "Error: --record demo.gif: a film's name ends in .mp4 or .webm; choose one of them\n"
    )
    assert played == []


def test_a_presentation_announces_each_step_and_films_it(project: Project, tmp_path: Path) -> None:
    project.steps("""
        from harness.vocabulary import given, then, when

        @given(en="a customer", ko="고객이 있다")
        def customer(): pass

        @when(en="they look", ko="본다")
        def look(page):
            page.set_content("<h1>안녕하세요</h1>")

        @then(en="they see", ko="보인다")
        def see(page):
            assert page.get_by_role("heading").is_visible()
    """)
    project.people()
    project.write("a.feature", """
        # language: ko
        기능: 시연
          시나리오: 첫 화면
            조건 고객이 있다
            만일 본다
            그러면 보인다
    """)  # fmt: skip
    film = tmp_path / "film.mp4"
    result = project.run_apart("-p", "harness.presenter", "--record", str(film), "-q", "-s")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "* s  시나리오: 첫 화면",
            "* s    조건 고객이 있다",
            "* s    만일 본다",
            "* s    그러면 보인다",
            f"*The recording: {film}",
        ]
    )
    with av.open(film) as written:
        assert written.duration is not None
        assert 5 < written.duration / av.time_base < 20
