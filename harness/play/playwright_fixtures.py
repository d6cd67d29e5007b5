"""pytest-playwright's fixtures, for this machine's browser, a Korean customer, a scene's address and time."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, cast

import pytest

from harness.check.likeness import likest
from harness.errors import EndsRun
from harness.language.korean import quoted
from harness.play.bank import elsewhere
from harness.play.browser import can_film, has_display
from harness.play.features import ScenarioItem
from harness.play.remote_browser import OPTION, is_elsewhere
from harness.spoken import said

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Playwright

RECORDINGS = ("--tracing", "--video", "--screenshot")
CUSTOMER = {"locale": "ko-KR", "timezone_id": "Asia/Seoul", "viewport": {"width": 1280, "height": 720}}


def pytest_configure(config: pytest.Config) -> None:
    """Refuse, before anything runs, what would end every scenario."""
    if not hasattr(config, "workerinput") and (problem := _output(config)):
        raise pytest.UsageError(problem)


def _output(config: pytest.Config) -> str | None:
    """Whether pytest-playwright, which empties its folder first, may have that folder."""
    option = config.getoption("--output")
    folder, root = Path(option).resolve(), config.rootpath.resolve()
    if folder in (root, *root.parents):
        return said(
            f"--output {option}: a run empties that folder, and the project lies in it; name another",
            f"--output {option}: 실행할 때 비우는 폴더인데 프로젝트가 그 안에 있습니다. "
            "다른 폴더를 지정하세요",
        )
    if all(config.getoption(name) == "off" for name in RECORDINGS):
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return said(
            f"--output {option}: nothing can be written there ({error.strerror}); name another folder",
            f"--output {option}: 쓸 수 없는 폴더입니다({error.strerror}). 다른 폴더를 지정하세요",
        )


def _check_options(config: pytest.Config, playwright: Playwright) -> None:
    """Raise EndsRun for what every scenario would fail by."""
    is_here = not is_elsewhere(config)
    if is_here and config.getoption("--headed") and not has_display():
        raise EndsRun(
            "--headed needs a display, and there is none here. Leave it out, or install Xvfb and type: "
            "xvfb-run pytest …",
            "--headed를 쓰려면 화면이 있어야 하는데, 여기에는 없습니다. 이 옵션을 빼거나 Xvfb를 설치하고 "
            "이렇게 입력하세요: xvfb-run pytest …",
        )
    if is_here and config.getoption("--video") != "off" and not can_film():
        raise EndsRun(
            "--video needs Playwright's ffmpeg, which is not installed. Type: playwright install ffmpeg",
            "--video에 필요한 Playwright의 ffmpeg가 설치되어 있지 않습니다. 이렇게 입력하세요: "
            "playwright install ffmpeg",
        )
    device = config.getoption("--device")
    if device and device not in playwright.devices:
        nearest = likest(device, list(playwright.devices))
        raise EndsRun(
            f"--device: Playwright knows no “{device}”; the nearest is “{nearest}”",
            f"--device: Playwright에 {quoted(device, '이라는')} 기기는 없습니다. "
            f"가장 가까운 이름: “{nearest}”",
        )


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
    browser_name: str,
    pytestconfig: pytest.Config,
    playwright: Playwright,
) -> dict[str, Any]:
    """Launch the browser that this machine has, unless --browser-channel or another machine has one."""
    _check_options(pytestconfig, playwright)
    is_grid = is_elsewhere(pytestconfig) and not pytestconfig.getoption(OPTION)
    if pytestconfig.getoption(OPTION) or ("channel" in browser_type_launch_args and not is_grid):
        return browser_type_launch_args
    from harness.play.browser import find_browser, launch_arguments

    bank_host = elsewhere(pytestconfig.getoption("--bank-url") or "")
    arguments = launch_arguments(bank_host) if browser_name == "chromium" else []
    if is_grid:
        return {"args": arguments, **browser_type_launch_args}
    browser = find_browser(browser_name, headed=not browser_type_launch_args.get("headless", True))
    found: dict[str, Any] = {"executable_path": browser.path, "channel": browser.channel, "args": arguments}
    if browser_name == "firefox" and bank_host:  # the bank is a proxy then, and localhost has none by itself
        found["firefox_user_prefs"] = {"network.proxy.allow_hijacking_localhost": True}
    return {**found, **browser_type_launch_args}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No address for all of a run's contexts: each world has its own."""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Korean customer's browser; --device says otherwise where it says something."""
    return {**CUSTOMER, **browser_context_args}


@pytest.fixture
def context(request: pytest.FixtureRequest) -> BrowserContext:
    """pytest-playwright's context; that of a scene is at its world's address and time."""
    if isinstance(request.node, ScenarioItem) or "scene" in request.fixturenames:
        return cast("BrowserContext", request.getfixturevalue("scene").new_context())
    return cast("BrowserContext", request.getfixturevalue("new_context")())
