"""How a browser gets to the worlds, which are called by names below localhost: not every one resolves them.

Chromium and Firefox do so themselves. WebKit asks the system, and macOS has not always known such names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from harness.errors import EndsRun

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RESOLVE_NAMES = ("chromium", "firefox")
HANGING = 60_000  # milliseconds


_FOUND: WeakKeyDictionary[Browser, dict[str, Any]] = WeakKeyDictionary()


def way_to_worlds(browser: Browser, world_url: str, bank_host: str | None = None) -> dict[str, Any]:
    """Arguments of new_context with which `browser` finds the worlds, one of which is at `world_url`.

    `bank_host`: where the bank is, if that is another machine; a Chromium was told when it was started
    (harness.play.browser). What had to be tried is tried once. Raises EndsRun.
    """
    if bank_host and browser.browser_type.name != "chromium":
        return _by_proxy(bank_host, world_url)
    if browser.browser_type.name in RESOLVE_NAMES:
        return {}
    if browser not in _FOUND:
        _FOUND[browser] = find_way(browser, world_url)
    return _FOUND[browser]


def find_way(browser: Browser, world_url: str) -> dict[str, Any]:
    """The same, tried. Where names are not resolved the bank is the browser's proxy.

    A proxy is asked for any name, and the bank answers for its own. Raises EndsRun where that is of no avail.
    """
    address = urlsplit(world_url)
    for way in ({}, _by_proxy("127.0.0.1", world_url)):
        if _leads(browser, way, world_url):
            return way
    raise EndsRun(
        f"{browser.browser_type.name} finds no {address.hostname}: this system resolves no names below "
        "localhost, and a proxy does not help. Type: pytest --browser chromium",
        f"{browser.browser_type.name}에서 {address.hostname} 주소를 찾지 못합니다. 이 시스템은 localhost "
        "아래의 이름을 모르고, 프록시로도 연결되지 않습니다. 이렇게 입력하세요: pytest --browser chromium",
    )


def _by_proxy(host: str, world_url: str) -> dict[str, Any]:
    return {"proxy": {"server": f"http://{host}:{urlsplit(world_url).port}"}}


def _leads(browser: Browser, way: dict[str, Any], world_url: str) -> bool:
    from playwright.sync_api import Error

    context = browser.new_context(**way)
    try:
        answer = context.new_page().goto(f"{world_url}/static/logo.svg", timeout=HANGING)
        return bool(answer and answer.ok)
    except Error:
        return False
    finally:
        context.close()
