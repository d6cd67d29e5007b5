"""The demo's renewal as plain pytest-bdd plays it: the same words, bank, browser and clicks.

Copied beside a renewal.feature, for a pytest that knows nothing of this project.
"""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pytest_bdd import given, parsers, scenarios, step

SETTING: dict[str, Any] = json.loads(os.environ["RENEWAL_BENCH"])  # control, token, browser, world
NOW = datetime.fromisoformat(SETTING["world"]["now"])
PASSWORD, NEW_PASSWORD = "Haneul!2580", "Saebom#7139"

scenarios("renewal.feature")


def ask(method: str, path: str, body: object = None) -> Any:
    request = urllib.request.Request(SETTING["control"] + path, method=method)
    request.add_header("Authorization", f"Bearer {SETTING['token']}")
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **SETTING["browser"]}


@pytest.fixture
def world() -> Iterator[dict[str, Any]]:
    opened = ask("POST", "worlds", SETTING["world"])
    yield opened
    ask("DELETE", f"worlds/{opened['id']}")


@pytest.fixture
def customer(context: BrowserContext, page: Page) -> Page:
    context.clock.install(time=NOW - timedelta(seconds=1))
    context.clock.pause_at(NOW)
    return page


@given(parsers.parse("Kim Hana's certificate expires in {days:d} days"))
def expiry(days: int) -> None: ...


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def link(page: Page, part: str, name: str) -> None:
    page.get_by_role("navigation", name=part).get_by_role("link", name=name).click()


def choose(page: Page, place: str, password: str) -> None:
    dialog = page.get_by_role("dialog", name="인증서 선택")
    dialog.get_by_role("radio", name=place).check()
    dialog.get_by_role("table").get_by_role("radio").check()
    dialog.get_by_label("인증서 비밀번호").fill(password)
    dialog.get_by_role("button", name="확인").click()


def sign_in(page: Page, place: str, password: str) -> None:
    page.get_by_role("button", name="공동인증서 로그인").click()
    choose(page, place, password)
    expect(page.get_by_role("button", name="로그아웃")).to_be_visible()


def open_from_menu(page: Page, name: str) -> None:
    link(page, "인증센터 메뉴", name)
    expect(heading(page)).to_have_text(name)


def agree(page: Page) -> None:
    page.get_by_role("checkbox", name="모두 동의").check()
    page.get_by_role("button", name="다음").click()


def fill_in(page: Page) -> None:
    page.get_by_label("이름").fill("김하나")
    page.get_by_label("주민등록번호").fill("901332-2000012")
    page.get_by_label("출금 계좌번호").fill("000-123-456789")
    page.get_by_label("휴대폰 번호").fill("010-0000-0001")
    page.get_by_label("이메일").fill("hana@example.com")
    page.get_by_role("button", name="다음").click()


def verify(page: Page, world: dict[str, Any]) -> None:
    page.get_by_role("button", name="인증번호 받기").click()
    expect(page.get_by_role("timer", name=re.compile("남은 시간"))).to_be_visible()
    page.get_by_label("계좌 비밀번호").fill("1357")
    told = ask("GET", f"worlds/{world['id']}/messages")["messages"]
    codes = [code for message in told for code in re.findall(r"\[(\d{6})\]", message["text"])]
    page.get_by_label("인증번호", exact=True).fill(codes[-1])
    card = ask("GET", f"worlds/{world['id']}/people/kim-hana")["security_card"]
    for side, digits in (("앞", slice(0, 2)), ("뒤", slice(2, 4))):
        label = page.locator("label").filter(has_text=re.compile(f"{side} 두 자리"))
        number = re.sub(r"\D", "", label.inner_text())
        page.get_by_label(f"보안카드 {number}번 {side} 두 자리").fill(card[number][digits])
    page.get_by_role("main").get_by_role("button", name="본인 확인").click()


def issue(page: Page) -> None:
    page.get_by_role("button", name="기존 인증서 선택").click()
    choose(page, "하드디스크", PASSWORD)
    expect(page.get_by_text("선택한 인증서:")).to_be_visible()
    page.get_by_label("새 인증서 비밀번호", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("새 인증서 비밀번호 확인").fill(NEW_PASSWORD)
    page.get_by_role("button", name="인증서 발급").click()


def store(page: Page) -> None:
    places = page.get_by_role("radiogroup", name="저장 위치")
    places.get_by_role("radio", name="이동식디스크").check()


@step("the customer opens the home page")
def open_home(customer: Page, world: dict[str, Any]) -> None:
    customer.goto(world["bank_url"])


@step("the customer renews the certificate from the menu to the result, keeping it on the removable disk")
def renew(customer: Page, world: dict[str, Any]) -> None:
    link(customer, "주 메뉴", "인증센터")
    open_from_menu(customer, "인증서 관리")
    open_from_menu(customer, "인증서 갱신")
    customer.get_by_role("main").get_by_role("link", name="갱신 시작").click()
    agree(customer)
    fill_in(customer)
    verify(customer, world)
    store(customer)
    issue(customer)


STEPS: dict[str, Callable[[Page], object]] = {
    "the customer chooses sign-in": lambda page: page.get_by_role("link", name="로그인", exact=True).click(),
    "the customer signs in with the certificate": lambda page: sign_in(page, "하드디스크", PASSWORD),
    "the result describes the new certificate": lambda page: expect(heading(page)).to_have_text("갱신 완료"),
    "the customer signs out": lambda page: page.get_by_role("button", name="로그아웃").click(),
    "the customer signs in with the new certificate": lambda page: sign_in(
        page, "이동식디스크", NEW_PASSWORD
    ),
    "the customer is signed in": lambda page: expect(
        page.get_by_role("button", name="로그아웃")
    ).to_be_visible(),
}


def define(words: str, act: Callable[[Page], object]) -> None:
    @step(words, stacklevel=2)  # pytest-bdd puts it among what the caller's module has
    def play(customer: Page) -> None:
        act(customer)


for words, act in STEPS.items():
    define(words, act)
