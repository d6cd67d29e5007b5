"""Which scenarios, and which tests of the bank, run a line of its rules: recorded once, while all play.

The worlds of scenarios are told apart by their seeds, so that several may play at a time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from harness.play.child import child
from tests.mutants.mutant import Mutant
from tests.mutants.sources import KEPT, PACKAGE, ROOT, digest

OFF = ("--reports=off", "--replay=off", "-p", "no:cacheprovider", "-qq", "--no-header")

ANY = 3
MOST = 60  # scenarios: what none of these notices, the rest is unlikely to
Line = tuple[str, int]  # a file below mock_bank/, and a number of a line in it
Ran = dict[str, dict[str, list[int]]]  # by pytest's node id: the lines of each file below mock_bank/


@dataclass(frozen=True)
class Reach:
    """What ran what."""

    ran: Ran

    def of(self, mutant: Mutant) -> list[str]:
        """The node ids of those that run the mutant's line.

        A line that is run before anybody comes, when the bank starts, is run by all that come to its file.
        If nobody comes there, a few of any show whether the bank starts.
        """
        in_file = {id: lines[mutant.file] for id, lines in self.ran.items() if mutant.file in lines}
        reaching = [id for id, lines in in_file.items() if mutant.line in lines] or list(in_file)
        return reaching or list(self.ran)[:ANY]

    def least_alike(self, mutant: Mutant, most: int) -> list[str]:
        """At most so many of these: each adds the most lines, of all rules, to what those before it run."""
        left, chosen, covered = {id: self._lines(id) for id in self.of(mutant)}, list[str](), set[Line]()
        while left and len(chosen) < most:
            best = max(left, key=lambda id: len(left[id] - covered))
            if left[best] <= covered:
                covered = set()  # all that they run has been run: once more, by others
            covered |= left.pop(best)
            chosen.append(best)
        return chosen

    def _lines(self, id: str) -> set[Line]:
        return {(file, line) for file, lines in self.ran[id].items() for line in lines}


def of_scenarios(workers: str) -> Reach:
    """What each scenario runs."""
    return _recorded("scenarios", [PACKAGE, ROOT / "features"], lambda file: _play_scenarios(file, workers))


def of_tests() -> Reach:
    """What each test of the bank runs."""
    return _recorded("tests", [PACKAGE, ROOT / "tests" / "mock_bank"], _run_tests)


def _recorded(kind: str, sources: Iterable[Path], record: Callable[[Path], None]) -> Reach:
    """As kept since these sources were played; else they are played now."""
    file, present = KEPT / f"reach-of-{kind}.json", digest(*sources)
    if not file.exists() or json.loads(file.read_text())["sources"] != present:
        print(f"recording which lines the {kind} run", flush=True)
        fresh = file.with_suffix(".new")
        KEPT.mkdir(parents=True, exist_ok=True)
        record(fresh)
        file.write_text(json.dumps({"sources": present, "ran": json.loads(fresh.read_text())}))
        fresh.unlink()
    return Reach(json.loads(file.read_text())["ran"])


def _play_scenarios(to: Path, workers: str) -> None:
    """Play them all against a bank that records by seeds; the plugin writes which seed is whose."""
    seeds, by_seed = KEPT / "seeds.json", KEPT / "ran-by-seed.json"
    command = [sys.executable, "-m", "tests.mutants.recording_bank", "--port", "0", "--attached"]
    command += ["--people", "seeds/people.toml"]
    environment = os.environ | {"RECORDED": str(by_seed)}
    bank = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert bank.stdout
    ready = json.loads(bank.stdout.readline())
    run = [sys.executable, "-m", "pytest", "features", "-p", "tests.mutants.recording", f"--seeds={seeds}"]
    run += ["--bank-url", ready["url"], "--bank-token", ready["token"], "-n", workers, *OFF]
    with child(run, cwd=ROOT):
        pass
    bank.communicate()  # which closes its input: it ends, and writes
    ids = json.loads(seeds.read_text())
    ran = {ids[seed]: lines for seed, lines in json.loads(by_seed.read_text()).items() if seed in ids}
    to.write_text(json.dumps(ran))


def _run_tests(to: Path) -> None:
    run = [sys.executable, "-m", "pytest", "tests/mock_bank", "-p", "tests.mutants.recording"]
    with child([*run, f"--ran={to}", "-n", "0", *OFF], cwd=ROOT):
        pass
