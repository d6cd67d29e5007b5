"""What the lobby's desk does with JavaScript beside its forms: it shows the step at once, and copies it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from harness.play.bank import Bank
from harness.play.scene import Scene


@pytest.fixture
def desk(bank: Bank, scene: Scene) -> Page:
    scene.person("Kim Hana")
    page = scene.page
    page.goto(f"{bank.url}/worlds/{scene.world.id}")
    return page


def test_the_step_is_that_of_what_is_entered_and_is_taken_along(desk: Page) -> None:
    desk.get_by_text("은행과 인증기관").click()
    change = desk.get_by_role("group").filter(has_text="은행과 인증기관").last
    number = change.get_by_label("새 번호")
    number.fill("010-0000-1234")
    step = "만일 고객이 등록된 휴대폰 번호를 010-0000-1234로 바꾼다"
    expect(change.get_by_text(step)).to_be_visible()
    copy = change.get_by_role("button", name="복사", description=step)
    copy.click()
    expect(desk.get_by_role("status")).to_contain_text("선택했습니다")  # by a browser that lets no page copy
    assert desk.evaluate("getSelection().toString()").strip() == step
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    expect(desk.get_by_role("status")).to_have_text("복사했습니다. / Copied.")
    assert desk.evaluate("navigator.clipboard.readText()") == step
