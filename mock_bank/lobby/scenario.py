"""What was arranged at a desk since its world began, told as a scenario that does the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mock_bank.lobby.arrangements import ARRANGEMENTS, Said, Step
from mock_bank.world import World

_FILE = "desk.json"
_KEYWORDS = {
    "ko": {"given": "조건", "when": "만일", "then": "그러면", "and": "그리고"},
    "en": {"given": "Given", "when": "When", "then": "Then", "and": "And"},
}
# A scenario has to check something: with this it can be played until the tester says what they did and saw.
_END = (
    Step("when", "고객이 홈 화면을 연다", "the customer opens the home page"),
    Step("then", "홈 화면이 보인다", "the customer sees the home page"),
)
_HEADS = {
    "ko": "# language: ko\n기능: 직접 찾은 문제\n\n  시나리오: 여기에 무엇이 잘못되었는지 적는다\n",
    "en": "Feature: Found by hand\n\n  Scenario: Say here what goes wrong\n",
}


@dataclass
class Scenario:
    """The arrangements of a world, as they were entered; `began` is unknown unless the lobby opened it."""

    began: datetime | None
    arranged: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @classmethod
    def of(cls, world: World) -> Scenario:
        """That of a world so far."""
        if not (file := _file(world)).exists():
            return cls(None)
        kept = json.loads(file.read_text(encoding="utf-8"))
        began = kept["began"] and datetime.fromisoformat(kept["began"])
        return cls(began, [(name, entries) for name, entries in kept["arranged"]])

    def keep(self, world: World) -> None:
        """Write it down in the world's folder."""
        kept = {"began": self.began and self.began.isoformat(), "arranged": self.arranged}
        _file(world).write_text(json.dumps(kept), encoding="utf-8")

    @property
    def device(self) -> str | None:
        """The device to which the customer has turned, if they have."""
        return next((entries["device"] for name, entries in reversed(self.arranged) if name == "turn"), None)

    def told(self, visitor: Said, language: str) -> str:
        """A feature of that scenario: `renewal check` finds nothing in it, and its end is to be replaced."""
        return _HEADS[language] + "".join(f"    {line}\n" for line in _lines(self._steps(visitor), language))

    def _steps(self, visitor: Said) -> Iterator[Step]:
        if self.began:
            yield ARRANGEMENTS["day"].told({"day": f"{self.began:%Y-%m-%d}"})
            yield ARRANGEMENTS["hour"].told({"hour": f"{self.began:%H:%M}"})
        yield Step("given", f"{visitor.ko} 고객이 있다", f"{visitor.en} is a customer")
        yield from (ARRANGEMENTS[name].told(entries) for name, entries in self.arranged)
        yield from _END


def line(step: Step, language: str, keyword: str | None = None) -> str:
    """A step of a feature in that language."""
    return f"{_KEYWORDS[language][keyword or step.kind]} {step.ko if language == 'ko' else step.en}"


def _lines(steps: Iterator[Step], language: str) -> Iterator[str]:
    before = None
    for step in steps:
        yield line(step, language, "and" if step.kind == before else None)
        before = step.kind


def _file(world: World) -> Path:
    return world.folder / _FILE
