"""Where runs leave what they found: a folder each, of which the last are kept."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

REPORTS = Path("reports")
RUNS = REPORTS / "runs"
RECORD = "run.json"
LOCK = "going"
KEPT = 5

RUN_ID = pytest.StashKey[str]()
HOME = pytest.StashKey[Path]()


def run_id(config: pytest.Config) -> str:
    """The name of this run, the same in all of its processes; names sort by time."""
    if RUN_ID not in config.stash:
        config.stash[RUN_ID] = getattr(config, "workerinput", {}).get("run_id") or new_id()
    return config.stash[RUN_ID]


def new_id() -> str:
    """A name for a run that begins now."""
    return f"{datetime.now():%Y%m%d-%H%M%S-%f}-{secrets.token_hex(2)}"


def folder(config: pytest.Config) -> Path:
    """The folder of this run, which is there once something lies in it."""
    return reports(config) / RUNS.name / run_id(config)


def reports(config: pytest.Config) -> Path:
    """The folder of all reports: that of the project, unless another one was asked for."""
    return config.stash.get(HOME, config.rootpath / REPORTS)


def new_folder(path: Path) -> Path:
    """Make a folder at `path`, or beside it if there is one already, and return it; OSError if neither."""
    made, number = path, 1
    while True:
        try:
            made.mkdir(parents=True)
            return made
        except FileExistsError:
            number += 1
            made = path.with_name(f"{path.name}-{number}")


def write(path: Path, text: str) -> None:
    """Write a file at once and whole, whoever else reads or writes it.

    Half a character, which a program may print and UTF-8 does not have, is written as JSON escapes it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{secrets.token_hex(3)}")
    part.write_text(text, encoding="utf-8", errors="backslashreplace")
    part.replace(path)


def records(reports: Path) -> Iterator[dict[str, Any]]:
    """What finished runs have left, the last one first; files that cannot be read are left out."""
    for path in sorted((reports / RUNS.name).glob(f"*/{RECORD}"), reverse=True):
        try:
            yield json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue


def prune(this: Path) -> None:
    """Keep what this run and those before have left, ended well or not, and all that still go on."""
    for old in doomed(this):
        shutil.rmtree(old, ignore_errors=True)


def doomed(this: Path) -> list[Path]:
    """The folders of runs that will be gone when this run has ended."""
    others = [one for one in sorted(this.parent.glob("*/"), reverse=True) if one != this]
    ended = [one for one in others if not _is_going(one)]
    with_something = [one for one in ended if has_left_something(one)]
    return ended[ended.index(with_something[KEPT - 1]) :] if len(with_something) >= KEPT else []


def has_left_something(run: Path) -> bool:
    """Whether there is more in a run's folder than the mark that it goes on."""
    return any(file.name != LOCK for file in run.iterdir())


def _is_going(run: Path) -> bool:
    """Whether its lock is held: the system lets go of it however a run has ended."""
    if not (run / LOCK).exists():
        return False
    try:
        with FileLock(run / LOCK).acquire(blocking=False):
            return False
    except Timeout:
        return True


class Keeper:
    """Holds the folder of this run while it goes on, and lets go of old ones at its end."""

    def __init__(self, config: pytest.Config) -> None:
        self._folder = folder(config)
        self._lock = FileLock(self._folder / LOCK)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Have the folder before any test, or worker, leaves something there."""
        if not session.config.option.collectonly:
            with suppress(OSError):  # what is to lie there will say so
                self._folder.mkdir(parents=True)
                self._lock.acquire()

    def pytest_unconfigure(self) -> None:
        """Let go of it; of old ones only if there is something new."""
        if not self._lock.is_locked:
            return
        self._lock.release()
        (self._folder / LOCK).unlink(missing_ok=True)
        try:
            self._folder.rmdir()
        except OSError:  # something lies there
            with suppress(OSError):  # another run may tidy up at the same time
                prune(self._folder)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell an xdist worker which run it belongs to."""
    node.workerinput["run_id"] = run_id(node.config)


def pytest_configure(config: pytest.Config) -> None:
    """Keep order in the controller, or in the only process."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Keeper(config), "run-keeper")
