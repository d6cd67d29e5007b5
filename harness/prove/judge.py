"""Plays a scenario against a bank that has a known bug, and judges whether it has noticed."""

from __future__ import annotations

from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from pytest_bdd.parser import Step

from harness.failure.tell import FAILED_STEP
from harness.play.features import ScenarioItem, shown
from harness.play.twin import play as play_twin
from harness.prove.trial import whole
from harness.report.proof import Play
from harness.spoken import said

if TYPE_CHECKING:
    from playwright.sync_api import Response

CRASH = pytest.StashKey[str]()  # the address at which the bank crashed while the scenario was played


def play(defect: str, item: ScenarioItem, sources: str, nextitem: pytest.Item) -> Play:
    """Play it at the bank with that bug; what `nextitem` needs stays, as the browser."""
    twin, began = item.twin(), perf_counter()
    call, ended = play_twin(twin, nextitem, at_end=lambda: None)
    error = call.excinfo or ended.excinfo
    seconds = round(perf_counter() - began, 2)
    if not error:
        return Play(defect, item.nodeid, "passed", sources, seconds=seconds, outline=whole(item))
    step, crash = twin.stash.get(FAILED_STEP, None), twin.stash.get(CRASH, None)
    why = f"{type(error.value).__name__}: {error.value}".partition("\n")[0]
    return Play(
        defect,
        item.nodeid,
        "caught" if step and not crash and has_noticed(step, error.value) else "died",
        sources,
        f"{shown(step.file, item.config)}:{step.line_number}: {step.says}" if step else "",
        said(f"the bank crashed at {crash}", f"은행 서버 오류: {crash}") if crash else why,
        seconds,
        whole(item),
    )


def note_crash(node: pytest.Item, response: Response) -> None:
    """Remember that the bank has crashed: a page that is no page shows nothing of what a Then looks for."""
    if response.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        node.stash[CRASH] = response.url


def has_noticed(step: Step, error: BaseException) -> bool:
    """Whether the scenario says that something is not as it should be: a Then compares, and finds otherwise.

    What cannot be arranged or done, or takes too long, ends a scenario that has looked at nothing.
    """
    return step.type == "then" and isinstance(error, AssertionError)
