"""Which lines of the bank's rules are run, and for whom."""

from __future__ import annotations

import sys
import threading
from collections import defaultdict
from types import FrameType
from typing import Any

from tests.mutants.sources import PACKAGE, RULES

Lines = set[tuple[str, int]]  # a file below mock_bank/, and a number of a line in it


class Tracer:
    """Notes lines thread by thread: `begin` and `end` enclose what one thread does for one purpose."""

    def __init__(self) -> None:
        self._thread = threading.local()
        self._names: dict[str, str | None] = {}  # of a file as Python has it: the one below mock_bank/

    def install(self) -> None:
        """Look on from now on, in this thread and in those that are yet to start."""
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def begin(self) -> None:
        """Begin to note what this thread runs."""
        self._thread.lines = set()

    def end(self) -> Lines:
        """What this thread has run since."""
        lines: Lines = self._thread.lines
        self._thread.lines = None
        return lines

    def _enter(self, frame: FrameType, event: str, arg: object) -> Any:
        path = frame.f_code.co_filename
        if path not in self._names:
            self._names[path] = _name(path)
        name = self._names[path]
        lines: Lines | None = getattr(self._thread, "lines", None)
        if name is None or lines is None:
            return None

        def run(frame: FrameType, event: str, arg: object) -> Any:
            lines.add((name, frame.f_lineno))
            return run

        return run(frame, event, arg)


def _name(path: str) -> str | None:
    _, found, name = path.rpartition(f"/{PACKAGE.name}/")
    return name if found and name.rpartition("/")[0] in RULES and (PACKAGE / name).is_file() else None


def by_file(lines: Lines) -> dict[str, list[int]]:
    """The lines, file by file."""
    files: defaultdict[str, list[int]] = defaultdict(list)
    for file, line in sorted(lines):
        files[file].append(line)
    return files
