"""Where runs leave what they found: a folder each, of which the last are kept."""

from __future__ import annotations

import json
import secrets
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

REPORTS = Path("reports")
RUNS = REPORTS / "runs"
RECORD = "run.json"
KEPT = 5
ABANDONED = 24 * 60 * 60  # seconds after which a run without a record is not going on any more

RUN_ID = pytest.StashKey[str]()


def run_id(config: pytest.Config) -> str:
    """The name of this run, the same in all of its processes; names sort by time."""
    if RUN_ID not in config.stash:
        made = f"{datetime.now():%Y%m%d-%H%M%S-%f}-{secrets.token_hex(2)}"
        config.stash[RUN_ID] = getattr(config, "workerinput", {}).get("run_id", made)
    return config.stash[RUN_ID]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell an xdist worker which run it belongs to."""
    node.workerinput["run_id"] = run_id(node.config)


def folder(config: pytest.Config) -> Path:
    """The folder of this run; it is there from now on."""
    path = config.rootpath / RUNS / run_id(config)
    path.mkdir(parents=True, exist_ok=True)
    return path


def write(path: Path, text: str) -> None:
    """Write a file at once and whole, whoever else reads or writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{secrets.token_hex(3)}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def prune(root: Path) -> None:
    """Keep the last finished runs, and whatever may still be going on."""
    folders = sorted((root / RUNS).glob("*/"), reverse=True)
    finished = [one for one in folders if (one / RECORD).exists()]
    abandoned = [one for one in folders if one not in finished and _age(one) > ABANDONED]
    for one in [*finished[KEPT:], *abandoned]:
        shutil.rmtree(one, ignore_errors=True)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def records(root: Path) -> Iterator[dict[str, Any]]:
    """What finished runs have left, the last one first; files that cannot be read are left out."""
    for path in sorted((root / RUNS).glob(f"*/{RECORD}"), reverse=True):
        try:
            yield json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
