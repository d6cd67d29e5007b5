"""The errors that the harness raises for people to read."""

import os
import sys
from contextlib import suppress

from harness.spoken import said


class InBothLanguages:
    """Something told in English and in Korean."""

    en: str
    ko: str

    def in_language(self, language: str) -> str:
        """What is told, in Korean where that is the language, else in English."""
        return self.ko if language == "ko" else self.en


class HarnessError(InBothLanguages, Exception):
    """Something that a person can put right: the message says what, where, and what to do.

    The plugin shows the message alone: a traceback through the harness would say nothing about the bank.
    As a string it is in the terminal's language.
    """

    def __init__(self, en: str, ko: str) -> None:
        """The message in both languages."""
        super().__init__(en, ko)
        self.en, self.ko = en, ko

    def __str__(self) -> str:
        return said(self.en, self.ko)


class EndsRun(HarnessError):
    """Something that no test of the run can do without: the run ends with this message."""


def tell_and_fall_silent(error: OSError) -> None:
    """Say what this machine refuses; then write nothing more, for what waits would be refused once more."""
    en, ko = [error.filename] * 2 if error.filename else ["what it says", "출력"]
    told = said(f"Error: {en} cannot be read or written", f"오류: {ko} 내용을 읽거나 쓸 수 없습니다")
    with suppress(OSError):
        print(f"{told} ({error.strerror})", file=sys.stderr, flush=True)
    for number in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
