"""Whom a presentation is for: people before a window, or the later viewers of a film.

Waiting for an audience is the one place where real time may pass: a scenario's own clocks stand still.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from harness.presentation.cards import Cards
from harness.presentation.film import Film

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLICE = 50  # ms between two looks at what has happened meanwhile
RESTING = 200  # ms without a new frame after which a page counts as drawn
DRAWING_LIMIT = 2000  # ms after which one that never rests counts so, too
HEAR = "renewalPresenterHears"
# A window's space bar is the presenter's and no page's: there it would press the button that has the focus.
LISTEN = f"""
for (const kind of ["keydown", "keypress", "keyup"])
  window.addEventListener(kind, event => {{
    if (event.code !== "Space" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (kind === "keydown" && !event.repeat) window.{HEAR}();
  }}, true);
"""
# A field that is typed into scrolls out from under the caption.
MAKE_ROOM = """
const sheet = new CSSStyleSheet();
sheet.replaceSync("html { scroll-padding-bottom: 64px }");
document.adoptedStyleSheets.push(sheet);
"""


class Audience:
    """Sees one page at a time, with cards laid over it."""

    can_pause = False

    def __init__(self) -> None:
        self._page: Page | None = None
        self._prepared: set[Page] = set()

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        assert self._page, "nobody has turned to a page yet"
        return self._page

    def turn_to(self, page: Page, cards: Cards) -> None:
        """Look at that page from now on."""
        self._page = page
        if page not in self._prepared:
            self._prepared.add(page)
            self._prepare(page, MAKE_ROOM)

    def _prepare(self, page: Page, script: str) -> None:
        page.add_init_script(script)
        page.evaluate(f"() => {{ {script} }}")  # in what it shows already

    @contextmanager
    def shown(self, card: str) -> Iterator[None]:
        """Have a card over the page, as long as that is there."""
        page = self.page
        with ExitStack() as over:
            over.enter_context(page.screencast.show_overlay(card))
            try:
                yield
            finally:
                if page.is_closed():
                    over.pop_all()  # the card went with it

    def rest(self, milliseconds: float) -> None:
        """Have time to look at what is shown."""
        raise NotImplementedError

    def hear(self, title: str) -> None:
        """Know what comes next."""

    def leave(self) -> None:
        """Look at no page: it is going to be closed."""
        self._page = None


class Onlookers(Audience):
    """Onlookers before a window: what they see takes its time, and their space bar stops it."""

    can_pause = True

    def __init__(self) -> None:
        super().__init__()
        self.paused = False
        self._paused_card = ""

    def turn_to(self, page: Page, cards: Cards) -> None:
        """Look at that page, and hear the space bar there."""
        self._paused_card = cards.paused()
        super().turn_to(page, cards)

    def _prepare(self, page: Page, script: str) -> None:
        page.expose_function(HEAR, self._toggle)
        super()._prepare(page, script + LISTEN)

    def rest(self, milliseconds: float) -> None:
        """Wait so long, and as long as they want."""
        until = time.monotonic() + milliseconds / 1000
        while (left := until - time.monotonic()) > 0 or self.paused:
            if self.paused:
                began = time.monotonic()
                self._wait_for_space()
                until += time.monotonic() - began
            else:
                self.page.wait_for_timeout(min(SLICE, left * 1000))

    def _wait_for_space(self) -> None:
        with self.shown(self._paused_card):
            while self.paused:
                self.page.wait_for_timeout(SLICE)

    def _toggle(self) -> None:
        self.paused = not self.paused


class Viewers(Audience):
    """The viewers of a film: it is made quicker than it plays, for what rests need not be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.film = Film()

    def turn_to(self, page: Page, cards: Cards) -> None:
        """Film that page."""
        if page is self._page:
            return
        self.leave()
        super().turn_to(page, cards)
        self.film.roll(page)

    @contextmanager
    def shown(self, card: str) -> Iterator[None]:
        """Have a card over the page, and in the film."""
        before = self.film.length
        with super().shown(card):
            self._wait_until_drawn(before)
            yield

    def rest(self, milliseconds: float) -> None:
        """Keep the picture for so long."""
        self._wait_until_drawn(self.film.length - 1)
        self.film.hold(milliseconds)

    def hear(self, title: str) -> None:
        """Begin a chapter of the film."""
        self.film.begin_chapter(title)

    def leave(self) -> None:
        """Film that page no longer."""
        if self._page and not self._page.is_closed():
            self._page.screencast.stop()
        super().leave()

    def _wait_until_drawn(self, seen: int) -> None:
        """Wait for a frame after the first `seen`, then until no more come."""
        waited = 0
        while waited < DRAWING_LIMIT and self.film.length <= seen:
            self.page.wait_for_timeout(SLICE)
            waited += SLICE
        while waited < DRAWING_LIMIT:
            seen = self.film.length
            self.page.wait_for_timeout(RESTING)
            waited += RESTING
            if self.film.length == seen:
                return
