"""The last screen of a renewal."""

from __future__ import annotations

from pages.screen import Screen


class ResultPage(Screen):
    """The facts of the new certificate."""

    path = "/renewal/result"
    heading = "갱신 완료"
    step = "완료"
