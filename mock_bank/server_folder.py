"""The folder of one server's worlds: its alone while it runs and, when none is named, gone when it ends.

A server that is killed leaves its folder behind, with keys in it: the next one clears it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from mock_bank.terminal import said

_PREFIX = "mock-bank-"
LOCK = "in-use"  # held, by the system's means, for as long as the process lives


@contextmanager
def own_folder(named: Path | None) -> Iterator[Path]:
    """The folder `named`, or a new one that goes away at the end. OSError says why not."""
    if named is not None:
        with _held(named):
            yield named
        return
    with ExitStack() as folder_of_server:
        # One server at a time: between its making and its lock a folder looks like one left behind.
        with FileLock(turn()):
            _clear_away()
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            folder_of_server.callback(shutil.rmtree, folder, ignore_errors=True)
            folder_of_server.enter_context(_held(folder))
        yield folder


def turn() -> Path:
    """The lock of the one server that clears away and makes its folder, a user's own."""
    user = f"-{os.getuid()}" if os.name == "posix" else ""
    return Path(tempfile.gettempdir()) / f"mock-bank{user}.lock"


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / LOCK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout:
        raise OSError(
            said(
                f"{folder} is in use by another mock bank; name another with --worlds",
                f"{folder} 폴더는 다른 모의은행이 쓰고 있습니다. --worlds에 다른 폴더를 지정하세요",
            )
        ) from None
    except OSError as error:
        raise OSError(
            said(
                f"{folder} cannot hold worlds ({error.strerror}); name another with --worlds",
                f"{folder} 폴더를 쓸 수 없습니다 ({error.strerror}). --worlds에 다른 폴더를 지정하세요",
            )
        ) from None
    try:
        yield
    finally:
        lock.release()


def _clear_away() -> None:
    """Remove what servers have left behind that did not end by themselves: this user's, and nobody has it."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # One without a lock may be of a server of an older version, which still runs.
        if _is_own(folder) and (folder / LOCK).exists():
            try:
                with _held(folder):
                    shutil.rmtree(folder, ignore_errors=True)
            except OSError:
                continue


def _is_own(folder: Path) -> bool:
    """Whether it is a folder, and this user's: anybody may put something of that name there."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return os.name != "posix" or folder.stat().st_uid == os.getuid()
