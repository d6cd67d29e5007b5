"""Anything on a screen, by its name: what is pressed, ticked, chosen and typed, and how it is then.

화면에 있는 모든 것을 이름으로: 누르기, 체크하기, 고르기, 입력하기, 그리고 그 상태.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from harness.failure.mismatch import require_same
from harness.language.vocabulary import then, when
from harness.play.excuse import Excused
from harness.play.scene import Scene
from pages import accessibility, hands
from pages.fields import Field
from pages.screen import Screen
from pages.things import Kind, Thing
from steps.entries import Entries


@when(en="the customer presses {thing}", ko="고객이 {thing}을/를 누른다")
def press(scene: Scene, thing: Thing) -> None:
    """A thing is called by its name on the screen, with or without what it is: `"다음"`, `the "다음" button`.
    That is a button, link, checkbox, choice, field, heading, row, table, list, item, dialog, menu, message,
    section, group or picture. Of several it is the `first`, `second`, `third` or `last`, or the one
    `in the "…" row` (table, dialog and so on). A row is called by any of its texts.

    화면에 있는 이름으로 부르고, 무엇인지 함께 적어도 된다: `"다음"`, `"다음" 버튼`. 버튼, 링크, 체크박스,
    선택지, 칸, 제목, 행, 표, 목록, 항목, 창, 메뉴, 알림, 영역, 묶음, 그림이 있다. 여러 개면 `첫 번째`,
    `두 번째`, `세 번째`, `마지막`을 붙이거나 `"…" 행의`처럼 어디에 있는지 적는다. 행은 그 안의 아무 글로나
    부를 수 있다.
    """
    hands.press(thing.one(scene.page))


@when(en="the customer presses {thing} twice at once", ko="고객이 {thing}을/를 더블 클릭한다")
def double_click(scene: Scene, thing: Thing) -> None:
    hands.press(thing.one(scene.page), clicks=2)


@when(en="the customer presses the {key} key", ko="고객이 {key} 키를 누른다")
def press_key(scene: Scene, key: str) -> None:
    scene.page.keyboard.press(key)


@when(en="the customer ticks {thing:box}", ko="고객이 {thing:box}에 체크한다")
def tick(scene: Scene, thing: Thing) -> None:
    hands.tick(thing.one(scene.page))


@when(en="the customer takes the tick from {thing:box}", ko="고객이 {thing:box}의 체크를 해제한다")
def untick(scene: Scene, thing: Thing) -> None:
    hands.tick(thing.one(scene.page), wanted=False)


@when(en="the customer chooses {thing:choice}", ko="고객이 {thing:choice}을/를 고른다")
def choose(scene: Scene, thing: Thing) -> None:
    """One of several choices, or the row that has it.

    여러 선택지 가운데 하나, 또는 선택지가 들어 있는 행.
    """
    found = thing.one(scene.page)
    hands.tick(found.get_by_role("radio") if thing.kind is Kind.ROW else found)


@when(
    en="the customer types {text:string} into {thing:blank}",
    ko="고객이 {thing:blank}에 {text:string}을/를 입력한다",
)
def type_into(scene: Scene, entries: Entries, text: str, thing: Thing) -> None:
    """At once, and in place of what is there; steps that fill a form in leave it so.

    바로 입력하며, 있던 내용은 지워진다. 뒤에 양식을 채우는 단계도 이 칸은 그대로 둔다.
    """
    hands.fill(thing.one(scene.page), text)
    for field in Field:
        if thing.name and field.label.match(thing.name):
            entries.leave_alone(field)


Check = Callable[[Locator], Any]
CONDITIONS: dict[str, Check] = {
    "enabled": lambda thing: expect(thing).to_be_enabled(),
    "disabled": lambda thing: expect(thing).to_be_disabled(),
    "ticked": lambda thing: expect(thing).to_be_checked(),
    "not-ticked": lambda thing: expect(thing).not_to_be_checked(),
    "empty": lambda thing: expect(thing).to_have_value(""),
    "wrong": lambda thing: expect(thing).to_have_attribute("aria-invalid", "true"),
}


@then(en="{thing} is/are {condition}", ko="{thing}이/가 {condition}")
def is_so(scene: Scene, thing: Thing, condition: str) -> None:
    if condition == "not-visible":
        expect(Screen(scene.page).any_title).to_be_visible()
        expect(thing.all(scene.page)).to_have_count(0)
    elif condition == "visible":
        thing.one(scene.page)
    else:
        CONDITIONS[condition](thing.one(scene.page))


@then(en="there is/are {number:count} {thing}", ko="{thing}이/가 {number:count}개 있다")
def so_many(scene: Scene, number: int, thing: Thing) -> None:
    expect(Screen(scene.page).any_title).to_be_visible()
    expect(thing.all(scene.page)).to_have_count(number)


@then(en="in/at {thing} it says {text:string}", ko="{thing}에 {text:string}(이)라고 나온다")
def says(scene: Scene, thing: Thing, text: str) -> None:
    """At a field: what is said about it, as to what is wrong with it.

    칸이면 그 칸에 대한 안내, 이를테면 무엇이 잘못되었는지를 본다.
    """
    found = thing.one(scene.page)
    if _is_field(thing, found):
        expect(found).to_have_accessible_description(re.compile(re.escape(text)))
    else:
        expect(found).to_contain_text(text)


@then(en="in/at {thing} it does not say {text:string}", ko="{thing}에 {text:string}(이)라고 나오지 않는다")
def does_not_say(scene: Scene, thing: Thing, text: str) -> None:
    found = thing.one(scene.page)
    if _is_field(thing, found):
        expect(found).not_to_have_accessible_description(re.compile(re.escape(text)))
    else:
        expect(found).not_to_contain_text(text)


def _is_field(thing: Thing, found: Locator) -> bool:
    return bool(thing.field) or bool(found.evaluate("element => element.matches('input, textarea, select')"))


@then(en="{thing} (still )reads {text:string}", ko="{thing}에 {text:string}이/가 들어/남아 있다")
def reads(scene: Scene, thing: Thing, text: str) -> None:
    expect(thing.one(scene.page)).to_have_value(text)


@then(en="the cursor/focus is in/on {thing}", ko="커서가/초점이 {thing}에 있다")
def has_focus(scene: Scene, thing: Thing) -> None:
    if thing.field:
        expect(Screen(scene.page).cursor_in(thing.field)).to_be_focused()
    else:
        expect(thing.one(scene.page)).to_be_focused()


@then(en="a screen reader announces {text:string}", ko="화면 낭독기가 {text:string}(이)라고 알린다")
def announces(scene: Scene, text: str) -> None:
    """Without the customer's going there: what stands in an alert, a status or another live part.

    그곳으로 가지 않아도 들리는 것: 알림이나 상태처럼 바뀌면 읽어 주는 부분의 글.
    """
    expect(Screen(scene.page).announced(text).first).to_be_attached()


@then(en="the screen has no accessibility problems", ko="화면에 접근성 문제가 없다")
def accessible(scene: Scene) -> None:
    """By the rules of WCAG 2.1 AA that a machine can check (axe).

    기계로 확인할 수 있는 WCAG 2.1 AA 규칙에 따른다(axe).
    """
    expect(Screen(scene.page).any_title).to_be_visible()
    found = accessibility.problems(scene.page)
    require_same(found, [], en="problems: {}", ko="접근성 문제: {}")


@then(en="nothing sticks out of the screen", ko="화면 밖으로 넘치는 것이 없다")
def nothing_sticks_out(scene: Scene) -> None:
    """The customer need not scroll sideways.

    옆으로 밀어 볼 것이 없다.
    """
    expect(Screen(scene.page).any_title).to_be_visible()
    found = accessibility.sticking_out(scene.page)
    require_same(found, [], en="wider than the screen: {}", ko="화면 밖으로 넘치는 것: {}")


@then(en="the screen looks like the picture {name:string}", ko="화면이 {name:string} 그림과 같다")
def looks_like(scene: Scene, request: pytest.FixtureRequest, name: str) -> None:
    """The picture lies beside the feature, in a folder of its name; where there is none, it is told how to
    keep one. Serial numbers and what else comes by chance are covered. It is of one browser on one system:
    where only others have one, the scenario is excused.

    그림은 기능 파일 옆, 같은 이름의 폴더에 있다. 아직 없으면 어떻게 만드는지 알려 준다. 일련번호처럼
    그때그때 다른 것은 가리고 비교한다. 그림은 브라우저와 운영체제마다 다르므로, 다른 것의 그림만 있으면
    그 시나리오는 제외한다.
    """
    screen = Screen(scene.page)
    expect(screen.any_title).to_be_visible()
    folder = request.node.path.with_suffix(".pictures")
    browser = scene.page.context.browser
    assert browser, "contexts of scenes belong to a browser"
    kept = folder / f"{name}.{browser.browser_type.name}-{sys.platform}.png"
    others = [one.name for one in folder.glob(f"{name}.*.png") if ".new" not in one.suffixes]
    if others and not kept.exists():
        raise Excused(
            f"the picture is of another browser or system: {', '.join(others)}, not {kept.name}",
            f"다른 브라우저나 운영체제의 그림뿐임: {', '.join(others)}. 필요한 그림: {kept.name}",
        )
    from harness.failure.picture import compare  # whose libraries what merely reads features does without

    compare(kept, screen.picture([issued.serial for issued in scene.world.certificates()]))
