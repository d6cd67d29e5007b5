"""What is said on a public network before a page that has to do with certificates."""

from __future__ import annotations

import re

from playwright.sync_api import Locator

from pages import hands
from pages.screen import Screen


class NetworkWarningPage(Screen):
    """Shown in place of the page that was asked for."""

    heading = "공용 네트워크 주의"

    def named(self, screen: type[Screen]) -> Locator:
        """The entry of a screen among those that warn."""
        screens = self.main.get_by_role("list", name="먼저 알려 드리는 화면", exact=True)
        return screens.get_by_role("listitem").filter(has_text=re.compile(f"^{screen.heading}$"))

    def go_on(self) -> None:
        """Go on to the page, knowing that."""
        self.send("계속하기")

    def stop(self) -> None:
        """Leave it."""
        hands.press(self.main.get_by_role("link", name="그만두기", exact=True))
