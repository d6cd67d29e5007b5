"""reports/proof.json: which known bugs the scenarios would notice, as `renewal prove` has seen it.

What was seen holds for the sources that were played; for others it is older, and no more than a hint.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from harness.play import runs
from harness.seeds.defects import Defect

FILE = runs.REPORTS / "proof.json"
# What decides whether a bug is noticed.
SOURCES = ("conftest.py", "features", "harness", "mock_bank", "pages", "seeds", "steps")

Verdict = Literal["caught", "passed", "died"]


@dataclass(frozen=True)
class Play:
    """One scenario against one bug: `caught` by a Then, `passed`, or `died` of something else.

    `step` is the one that failed, as `path:line: text`, and `why` what it said, in a line.
    """

    defect: str
    scenario: str  # pytest's node id
    verdict: Verdict
    sources: str  # the digest of what was played
    step: str = ""
    why: str = ""
    seconds: float = 0.0
    outline: str = ""  # what the scenario is a row of, as a node id

    @property
    def whole(self) -> str:
        """The scenario of which this was all, or a row: an outline is one scenario."""
        return self.outline or self.scenario


@dataclass
class Proof:
    """All plays that were seen, the last one of each pair, and the sources with which a subject was over.

    A subject is a bug, which scenario after scenario was to catch, or a scenario, which was to catch a bug.
    """

    plays: dict[tuple[str, str], Play] = field(default_factory=dict)
    finished: dict[str, str] = field(default_factory=dict)

    def add(self, play: Play) -> None:
        """Take in what was seen last of a scenario and a bug."""
        self.plays[play.defect, play.scenario] = play

    def of_defect(self, name: str, sources: str | None = None) -> list[Play]:
        """What was seen of a bug, with these sources or with any."""
        return [one for one in self.plays.values() if one.defect == name and sources in (None, one.sources)]

    def catches(self, name: str, sources: str | None = None) -> list[Play]:
        """The plays in which a scenario caught that bug, with these sources or with any."""
        return [one for one in self.of_defect(name, sources) if one.verdict == "caught"]

    def is_known(self, defect: str, sources: str) -> bool:
        """Whether it was seen with these sources whether the bug is caught."""
        return bool(self.catches(defect, sources)) or self.finished.get(defect) == sources

    def idle(self, sources: str) -> list[str]:
        """The scenarios that were played against all bugs of their claims, and have caught none."""
        caught = {one.whole for one in self._seen(sources) if one.verdict == "caught"}
        tried = [id for id, of in self.finished.items() if "::" in id and of == sources]
        return sorted(id for id in tried if id not in caught)

    def played(self, sources: str) -> set[str]:
        """The scenarios that were played against any bug."""
        return {one.whole for one in self._seen(sources)}

    def _seen(self, sources: str) -> list[Play]:
        return [one for one in self.plays.values() if one.sources == sources]

    def as_json(self, defects: dict[str, Defect], sources: str) -> dict[str, Any]:
        """The file: first what these sources have shown of each bug, then all that was seen."""
        return {
            "sources": sources,
            "defects": {one.name: self._summary(one, sources) for one in defects.values()},
            "idle": self.idle(sources),
            "finished": self.finished,
            "plays": [asdict(play) for play in self.plays.values()],
        }

    def _summary(self, defect: Defect, sources: str) -> dict[str, Any]:
        caught = [play.scenario for play in self.catches(defect.name, sources)]
        known = self.is_known(defect.name, sources)
        verdict = "caught" if caught else "survived" if known else None
        return {"claims": defect.claims, "verdict": verdict, "by": caught}

    @classmethod
    def of_json(cls, told: dict[str, Any]) -> Proof:
        """The proof in a file; KeyError or TypeError if it is of another version."""
        plays = [Play(**play) for play in told["plays"]]
        return cls({(play.defect, play.scenario): play for play in plays}, dict(told["finished"]))


def load(root: Path) -> Proof:
    """The last proof of the project at `root`; an empty one if there is none that can be read."""
    try:
        return Proof.of_json(json.loads((root / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return Proof()


def digest(root: Path) -> str:
    """What stands for all that decides whether a bug of the project at `root` is noticed."""
    told = sha256()
    for source in SOURCES:
        files = sorted(path for path in (root / source).rglob("*") if path.is_file())
        for path in files or [root / source]:
            if path.is_file() and path.suffix != ".pyc":
                told.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return told.hexdigest()[:16]


def write(root: Path, proof: Proof, defects: dict[str, Defect], sources: str) -> None:
    """Write the proof of the project at `root`, at once and whole."""
    text = json.dumps(proof.as_json(defects, sources), ensure_ascii=False, indent=1)
    runs.write(root / FILE, f"{text}\n")
