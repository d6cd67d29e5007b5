"""What the last proof says of a claim: which known bugs that break it would be noticed, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from harness.report import proof as proofs
from harness.report.proof import Proof
from harness.seeds.defects import Defect, load_defects


@dataclass(frozen=True)
class Bug:
    """A known bug, and the scenarios that have noticed it: their files and names."""

    defect: Defect
    noticed_by: list[tuple[str, str]]


@dataclass(frozen=True)
class KnownBugs:
    """The bugs of one claim; `is_older` if the proof was of other sources for any of them."""

    bugs: list[Bug]
    is_older: bool

    @property
    def noticed(self) -> int:
        """How many of them would be noticed."""
        return sum(bool(bug.noticed_by) for bug in self.bugs)


class Proven:
    """The project's last proof, as it stands to the present sources."""

    def __init__(self, root: Path) -> None:
        self._proof: Proof = proofs.load(root)
        self._sources = proofs.digest(root) if self._proof.plays else ""
        self._defects = load_defects() if self._proof.plays else {}

    def of(self, claim: str) -> KnownBugs | None:
        """What is known of the bugs of a claim; None if nothing is, or if it has none."""
        defects = [one for one in self._defects.values() if claim in one.claims]
        if not any(self._proof.of_defect(one.name) for one in defects):
            return None
        is_known = [self._proof.is_known(one.name, self._sources) for one in defects]
        bugs = [Bug(one, self._noticed_by(one, known)) for one, known in zip(defects, is_known, strict=True)]
        return KnownBugs(bugs, is_older=not all(is_known))

    def _noticed_by(self, defect: Defect, known: bool) -> list[tuple[str, str]]:
        caught = self._proof.catches(defect.name, self._sources if known else None)
        return [(uri, name) for uri, _, name in (play.scenario.partition("::") for play in caught)]
