"""A browser on another machine that goes away costs its scenario one more try, in a new one.

Machines and the ways to them fail without the bank's doing. Both tries are told in the report.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest
from _pytest.runner import call_and_report, runtestprotocol

from harness.play.features import ScenarioItem
from harness.play.lost_browser import LostBrowser
from harness.play.remote_browser import is_elsewhere

RERUN = "rerun"  # the outcome that pytest-rerunfailures gives a failure that does not count
HAD_ONE = pytest.StashKey[bool]()


def pytest_report_teststatus(report: pytest.TestReport) -> Any:
    """Let a first try be no failure."""
    return (RERUN, "R", ("RERUN", {"yellow": True})) if str(report.outcome) == RERUN else None


class SecondTry:
    """Plays a scenario again if its browser was lost."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let the first loss of a scenario not count."""
        report = yield
        is_lost = call.excinfo and isinstance(call.excinfo.value, LostBrowser)
        if is_lost and call.when == "call" and HAD_ONE not in item.stash:
            item.stash[HAD_ONE] = True
            report.outcome = RERUN  # type: ignore[assignment]
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Play as pytest does, until it is known whether there is to be a second time."""
        if not isinstance(item, ScenarioItem):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        item._initrequest()
        if call_and_report(item, "setup").passed and str(call_and_report(item, "call").outcome) == RERUN:
            # The twin stands for the second try: what is of the session stays. Nobody hears of this end,
            # after which the scenario would be over.
            call_and_report(item, "teardown", log=False, nextitem=item.twin())
            item._initrequest()
            runtestprotocol(item, nextitem=nextitem)
        else:
            stops = item.session.shouldfail or item.session.shouldstop
            call_and_report(item, "teardown", nextitem=None if stops else nextitem)
            # As pytest does: what a scenario has used is not held until the run ends.
            item._request = False  # type: ignore[assignment]
            item.funcargs = None  # type: ignore[assignment]
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True


def pytest_configure(config: pytest.Config) -> None:
    """Have second tries where browsers are on other machines, unless fixtures alone are looked at."""
    if is_elsewhere(config) and not (config.option.setuponly or config.option.setupshow):
        config.pluginmanager.register(SecondTry())
