"""`x.feature:12` as people type it, and as pytest is told of it: `x.feature:::12`.

An argument counts for pytest as what stands before `::`. Without that it is no file to it, of no project:
from another folder it would look there for settings, plugins and conftest.py. So pytest, which has looked
already when it loads this plugin, the first of ours, is begun anew.
"""

from __future__ import annotations

import os
import re

import pytest
from _pytest.capture import CaptureManager

LINES = re.compile(r"(?P<path>.+\.feature)(?P<parted>::)?(?P<lines>(?::\d+)+)")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Begin anew if lines were typed."""
    typed = [os.fspath(arg) for arg in early_config.invocation_params.args]
    parted = [_parted(arg) for arg in typed]
    if parted == typed:
        return
    capture = early_config.pluginmanager.get_plugin("capturemanager")
    assert isinstance(capture, CaptureManager)
    with capture.global_and_fixture_disabled():
        raise SystemExit(pytest.main(parted, early_config.invocation_params.plugins))


def _parted(arg: str) -> str:
    found = LINES.fullmatch(arg)
    is_typed = found and not found["parted"] and os.path.isfile(found["path"])  # noqa: PTH113
    return f"{found['path']}::{found['lines']}" if found and is_typed else arg


def as_typed(arg: str) -> str:
    """What was typed for an argument of pytest."""
    found = LINES.fullmatch(arg)
    return f"{found['path']}{found['lines']}" if found else arg
