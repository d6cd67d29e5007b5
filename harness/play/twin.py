"""A scenario is played beside the run: nobody hears of it, and it does not count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest

from harness.play.features import ScenarioItem

When = Literal["setup", "call", "teardown"]
Became = pytest.CallInfo[Any]


def play(
    twin: ScenarioItem, nextitem: pytest.Item | None, at_end: Callable[[], object]
) -> tuple[Became, Became]:
    """Play it as pytest plays an item, and call `at_end` while its page is there.

    Returns what became of it, and of its tear-down; what `nextitem` needs stays, as the browser.
    """
    hook = twin.ihook
    try:
        call = _call("setup", lambda: hook.pytest_runtest_setup(item=twin))
        if not call.excinfo:
            call = _call("call", lambda: hook.pytest_runtest_call(item=twin))
        at_end()
    finally:
        ended = _call("teardown", lambda: hook.pytest_runtest_teardown(item=twin, nextitem=nextitem))
    return call, ended


def _call(when: When, run: Callable[[], Any]) -> Became:
    # A scenario that ends the run by pytest.exit is not to end it from here.
    return pytest.CallInfo.from_call(run, when, reraise=(KeyboardInterrupt,))
