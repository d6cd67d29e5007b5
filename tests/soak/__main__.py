"""`python -m tests.soak N`: play all features until N scenarios have run, and end with one line.

What was seen is kept in reports/soak.json, round by round, by seed and commit: it goes on where it stopped,
on another machine too if that file is brought there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from harness import ROOT

SEEN = ROOT / "reports" / "soak.json"
BUSY = "while True: pass"


@dataclass(frozen=True)
class Round:
    """All features once: `failed` are the names of what did, in an order that `seed` gives again."""

    seed: int
    commit: str
    runs: int
    failed: tuple[str, ...]


ROUNDS = TypeAdapter(list[Round])


def main(wanted: int) -> int:
    """Play until there are as many runs as are asked for; 1 if any has failed."""
    rounds = ROUNDS.validate_json(SEEN.read_bytes()) if SEEN.exists() else []
    with _other_work():
        while sum(one.runs for one in rounds) < wanted:
            rounds.append(_play(seed=1 + max((one.seed for one in rounds), default=0)))
            SEEN.parent.mkdir(exist_ok=True)
            SEEN.write_bytes(ROUNDS.dump_json(rounds, indent=1))
            print(_told(rounds), flush=True)
    for one in rounds:
        for name in one.failed:
            print(f"seed {one.seed} of {one.commit}: {name}")
    print(_told(rounds))
    return int(any(one.failed for one in rounds))


def _told(rounds: list[Round]) -> str:
    runs, failures = sum(one.runs for one in rounds), sum(len(one.failed) for one in rounds)
    seeds = f"{min(one.seed for one in rounds)} to {max(one.seed for one in rounds)}" if rounds else "none"
    commits = ", ".join(dict.fromkeys(one.commit for one in rounds))
    return f"soak: {runs:,} scenarios run, {failures} failed; seeds {seeds}; commits {commits or 'none'}"


@contextmanager
def _other_work() -> Iterator[None]:
    """Keep each core busy with something else as well."""
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for one in busy:
            one.kill()
            one.wait()


def _play(seed: int) -> Round:
    commit = subprocess.check_output(["git", "describe", "--always", "--dirty"], cwd=ROOT, text=True).strip()
    with TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        options = [
            "-n",
            "auto",
            "--random-order",
            f"--random-order-seed={seed}",
            "--replay=off",
            "--reports=off",
        ]
        command = [sys.executable, "-m", "pytest", "features", "-q", f"--junit-xml={report}", *options]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{done.stdout}\nsoak: round {seed} did not come to its end")
        cases = ElementTree.parse(report).getroot().findall(".//testcase")
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    return Round(seed, commit, len(cases), tuple(str(case.get("name")) for case in failed))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
