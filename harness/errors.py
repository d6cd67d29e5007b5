"""The errors that the harness raises for people to read."""

from harness.spoken import said


class HarnessError(Exception):
    """Something that a person can put right: the message says what, where, and what to do.

    The plugin shows the message alone: a traceback through the harness would say nothing about the bank.
    As a string it is in the terminal's language.
    """

    def __init__(self, en: str, ko: str) -> None:
        """The message in both languages."""
        super().__init__(en, ko)
        self._en = en
        self._ko = ko

    def __str__(self) -> str:
        return said(self._en, self._ko)

    def in_language(self, language: str) -> str:
        """The message in Korean where that is the language, else in English."""
        return self._ko if language == "ko" else self._en


class EndsRun(HarnessError):
    """Something that no test of the run can do without: the run ends with this message."""
