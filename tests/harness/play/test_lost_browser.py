from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error

from harness.play.browser import NoBrowser
from harness.play.lost_browser import _launched

if TYPE_CHECKING:
    from tests.harness.conftest import Project

STEPS = """
    import os
    import signal
    import subprocess
    from pathlib import Path

    from harness.language.vocabulary import given, when

    @given(en="a page", ko="화면이 있다", target_fixture="shown")
    def page(new_context):
        return new_context().new_page()

    @when(en="the browser dies", ko="브라우저가 죽는다")
    def kill_browser(browser):
        die(process(browser, "browser"))

    @when(en="the page crashes", ko="화면이 죽는다")
    def kill_page(browser):
        die(process(browser, "renderer"))

    def process(browser, kind):
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return next(one["id"] for one in processes if one["type"] == kind)

    @when(en="the driver dies", ko="드라이버가 죽는다")
    def kill_driver(browser):
        ours = ["pgrep", "-P", str(os.getpid()), "-f", "run-driver"]
        die(int(subprocess.run(ours, capture_output=True, check=True).stdout))

    def die(process):
        if not Path("died").exists():
            Path("died").touch()
            os.kill(process, signal.SIGKILL)

    @when(en="the page closes itself", ko="화면이 스스로 닫힌다")
    def close(shown):
        shown.close()

    @when(en="the page is read", ko="화면을 읽는다")
    def read(shown):
        shown.content()
"""
FEATURE = """
    Feature: Lost
      Scenario: Before
        Given a page
        When the page is read
      Scenario: Lost
        Given a page
        When {what}
        And the page is read
      Scenario: After
        Given a page
        When the page is read
      Scenario: Later
        Given a page
        When the page is read
"""
LOST = "Problem    the browser crashed or was killed, *"


@pytest.fixture
def pages(project: Project) -> Project:
    """A project whose scenarios need a browser and no bank."""
    project.steps(STEPS)
    return project


@pytest.mark.parametrize("what", ["the browser dies", "the page crashes", "the driver dies"])
@pytest.mark.parametrize("options", [("-n", "0"), ("-n", "2", "--dist", "loadfile"), ("--replay=on",)])
def test_what_dies_fails_one_scenario_and_the_next_has_a_new_browser(
    pages: Project, what: str, options: tuple[str, ...]
) -> None:
    pages.fragile_bank()
    pages.write("a.feature", FEATURE.format(what=what))
    result = pages.run_apart(*options)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines([LOST, "FAILED a.feature::Lost*"])
    if "--replay=on" in options:
        result.stdout.fnmatch_lines(["replay 1/1 *::Lost → NOT REPRODUCED: it passed in a new world*"])


def test_a_page_that_a_scenario_closes_is_its_own_doing(pages: Project) -> None:
    pages.write("a.feature", FEATURE.format(what="the page closes itself"))
    result = pages.run_apart()
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.no_fnmatch_line(LOST)
    result.stdout.fnmatch_lines(["Problem    TargetClosedError: *"])


def test_a_firefox_that_playwright_cannot_drive_is_told_before_any_scenario() -> None:
    def refuse() -> None:
        raise Error("Browser.new_context: Protocol error (emulation.setIt): unknown command\nMessage: more")

    firefox: Any = SimpleNamespace(
        browser_type=SimpleNamespace(name="firefox"), version="1.0", new_context=refuse
    )
    with pytest.raises(
        NoBrowser, match=r"^Playwright 1\.\S+ cannot drive Firefox 1\.0: .*unknown command\. Type"
    ):
        _launched(lambda: firefox)
