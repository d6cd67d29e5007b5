"""A browser, or its driver, that dies in mid-run: one scenario fails, and the next has a new one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest

from harness.errors import HarnessError
from harness.play.browser import NoBrowser
from harness.play.remote_browser import is_elsewhere, places, why_none

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext


class LostBrowser(HarnessError):
    """The browser of a scenario is no more; the message says so, and that the bank has no part in it."""

    @classmethod
    def of(cls, config: pytest.Config) -> LostBrowser:
        """That of a run, here or on another machine."""
        if is_elsewhere(config):
            where = places(config)
            return cls(
                f"the browser went away: it, its machine or the way there broke off ({where}). This says "
                "nothing about the bank, and the scenario has two tries, each with a new browser",
                f"브라우저와의 연결이 끊겼습니다. 브라우저나 그 머신, 네트워크의 문제이며({where}) 은행의 "
                "동작과는 관계가 없습니다. 이 시나리오는 새 브라우저에서 한 번 더 실행됩니다",
            )
        return cls(
            "the browser crashed or was killed, often for want of memory: this says nothing about the bank. "
            "The next scenario has a new browser",
            "브라우저가 비정상 종료되었거나 강제로 종료되었습니다. 메모리가 부족할 때 자주 일어나며, "
            "은행의 동작과는 관계가 없습니다. 다음 시나리오는 새 브라우저에서 실행됩니다",
        )


LOST = pytest.StashKey["Browser"]()  # the browser of this process that is known to be gone


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let go of a browser that is gone, and of the driver with it: whoever needs one starts it anew."""
    browser = _browser(item)
    if browser and (not browser.is_connected() or item.config.stash.get(LOST, None) is browser):
        with _without_last_words():
            with suppress(Exception):
                # Fixtures that build on the driver end with it.
                _fixture(item, "playwright").finish(item._request)  # type: ignore[attr-defined]
            gc.collect()


@contextmanager
def _without_last_words() -> Iterator[None]:
    """What calls that nobody answers leave behind is no warning to the scenario that comes next."""
    before, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        yield
    finally:
        sys.unraisablehook = before


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Say what has happened, where Playwright says that something is closed."""
    try:
        return (yield)
    except Exception as error:
        if _is_loss(error, _browser(item), item.config):
            raise LostBrowser.of(item.config) from error
        raise


@pytest.fixture(scope="session")
def browser(launch_browser: Callable[[], Browser]) -> Iterator[Browser]:
    """pytest-playwright's, which need not be there any more at its end: Ctrl-C reaches it too."""
    browser = _launched(launch_browser)
    browser.on("disconnected", _give_up)
    yield browser
    browser.remove_listener("disconnected", _give_up)
    with _without_last_words(), suppress(Exception):
        browser.close()


def _give_up(browser: Browser) -> None:
    """End all that waits for a browser that is gone: Playwright leaves some of it unanswered.

    It has no public way to do so. What is asked later fails at once, and the next scenario starts both anew.
    """
    browser._impl_obj._connection.cleanup()


def _launched(launch_browser: Callable[[], Browser]) -> Browser:
    from playwright.sync_api import Error

    try:
        browser = launch_browser()
    except Error as error:
        raise why_none(error) from None
    if browser.browser_type.name == "firefox":
        _try(browser)
    return browser


def _try(firefox: Browser) -> None:
    """Raise NoBrowser for one of the system's that is too old or too new for this Playwright."""
    from playwright.sync_api import Error

    try:
        firefox.new_context().close()
    except Error as error:
        told, used = str(error).splitlines()[0], version("playwright")
        raise NoBrowser(
            f"Playwright {used} cannot drive Firefox {firefox.version}: {told}. Type: pip install "
            "-c constraints.txt -e '.[dev]'",
            f"Playwright {used}(으)로는 Firefox {firefox.version}을(를) 실행할 수 없습니다: {told}. 이렇게 "
            "입력하세요: pip install -c constraints.txt -e '.[dev]'",
        ) from None


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], browser: Browser, pytestconfig: pytest.Config
) -> Callable[..., BrowserContext]:
    """pytest-playwright's, with contexts that need no closing when their browser is gone."""

    def made(**arguments: Any) -> BrowserContext:
        context = new_context(**arguments)
        close = context.close

        def close_if_there(*args: Any, **kwargs: Any) -> None:
            with _without_last_words():
                try:
                    close(*args, **kwargs)
                    return
                except Exception as error:
                    if not _is_loss(error, browser, pytestconfig):
                        raise
                gc.collect()

        context.close = close_if_there  # type: ignore[method-assign]
        return context

    return made


def _is_loss(error: Exception, browser: Browser | None, config: pytest.Config) -> bool:
    """Whether an error comes of this. A page that is closed may be the scenario's own."""
    if not browser:
        return False
    if "crashed" not in str(error):
        if "closed" not in str(error):
            return False
        with _without_last_words(), suppress(Exception):
            browser.new_context().close()
            return False
    config.stash[LOST] = browser
    return True


def _browser(item: pytest.Item) -> Browser | None:
    """The browser that this process has started, if it has."""
    fixture = _fixture(item, "browser")
    cached = fixture and fixture.cached_result
    return cached[0] if cached else None


def _fixture(item: pytest.Item, name: str) -> Any:
    found = item.session._fixturemanager.getfixturedefs(name, item)
    return found[-1] if found else None
