"""What pytest has reported in a run, as a file: another pytest that hears it makes the same reports of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from harness.errors import HarnessError
from harness.play import runs
from harness.report.record import Run

LOG = "log.ndjson"
FORMAT = 1

Report = pytest.TestReport | pytest.CollectReport


@dataclass
class Log:
    """A run's log: `exit` is pytest's exit code, None if the run has not come to its end."""

    run: Run  # without its scenarios, which the reports tell
    exit: int | None
    reports: list[dict[str, Any]]  # as JSON has them
    folder: Path  # of the run


def write(config: pytest.Config, run: Run, exit: int | None, reports: Iterable[Report]) -> None:
    """Write a run's log, into its folder."""
    about = asdict(replace(run, scenarios=[], claims=[], chapters=[], unreadable={}, elsewhere=[]))
    lines = [{"format": FORMAT, "exit": exit, "run": about}]
    lines += [_plain(config, report) for report in reports]
    text = "".join(json.dumps(line, ensure_ascii=False, default=str) + "\n" for line in lines)
    runs.write(runs.folder(config) / LOG, text)


def _plain(config: pytest.Config, report: Report) -> dict[str, Any]:
    node = report.__dict__.pop("node", None)  # which stands for a process, and is no data
    try:
        plain: dict[str, Any] = config.hook.pytest_report_to_serializable(config=config, report=report)
    finally:
        if node:
            report.__dict__["node"] = node
    return plain | ({"worker_id": node.gateway.id} if node else {})


def read(folder: Path, reports: Path, home: str) -> Log:
    """The log of the run in `folder`, with paths of what it has left as they will be in `reports`.

    That is below the folder of the run `home`, where what several runs have left stands side by side.

    Raises HarnessError if it cannot be read.
    """
    path = folder / LOG
    try:
        data = path.read_bytes()
        data = data.replace(f"runs/{folder.name}/".encode(), f"runs/{home}/{folder.name}/".encode())
        own, given = f"{runs.RUNS.as_posix()}/{home}/", f"{reports.as_posix()}/runs/{home}/"
        head, *told = map(json.loads, data.replace(own.encode(), given.encode()).splitlines())
        if head["format"] != FORMAT:
            raise HarnessError(
                f"{path} is of another version of the harness: merge with the one that has written it",
                f"{path} 파일은 다른 버전의 하네스가 만들었습니다. 같은 버전으로 합치세요",
            )
        run = TypeAdapter(Run).validate_python(head["run"])
        if not all(isinstance(report["nodeid"], str) for report in told):
            raise ValueError("no reports")
        return Log(run, head["exit"], told, folder)
    except (KeyError, TypeError, ValueError) as error:
        raise HarnessError(
            f"{path} is broken ({type(error).__name__}): fetch it anew, or run its shard again",
            f"{path} 파일이 손상되었습니다({type(error).__name__}). "
            "다시 내려받거나 그 샤드를 다시 실행하세요",
        ) from None


def report_of(plain: dict[str, Any], config: pytest.Config) -> Any:
    """The report that a log holds: pytest.TestReport or pytest.CollectReport."""
    if isinstance(plain.get("longrepr"), list):  # of what is skipped: JSON has no tuples
        plain = plain | {"longrepr": tuple(plain["longrepr"])}
    return config.hook.pytest_report_from_serializable(config=config, data=plain)
