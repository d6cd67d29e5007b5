"""Playwright servers, as machines with browsers run them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.play.browser import find_browser, playwright_directories


@dataclass
class Server:
    """One that runs."""

    process: subprocess.Popen[str]
    url: str

    def end(self) -> str:
        """End it; returns what it has logged."""
        os.killpg(self.process.pid, signal.SIGKILL)
        return self.process.communicate()[1]


@contextmanager
def serving(folder: Path, *prefix: str, host: str = "127.0.0.1", **environment: str) -> Iterator[Server]:
    """Start one, by a command that may have a prefix; `folder` is for what it needs."""
    command = [*prefix, sys.executable, "-m", "playwright", "run-server", "--host", host, "--port", "0"]
    with subprocess.Popen(
        [*command, "--path", "/secret"],
        env={**os.environ, **_browsers(folder), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        yield Server(process, process.stdout.readline().split()[-1])
        with suppress(ProcessLookupError):  # it may have been ended
            os.killpg(process.pid, signal.SIGKILL)


def _browsers(folder: Path) -> dict[str, str]:
    """The environment in which a server has Playwright's own Chromium or, laid out like it, the system's."""
    system = find_browser("chromium", headed=False).path
    if system is None:
        return {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(folder / "browsers"))
        home = playwright_directories("chromium", headed=False)[0]
    for built_for in ("linux64", "linux-arm64"):
        shell = home / f"chrome-headless-shell-{built_for}" / "chrome-headless-shell"
        shell.parent.mkdir(parents=True, exist_ok=True)
        shell.unlink(missing_ok=True)
        shell.symlink_to(system)
    return {"PLAYWRIGHT_BROWSERS_PATH": str(folder / "browsers")}
