"""Certificate management."""

from __future__ import annotations

import re

from playwright.sync_api import Locator

from pages.screen import Screen

COLUMNS = ("인증서 종류", "시작일", "만료일", "남은 기간", "상태", "일련번호")


class ManagementPage(Screen):
    """The list of the customer's certificates."""

    path = "/certificates/manage"
    heading = "인증서 관리"
    menu = "인증서 관리"

    def cell(self, serial: str, column: str) -> Locator:
        """What the list says in `column` of the certificate with that serial number."""
        itself = self.page.get_by_role("cell", name=serial, exact=True)
        row = self._table.get_by_role("row").filter(has=itself)
        return row.get_by_role("cell").nth(COLUMNS.index(column))

    def cell_at(self, number: int, column: str) -> Locator:
        """What the list says in `column` of the certificate in that place, 0 for the first."""
        itself = self.page.get_by_role("cell")
        return (
            self._table.get_by_role("row")
            .filter(has=itself)
            .nth(number)
            .get_by_role("cell")
            .nth(COLUMNS.index(column))
        )

    @property
    def serials(self) -> Locator:
        """The serial numbers of all certificates in the list."""
        return self._table.get_by_role("cell", name=re.compile(r"^\d+$"))

    def in_state(self, state: str) -> Locator:
        """The certificates in that state."""
        return self._table.get_by_role("cell", name=state, exact=True)

    @property
    def _table(self) -> Locator:
        return self.page.get_by_role("table", name="내 인증서", exact=True)
