"""The question whether to store a certificate where others can reach it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from pages import hands


class SharedPlaceQuestion:
    """Open on top of another screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def dialog(self) -> Locator:
        """The question itself."""
        return self.page.get_by_role("dialog", name="공용 컴퓨터 확인", exact=True)

    def store_all_the_same(self) -> None:
        """Store it there, knowing that."""
        self._answer("그래도 저장")

    def choose_another_place(self) -> None:
        """Rather store it elsewhere."""
        self._answer("다른 위치 선택")

    def _answer(self, button: str) -> None:
        hands.press(self.dialog.get_by_role("button", name=button, exact=True))
