"""Mock banks with known bugs, one process each, of which a few run at a time."""

from __future__ import annotations

from collections.abc import Callable

from harness.play.bank import Bank, BankProcess

KEPT = 2  # as many as one worker may have running beside its browser


class Banks:
    """Starts a bank for each bug that is played, and ends the one that was used the longest time ago."""

    def __init__(self, start: Callable[[str], BankProcess]) -> None:
        """`start` starts the bank with the bug of that name."""
        self._start = start
        self._started: dict[str, BankProcess] = {}  # what was used last stands last

    def with_defect(self, defect: str) -> Bank:
        """The bank with that bug; BankError if it does not start."""
        self.prepare(defect)
        process = self._started[defect] = self._started.pop(defect)
        return Bank(process.address)

    def prepare(self, defect: str) -> None:
        """Have it start, while other things happen, unless it runs."""
        if defect in self._started and self._started[defect].died():
            self._started.pop(defect)
        if defect not in self._started:
            self._started[defect] = self._start(defect)
        while len(self._started) > KEPT:
            self._started.pop(next(iter(self._started))).stop()

    def stop(self) -> None:
        """End them all."""
        while self._started:
            self._started.popitem()[1].stop()
