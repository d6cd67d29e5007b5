"""The customer centre."""

from __future__ import annotations

from pages.screen import Screen


class SupportPage(Screen):
    """Number and hours."""

    path = "/support"
    heading = "고객센터"
    menu = "고객센터"
