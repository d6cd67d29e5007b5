"""What is measured, and how."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from harness.bank import Bank, BankProcess
from harness.people import People
from harness.scene import MONDAY_MORNING
from harness.world import World

ROOT = Path(__file__).parents[2]
ROUNDS = 40


@dataclass(frozen=True)
class Figure:
    """One result against its goal; `detail` says of what it is made."""

    name: str
    value: float
    goal: str
    detail: str

    def __str__(self) -> str:
        return f"{self.name:<52} {self.value:>8.2f}   goal {self.goal:<14} {self.detail}"


@contextmanager
def _bank() -> Iterator[tuple[BankProcess, Bank]]:
    process = BankProcess(ROOT)
    bank = Bank(process.address)
    try:
        yield process, bank
    finally:
        bank.close()
        process.stop()


def _open(bank: Bank) -> World:
    person = People.load(ROOT)["Kim Hana"]
    return World.open(bank, MONDAY_MORNING, 7, [person], [])


def opening_a_world() -> Iterator[Figure]:
    """Opening a world with one customer and one certificate, as scenarios do: now and then, not in a row."""
    times = []
    with _bank() as (_, bank):
        for _ in range(ROUNDS):
            time.sleep(0.1)  # a scenario would play meanwhile; spare keys are made then
            began = time.perf_counter()
            _open(bank)
            times.append((time.perf_counter() - began) * 1000)
    slowest = quantiles(times, n=20)[-1]
    detail = f"median of {ROUNDS}; 95th percentile {slowest:.1f} ms"
    yield Figure("opening a world (ms)", median(times), "20 or less", detail)


def memory() -> Iterator[Figure]:
    """The server's resident memory with 200 open worlds."""
    with _bank() as (process, bank):
        _open(bank)
        before = _resident(process)
        for _ in range(199):
            _open(bank)
        after = _resident(process)
    yield Figure("server with 200 open worlds (MB)", after, "300 or less", f"{before:.0f} MB with one")


def _resident(process: BankProcess) -> float:
    said = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process.pid)], capture_output=True, text=True, check=True
    )
    return int(said.stdout) / 1024


def collecting() -> Iterator[Figure]:
    """Collecting every feature and test."""
    times = [_timed("--collect-only", "-q") for _ in range(5)]
    yield Figure("pytest --collect-only (s)", median(times), "1.5 or less", "median of 5")


def scenario_overhead() -> Iterator[Figure]:
    """The demo's renewal as a scenario against the same clicks as a bare Playwright script, in turn."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        tests = ("features/demo.feature", "tests/bench/bare_renewal.py")
        _timed(*tests, "-p", "tests.bench.in_turn", "--rounds", "12", "--durations-file", file.name)
        times = json.loads(Path(file.name).read_text(encoding="utf-8"))
    (bare,) = (median(each) for name, each in times.items() if "bare" in name)
    (scenario,) = (median(each) for name, each in times.items() if "bare" not in name)
    yield Figure(
        "scenario / bare script",
        scenario / bare,
        "1.10 or less",
        f"{scenario:.2f} s / {bare:.2f} s, medians of 12",
    )


def parallel_runs() -> Iterator[Figure]:
    """All features in one process, and in two."""
    alone, together = _timed("features", "-n", "0"), _timed("features", "-n", "2")
    yield Figure(
        "features, -n 0 / -n 2", alone / together, "1.35 or more", f"{alone:.0f} s / {together:.0f} s"
    )


def _timed(*arguments: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    # Some machines forbid Python to keep what it compiled; users' do not.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - began
