"""A world's time: Korean Standard Time that tests move and that nothing else does."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

KST = timezone(timedelta(hours=9), "KST")


class Clock:
    """What time it is in one world.

    A frozen clock stands still until it is moved, so that a scenario has the same result however
    slow the machine is. A ticking one runs on from `start`, for a person who clicks through.
    """

    def __init__(self, start: datetime, *, ticking: bool = False) -> None:
        self._base = start.astimezone(KST)
        self.ticking = ticking
        self._started = time.monotonic()

    def now(self) -> datetime:
        """The world's present moment, in KST."""
        if not self.ticking:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._started)

    def move(self, by: timedelta) -> datetime:
        """Let `by` pass at once; return the new time. Time runs one way: ValueError on a negative span."""
        if by < timedelta(0):
            raise ValueError("a world's time cannot go back")
        self._base += by
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Let time pass until `moment`; ValueError when that lies in the past."""
        return self.move(moment - self.now())
