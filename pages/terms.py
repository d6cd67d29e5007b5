"""The terms that a renewal needs agreement to."""

from __future__ import annotations

from collections.abc import Iterable

from pages import hands
from pages.fields import Field
from pages.screen import Screen


class TermsPage(Screen):
    """Agreeing to the terms."""

    path = "/renewal/terms"
    heading = "약관 동의"
    step = "약관 동의"

    def agree_to_all(self) -> None:
        """Agree to everything with one tick, and go on."""
        hands.tick(self.page.get_by_role("checkbox", name="모두 동의", exact=True))
        self._go_on()

    def agree_to(self, terms: Iterable[Field]) -> None:
        """Agree to these terms, and go on."""
        for one in terms:
            hands.tick(self.field(one))
        self._go_on()

    def _go_on(self) -> None:
        hands.press(self.page.get_by_role("button", name="다음", exact=True))
