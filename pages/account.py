"""The customer's account."""

from __future__ import annotations

from playwright.sync_api import Locator

from pages.screen import Screen

COLUMNS = ("일시", "내용", "출금", "입금", "잔액")


class AccountPage(Screen):
    """What is in the account, and what came and went."""

    path = "/account"
    heading = "거래 내역"
    menu = "거래 내역"

    @property
    def entries(self) -> Locator:
        """What came and went, the newest first."""
        table = self.page.get_by_role("table", name="거래 내역", exact=True)
        return table.get_by_role("row").filter(has=self.page.get_by_role("cell"))

    def cell(self, entry: int, column: str) -> Locator:
        """What the history says in `column` of the entry of that number, 0 for the newest."""
        return self.entries.nth(entry).get_by_role("cell").nth(COLUMNS.index(column))
