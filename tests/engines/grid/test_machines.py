"""Runner, bank, browser server, hub and nodes, each on a machine of its own: what reaches what."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser_server import serving
from tests.engines.grid.grid import grid
from tests.engines.grid.machines import Machine, network

ROOT = Path(__file__).parents[3]
TOKEN = "of-the-test-network"
# Worlds' names, a clock, and a download whose bytes are looked into.
SCENARIOS = (
    "features/error.feature::A code that came too late is told as such",
    "features/keep.feature::The certificate is exported as an encrypted file",
)


def pytest_on(runner: Machine, files: Path, *options: str, **environment: str) -> str:
    """Play the scenarios on that machine, which must pass; returns what was said."""
    run = subprocess.run(
        [*runner.prefix, sys.executable, "-m", "pytest", *SCENARIOS, *options, "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(files), "RENEWAL_BANK_TOKEN": TOKEN, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == pytest.ExitCode.OK, run.stdout + run.stderr
    return run.stdout


def reaches(machine: Machine, url: str) -> bool:
    """Whether anything answers there, asked from that machine."""
    asks = f"import urllib.request; urllib.request.urlopen({url!r})"
    asked = subprocess.run(
        [*machine.prefix, sys.executable, "-c", asks], capture_output=True, text=True, check=False
    )
    return not asked.returncode or "HTTPError" in asked.stderr


@contextmanager
def bank_on(machine: Machine, *options: str) -> Iterator[str]:
    """A bank that runs on that machine; gives the port that it listens at."""
    with subprocess.Popen(
        [*machine.prefix, sys.executable, "-m", "mock_bank", "--people", "seeds/people.toml", *options],
        cwd=ROOT,
        env={**os.environ, "RENEWAL_BANK_TOKEN": TOKEN},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        try:
            yield json.loads(process.stdout.readline())["url"].rpartition(":")[2]
        finally:
            process.terminate()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Where the runner has its temporary files, and other machines do not."""
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def test_a_browser_server_reaches_the_worlds_on_the_runners_loopback(tmp_path: Path, files: Path) -> None:
    with (
        network("runner", "browsers", hidden=files) as (runner, browsers),
        bank_on(runner) as port,
        serving(tmp_path, *browsers.prefix, host=browsers.address) as server,
    ):
        assert reaches(runner, f"http://127.0.0.1:{port}")
        assert not reaches(browsers, f"http://{runner.address}:{port}")
        assert not reaches(browsers, f"http://127.0.0.1:{port}")
        far = ("--browser-server", server.url)
        assert "2 passed" in pytest_on(runner, files, f"--bank-url=http://localhost:{port}", *far)


def test_a_grid_reaches_the_worlds_of_a_bank_that_lets_it_in(files: Path) -> None:
    with (
        network("runner", "bank", "hub", "one", "two", hidden=files) as (runner, bank, hub, *nodes),
        bank_on(bank, "--host", bank.address) as port,
        grid(hub, nodes) as made,
    ):
        url = f"http://{bank.address}:{port}"
        assert all(reaches(machine, url) for machine in (runner, *nodes))
        said = pytest_on(runner, files, "-n", "2", f"--bank-url={url}", SELENIUM_REMOTE_URL=made.url)
        assert "2 passed" in said
        assert set(made.played()) == set(made.nodes)
