"""Banks beside this one, with known bugs: a bug comes into a bank before it starts, and not while it runs."""

from __future__ import annotations

import io
import json
import secrets
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from mock_bank.defects import Defect, load


class Beside:
    """Those that this server has started, with its own `options`; they end when it does."""

    def __init__(self, options: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "mock_bank", *options, "--port", "0", "--attached"]
        self._running: list[subprocess.Popen[str]] = []  # each ends when nobody holds its input any more
        self._desks: dict[str, dict[str, str]] = {}

    @cached_property
    def defects(self) -> Mapping[str, Defect]:
        """All known bugs by name."""
        return load()

    def desks(self, world_id: str) -> Mapping[str, str]:
        """Where a world goes on elsewhere: the addresses of its desks, by the name of the bug there."""
        return self._desks.get(world_id, {})

    def go_on(self, world_id: str, packed: bytes, defect: str, folder: Path) -> None:
        """Have a world as it was packed (Worlds.pack) go on at a bank with that defect, below `folder`.

        LookupError when there is no such defect, OSError when that bank does not start.
        """
        if defect not in self.defects:
            raise LookupError(defect)
        worlds = folder / secrets.token_hex(4)
        zipfile.ZipFile(io.BytesIO(packed)).extractall(worlds)
        command = [*self._command, "--worlds", str(worlds), "--defect", defect]
        bank = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._running.append(bank)
        assert bank.stdout
        if not (ready := bank.stdout.readline()):
            raise OSError(defect)
        self._desks.setdefault(world_id, {})[defect] = f"{json.loads(ready)['url']}/worlds/{world_id}"
