"""`python -m tests.mutants NUMBER SEED [WORKERS]`: a sample of mutants, and whether anything notices.

First the features alone play each; what survives them, the tests of the bank see. What was seen of a mutant
with these sources is not tried again. Exit 1 below the goals.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from harness.play.child import child
from tests.mutants import reach
from tests.mutants.mutant import Mutant, draw
from tests.mutants.reach import OFF, Reach
from tests.mutants.sources import KEPT, PACKAGE, ROOT, RULES, digest
from tests.mutants.trials import Seen, altered_project

GOALS = {"features": 0.90, "features and tests": 0.98}
FEATURES = ("conftest.py", "features", "harness", "mock_bank", "pages", "seeds", "steps")
LONGEST = 600  # seconds for the tests of one mutant: what takes longer goes on for ever


@dataclass
class Sample:
    """The mutants that were drawn, and what has been seen of them."""

    mutants: list[Mutant]
    by_features: dict[str, Seen]
    by_tests: dict[str, Seen]

    def noticed(self, mutant: Mutant, with_tests: bool) -> bool:
        """Whether anything notices it."""
        if self.by_features[mutant.id].noticed:
            return True
        return with_tests and self.by_tests[mutant.id].noticed

    def score(self, folder: str | None, with_tests: bool) -> tuple[int, int]:
        """How many are noticed, of how many; of one folder or of all."""
        those = [one for one in self.mutants if folder in (None, one.folder)]
        return sum(self.noticed(one, with_tests) for one in those), len(those)


def main(number: int, seed: int, workers: str) -> int:
    """Try a sample, and tell; 0 when the goals are reached."""
    mutants = draw(number, seed)
    print(f"{len(mutants)} mutants, drawn with the seed {seed}", flush=True)
    by_features = _play(mutants, workers)
    survivors = [one for one in mutants if not by_features[one.id].noticed]
    by_tests = _test(survivors)
    sample = Sample(mutants, by_features, by_tests)
    _tell(sample)
    return 0 if all(_is_reached(sample, goal) for goal in GOALS) else 1


def _play(mutants: list[Mutant], workers: str) -> dict[str, Seen]:
    seen = _seen("features", *(ROOT / name for name in FEATURES))
    known = _known(seen)
    if missing := [one for one in mutants if one.id not in known]:
        reached = reach.of_scenarios(workers)
        trials = KEPT / "trials.json"
        told = [
            {
                "id": one.id,
                "file": one.file,
                "text": one.text,
                "reaching": reached.of(one),
                "unlike": reached.least_alike(one, reach.MOST),
            }
            for one in missing
        ]
        trials.write_text(json.dumps(told, ensure_ascii=False))
        command = [sys.executable, "-m", "pytest", "features", "-p", "tests.mutants.trials"]
        command += [f"--trials={trials}", f"--seen={seen}", "-n", workers, "--maxschedchunk=1", *OFF]
        with child(command, cwd=ROOT):
            pass
        known = _known(seen)
    return {one.id: known[one.id] for one in mutants}


def _test(survivors: list[Mutant]) -> dict[str, Seen]:
    seen = _seen("tests", PACKAGE, ROOT / "tests" / "mock_bank")
    known = _known(seen)
    for mutant in [one for one in survivors if one.id not in known]:
        known[mutant.id] = found = _test_one(mutant, reach.of_tests())
        seen.write_text(json.dumps({id: asdict(one) for id, one in known.items()}, ensure_ascii=False))
        print(f"{mutant}: " + (f"noticed by {found.by}" if found.noticed else "NOT NOTICED"), flush=True)
    return known


def _test_one(mutant: Mutant, reached: Reach) -> Seen:
    # Each test once, whatever its parameters: pytest runs all rows of what it is asked for.
    ids = list(dict.fromkeys(id.partition("[")[0] for id in reached.of(mutant)))
    if not ids:
        return Seen(noticed=False)
    folder = KEPT / "altered" / "project"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    project = altered_project(folder, mutant.file, mutant.text)
    command = [sys.executable, "-m", "pytest", "-x", "-rfE", *OFF, "-p", "no:randomly", *ids]
    try:
        ran = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return Seen(True, "no end", played=len(ids))
    failed = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    by = failed[0] if failed else ran.stdout[-200:]
    return Seen(ran.returncode != 0, by, played=len(ids))


def _seen(kind: str, *sources: Path) -> Path:
    """The file of what was seen with these sources."""
    return KEPT / f"{kind}-{digest(*sources)[:12]}.json"


def _known(file: Path) -> dict[str, Seen]:
    return {id: Seen(**one) for id, one in json.loads(file.read_text()).items()} if file.exists() else {}


def _tell(sample: Sample) -> None:
    for mutant in sample.mutants:
        if not sample.noticed(mutant, with_tests=False):
            tests = "by tests alone" if sample.noticed(mutant, with_tests=True) else "BY NOTHING"
            print(f"noticed {tests}: {mutant.kind}, {mutant}")
    print(f"\n{'':10} {'features':>16} {'features and tests':>20}")
    for folder in (*RULES, None):
        cells = (_cell(*sample.score(folder, with_tests)) for with_tests in (False, True))
        print("{:10} {:>16} {:>20}".format(folder or "all", *cells))


def _cell(noticed: int, of: int) -> str:
    return f"{noticed} of {of}" + (f" ({noticed / of:.0%})" if of else "")


def _is_reached(sample: Sample, goal: str) -> bool:
    noticed, of = sample.score(None, goal != "features")
    return noticed >= GOALS[goal] * of


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), *(sys.argv[3:] or ["2"])))
