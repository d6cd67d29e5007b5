"""A world's time moves only when it is told to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mock_bank.clock import KST, Clock

START = datetime(2026, 3, 16, 10, tzinfo=KST)


def test_a_frozen_clock_stands_still_until_it_is_moved() -> None:
    clock = Clock(START)
    assert clock.now() == clock.now() == START
    assert clock.move(timedelta(minutes=3)) == START + timedelta(minutes=3)
    assert clock.now() == START + timedelta(minutes=3)


def test_a_ticking_clock_goes_on_by_itself() -> None:
    clock = Clock(START, ticking=True)
    assert any(clock.now() > START for _ in range(1_000_000))  # a computer's clock moves in steps
    assert clock.now() <= clock.now() < START + timedelta(minutes=1)


def test_it_tells_the_time_in_korea() -> None:
    assert Clock(datetime(2026, 3, 16, 1, tzinfo=UTC)).now().isoformat() == "2026-03-16T10:00:00+09:00"


@pytest.mark.parametrize("moment", [START - timedelta(seconds=1), START - timedelta(days=30)])
def test_time_does_not_go_back(moment: datetime) -> None:
    with pytest.raises(ValueError, match="cannot go back"):
        Clock(START).move_to(moment)
