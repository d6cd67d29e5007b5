"""Anything on a screen, as somebody names it who sees it: by what it is and what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, cast

from playwright.sync_api import Locator, Page, expect

from pages.fields import Field
from pages.not_there import NotThere
from pages.screen import Screen

Role = Literal["button", "link", "checkbox", "radio"]
MOST_NAMED = 15


class Kind(Enum):
    """What a thing is; the value is the roles that make it so (WAI-ARIA)."""

    BUTTON = ("button",)
    LINK = ("link",)
    CHECKBOX = ("checkbox",)
    CHOICE = ("radio", "option")
    FIELD = ("textbox", "combobox", "spinbutton", "searchbox")
    HEADING = ("heading",)
    ROW = ("row",)
    TABLE = ("table",)
    LIST = ("list",)
    ITEM = ("listitem",)
    DIALOG = ("dialog",)
    MENU = ("navigation", "menu")
    MESSAGE = ("alert", "status", "note")
    SECTION = ("region",)
    GROUP = ("group", "radiogroup")
    PICTURE = ("img",)


# What can be pressed, ticked, chosen or filled in, which is meant first where nothing says what a thing is.
OPERATED = (Kind.BUTTON, Kind.LINK, Kind.CHECKBOX, Kind.CHOICE, Kind.FIELD)
# What has no name of its own is known by what it says; so is a row, by any of its cells.
KNOWN_BY_TEXT = (Kind.ROW, Kind.ITEM, Kind.MESSAGE)


@dataclass(frozen=True)
class Thing:
    """`words` say what somebody called it. Without `kind` it is whatever has that `name`.

    `place` counts those of that kind and name: 0 is the first, -1 the last. It is looked for within another
    thing, where one is given. A `field` is one of ours, however a screen writes its name.
    """

    words: str = field(compare=False)
    name: str | None = None
    kind: Kind | None = None
    place: int | None = None
    within: Thing | None = None
    field: Field | None = None

    def all(self, page: Page) -> Locator:
        """Those that a customer can see: maybe none."""
        found = self._in(self._scope(page)).filter(visible=True)
        return found if self.place is None else found.nth(self.place)

    def one(self, page: Page) -> Locator:
        """The one that is meant, when it has come. NotThere if none has, or if several could be meant."""
        try:
            expect(self.all(page).first).to_be_visible()
        except AssertionError:
            raise self._not_there(page) from None
        found = self.all(page)
        for fewer in (self._operated(page), found.and_(self._in(Screen(page).main))):
            if found.count() > 1 and fewer.count():
                found = fewer
        if (number := found.count()) > 1:
            raise NotThere(
                f"{self.words}: there are {number} of it here. "
                "Say which: the first, the last, or in which row, dialog or list",
                f"{self.words}: 화면에 {number}개 있습니다. "
                "첫 번째나 마지막, 또는 어느 행, 창, 목록에 있는 것인지 적으세요",
            )
        return found

    def text(self, page: Page) -> str:
        """What it says, or what a field has been filled in with."""
        found = self.one(page)
        is_field = found.evaluate("element => element.matches('input, textarea, select')")
        return (found.input_value() if is_field else found.inner_text()).strip()

    def _scope(self, page: Page) -> Page | Locator:
        return self.within.one(page) if self.within else page

    def _in(self, scope: Page | Locator) -> Locator:
        if self.field:
            return Screen(scope.page if isinstance(scope, Locator) else scope).field(self.field)
        if self.kind:
            return _of_kind(scope, self.kind, self.name)
        assert self.name is not None, "what has no kind has a name"
        found = scope.get_by_text(self.name, exact=True)
        for kind in Kind:
            if kind not in KNOWN_BY_TEXT:
                found = found.or_(_of_kind(scope, kind, self.name))
        return found

    def _operated(self, page: Page) -> Locator:
        found = self.all(page)
        scope = self._scope(page)
        kinds = [self.kind] if self.kind else OPERATED
        first, *others = [_of_kind(scope, kind, self.name) for kind in kinds]
        for other in others:
            first = first.or_(other)
        return found.and_(first)

    def _not_there(self, page: Page) -> NotThere:
        there = self._there(page)
        return NotThere(
            f"there is no {self.words} here; there are: {there or 'none'}".replace("no the ", "no "),
            f"화면에 없습니다: {self.words}. 있는 것: {there or '없음'}",
        )

    def _there(self, page: Page) -> str:
        """The names of what there is of that kind, as a customer sees them."""
        scope = self._scope(page)
        tree = (scope if isinstance(scope, Locator) else scope.locator("body")).aria_snapshot()
        kinds = [self.kind] if self.kind else OPERATED
        roles = "|".join(role for kind in kinds for role in kind.value)
        lines = re.findall(rf"^\s*- '?(?:{roles})(?: \"((?:[^\"\\]|\\.)*)\")?(.*)$", tree, re.MULTILINE)
        # What has no name is told by the text that follows the colon.
        names = dict.fromkeys(name or text.partition(": ")[2].strip() for name, text in lines)
        told = [f"“{name}”" for name in names if name]
        return ", ".join([*told[:MOST_NAMED], *(["…"] if len(told) > MOST_NAMED else [])])


def _of_kind(scope: Page | Locator, kind: Kind, name: str | None) -> Locator:
    roles = [cast(Role, role) for role in kind.value]
    if kind is Kind.FIELD and name is not None:
        return scope.get_by_label(name, exact=True)  # that of a password has no role
    if name is None or kind in KNOWN_BY_TEXT:
        first, *others = [scope.get_by_role(role) for role in roles]
    else:
        first, *others = [scope.get_by_role(role, name=name, exact=True) for role in roles]
    for other in others:
        first = first.or_(other)
    if kind is Kind.ROW:  # a table's head is none
        cells = first.page.get_by_role("cell")
        first = first.filter(has=cells)
    return first.filter(has_text=name) if name is not None and kind in KNOWN_BY_TEXT else first
