from __future__ import annotations

from fnmatch import fnmatch
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Error

from harness.play.browser import NoBrowser
from harness.play.lost_browser import _launched
from tests.harness.conftest import Project

# Pages that need no bank; what dies does so once, and not again in a replay.
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
        die("browser", process(browser, "browser"))

    @when(en="the page crashes", ko="화면이 죽는다")
    def kill_page(browser):
        die("page", process(browser, "renderer"))

    def process(browser, kind):
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return next(one["id"] for one in processes if one["type"] == kind)

    @when(en="the driver dies", ko="드라이버가 죽는다")
    def kill_driver(browser):
        ours = ["pgrep", "-P", str(os.getpid()), "-f", "run-driver"]
        die("driver", int(subprocess.run(ours, capture_output=True, check=True).stdout))

    def die(what, process):
        if not Path(what).exists():
            Path(what).touch()
            os.kill(process, signal.SIGKILL)

    @when(en="the page closes itself", ko="화면이 스스로 닫힌다")
    def close(shown):
        shown.close()

    @when(en="the page is read", ko="화면을 읽는다")
    def read(shown):
        shown.content()
"""
DEATHS = ("the browser dies", "the page crashes", "the driver dies")
LOST = "the browser crashed or was killed, *"


def scenarios(*events: str) -> str:
    """A feature with a scenario for each event; before, between and after them are some without."""
    played = ["the page is read", *(step for event in events for step in (event, "the page is read"))]
    return "Feature: Pages\n" + "".join(
        f"  Scenario: {number} {step}\n    Given a page\n    When {step}\n    And the page is read\n"
        for number, step in enumerate(played)
    )


def test_what_dies_fails_one_scenario_and_the_next_as_its_replay_has_a_new_browser(project: Project) -> None:
    project.steps(STEPS)
    project.fragile_bank()
    project.write("a.feature", scenarios(*DEATHS, "the page closes itself"))
    result = project.run_apart("--replay=on")
    result.assert_outcomes(passed=5, failed=4)
    result.stdout.fnmatch_lines([f"FAILED a.feature::* {what}*" for what in DEATHS])
    # A page that a scenario closes is its own doing.
    problems = [line for line in result.outlines if line.startswith("Problem")]
    told = [*[f"Problem    {LOST}"] * 3, "Problem    TargetClosedError: *"]
    assert [fnmatch(*both) for both in zip(problems, told, strict=True)] == [True] * 4
    passed = "NOT REPRODUCED: it passed in a new world*"
    result.stdout.fnmatch_lines(
        [f"replay {number}/4 *::* {what} → {passed}" for number, what in enumerate(DEATHS, 1)]
    )


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
