"""A program that a command starts, and that ends with it whenever that is asked to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO

ASKED_TO_END = (signal.SIGINT, signal.SIGTERM)


class _Ending:
    """Hands on to a program what asks this one to end: the second time it is killed."""

    def __init__(self, in_group: bool) -> None:
        self._in_group = in_group and os.name == "posix"
        self.process: subprocess.Popen[str] | None = None
        self.asked: int | None = None

    def hear(self, number: int, _: FrameType | None) -> None:
        """Take a signal."""
        again, self.asked = self.asked is not None, number
        self.hand_on(signal.SIGKILL if again and os.name == "posix" else number)

    def hand_on(self, number: int) -> None:
        """To the program and all that it has started, as a terminal does; Windows does so itself."""
        if self.process is None or self.process.returncode is not None:
            return
        with suppress(ProcessLookupError, PermissionError):  # it has just gone, or it is root's
            if self._in_group:
                os.killpg(self.process.pid, number)
            elif os.name == "posix" or number == signal.SIGTERM:
                self.process.send_signal(number)


@contextmanager
def child(
    command: Sequence[str],
    cwd: os.PathLike[str] | None = None,
    stdout: int | IO[str] | None = None,
    stderr: int | IO[str] | None = None,
    with_terminal: bool = False,
) -> Iterator[subprocess.Popen[str]]:
    """Start a program, and wait for its end; what asks this command to end is handed on to it.

    Then SystemExit says how this command was asked to end, unless the program took that for its orderly end.
    `with_terminal`: it may ask something there, as sudo does, and hears Ctrl-C by itself.
    """
    ending = _Ending(in_group=not with_terminal)
    before = {number: signal.signal(number, ending.hear) for number in ASKED_TO_END}
    try:
        with subprocess.Popen(
            command,
            cwd=cwd,
            stdout=stdout,
            stderr=stderr,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=not with_terminal,
        ) as process:
            ending.process = process
            if ending.asked:  # while it was being started
                ending.hand_on(ending.asked)
            yield process
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if ending.asked and process.returncode:
        sys.exit(128 + ending.asked)
