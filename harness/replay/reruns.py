"""Scenarios that another plugin plays, as pytest-rerunfailures: replayed when one has failed for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pluggy import HookImpl

from harness.failure.tell import FAILURE, Failure
from harness.play.features import ScenarioItem

# The players of items, pytest's own and ours of scenarios, by the names of their plugins.
OURS = {"runner", "harness.replay.protocol"}


def have_played(item: ScenarioItem, nextitem: pytest.Item | None, replay: Callable[[Failure], None]) -> bool:
    """Let other plugins play the scenario, if one wants to; false if none does."""
    hook, plugins = item.config.hook.pytest_runtest_protocol, item.config.pluginmanager
    others = [one.plugin for one in hook.get_hookimpls() if _plays(one) and one.plugin_name not in OURS]
    if not others:
        return False
    rest = [one.plugin for one in hook.get_hookimpls() if one.plugin not in others]
    final_failure = _FinalFailure(item, replay)
    plugins.register(final_failure)
    try:
        return bool(plugins.subset_hook_caller(hook.name, rest)(item=item, nextitem=nextitem))
    finally:
        plugins.unregister(final_failure)


def _plays(implementation: HookImpl) -> bool:
    return not (implementation.wrapper or implementation.hookwrapper)


class _FinalFailure:
    """Has a failure replayed before it is told, if the scenario is over by then.

    pytest-rerunfailures tells of an attempt when it is over, and calls all failed ones but the last `rerun`.
    """

    def __init__(self, item: ScenarioItem, replay: Callable[[Failure], None]) -> None:
        self._item = item
        self._replay = replay

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> Iterator[None]:
        """Let the report say what the replay shows."""
        failure = self._item.stash.get(FAILURE, None)
        is_over = self._item not in self._item.session._setupstate.stack
        if failure and failure.report is report and report.failed and is_over:
            try:
                self._replay(failure)
            finally:
                yield  # Ctrl-C in a replay does not undo the failure
        else:
            yield
