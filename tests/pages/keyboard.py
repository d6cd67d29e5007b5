"""A customer without a mouse."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from pages.hands import tab_to


def press(control: Locator, key: str) -> None:
    tab_to(control)
    control.page.keyboard.press(key)


def write(control: Locator, text: str) -> None:
    tab_to(control)
    control.page.keyboard.type(text)


def choose_certificate(page: Page, place: str, password: str) -> None:
    """In the certificate dialog: arrows choose the place, Enter confirms the password."""
    dialog = page.get_by_role("dialog", name="인증서 선택")
    tab_to(dialog.get_by_role("radio", name="브라우저"))
    wanted = dialog.get_by_role("radio", name=place)
    while not wanted.is_checked():
        page.keyboard.press("ArrowDown")
    press(dialog.get_by_role("table", name="인증서 목록").get_by_role("radio"), "Space")
    write(dialog.get_by_label("인증서 비밀번호"), password)
    page.keyboard.press("Enter")
