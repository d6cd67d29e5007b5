"""The cards of a presentation as HTML, to be laid over a page (Playwright's screencast overlays)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from harness.failure.text_width import columns
from harness.language.vocabulary import VOCABULARY
from harness.presentation.backstage import Change
from harness.seeds.guide import Claim


@dataclass(frozen=True)
class Announced:
    """A step as it is announced."""

    keyword: str
    text: str
    number: int = 0
    of: int = 0
    table: Sequence[Sequence[str]] = ()
    within: Sequence[str] = ()  # the composite steps that it is part of, from outside

    @property
    def read(self) -> str:
        """All that there is to be read of it."""
        return " ".join([*self.within, self.text, *(cell for row in self.table for cell in row)])


class Cards:
    """The cards in one language, `ko` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._templates = Environment(
            loader=PackageLoader("harness.presentation", "cards"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._templates.globals |= {"t": self._in_language, "language": language}
        self._templates.filters |= {type: self._called(type) for type in ("state", "place", "device")}
        self._templates.filters["kind"] = self._kind

    def title(
        self,
        feature: str,
        scenario: str,
        given: Sequence[Announced],
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

    def step(self, said: Announced) -> str:
        """A step's announcement."""
        return self._card("step", said=said)

    def caption(self, said: Announced) -> str:
        """What stays of the announcement while the step is played."""
        return self._card("caption", said=said)

    def backstage(self, change: Change) -> str:
        """What a step has changed behind the scenes."""
        return self._card("backstage", change=change)

    def closing(self, name: str, shown: Mapping[Claim, bool], failure: str | None) -> str:
        """The claims that were shown, and whether it went as they say; `failure`: the step that ended it."""
        return self._card("closing", name=name, shown=shown, failure=failure)

    def paused(self) -> str:
        """That the presentation waits, and for what."""
        return self._card("paused")

    def _card(self, template: str, **values: Any) -> str:
        return self._templates.get_template(f"{template}.html").render(values)

    def _in_language(self, en: str, ko: str) -> str:
        return ko if self.language == "ko" else en

    def _called(self, type: str) -> Callable[[str], str]:
        """What features call a value; what has no words is shown by its id."""
        return lambda id: VOCABULARY.called(type, id, self.language) or id

    def _kind(self, id: str) -> str:
        """What features call a kind of certificate: `personal-bank`."""
        sort, _, kind = id.partition("-")
        called_sort, called_kind = self._called("sort")(sort), self._called("kind")(kind)
        return self._in_language(f"{called_kind}, {called_sort}", f"{called_kind}({called_sort})")


def reading_time(*texts: str) -> int:
    """Milliseconds to read this in: a Korean letter says as much as two Latin ones."""
    return min(900 + 25 * sum(map(columns, texts)), 7000)
