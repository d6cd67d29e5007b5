"""The bank's home page."""

from __future__ import annotations

from pages import hands
from pages.screen import Screen


class HomePage(Screen):
    """Where everything begins."""

    path = "/"
    heading = "도담모의은행"
    menu = "홈"

    def start_banking(self) -> None:
        """Follow the big button."""
        hands.press(self.main.get_by_role("link", name="인터넷뱅킹 시작", exact=True))
