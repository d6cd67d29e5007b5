"""A failure's reports as they are to be told if its replay kills the worker, which has held them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from harness.failure.evidence import name_of
from harness.play import runs


@contextmanager
def written(item: pytest.Item, reports: Sequence[pytest.TestReport]) -> Iterator[None]:
    """Leave the reports to the controller, if there is one to outlive this process, until it goes well."""
    config = item.config
    if not hasattr(config, "workerinput"):
        yield
        return
    file = _file(config, item.nodeid)
    told = [config.hook.pytest_report_to_serializable(config=config, report=report) for report in reports]
    with suppress(OSError):
        runs.write(file, json.dumps(told))
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


@pytest.hookimpl(optionalhook=True, trylast=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport, sched: Any) -> None:
    """Tell of the failure what the worker would have told, instead of its crash."""
    config, file = sched.config, _file(sched.config, crashitem)
    if report.outcome != "failed" or not file.exists():
        return  # pytest-rerunfailures has it run again; or it crashed before it could fail
    written = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()
    *earlier, last = (
        config.hook.pytest_report_from_serializable(config=config, data=told) for told in written
    )
    for one in earlier:
        one.node = report.node
        config.hook.pytest_runtest_logreport(report=one)
    vars(report).update(vars(last))


def _file(config: pytest.Config, nodeid: str) -> Path:
    return runs.folder(config) / f"{name_of(nodeid)}.json"
