"""What is said on a public network before a page that has to do with certificates."""

from __future__ import annotations

from pages.screen import Screen


class NetworkWarningPage(Screen):
    """Shown in place of the page that was asked for."""

    heading = "공용 네트워크 주의"

    def go_on(self) -> None:
        """Go on to the page, knowing that."""
        self.send("계속하기")

    def stop(self) -> None:
        """Leave it."""
        self.main.get_by_role("link", name="그만두기", exact=True).click()
