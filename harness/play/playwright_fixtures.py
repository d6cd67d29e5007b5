"""pytest-playwright's fixtures, for this machine's browser, a Korean customer, a scene's address and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from harness.play.features import ScenarioItem

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

CUSTOMER = {"locale": "ko-KR", "timezone_id": "Asia/Seoul", "viewport": {"width": 1280, "height": 720}}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_name: str) -> dict[str, Any]:
    """Launch the browser that this machine has, unless --browser-channel names one."""
    if "channel" in browser_type_launch_args:
        return browser_type_launch_args
    from harness.play.browser import find_browser, launch_arguments

    browser = find_browser(browser_name, headed=not browser_type_launch_args.get("headless", True))
    arguments = launch_arguments() if browser_name == "chromium" else []
    return {"executable_path": browser.path, "args": arguments, **browser_type_launch_args}


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
