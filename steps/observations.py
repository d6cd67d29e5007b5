"""What no phrase of its own says: words and facts on the screen, codes, messages, the audit log.

무엇이든 확인하기: 화면의 텍스트, 항목, 오류 코드, 문자, 감사 로그.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import Table, then
from harness.play.scene import Scene
from pages.screen import REFERENCE, Screen

NOTED = Table({"event": "기록"}, needed={"event"})
DAY = r"\d{4}-\d{2}-\d{2}"
# How a fact looks on a screen, with its name or without.
SHOWN = {
    "code": r"오류 코드\s*[A-Z]+-[A-Z-]+",
    "reference": rf"문의 번호\s*{REFERENCE.pattern}",
    "centre": r"1500-0000",
    "hours": r"평일 09:00–18:00",
    "serial": r"일련번호\D*\d{5,}",
    "last-day": rf"만료 ?일[\s\S]*{DAY}",
    "left": r"\d+일 남음|오늘 만료",
    "fee": r"수수료\s*(무료|[\d,]+원)",
    "balance": r"잔액\s*[\d,]+원",
    "relay-number": r"승인번호\s*[\d -]{6,}",
}
FACTS = Table({"name": "항목", "value": "값"}, needed={"name", "value"})


@then(en="the screen says {text:string}", ko="화면에 {text:string}(이)라고 나온다")
def says(scene: Scene, text: str) -> None:
    expect(Screen(scene.page).main).to_contain_text(text)


@then(en="the screen does not say {text:string}", ko="화면에 {text:string}(이)라고 나오지 않는다")
def does_not_say(scene: Scene, text: str) -> None:
    screen = Screen(scene.page)
    expect(screen.any_title).to_be_visible()
    expect(screen.main).not_to_contain_text(text)


@then(en="the {fact:shown} is/are shown", ko="{fact:shown}이/가 나온다")
def is_shown(scene: Scene, fact: str) -> None:
    """In the form that it has, whatever it is.

    내용은 무엇이든, 그 형식대로 나온다.
    """
    expect(Screen(scene.page).main).to_contain_text(re.compile(SHOWN[fact]))


@then(
    en="the {fact:shown} and the {other:shown} are shown",
    ko="{fact:shown}과/와 {other:shown}이/가 나온다",
)
def both_are_shown(scene: Scene, fact: str, other: str) -> None:
    is_shown(scene, fact)
    is_shown(scene, other)


@then(en="the screen shows:", ko="화면에 다음 내용이 나온다:", table=FACTS)
def shows(scene: Scene, datatable: list[list[str]]) -> None:
    screen = Screen(scene.page)
    expect(screen.any_title).to_be_visible()
    for row in FACTS.rows(datatable):
        expect(screen.fact(row["name"])).to_have_text(row["value"])


@then(en="the error code is {code:string}", ko="오류 코드가 {code:string}(이)다")
def has_code(scene: Scene, code: str) -> None:
    expect(Screen(scene.page).failure).to_have_attribute("data-error-code", code)


@then(en="the audit log notes {event:string}", ko="감사 로그에 {event:string}이/가 남는다")
def noted(scene: Scene, event: str) -> None:
    noted = _noted(scene)
    require(event in noted, expected=event, actual=noted, en="in the audit log: {}", ko="감사 로그: {}")


@then(en="the audit log notes, one after the other:", ko="감사 로그에 다음이 차례로 남는다:", table=NOTED)
def noted_in_order(scene: Scene, datatable: list[list[str]]) -> None:
    """Other things may have been noted in between.

    그사이에 다른 기록이 있어도 된다.
    """
    awaited = [row["event"] for row in NOTED.rows(datatable)]
    noted = [entry.event for entry in scene.world.audit() if entry.event in awaited]
    require_same(noted, awaited, en="in the audit log: {}", ko="감사 로그: {}")


@then(en="the audit log does not note {event:string}", ko="감사 로그에 {event:string}이/가 남지 않는다")
def not_noted(scene: Scene, event: str) -> None:
    require(
        event not in _noted(scene),
        expected=[],
        actual=event,
        en="of this in the audit log: {}",
        ko="감사 로그에서 찾은 것: {}",
    )


def _noted(scene: Scene) -> list[str]:
    """What has been noted, each once, the last first."""
    return list(dict.fromkeys(noted.event for noted in reversed(scene.world.audit())))
