"""A whole renewal without a mouse, and without a request that leaves the machine (domain: Accessibility)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from harness.play.scene import Scene
from tests.pages.keyboard import choose_certificate, press, write

PASSWORD, NEW_PASSWORD = "Haneul!2580", "Saebom#7139"


def test_a_renewal_by_keyboard_alone(scene: Scene, browser_name: str) -> None:
    kim = scene.person("Kim Hana")
    page = scene.page
    heading = page.get_by_role("heading", level=1)
    asked: set[str | None] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))

    page.goto("/renewal")
    press(page.get_by_role("button", name="공동인증서 로그인"), "Enter")
    choose_certificate(page, "하드디스크", PASSWORD)
    expect(heading).to_have_text("인증서 갱신")
    press(page.get_by_role("link", name="갱신 시작"), "Enter")
    expect(heading).to_have_text("약관 동의")
    press(page.get_by_role("checkbox", name="모두 동의"), "Space")
    press(page.get_by_role("button", name="다음"), "Enter")
    expect(heading).to_have_text("신청서 작성")
    for label, text in (
        ("이름", kim.name),
        ("주민등록번호", kim.number),
        ("출금 계좌번호", kim.account.number),
        ("휴대폰 번호", kim.phone),
        ("이메일", kim.email),
    ):
        write(page.get_by_label(label, exact=True), text)
    page.keyboard.press("Enter")
    expect(heading).to_have_text("본인 확인")

    for digit in kim.account.password:
        press(
            page.get_by_role("group", name="보안 키패드").get_by_role("button", name=digit, exact=True),
            "Enter",
        )
    press(page.get_by_role("button", name="인증번호 받기"), "Enter")
    expect(page.get_by_role("timer", name=re.compile("남은 시간"))).to_be_visible()
    expect(page.get_by_label("인증번호", exact=True)).to_be_focused()
    write(page.get_by_label("인증번호", exact=True), scene.world.sms_code())
    card = scene.world.person(kim.key).security_card
    for side, digits in (("앞", slice(0, 2)), ("뒤", slice(2, 4))):
        field = page.get_by_label(re.compile(f"^보안카드 ..번 {side} 두 자리$"))
        number = str(field.evaluate("element => element.labels[0].textContent.match(/[0-9]+/)[0]"))
        write(field, card[number][digits])
    page.keyboard.press("Enter")
    expect(heading).to_have_text("인증서 발급")

    press(page.get_by_role("button", name="기존 인증서 선택"), "Enter")
    choose_certificate(page, "하드디스크", PASSWORD)
    expect(page.get_by_text("선택한 인증서:")).to_be_visible()
    write(page.get_by_label("새 인증서 비밀번호", exact=True), NEW_PASSWORD)
    write(page.get_by_label("새 인증서 비밀번호 확인"), NEW_PASSWORD)
    press(page.get_by_role("radiogroup", name="저장 위치").get_by_role("radio", name="브라우저"), "Space")
    press(page.get_by_role("button", name="인증서 발급"), "Enter")
    expect(heading).to_have_text("갱신 완료")

    host = urlsplit(scene.world.bank_url).hostname
    assert asked == {host, f"device.{host}"}
