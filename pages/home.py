"""The bank's home page."""

from __future__ import annotations

from pages.screen import Screen


class HomePage(Screen):
    """Where everything begins."""

    path = "/"
    heading = "도담모의은행"
    menu = "홈"
