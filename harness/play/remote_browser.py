"""Browsers on other machines: of Playwright servers (--browser-server), or of a Selenium Grid.

The bank stays on this machine's loopback. A server's browser reaches it through the connection itself; that
of a grid has to be on this machine, or --bank-url has to name a bank that it can reach (docs/machines.md).
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from json import dumps
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from harness.play.bank import BankError, elsewhere
from harness.play.browser import NoBrowser
from harness.spoken import said

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Error

OPTION = "--browser-server"
GRID = "SELENIUM_REMOTE_URL"  # as Playwright has it
LIMIT = 300_000  # ms, against hanging only: a server that is busy is no reason to fail
NOTICING = 300  # seconds in which a hub finds out that a node is gone: it looks every 120

# What a server's browser asks for is looked up on this machine, in Playwright's driver: a program of Node.js,
# which asks the system, and not every system knows the names of worlds.
NAMES = """
    import dns from "node:dns";
    for (const own of [dns, dns.promises]) {
      const { lookup } = own;
      own.lookup = (name, ...more) => lookup(name.endsWith(".localhost") ? BANK : name, ...more);
    }
"""
# Whoever knows these may use the farm.
SECRETS = re.compile(r"(\w+://)(?:[^/@\s]*@)?([^?\s]*)(\?\S*)?")


def is_elsewhere(config: pytest.Config) -> bool:
    """Whether the run's browsers are on other machines, as far as this one knows."""
    return bool(config.getoption(OPTION) or os.environ.get(GRID))


def places(config: pytest.Config) -> str:
    """Where they are, for people."""
    return ", ".join(map(without_secrets, config.getoption(OPTION) or [os.environ[GRID]]))


def without_secrets(text: str) -> str:
    """The text with addresses that name nobody, and no token."""
    return SECRETS.sub(r"\1\2", text)


class Servers:
    """A run's servers: workers are spread over them, and turn to another one when theirs is gone."""

    def __init__(self, config: pytest.Config) -> None:
        urls = config.getoption(OPTION)
        worker = getattr(config, "workerinput", {}).get("workerid", "gw0")
        mine = int(worker.removeprefix("gw")) % len(urls)
        self._urls = [*urls[mine:], *urls[:mine]]
        self._has_connected = False

    def browser(self, connected: Callable[[str], Browser]) -> Browser:
        """A browser of the first that answers.

        Raises NoBrowser: at first if this worker's own does not answer, later if none of them does.
        """
        from playwright.sync_api import Error

        refusals = []
        for url in self._urls[1:] + self._urls[:1] if self._has_connected else self._urls[:1]:
            try:
                browser = connected(url)
            except Error as error:
                refusals.append(_refusal(url, error))
            else:
                at = self._urls.index(url)
                self._urls = [*self._urls[at:], *self._urls[:at]]
                self._has_connected = True
                return browser
        en, ko = ("\n".join(told) for told in zip(*refusals, strict=True))
        raise NoBrowser(en, ko)


SERVERS = pytest.StashKey[Servers]()


@pytest.fixture(scope="session")
def launch_browser(
    launch_browser: Callable[[], Browser],
    pytestconfig: pytest.Config,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
) -> Callable[[], Browser]:
    """pytest-playwright's, which connects where there are servers, and asks a grid again."""
    servers = pytestconfig.stash.get(SERVERS, None)
    if servers is None:
        return (lambda: _of_grid(launch_browser)) if is_elsewhere(pytestconfig) else launch_browser

    def connected(url: str) -> Browser:
        return browser_type.connect(
            url,
            expose_network="<loopback>",
            headers={"x-playwright-launch-options": dumps(browser_type_launch_args)},
            slow_mo=pytestconfig.getoption("--slowmo"),
            timeout=LIMIT,
        )

    return lambda: servers.browser(connected)


def _of_grid(launch: Callable[[], Browser]) -> Browser:
    """A browser of a node that is there: until it has looked after them, a hub offers those that are gone."""
    from playwright.sync_api import Error

    began = time.monotonic()
    while True:
        try:
            return launch()
        except Error as error:
            if "new session. Connection error" not in str(error) or time.monotonic() - began > NOTICING:
                raise
            time.sleep(1)


def _refusal(url: str, error: Error) -> tuple[str, str]:
    """Why there is no browser from this server, and what to do."""
    where, told = without_secrets(url), without_secrets(first_lines(error))
    en, ko = f"The browser server {where}", f"브라우저 서버 {where}"
    if found := re.search(r"server version: v(\S+)[\s\S]*client version: v(\S+)", told):
        server, here = found.groups()
        return (
            f"{en} is of Playwright {server}, and this machine has {here}: both have to be of one version. "
            f"Type there: pip install playwright=={here}",
            f"{ko}의 Playwright는 {server}이고 이 머신의 것은 {here}입니다. 두 버전이 같아야 합니다. "
            f"서버에서 이렇게 입력하세요: pip install playwright=={here}",
        )
    if found := re.search(r"unexpected response> \S+ (\d{3}.*)", str(error)):
        return (
            f"{en} answers with {found[1]}. Give the address that it printed when it started, path and all",
            f"{ko}의 응답: {found[1]}. 서버가 시작할 때 표시한 주소와 경로까지 같은지 확인하세요",
        )
    if found := re.search(r"ws connect error> \S+ (.*)", str(error)):
        return (
            f"{en} does not answer ({found[1]}). Start one there, as with: {_start()}, or correct {OPTION}",
            f"{ko}에 연결할 수 없습니다({found[1]}). 그 머신에서 {_start()} 같은 명령으로 서버를 시작하거나 "
            f"{OPTION}를 고치세요",
        )
    return (
        f"{en} gives no browser. {told}",
        f"{ko}에서 브라우저를 얻지 못했습니다. {told}",
    )


def _start() -> str:
    return "`python -m playwright run-server --host ADDRESS --port PORT --path /PATH`"


def first_lines(error: Error) -> str:
    """What Playwright says of an error: the first line, and of the box below it what is written in there."""
    lines = [line.strip("╔═╗║╚╝ ") for line in str(error).partition("Call log:")[0].splitlines()]
    return re.sub(r"^BrowserType\.\w+: ", "", "\n".join(filter(None, lines)))


def why_none(error: Error) -> NoBrowser:
    """Why there is no browser, of a grid or of this machine."""
    told = without_secrets(first_lines(error))
    grid = without_secrets(os.environ.get(GRID, ""))
    if not grid:
        return NoBrowser(f"The browser does not start. {told}", f"브라우저가 시작되지 않습니다. {told}")
    return NoBrowser(
        f"The grid {grid} ({GRID}) gives no browser. {told}\n"
        "See to it that its hub runs there and has a node with Chrome",
        f"그리드 {grid}({GRID})에서 브라우저를 얻지 못했습니다. {told}\n"
        "그 주소에 허브가 실행 중인지, Chrome이 있는 노드가 연결되어 있는지 확인하세요",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Connect, where servers are named, and look names up for them."""
    urls = config.getoption(OPTION)
    if not urls:
        return
    if wrong := [url for url in urls if not re.match(r"wss?://[^/]", url)]:
        raise pytest.UsageError(
            said(
                f"{OPTION} {wrong[0]}: the address of a Playwright server begins with ws:// or wss://; "
                f"{_start()} prints it",
                f"{OPTION} {wrong[0]}: Playwright 서버 주소는 ws://나 wss://로 시작하며, "
                f"{_start()} 명령이 표시합니다",
            )
        )
    try:
        bank = elsewhere(config.getoption("--bank-url") or "") or "localhost"
    except BankError as error:
        raise pytest.UsageError(str(error)) from None
    script = quote(f"const BANK = {dumps(bank)};{NAMES}")
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    patch.setenv("NODE_OPTIONS", f"--import=data:text/javascript,{script}", prepend=" ")
    config.stash[SERVERS] = Servers(config)
