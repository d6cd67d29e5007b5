"""The dialog in which a customer chooses a certificate on their device."""

from __future__ import annotations

import re
from typing import ClassVar

from playwright.sync_api import Locator, Page

from pages import hands
from pages.screen import Screen


class CertificateDialog:
    """Open on top of another screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def dialog(self) -> Locator:
        """The dialog itself."""
        return self.page.get_by_role("dialog", name="인증서 선택", exact=True)

    @property
    def alert(self) -> Locator:
        """What went wrong."""
        return self.dialog.get_by_role("alert")

    @property
    def certificates(self) -> Locator:
        """The certificates that the chosen place holds."""
        table = self.dialog.get_by_role("table", name="인증서 목록", exact=True)
        return table.get_by_role("radio")

    @property
    def empty(self) -> Locator:
        """What is said of a place that holds none."""
        return self.dialog.get_by_text("이 위치에는 인증서가 없습니다.", exact=True)

    def certificate(self, holder: str, expiry: str) -> Locator:
        """The certificate of that holder that ends on that day (2026-03-30)."""
        return self.dialog.get_by_role("radio", name=_named(holder, expiry))

    def row(self, holder: str, expiry: str) -> Locator:
        """What the list says of that certificate, cell by cell."""
        table = self.dialog.get_by_role("table", name="인증서 목록", exact=True)
        chosen_by = self.page.get_by_role("radio", name=_named(holder, expiry))
        return table.get_by_role("row").filter(has=chosen_by).get_by_role("cell")

    def look_into(self, place: str) -> None:
        """See what a storage place holds."""
        places = self.dialog.get_by_role("radiogroup", name="저장 위치", exact=True)
        hands.tick(places.get_by_role("radio", name=place, exact=True))

    def enter_password(self, password: str, clicks: int = 1) -> None:
        """Enter the chosen certificate's password and confirm."""
        hands.fill(self.dialog.get_by_label("인증서 비밀번호", exact=True), password)
        hands.press(self.dialog.get_by_role("button", name="확인", exact=True), clicks)

    def close(self) -> None:
        """Close it without having chosen."""
        hands.press(self.dialog.get_by_role("button", name="취소", exact=True))


class ChoosingScreen(Screen):
    """A screen on which a certificate is chosen: the button `chooser` opens the dialog."""

    chooser: ClassVar[str] = "인증서 선택"

    @property
    def dialog_button(self) -> Locator:
        """What opens the dialog."""
        return self.page.get_by_role("button", name=self.chooser, exact=True)

    def open_dialog(self) -> CertificateDialog:
        """Have a certificate to choose."""
        hands.press(self.dialog_button)
        return CertificateDialog(self.page)

    @property
    def chosen(self) -> Locator:
        """Which certificate is chosen, where that is said."""
        return self.page.get_by_text("선택한 인증서:")


def _named(holder: str, expiry: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(holder)} .+ {re.escape(expiry)}$")
