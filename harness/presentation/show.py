"""One scenario as an audience sees it: title, each step announced, what is behind the scenes, closing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack

from playwright.sync_api import Error

from harness.play.scene import Scene
from harness.presentation.audience import Audience
from harness.presentation.backstage import View, changes
from harness.presentation.cards import Announced, Cards, reading_time
from harness.seeds.guide import Claim

# In ms, at the pace of 1.
ACTION = 650  # that an action's mark stays
RESULT = 900  # that what a step has led to stays, before a card hides it
BACKSTAGE = 5000  # to look behind the scenes
MARK = (
    "outline: 4px solid #f08a24; outline-offset: 3px; border-radius: 8px; background: rgb(246 186 131 / 25%)"
)
# Until a device's first page is drawn the stage is dark, not white.
DARK = "document.documentElement.style.background = '#230c28'"


class Show:
    """A scenario on the stage; `pace` 2 is twice as quick."""

    def __init__(self, scene: Scene, cards: Cards, audience: Audience, pace: float) -> None:
        self._scene = scene
        self._cards = cards
        self._audience = audience
        self._pace = pace
        self._caption = ExitStack()
        self._seen = View.of(scene.world)

    def open(
        self,
        feature: str,
        scenario: str,
        given: Sequence[Announced],
        claims: Sequence[Claim],
        part: tuple[int, int],
    ) -> None:
        """Say what is going to be shown."""
        can_pause = self._audience.can_pause
        said = [
            feature,
            scenario,
            *(one.read for one in given),
            *self._told(claims),
        ]
        title = self._cards.title(feature, scenario, given, claims, part, can_pause)
        self._turn()
        self._audience.hear(scenario)
        with self._audience.shown(title):
            self._rest(reading_time(*said))

    def announce(self, step: Announced) -> None:
        """Say what comes next; it stays to be read, small, until the next one."""
        self._turn()
        self._audience.hear(f"{step.keyword} {step.text}")
        with self._audience.shown(self._cards.step(step)):
            self._rest(reading_time(step.read))
            self._caption.close()
            self._caption.enter_context(self._audience.shown(self._cards.caption(step)))

    def look_backstage(self) -> None:
        """Show what has changed behind the scenes since the last look, if anything has."""
        before, self._seen = self._seen, View.of(self._scene.world)
        if change := changes(before, self._seen):
            self._turn()
            self._rest(RESULT)
            with self._audience.shown(self._cards.backstage(change)):
                self._rest(BACKSTAGE)

    def close(self, name: str, claims: Mapping[Claim, bool], failure: str | None) -> None:
        """Say which claims were shown, and whether they hold; who closes the window has seen enough."""
        page = self._scene.page
        try:
            with self._caption:
                self._turn()
                self._rest(RESULT)
            with self._audience.shown(self._cards.closing(name, claims, failure)):
                self._rest(reading_time(name, failure or "", *self._told(claims)))
        except Error:
            if not page.is_closed():
                raise

    def _turn(self) -> None:
        """To the page that the scenario goes on with, which may be another tab or device by now."""
        page = self._scene.page
        if page.url == "about:blank":
            page.evaluate(DARK)
        self._audience.turn_to(page, self._cards)
        page.screencast.show_actions(
            duration=ACTION / self._pace, style={"title": "display: none", "highlight": MARK}
        )

    def _told(self, claims: Iterable[Claim]) -> list[str]:
        return [claim.in_language(self._cards.language) for claim in claims]

    def _rest(self, milliseconds: float) -> None:
        self._audience.rest(milliseconds / self._pace)
