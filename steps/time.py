"""When the scenario begins, and time that passes in it.

시나리오가 시작되는 때와, 흐르는 시간.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from playwright.sync_api import expect

from harness.language.vocabulary import given, then, when
from harness.play.scene import Scene
from pages.screen import Screen


@given(en="today is {day:today}", ko="오늘은 {day:today}이다")
def today(scene: Scene, day: date) -> None:
    scene.now = datetime.combine(day, scene.now.timetz())


@given(en="it is {now:clock}", ko="지금은 {now:clock}이다")
def clock(scene: Scene, now: time) -> None:
    scene.now = scene.now.replace(hour=now.hour, minute=now.minute)


@when(en="{duration} pass(es)", ko="{duration}이/가 지난다")
def time_passes(scene: Scene, duration: timedelta) -> None:
    """Time passes in no other step.

    다른 단계에서는 시간이 지나지 않는다.
    """
    scene.pass_time(duration)


@when(en="the customer extends the session", ko="고객이 로그인 시간을 연장한다")
def extend_session(scene: Scene) -> None:
    screen = Screen(scene.page)
    screen.extend_session()
    expect(screen.session_left).to_have_text("자동 로그아웃까지 10:00")


@then(en="the customer is warned that the session is about to end", ko="곧 로그아웃된다는 알림이 나온다")
def warned(scene: Scene) -> None:
    expect(Screen(scene.page).session_warning).to_have_text("1분 뒤 자동으로 로그아웃됩니다")


@then(
    en="the customer is not warned that the session is about to end",
    ko="곧 로그아웃된다는 알림이 나오지 않는다",
)
def not_warned(scene: Scene) -> None:
    screen = Screen(scene.page)
    expect(screen.session_left).to_be_visible()
    expect(screen.session_warning).to_have_count(0)


@then(
    en="the service hours are given as {opening:clock} to {closing:clock}",
    ko="서비스 시간이 {opening:clock}부터 {closing:clock}까지라고 나온다",
)
def service_hours_given(scene: Scene, opening: time, closing: time) -> None:
    expect(Screen(scene.page).failure).to_contain_text(f"{opening:%H:%M}부터 {closing:%H:%M}까지")
