"""A world's time: Korean Standard Time that tests move and that nothing else does."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

KST = timezone(timedelta(hours=9), "KST")

# The authority's own certificate is valid in these years, so no world is in others.
EARLIEST = datetime(2010, 1, 1, tzinfo=KST)
LATEST = datetime(2050, 12, 31, 23, 59, 59, tzinfo=KST)
LONGEST = int((LATEST - EARLIEST).total_seconds())  # seconds that can pass in a world


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
        """Let `by` pass at once; return the new time. ValueError on a negative span, or beyond LATEST."""
        if by < timedelta(0):
            raise ValueError("a world's time cannot go back")
        if by > LATEST - self.now():
            raise ValueError(f"a world's time ends with the year {LATEST.year}")
        self._base += by
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Let time pass until `moment`; ValueError when that is past, or beyond LATEST."""
        return self.move(moment - self.now())
