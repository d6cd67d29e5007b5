"""The renewal application."""

from __future__ import annotations

from pages.screen import Screen


class ApplicationPage(Screen):
    """The customer's registration data."""

    path = "/renewal/application"
    heading = "신청서 작성"
    step = "신청서 작성"
