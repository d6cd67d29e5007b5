"""The first screen of a renewal."""

from __future__ import annotations

from playwright.sync_api import Locator

from pages import hands
from pages.screen import Screen


class RenewalGuidePage(Screen):
    """What will be asked, what it costs, and the way to the present step."""

    path = "/renewal"
    heading = "인증서 갱신"
    menu = "인증서 갱신"
    step = "안내"

    @property
    def needs(self) -> Locator:
        """What to have ready."""
        return self.page.get_by_role("list", name="준비할 것", exact=True).get_by_role("listitem")

    @property
    def start_link(self) -> Locator:
        """The way to the first step."""
        return self.page.get_by_role("link", name="갱신 시작", exact=True)

    @property
    def go_on_link(self) -> Locator:
        """The way to where the renewal was left."""
        return self.page.get_by_role("link", name="이어서 진행", exact=True)

    def start(self) -> None:
        """Begin the renewal."""
        hands.press(self.start_link)

    def go_on(self) -> None:
        """Take the renewal up where it was left."""
        hands.press(self.go_on_link)
