"""What is measured, and how."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import av
from pydantic import TypeAdapter

from harness.play import runs
from harness.play.bank import Address, Bank, BankProcess
from harness.play.browser import find_browser
from harness.play.scene import MONDAY_MORNING
from harness.play.world import World
from harness.report import writers
from harness.report.record import Run as Record
from harness.seeds.named_people import People
from tests.browser_server import serving

ROOT = Path(__file__).parents[2]
ROUNDS = 40
CHAPTERS = ("features/how.feature", "features/time.feature", "-n", "2")
# The same renewal, as a bare script and as a scenario.
BARE = "tests/bench/bare_renewal.py"
PLAIN = ROOT / "tests" / "bench" / "plain_bdd.py"
DEMO = ROOT / "features" / "demo.feature"
SCENARIO = "features/demo.feature::Kim Hana renews her certificate"


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
    """Opening a world with one customer and one certificate."""
    times = []
    with _bank() as (_, bank):
        for _ in range(ROUNDS):
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
    times = [_run("--collect-only", "-q").seconds for _ in range(5)]
    yield Figure("pytest --collect-only (s)", median(times), "1.5 or less", "median of 5")


def checking() -> Iterator[Figure]:
    """`renewal check` on a thousand scenarios: those of our features, again and again."""
    with tempfile.TemporaryDirectory() as folder:
        scenarios = 0
        while scenarios < 1000:
            copy = shutil.copytree(ROOT / "features", Path(folder) / str(scenarios))
            found = _renewal("check", str(copy)).stdout
            scenarios += int(re.findall(r"(\d+) scenarios", found)[0])
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            _renewal("check", folder)
            times.append(time.perf_counter() - start)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime) / len(times)
    yield Figure(
        "renewal check, 1,000 scenarios (s)", median(times), "2 or less", f"{used:.2f} s of a processor"
    )


def _renewal(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "renewal"), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.stderr:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stderr}")
    return done


def scenario_overhead() -> Iterator[Figure]:
    """The demo's renewal as a scenario against the same clicks as a bare Playwright script, in turn."""
    scenario, bare = _in_turn()
    yield Figure(
        "scenario / bare script",
        scenario / bare,
        "1.10 or less",
        f"{scenario:.2f} s / {bare:.2f} s, medians of 12",
    )


def _in_turn() -> tuple[float, float]:
    """The median times of scenario and bare script, in seconds, when they run in turn, 12 times each."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        options = ("-p", "tests.bench.in_turn", "--rounds", "12", "--durations-file", file.name)
        _run(SCENARIO, BARE, *options)
        times: dict[str, list[float]] = json.loads(Path(file.name).read_text(encoding="utf-8"))
    scenario, bare = sorted(times, key=lambda name: BARE in name)
    return median(times[scenario]), median(times[bare])


def plain_pytest_bdd() -> Iterator[Figure]:
    """The same renewal by plain pytest-bdd and by ours, whole runs in turn, from Enter to the prompt."""
    with tempfile.TemporaryDirectory() as folder, _bank() as (process, _):
        shutil.copy(PLAIN, Path(folder) / "test_renewal.py")
        for renewals, goal in ((1, "1.15 or less"), (6, "1.05 or less")):
            plain, visiting, alone = _rounds(Path(folder), process.address, renewals)
            name = f"{renewals} renewal{'' if renewals == 1 else 's'}"
            detail = f"{visiting:.1f} s / {plain:.1f} s, medians of 5"
            yield Figure(f"{name}, bank running / plain pytest-bdd", visiting / plain, goal, detail)
            detail = f"{alone:.1f} s - {visiting:.1f} s"
            yield Figure(f"{name}, a bank of its own (s)", alone - visiting, "0.5 or less", detail)


def _rounds(folder: Path, bank: Address, renewals: int) -> tuple[float, float, float]:
    """The median seconds of plain pytest-bdd, of ours with that bank, and of ours with its own."""
    scenario = DEMO.read_text(encoding="utf-8").partition("Scenario: ")[2].partition("\n\n")[0]
    outline = scenario.replace("in 14 days", "in <days> days")
    rows = "".join(f"      | {days} |\n" for days in range(1, renewals + 1))
    text = f"Feature: A\n  Scenario Outline: {outline}\n    Examples:\n      | days |\n{rows}"
    ours = ROOT / runs.REPORTS / "bench.feature"  # ours has to lie in the project
    for file in (folder / "renewal.feature", ours):
        file.write_text(text, encoding="utf-8")
    browser = find_browser("chromium", headed=False)
    person = People.load(ROOT)["Kim Hana"].as_json()
    setting = {
        "control": bank.url.rstrip("/").replace("localhost", "127.0.0.1") + "/control/",
        "token": bank.token,
        "browser": {"executable_path": str(browser.path)} if browser.path else {},
        "world": {"now": MONDAY_MORNING.isoformat(), "seed": 7, "people": [person]},
    }
    visit = ("--bank-url", bank.url, "--bank-token", bank.token)
    times = [
        (
            _run(".", cwd=folder, RENEWAL_BENCH=json.dumps(setting)).seconds,
            _run(str(ours), *visit).seconds,
            _run(str(ours)).seconds,
        )
        for _ in range(5)
    ]
    ours.unlink()
    plain, visiting, alone = (median(each) for each in zip(*times, strict=True))
    return plain, visiting, alone


def parallel_runs() -> Iterator[Figure]:
    """All features in one process, and in two; a scenario's share of that, next to a whole bare renewal."""
    alone, together = _run("features", "-n", "0"), _run("features", "-n", "2")
    yield Figure(
        "features, -n 0 / -n 2",
        alone.seconds / together.seconds,
        "1.35 or more",
        f"{alone.seconds:.0f} s / {together.seconds:.0f} s",
    )
    _, bare = _in_turn()
    share = together.seconds / together.passed
    yield Figure(
        "features with -n 2, a scenario / a bare renewal",
        share / bare,
        "0.35 or less",
        f"{share:.2f} s ({together.passed} scenarios) / {bare:.2f} s",
    )


def reports() -> Iterator[Figure]:
    """What reports add to a run: their writing, which is all that --reports=off leaves out.

    That is timed, but for junit.xml, which pytest writes. Two runs in turn differ by more, whatever is on.
    """
    run = _run(*CHAPTERS, "--reports=on")
    record = max((ROOT / runs.RUNS).glob(f"*/{runs.RECORD}"))
    began = time.perf_counter()
    writers.write_all(TypeAdapter(Record).validate_python(json.loads(record.read_bytes())["run"]), ROOT)
    writing = time.perf_counter() - began
    yield Figure(
        "features with -n 2, reports on / off",
        run.seconds / (run.seconds - writing),
        "1.05 or less",
        f"{writing:.2f} s of {run.seconds:.1f} s ({run.passed} scenarios)",
    )


def pictures() -> Iterator[Figure]:
    """The same features with a picture of each step, and without."""
    full, plain = _run(*CHAPTERS, "--evidence=full"), _run(*CHAPTERS)
    yield Figure(
        "features with -n 2, --evidence=full / plain",
        full.seconds / plain.seconds,
        "1.50 or less",
        f"{full.seconds:.1f} s / {plain.seconds:.1f} s ({plain.passed} scenarios)",
    )


def far_browsers() -> Iterator[Figure]:
    """The same features in browsers of two Playwright servers, and in this machine's."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as one, serving(Path(folder)) as two:
        here, far = (
            _run(*CHAPTERS),
            _run(*CHAPTERS, f"--browser-server={one.url}", f"--browser-server={two.url}"),
        )
    yield Figure(
        "features with -n 2, far browsers / this machine's",
        far.seconds / here.seconds,
        "1.25 or less",
        f"{far.seconds:.1f} s / {here.seconds:.1f} s ({here.passed} scenarios)",
    )


def recording() -> Iterator[Figure]:
    """How long a film of the demo takes to be made, for each minute that it plays."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "demo.mp4"
        began = time.perf_counter()
        _renewal("demo", "--record", str(file))
        making = time.perf_counter() - began
        with av.open(file) as film:
            plays = (film.duration or 0) / av.time_base
    yield Figure(
        "recording the demo (s for 60 s of film)",
        making / plays * 60,
        "90 or less",
        f"{making:.0f} s for {plays:.0f} s",
    )


@dataclass(frozen=True)
class Run:
    """A run of pytest that passed: how long it took, and how many tests it had."""

    seconds: float
    passed: int


def _run(*arguments: str, cwd: Path = ROOT, **environment: str) -> Run:
    began = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    # Some machines forbid Python to keep what it compiled; users' do not.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, cwd=cwd, env=inherited | environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    passed = re.search(r"(\d+) passed", done.stdout)
    return Run(time.perf_counter() - began, int(passed[1]) if passed else 0)
