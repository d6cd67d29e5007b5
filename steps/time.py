"""When the scenario begins, and time that passes in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from harness.scene import Scene
from harness.vocabulary import given, when


@given(en="today is {day:date}", ko="오늘은 {day:date}이다")
def today(scene: Scene, day: date) -> None:
    scene.now = datetime.combine(day, scene.now.timetz())


@given(en="it is {now:clock}", ko="지금 시각은 {now:clock}이다")
def clock(scene: Scene, now: time) -> None:
    scene.now = scene.now.replace(hour=now.hour, minute=now.minute)


@when(en="{duration} pass(es)", ko="시간이 {duration} 흐른다")
def time_passes(scene: Scene, duration: timedelta) -> None:
    scene.pass_time(duration)
