"""A program that a command starts, and that ends with it whenever that is asked to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

ASKED_TO_END = (signal.SIGINT, signal.SIGTERM)


class _Ending:
    """Hands on to a program that it is to end: asked a second time, it is killed with all that it started."""

    def __init__(self, is_own_group: bool) -> None:
        self._is_own_group = is_own_group
        self.process: subprocess.Popen[str] | None = None
        self.asked: int | None = None

    def hear(self, number: int, _: FrameType | None) -> None:
        """Take a signal."""
        again, self.asked = self.asked is not None, number
        if again:
            self.kill()
        else:
            self.ask()

    def ask(self) -> None:
        """Always by SIGTERM: until Python programs have begun, they tell of SIGINT by a traceback."""
        # On Windows, where SIGTERM kills, Ctrl-C reaches it by itself.
        if self.process and (os.name == "posix" or self.asked == signal.SIGTERM):
            with suppress(PermissionError):  # it is root's
                self.process.terminate()

    def kill(self) -> None:
        """Leave nothing of it."""
        if self.process and self._is_own_group and os.name == "posix":
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        elif self.process:
            with suppress(PermissionError):
                self.process.kill()


@contextmanager
def child(
    command: Sequence[str],
    cwd: os.PathLike[str] | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
    with_terminal: bool = False,
) -> Iterator[subprocess.Popen[str]]:
    """Start a program, and wait for its end; what asks this command to end is handed on to it.

    Then SystemExit says how this command was asked to end, unless the program took that for its orderly end.
    `with_terminal`: it may ask something there, as sudo does, and hears Ctrl-C by itself.
    """
    ending = _Ending(is_own_group=not with_terminal)
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
                ending.ask()
            try:
                yield process
            except BaseException:  # nobody is there any more whom it could serve
                ending.hear(signal.SIGTERM, None)
                raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if ending.asked:
        ending.kill()  # what it has left behind
        if process.returncode:
            sys.exit(128 + ending.asked)
