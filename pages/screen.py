"""What all screens of the bank have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from playwright.sync_api import Locator, Page, expect

from pages import hands
from pages.fields import Field
from pages.not_there import NotThere

REFERENCE = re.compile(r"\d{6}-\d{4}")
CARD_PROMPT = re.compile(r"^보안카드 \d\d번")
PROBLEMS = "입력한 내용을 확인해 주세요"
STEPS = ("안내", "약관 동의", "신청서 작성", "본인 확인", "인증서 발급", "완료")


class Screen:
    """One screen: its address, its title, its name in the menus and in the step bar, where it has them."""

    path: ClassVar[str] = ""
    heading: ClassVar[str] = ""
    menu: ClassVar[str] = ""
    step: ClassVar[str] = ""
    # The button that hands the screen's form in.
    sends: ClassVar[str] = "다음"

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    def kinds(cls) -> Iterator[type[Screen]]:
        """All screens of this kind, of modules that are loaded."""
        for kind in cls.__subclasses__():
            yield kind
            yield from kind.kinds()

    def open(self) -> None:
        """Go there by its address."""
        self.page.goto(self.path)

    @property
    def title(self) -> Locator:
        """The screen's own heading."""
        return self.page.get_by_role("heading", level=1, name=self.heading, exact=True)

    @property
    def any_title(self) -> Locator:
        """The heading of whichever screen is there."""
        return self.page.get_by_role("heading", level=1)

    @property
    def main(self) -> Locator:
        """The screen without what stands on every one."""
        return self.page.get_by_role("main")

    @property
    def alert(self) -> Locator:
        """What went wrong."""
        return self.main.get_by_role("alert")

    @property
    def failure(self) -> Locator:
        """What carries the code of an error: the alert or, where the whole screen is about it, the screen.

        What is no failure is a note.
        """
        return self.main.or_(self.alert).or_(self.main.get_by_role("note")).last

    @property
    def centre_link(self) -> Locator:
        """The way from the screen's own content to the customer centre."""
        return self.main.get_by_role("link", name=re.compile("^고객센터"))

    @property
    def status(self) -> Locator:
        """Good news."""
        return self.main.get_by_role("status")

    def announced(self, text: str) -> Locator:
        """What a screen reader tells by itself, where that has `text` in it, however it looks."""
        # There is no role for what is merely live.
        return self.page.locator("[role=alert], [role=status], [aria-live]:not([aria-live=off])").filter(
            has_text=text
        )

    def printed(self) -> str:
        """What would stand on paper, with no more than one blank between words."""
        expect(self.any_title).to_be_visible()
        self.page.wait_for_load_state()  # its style sheet says what is printed
        self.page.emulate_media(media="print")
        text = self.page.locator("body").inner_text()
        self.page.emulate_media(media="null")
        return " ".join(text.split())

    def picture(self, by_chance: Iterable[str]) -> bytes:
        """The whole screen as a PNG, without what moves; texts that come `by_chance` are covered."""
        keypad = self.page.get_by_role("group", name="보안 키패드", exact=True)
        chances: list[str | re.Pattern[str]] = [*by_chance, REFERENCE, CARD_PROMPT]
        texts = [self.page.get_by_text(text) for text in chances]
        self.page.wait_for_load_state()  # without its style sheet it looks otherwise
        return self.page.screenshot(
            full_page=True,
            animations="disabled",
            caret="hide",
            mask=[keypad.get_by_role("button", name=re.compile(r"^\d$")), *texts],
            mask_color="#808080",
        )

    def fact(self, name: str) -> Locator:
        """What a list of facts says under `name`; NotThere naming those that there are."""
        names = self.fact_names()
        if name not in names:
            listed = ", ".join(names)
            raise NotThere(
                f"nothing is listed here as “{name}”; there are: {listed or 'none'}",
                f"화면에 “{name}” 항목이 없습니다. 있는 항목: {listed or '없음'}",
            )
        return self.main.get_by_role("definition").nth(names.index(name))

    def fact_names(self) -> list[str]:
        """The names in the screen's lists of facts."""
        return self.main.get_by_role("term").all_inner_texts()

    # The menus

    def menu_link(self, name: str) -> Locator:
        """The entry of that name in one of the menus or in the bar at the top."""
        menus = self.page.get_by_role("navigation").or_(self.page.get_by_role("banner"))
        return menus.get_by_role("link", name=name, exact=True)

    def choose(self, name: str) -> None:
        """Follow a menu."""
        hands.press(self.menu_link(name))

    # The session

    def signed_in_as(self, name: str) -> Locator:
        """The mark of a customer who is signed in."""
        return self.page.get_by_role("banner").get_by_text(f"{name} 님", exact=True)

    @property
    def sign_in_link(self) -> Locator:
        """The way in, for a customer who is not signed in."""
        return self.menu_link("로그인")

    def sign_out(self) -> None:
        """End the session."""
        hands.press(self.page.get_by_role("banner").get_by_role("button", name="로그아웃"))

    @property
    def session_warning(self) -> Locator:
        """What is said when the session is about to end."""
        return self.page.get_by_role("banner").get_by_role("alert")

    @property
    def session_left(self) -> Locator:
        """How long the session lasts."""
        return self.page.get_by_role("banner").get_by_text("자동 로그아웃까지")

    def extend_session(self) -> None:
        """Have the session last its full time again."""
        hands.press(self.page.get_by_role("banner").get_by_role("button", name="시간 연장", exact=True))

    # The steps of a renewal, and of what else is begun at the certificate centre

    def step_mark(self, step: str) -> Locator:
        """One of STEPS in the step bar; the present one is marked as current."""
        bar = self.page.get_by_role("list", name=re.compile("단계$"))
        return bar.get_by_role("listitem").filter(has_text=re.compile(f"^\\s*{step}\\s*$"))

    # Forms

    def field(self, field: Field) -> Locator:
        """A field of the form, for whoever sees it."""
        button = self.page.get_by_role("button", name=field.label)
        return self.page.get_by_label(field.label).or_(button).filter(visible=True)

    def cursor_in(self, field: Field) -> Locator:
        """What has the focus when the cursor is in a field: of places to choose from the chosen one."""
        target = self.field(field)
        return target.get_by_role("radio", checked=True) if field is Field.PLACE else target

    @property
    def problems(self) -> Locator:
        """The entries of the list that names each field that is wrong, with what is wrong."""
        return self.alert.filter(has_text=PROBLEMS).get_by_role("link")

    def send(self, button: str) -> None:
        """Press the button that sends the form, and wait for the bank's answer: a page, maybe the same."""
        with self.page.expect_navigation():
            hands.press(self.main.get_by_role("button", name=button, exact=True))

    def fill_in(self, entries: Mapping[Field, str]) -> None:
        """Fill in the fields; of places to choose from, choose the one of that name."""
        for field, text in entries.items():
            if field is Field.PLACE:
                hands.tick(self.field(field).get_by_role("radio", name=text, exact=True))
            else:
                hands.fill(self.field(field), text)

    def hand_in(self, entries: Mapping[Field, str]) -> None:
        """Fill in the form, and wait for what the bank answers to it."""
        self.fill_in(entries)
        self.send(self.sends)

    def paste(self, field: Field, text: str) -> None:
        """Put `text` into a field as a paste does: within the field's limits, which filling in passes by."""
        self.field(field).focus()
        self.page.keyboard.insert_text(text)
