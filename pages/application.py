"""The renewal application."""

from __future__ import annotations

from collections.abc import Mapping

from pages.fields import Field
from pages.screen import Screen


class ApplicationPage(Screen):
    """The customer's registration data."""

    path = "/renewal/application"
    heading = "신청서 작성"
    step = "신청서 작성"

    def apply(self, entries: Mapping[Field, str]) -> None:
        """Fill in the application, and go on."""
        self.fill_in(entries)
        self.send("다음")
