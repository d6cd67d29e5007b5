"""The customer's circumstances reach the page, in every browser of the scenario."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from harness.errors import HarnessError
from harness.play.scene import Scene
from pages import hands
from pages.not_there import NotThere
from steps.circumstances import Connection
from tests.steps.conftest import VOCABULARY, in_vain

Given = Callable[..., Page]


@pytest.fixture
def given(scene: Scene) -> Given:
    """Arranges the steps, and opens the home page in them."""

    def arrange(*steps: str) -> Page:
        scene.person("Kim Hana")
        for text in steps:
            (phrase,) = VOCABULARY.matching("given", text)
            fixtures = {"scene": scene, "connection": Connection(scene)}
            asked = [name for name in inspect.signature(phrase.function).parameters if name in fixtures]
            phrase.function(**{name: fixtures[name] for name in asked}, **phrase.parse_arguments(text))
        scene.page.goto("/")
        return scene.page

    return arrange


MEDIA = "matchMedia('(prefers-{}').matches"
CIRCUMSTANCES: dict[tuple[str, str], tuple[str, object]] = {
    ("the customer uses a tablet screen", "고객이 태블릿 화면을 쓴다"): (
        "[innerWidth, innerHeight]",
        [820, 1180],
    ),
    ("the customer prefers less motion", "고객이 동작 줄이기를 켜 두었다"): (
        MEDIA.format("reduced-motion: reduce)"),
        True,
    ),
    ("the customer prefers dark colours", "고객이 다크 모드를 켜 두었다"): (
        MEDIA.format("color-scheme: dark)"),
        True,
    ),
    ("the computer's time zone is America/New_York", "컴퓨터의 시간대는 America/New_York이다"): (
        "Intl.DateTimeFormat().resolvedOptions().timeZone",
        "America/New_York",
    ),
    ("the computer's clock is 2 hours slow", "컴퓨터의 시계가 2시간 느리다"): (
        "new Date().toISOString().slice(0, 16)",
        "2026-03-15T23:00",
    ),
    ("the browser blocks pop-ups", "브라우저가 팝업을 차단한다"): ("window.open('/support') === null", True),
    ("the browser blocks cookies", "브라우저가 쿠키를 차단한다"): ("document.cookie", ""),
}


def test_they_reach_the_page(given: Given) -> None:
    for en, ko in CIRCUMSTANCES:
        assert [phrase.ko.matches(ko) for phrase in VOCABULARY.matching("given", en)] == [True]
    page = given(*(en for en, _ in CIRCUMSTANCES))
    found = {said: (script, page.evaluate(script)) for said, (script, _) in CIRCUMSTANCES.items()}
    assert found == CIRCUMSTANCES


def test_size_and_zoom_together(given: Given) -> None:
    page = given("the browser is zoomed to 200%", "the customer uses a 400 by 800 screen")
    assert page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [200, 400, 2]


def test_another_browser_of_the_scenario_is_alike(scene: Scene, given: Given) -> None:
    given("the customer uses a phone screen", "the customer uses only the keyboard")
    another = scene.new_context().new_page()
    assert another.evaluate("innerWidth") == 390
    assert another.context in hands.WITHOUT_MOUSE


def test_without_a_mouse_nothing_is_clicked(given: Given) -> None:
    page = given("the customer uses only the keyboard")
    page.evaluate(
        "addEventListener('click', (event) => { sessionStorage.pressed = event.pointerType || 'key'; })"
    )
    hands.press(page.get_by_role("banner").get_by_role("link", name="로그인", exact=True))
    page.get_by_role("heading", level=1, name="로그인").wait_for()
    assert page.evaluate("sessionStorage.pressed") == "key"


def test_where_the_keyboard_does_not_get_is_told(given: Given) -> None:
    page = given("the customer uses only the keyboard")
    page.evaluate("document.querySelector('main a').tabIndex = -1")
    with in_vain(), pytest.raises(NotThere) as error:
        hands.press(page.get_by_role("main").get_by_role("link").first)
    assert "키보드로 갈 수 없습니다" in error.value.in_language("ko")


def test_too_late_is_told(scene: Scene, given: Given) -> None:
    given()
    with pytest.raises(HarnessError):
        scene.zoom(2)
    with pytest.raises(HarnessError):
        scene.browser(color_scheme="dark")
