"""With what, and how, the customer uses the bank: screen, browser, computer, connection, or no mouse.

고객의 사용 환경: 화면, 브라우저, 컴퓨터, 인터넷 연결, 또는 마우스 없이.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, Route

from harness.language.vocabulary import given, when
from harness.play.scene import Scene
from pages import hands

PREFERENCES: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "light": {"color_scheme": "light"},
    "contrast": {"forced_colors": "active"},
    "less-motion": {"reduced_motion": "reduce"},
}
# As that of a phone with bad reception: latency in ms, throughput in bytes a second.
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 100_000, "uploadThroughput": 50_000}
USUAL = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
NO_POP_UPS = "window.open = () => null"


@given(en="the customer uses a/an {size} screen", ko="고객이 {size} 화면을 쓴다")
def screen_size(scene: Scene, size: tuple[int, int]) -> None:
    """Width by height in pixels, as a page counts them.

    너비와 높이. 웹 화면의 픽셀로 적는다.
    """
    width, height = size
    scene.browser(viewport={"width": width, "height": height})


@given(en="the browser is zoomed to {zoom:percent}", ko="고객이 화면을 {zoom:percent}로 확대했다")
def zoomed(scene: Scene, zoom: float) -> None:
    scene.zoom(zoom)


@given(en="the customer prefers {preference}", ko="고객이 {preference}을/를 켜 두었다")
def prefers(scene: Scene, preference: str) -> None:
    scene.needs("media-features")
    scene.browser(**PREFERENCES[preference])


@given(en="the computer's time zone is {zone}", ko="컴퓨터의 시간대는 {zone}이다")
def time_zone(scene: Scene, zone: str) -> None:
    scene.browser(timezone_id=zone)


@given(en="the computer's clock is {duration} {wrong}", ko="컴퓨터의 시계가 {duration} {wrong}")
def wrong_clock(scene: Scene, duration: timedelta, wrong: int) -> None:
    scene.computers_error(wrong * duration)


@given(en="the browser blocks {blocked}", ko="브라우저가 {blocked}을/를 차단한다")
def blocks(scene: Scene, blocked: str) -> None:
    if blocked == "pop-ups":
        scene.in_each_browser(lambda context: context.add_init_script(NO_POP_UPS))
    else:
        scene.in_each_browser(_take_no_cookies)


def _take_no_cookies(context: BrowserContext) -> None:
    """Have none whenever something is asked for, which is what a browser does that takes none."""

    def ask(route: Route) -> None:
        context.clear_cookies()
        route.continue_()

    context.route("**/*", ask)


@given(en="the customer uses only the keyboard", ko="고객이 키보드만 쓴다")
def only_keyboard(scene: Scene) -> None:
    """Whatever the customer does in the scenario is done so, as long as the keyboard gets there.

    시나리오에서 고객이 하는 모든 일을 키보드로 한다. 키보드로 갈 수 없는 곳이 있으면 실패한다.
    """
    scene.in_each_browser(hands.WITHOUT_MOUSE.add)


class Connection:
    """That between the customer's browsers and the bank; the certificate program is beside the browsers."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._slowed: list[CDPSession] = []
        self._is_slow = False

    @property
    def _bank(self) -> str:
        return f"{self._scene.world.bank_url}/**"

    def lost(self) -> None:
        """Nothing reaches the bank any more."""
        self._scene.in_each_browser(
            lambda context: context.route(f"{self._scene.world.bank_url}/**", break_off)
        )

    def slow(self) -> None:
        """All takes its time, of the real one."""
        self._scene.needs("slow-connection")
        self._is_slow = True
        self._scene.in_each_browser(self._slow_down)

    def good(self) -> None:
        """As usual."""
        self._is_slow = False
        for session in self._slowed:
            session.send("Network.emulateNetworkConditions", USUAL)
        self._scene.in_each_browser(
            lambda context: context.unroute(f"{self._scene.world.bank_url}/**", break_off)
        )

    def _slow_down(self, context: BrowserContext) -> None:
        for page in context.pages:
            self._slow_page(page)
        context.on("page", self._slow_page)

    def _slow_page(self, page: Page) -> None:
        if self._is_slow:
            session = page.context.new_cdp_session(page)
            session.send("Network.emulateNetworkConditions", SLOW)
            self._slowed.append(session)


@pytest.fixture
def connection(scene: Scene) -> Connection:
    """That of this scenario's customer."""
    return Connection(scene)


CHANGES: dict[str, Callable[[Connection], None]] = {
    "slow": Connection.slow,
    "lost": Connection.lost,
    "good": Connection.good,
}


@given(en="the connection is {change:connection}", ko="인터넷 연결이 {change:connection}")
@when(en="the connection is {change:connection}", ko="인터넷 연결이 {change:connection}")
def connection_is(connection: Connection, change: str) -> None:
    """The customer's, to the bank.

    고객과 은행 사이의 연결.
    """
    CHANGES[change](connection)


def break_off(route: Route) -> None:
    """What becomes of a request that reaches nobody."""
    route.abort()
