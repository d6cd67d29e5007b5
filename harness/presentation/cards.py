"""The cards of a presentation as HTML, to be laid over a page (Playwright's screencast overlays)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from harness.failure.text_width import columns
from harness.presentation.backstage import Change
from harness.seeds.guide import Claim

# As the bank's pages call them, and the features.
KINDS = {
    "personal-bank": ("Banking, personal", "은행/보험용(개인)"),
    "personal-general": ("General purpose, personal", "범용(개인)"),
    "corporate-bank": ("Banking, corporate", "은행/보험용(기업)"),
    "corporate-general": ("General purpose, corporate", "범용(기업)"),
}
STATES = {
    "valid": ("in use", "사용 중"),
    "suspended": ("suspended", "효력 정지"),
    "revoked": ("revoked", "폐기"),
    "replaced": ("replaced", "교체"),
    "expired": ("expired", "만료"),
}
PLACES = {
    "browser": ("browser", "브라우저"),
    "hard-disk": ("hard disk", "하드디스크"),
    "removable-disk": ("removable disk", "이동식디스크"),
    "phone": ("phone", "휴대폰"),
    "cloud": ("cloud", "클라우드"),
}
DEVICES = {"laptop": ("laptop", "노트북"), "computer": ("computer", "컴퓨터")}


@dataclass(frozen=True)
class Said:
    """A step as it is announced."""

    keyword: str
    text: str
    number: int = 0
    of: int = 0
    table: Sequence[Sequence[str]] = ()

    @property
    def read(self) -> str:
        """All that there is to be read of it."""
        return " ".join([self.text, *(cell for row in self.table for cell in row)])


class Cards:
    """The cards in one language, `ko` or `en`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._templates = Environment(
            loader=PackageLoader("harness.presentation", "cards"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._templates.globals |= {"t": self._in_language, "claim_in": self.claim}
        tables = {"kind": KINDS, "state": STATES, "place": PLACES, "device": DEVICES}
        self._templates.filters |= {name: self._worded(table) for name, table in tables.items()}

    def title(
        self,
        feature: str,
        scenario: str,
        given: Sequence[Said],
        claims: Sequence[Claim],
        part: tuple[int, int],
        can_pause: bool,
    ) -> str:
        """What is going to be shown; `part`: which scenario it is, of how many."""
        return self._card(
            "title",
            feature=feature,
            scenario=scenario,
            given=given,
            claims=claims,
            part=part,
            can_pause=can_pause,
        )

    def step(self, said: Said) -> str:
        """A step's announcement."""
        return self._card("step", said=said)

    def caption(self, said: Said) -> str:
        """What stays of the announcement while the step is played."""
        return self._card("caption", said=said)

    def backstage(self, change: Change) -> str:
        """What a step has changed behind the scenes."""
        return self._card("backstage", change=change)

    def closing(self, name: str, shown: Mapping[Claim, bool], failure: str | None) -> str:
        """The claims that were shown, and whether they hold; `failure`: the step that ended the scenario."""
        return self._card("closing", name=name, shown=shown, failure=failure)

    def paused(self) -> str:
        """That the presentation waits, and for what."""
        return self._card("paused")

    def claim(self, claim: Claim) -> str:
        """What the guide says."""
        return self._in_language(claim.en, claim.ko)

    def _card(self, template: str, **values: Any) -> str:
        return self._templates.get_template(f"{template}.html").render(values)

    def _in_language(self, en: str, ko: str) -> str:
        return ko if self._language == "ko" else en

    def _worded(self, table: Mapping[str, tuple[str, str]]) -> Any:
        # What has no words yet is shown by its id.
        return lambda id: self._in_language(*table.get(id, (id, id)))


def reading_time(*texts: str) -> int:
    """Milliseconds to read this in: a Korean letter says as much as two Latin ones."""
    return min(900 + 25 * sum(map(columns, texts)), 7000)
