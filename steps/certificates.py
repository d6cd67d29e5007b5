"""What certificate management lists, and what the authority has issued.

인증서 목록에 보이는 것과, 인증기관이 발급한 것.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from playwright.sync_api import expect

from harness.failure.mismatch import require_same
from harness.language.vocabulary import Table, then
from harness.play.scene import Scene
from pages.labels import Kind, State
from pages.management import ManagementPage
from pages.screen import Screen
from steps.possessions import certificate_of

TIME_TO_RENEW = "인증서 갱신 기간입니다"
# The list's columns as features name them, and as it names them itself.
LISTED = Table(
    {"kind": "종류", "from": "시작", "until": "만료", "left": "남은 기간", "state": "상태"},
    types={"kind": "kind", "from": "date", "until": "date", "left": "left", "state": "state"},
)
COLUMN = {"kind": "인증서 종류", "from": "시작일", "until": "만료일", "left": "남은 기간", "state": "상태"}


@then(en="{certificate} is listed as {state}", ko="{certificate}가 {state} 상태로 나온다")
def listed_in_state(scene: Scene, certificate: int, state: State) -> None:
    _expect_listed(scene, certificate, "상태", state.value)


@then(en="{certificate} is listed with {left}", ko="{certificate}에 {left}(이)라고 나온다")
def listed_with_days_left(scene: Scene, certificate: int, left: str) -> None:
    _expect_listed(scene, certificate, "남은 기간", left)


@then(
    en="{certificate} is listed as valid from {start:date} until {end:date}",
    ko="{certificate}의 유효 기간이 {start:date}부터 {end:date}까지로 나온다",
)
def listed_with_dates(scene: Scene, certificate: int, start: date, end: date) -> None:
    _expect_listed(scene, certificate, "시작일", start.isoformat())
    _expect_listed(scene, certificate, "만료일", end.isoformat())


def _expect_listed(scene: Scene, certificate: int, column: str, text: str) -> None:
    serial = certificate_of(scene, certificate).serial
    expect(ManagementPage(scene.page).cell(serial, column)).to_have_text(text)


@then(en="these certificates are listed:", ko="인증서 목록이 다음과 같이 나온다:", table=LISTED)
def listed(scene: Scene, datatable: list[list[str]]) -> None:
    management = ManagementPage(scene.page)
    rows = LISTED.rows(datatable)
    expect(management.serials).to_have_count(len(rows))
    for number, row in enumerate(rows):
        for column, value in row.items():
            expect(management.cell_at(number, COLUMN[column])).to_have_text(_shown(column, value))


def _shown(column: str, value: Any) -> str | re.Pattern[str]:
    """How the list writes what a feature's table says."""
    if column == "kind":
        return re.compile("|".join(re.escape(kind.value) for kind in Kind if kind.id.endswith(f"-{value}")))
    return str(value.value) if column == "state" else str(value)


@then(
    en="exactly {number:count} certificate(s) is/are listed as {state}",
    ko="{state} 상태인 인증서는 {number:count}개뿐이다",
)
def number_listed(scene: Scene, number: int, state: State) -> None:
    expect(ManagementPage(scene.page).in_state(state.value)).to_have_count(number)


@then(
    en="certificate management lists {number:count} certificate(s)",
    ko="인증서 목록에 인증서가 {number:count}개 나온다",
)
def so_many_listed(scene: Scene, number: int) -> None:
    """Whatever their states are.

    상태와 상관없이 센다.
    """
    screen = ManagementPage(scene.page)
    expect(screen.title).to_be_visible()
    expect(screen.serials).to_have_count(number)


@then(en="only {customer}'s certificates are listed", ko="인증서 목록에 {customer} 고객의 인증서만 나온다")
def only_own_certificates(scene: Scene, customer: str) -> None:
    own = {certificate.serial for certificate in scene.world.certificates(scene.person(customer).key)}
    serials = ManagementPage(scene.page).serials
    expect(serials).to_have_count(len(own))
    listed = serials.all_inner_texts()
    require_same(sorted(listed), sorted(own), en="certificates listed: {}", ko="목록에 나온 인증서: {}")


@then(en="the site says that it is time to renew", ko="인증서를 갱신하라는 알림이 나온다")
def time_to_renew(scene: Scene) -> None:
    reminder = Screen(scene.page).status.filter(has_text=TIME_TO_RENEW)
    expect(reminder.get_by_role("link", name="인증서 갱신", exact=True)).to_be_visible()


@then(en="the site does not call for renewal", ko="인증서를 갱신하라는 알림이 나오지 않는다")
def not_time_to_renew(scene: Scene) -> None:
    expect(Screen(scene.page).main).not_to_contain_text(TIME_TO_RENEW)


@then(en="no certificate is issued", ko="인증서가 발급되지 않는다")
def none_issued(scene: Scene) -> None:
    _require_issued(scene, 0)


@then(en="exactly {number:count} certificate(s) is/are issued", ko="인증서가 {number:count}개만 발급된다")
def so_many_issued(scene: Scene, number: int) -> None:
    _require_issued(scene, number)


def _require_issued(scene: Scene, number: int) -> None:
    """So many certificates the authority has issued since the scenario began, delivered or not."""
    issued = sum(issued.not_before >= scene.start for issued in scene.world.certificates())
    require_same(issued, number, en="certificates issued: {}", ko="발급된 인증서: {}개")
