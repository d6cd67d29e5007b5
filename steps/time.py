"""When the scenario begins, and time that passes in it.

시나리오가 시작되는 때와, 흐르는 시간.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from playwright.sync_api import expect

from harness.language.vocabulary import given, then, when
from harness.play.scene import Scene
from pages.screen import Screen


@given(en="today is {day:today}", ko="오늘은 {day:today}이다")
def today(scene: Scene, day: date) -> None:
    """Once a screen is open, time passes until that day, and it is the same hour.

    화면이 열린 뒤라면 그날 같은 시각까지 시간이 지난다.
    """
    scene.be_at(day=day)


@given(en="it is {now:clock}", ko="지금은 {now:clock}이다")
def clock(scene: Scene, now: time) -> None:
    """Once a screen is open, time passes until the clock shows that next.

    화면이 열린 뒤라면 다음으로 그 시각이 될 때까지 시간이 지난다.
    """
    scene.be_at(hour=now)


@when(en="{duration} pass(es)", ko="{duration}이/가 지난다")
def time_passes(scene: Scene, duration: timedelta) -> None:
    """Time passes in no step that does not say so.

    시간이 지난다고 적은 단계에서만 지난다.
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
