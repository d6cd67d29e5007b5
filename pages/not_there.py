"""What somebody looks for on a screen, and is not there."""

from __future__ import annotations


class NotThere(AssertionError, LookupError):
    """The screen lacks what somebody looks for; it tells in either language what there is instead."""

    def __init__(self, en: str, ko: str) -> None:
        super().__init__(en)
        self._ko = ko

    def in_language(self, language: str) -> str:
        """What is told, in Korean where that is the language, else in English."""
        return self._ko if language == "ko" else str(self)
