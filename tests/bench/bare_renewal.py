"""The demo's renewal as a bare Playwright script would click it: same bank, same browser, same clicks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from harness.play.bank import Bank
from harness.play.scene import MONDAY_MORNING
from harness.play.world import World
from harness.seeds.named_people import People

PASSWORD, NEW_PASSWORD = "Haneul!2580", "Saebom#7139"


def test_bare_renewal(
    bank: Bank, new_context: Callable[..., BrowserContext], pytestconfig: pytest.Config
) -> None:
    world = World.open(bank, MONDAY_MORNING, 7, [People.load(pytestconfig.rootpath)["Kim Hana"]], [])
    context = new_context(base_url=world.bank_url)
    context.clock.install(time=MONDAY_MORNING - timedelta(seconds=1))
    context.clock.pause_at(MONDAY_MORNING)
    renew(context.new_page(), world)
    world.close()


def renew(page: Page, world: World) -> None:
    heading = page.get_by_role("heading", level=1)
    main = page.get_by_role("main")
    menu = page.get_by_role("navigation", name="인증센터 메뉴")
    page.goto("/")
    page.get_by_role("link", name="로그인", exact=True).click()
    page.get_by_role("button", name="공동인증서 로그인").click()
    choose(page, "하드디스크", PASSWORD)
    # The menu is there already, and what is clicked during the sign-in comes to nothing.
    expect(page.get_by_role("button", name="로그아웃")).to_be_visible()
    page.get_by_role("navigation", name="주 메뉴").get_by_role("link", name="인증센터").click()
    menu.get_by_role("link", name="인증서 관리").click()
    expect(heading).to_have_text("인증서 관리")
    menu.get_by_role("link", name="인증서 갱신").click()
    expect(heading).to_have_text("인증서 갱신")
    main.get_by_role("link", name="갱신 시작").click()
    page.get_by_role("checkbox", name="모두 동의").check()
    page.get_by_role("button", name="다음").click()
    page.get_by_label("이름").fill("김하나")
    page.get_by_label("주민등록번호").fill("901332-2000012")
    page.get_by_label("출금 계좌번호").fill("000-123-456789")
    page.get_by_label("휴대폰 번호").fill("010-0000-0001")
    page.get_by_label("이메일").fill("hana@example.com")
    page.get_by_role("button", name="다음").click()
    page.get_by_role("button", name="인증번호 받기").click()
    expect(page.get_by_role("timer", name=re.compile("남은 시간"))).to_be_visible()
    page.get_by_label("계좌 비밀번호").fill("1357")
    page.get_by_label("인증번호", exact=True).fill(world.sms_code())
    card = world.person("kim-hana").security_card
    for side, digits in (("앞", slice(0, 2)), ("뒤", slice(2, 4))):
        label = page.locator("label").filter(has_text=re.compile(f"{side} 두 자리"))
        number = re.sub(r"\D", "", label.inner_text())
        page.get_by_label(f"보안카드 {number}번 {side} 두 자리").fill(card[number][digits])
    main.get_by_role("button", name="본인 확인").click()
    page.get_by_role("button", name="기존 인증서 선택").click()
    choose(page, "하드디스크", PASSWORD)
    expect(page.get_by_text("선택한 인증서:")).to_be_visible()
    page.get_by_label("새 인증서 비밀번호", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("새 인증서 비밀번호 확인").fill(NEW_PASSWORD)
    page.get_by_role("radiogroup", name="저장 위치").get_by_role("radio", name="이동식디스크").check()
    page.get_by_role("button", name="인증서 발급").click()
    expect(heading).to_have_text("갱신 완료")
    page.get_by_role("button", name="로그아웃").click()
    page.get_by_role("link", name="로그인", exact=True).click()
    page.get_by_role("button", name="공동인증서 로그인").click()
    choose(page, "이동식디스크", NEW_PASSWORD)
    expect(page.get_by_role("button", name="로그아웃")).to_be_visible()


def choose(page: Page, place: str, password: str) -> None:
    dialog = page.get_by_role("dialog", name="인증서 선택")
    dialog.get_by_role("radio", name=place).check()
    dialog.get_by_role("table").get_by_role("radio").check()
    dialog.get_by_label("인증서 비밀번호").fill(password)
    dialog.get_by_role("button", name="확인").click()
