"""The customer centre."""

from __future__ import annotations

from playwright.sync_api import Locator

from pages import hands
from pages.fields import Field
from pages.screen import Screen


class SupportPage(Screen):
    """Number and hours, and what the centre sees under a reference number."""

    path = "/support"
    heading = "고객센터"
    menu = "고객센터"

    @property
    def case(self) -> Locator:
        """What the centre sees."""
        return self.page.get_by_role("region", name="문의 내용", exact=True)

    def ask(self, reference: str) -> None:
        """Have a reference number looked up."""
        hands.fill(self.field(Field.REFERENCE), reference)
        self.send("조회")
