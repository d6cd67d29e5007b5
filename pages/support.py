"""The customer centre."""

from __future__ import annotations

from playwright.sync_api import Locator

from pages.screen import Screen


class SupportPage(Screen):
    """Number and hours, and what the centre sees under a reference number."""

    path = "/support"
    heading = "고객센터"
    menu = "고객센터"
    sends = "조회"

    @property
    def case(self) -> Locator:
        """What the centre sees."""
        return self.page.get_by_role("region", name="문의 내용", exact=True)
