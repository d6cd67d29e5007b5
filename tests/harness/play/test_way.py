"""Browsers that do not resolve the names of worlds get there all the same, or it is said that they do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Playwright, Request, expect

from harness.errors import EndsRun
from harness.play.bank import Bank
from harness.play.browser import find_browser
from harness.play.scene import Scene
from harness.play.way import find_way

Start = Callable[..., Browser]
KNOWS_NO_WORLD = "--host-resolver-rules=MAP *.localhost ~NOTFOUND"


@pytest.fixture
def start(playwright: Playwright) -> Iterator[Start]:
    """Starts a Chromium that knows names as these arguments say."""
    started: list[Browser] = []

    def start(*arguments: str) -> Browser:
        path = find_browser("chromium", headed=False).path
        started.append(playwright.chromium.launch(executable_path=path, args=arguments))
        return started[-1]

    yield start
    for browser in started:
        browser.close()


def test_who_resolves_names_goes_straight(scene: Scene, start: Start) -> None:
    assert find_way(start(), scene.world.bank_url) == {}


def test_who_does_not_goes_by_the_bank_as_its_proxy(scene: Scene, start: Start) -> None:
    browser = start(KNOWS_NO_WORLD)
    page = browser.new_context(**find_way(browser, scene.world.bank_url)).new_page()
    page.goto(scene.world.bank_url)
    assert page.title() == "도담모의은행 | 도담모의은행"
    assert page.evaluate("url => fetch(url).then(answer => answer.ok)", f"{scene.world.device_url}/places")


@pytest.mark.parametrize(("rules", "said"), [((), False), ((KNOWS_NO_WORLD,), True)])
def test_the_lobby_says_so_to_people(bank: Bank, start: Start, rules: tuple[str, ...], said: bool) -> None:
    page = start(*rules).new_page()
    page.goto(bank.url)
    with page.expect_event("requestfinished" if not said else "requestfailed", is_probe):
        page.get_by_role("button", name="이 고객으로 시작").first.click()
    expect(page.get_by_text("이 브라우저는 은행 주소를 찾지 못합니다")).to_be_visible(visible=said)


def is_probe(request: Request) -> bool:
    return urlsplit(request.url).path == "/static/logo.svg" and urlsplit(request.url).hostname != "localhost"


def test_where_neither_leads_there_it_is_said(scene: Scene, start: Start) -> None:
    browser = start(KNOWS_NO_WORLD)
    nowhere = scene.world.bank_url.rpartition(":")[0] + ":1"
    with pytest.raises(EndsRun, match=r"^chromium finds no w-\w+\.localhost: .* --browser chromium$"):
        find_way(browser, nowhere)
