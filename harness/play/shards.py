"""Shards: machines that each play their part of one run, `--splits 4 --group 2` of pytest-split.

All of them have to cut alike, whatever else they do. So what is cut is in one order, by node ids, and how
long each took the last time stands in a file of the project, the same for every machine with one commit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.spoken import said

DURATIONS = ".test_durations"
WHOLE = pytest.StashKey[set[str]]()  # the ids of what all shards together play


def shard_of(config: pytest.Config) -> tuple[int, int] | None:
    """Which part of how many this run plays; None if it plays all."""
    splits, group = config.getoption("--splits", None), config.getoption("--group", None)
    return (group, splits) if splits else None


class Shards:
    """Has pytest-split cut in one order, and play in the order that was asked for."""

    def __init__(self) -> None:
        self._places: dict[pytest.Item, int] = {}

    # After all that choose and shuffle, and before pytest-split: it is registered later.
    @pytest.hookimpl(trylast=True, specname="pytest_collection_modifyitems")
    def pytest_sort(self, items: list[pytest.Item]) -> None:
        """Bring them in the order that every machine knows."""
        self._places = {item: place for place, item in enumerate(items)}
        items.sort(key=lambda item: item.nodeid)
        if items:
            items[0].config.stash[WHOLE] = {item.nodeid for item in items}

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Iterator[None]:
        """Bring what is left back into the order in which it is to be played."""
        yield
        items.sort(key=self._places.__getitem__)

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Let an empty part be no failure: `renewal merge` sees whether others had something to play."""
        yield
        if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK


def pytest_configure(config: pytest.Config) -> None:
    """Let the durations be the project's, wherever pytest was started; have them cut alike."""
    options = config.option
    if not hasattr(options, "splits"):
        return  # without pytest-split
    if hasattr(config, "workerinput"):
        options.store_durations = False  # the controller hears of them all
    if Path(options.durations_path) == config.invocation_params.dir / DURATIONS:
        options.durations_path = str(config.rootpath / DURATIONS)
    if shard_of(config) or options.store_durations:
        _check_durations(Path(options.durations_path))
    if shard_of(config):
        config.pluginmanager.register(Shards())


def refuse(config: pytest.Config) -> None:
    """Refuse what cannot be: UsageError, in both languages and before pytest-split says less."""
    if refusal := _refusal(config):
        raise pytest.UsageError(refusal)


def _refusal(config: pytest.Config) -> str | None:
    splits, group = config.getoption("--splits", None), config.getoption("--group", None)
    if splits is None and group is None:
        return None
    if splits is None:
        return said(
            f"--group {group} of how many? Give --splits too, as --splits 4 --group {group}",
            f"--group {group}만으로는 몇 개로 나눈 것인지 알 수 없습니다. "
            f"--splits 4 --group {group}처럼 --splits도 지정하세요",
        )
    if splits < 1:
        return said(
            f"--splits {splits}: there has to be one part at least",
            f"--splits {splits}: 1 이상이어야 합니다",
        )
    if group is None:
        return said(
            f"--splits {splits} needs --group: which part this machine plays, 1 to {splits}",
            f"--splits {splits}에는 --group이 필요합니다. "
            f"이 머신이 실행할 부분을 1부터 {splits} 사이로 지정하세요",
        )
    if not 1 <= group <= splits:
        return said(
            f"--group {group}: of {splits} parts (--splits) there are those from 1 to {splits}",
            f"--group {group}: {splits}개로 나누면(--splits) 1부터 {splits}까지만 있습니다",
        )
    for option in ("lf", "stepwise"):
        if config.getoption(option, False):
            return said(
                f"--{option} goes by what failed on this machine, and shards have to be cut alike on all: "
                "leave out --splits and --group",
                f"--{option}은 이 머신에서 실패한 것을 기준으로 하지만, 분할은 모든 머신에서 같아야 합니다. "
                "--splits와 --group을 빼세요",
            )
    return None


def _check_durations(path: Path) -> None:
    try:
        told: Any = json.loads(path.read_text("utf-8"))
        is_right = isinstance(told, dict) and all(isinstance(value, int | float) for value in told.values())
    except FileNotFoundError:
        return  # pytest-split says so, and takes all to last as long
    except (OSError, ValueError):
        is_right = False
    if not is_right:
        raise pytest.UsageError(
            said(
                f"{path} is no list of durations: restore it, or remove it and run with --store-durations",
                f"{path} 파일은 소요 시간 목록이 아닙니다. "
                "되돌리거나, 지운 뒤 --store-durations로 다시 만드세요",
            )
        )
