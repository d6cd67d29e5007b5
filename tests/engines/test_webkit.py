"""The bank works in WebKit: a whole renewal by mouse and keyboard, through Debian's webkit2gtk-driver.

Playwright drives only a WebKit of its own. This one speaks WebDriver (W3C), of which little is needed here.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest

from harness.play.scene import Scene

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
HANGING = 120  # seconds
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, SPACE = "\ue007", " "
# A control by its tags, and its name: as a person finds it, in the dialog if one is open.
FIND = """
const [kinds, name] = arguments;
const place = document.querySelector("dialog[open]") ?? document;
const label = (one) => document.getElementById(one.getAttribute("aria-labelledby")) ?? one.labels?.[0] ?? one;
const named = (one) => one.ariaLabel ?? label(one).textContent;
return [...place.querySelectorAll(kinds)].find((one) =>
    one.checkVisibility() && !one.disabled && new RegExp(`^${name}$`).test(named(one).trim())) ?? null;
"""

pytestmark = pytest.mark.skipif(
    not (DRIVER and BROWSERS and (os.environ.get("DISPLAY") or shutil.which("Xvfb"))),
    reason="WebKit needs, as root: apt-get install --no-install-recommends webkit2gtk-driver xvfb",
)


class WebKit:
    """A browser of WebKit, as one customer uses it."""

    def __init__(self, session: httpx.Client) -> None:
        self._session = session

    def _ask(self, command: str, **arguments: Any) -> Any:
        answer = self._session.post(command, json=arguments)
        assert answer.is_success, answer.text
        return answer.json()["value"]

    def run(self, script: str, *arguments: Any) -> Any:
        return self._ask("execute/sync", script=script, args=arguments)

    def open(self, url: str) -> None:
        self._ask("url", url=url)

    def wait_for(self, script: str, *arguments: Any) -> Any:
        end = monotonic() + HANGING
        while not (found := self.run(script, *arguments)):
            assert monotonic() < end, f"in vain: {arguments} on {self.run('return document.title')}"
            sleep(0.05)
        return found

    def see(self, heading: str) -> None:
        self.wait_for("return document.querySelector('h1')?.textContent.trim() === arguments[0]", heading)

    def find(self, kinds: str, name: str) -> str:
        return str(self.wait_for(FIND, kinds, name)[ELEMENT])

    def click(self, kinds: str, name: str) -> None:
        self._ask(f"element/{self.find(kinds, name)}/click")

    def type(self, name: str, text: str) -> None:
        self._ask(f"element/{self.find('input', name)}/value", text=text)


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A screen that nobody sees, where there is no other."""
    if os.environ.get("DISPLAY"):
        yield
        return
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24"]
    with subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
        yield
        server.terminate()


@pytest.fixture
def webkit(display: None) -> Iterator[WebKit]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    options = {"binary": str(BROWSERS[-1]), "args": ["--automation"]}
    wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
    with subprocess.Popen([str(DRIVER), f"--port={port}"]) as driver:
        transport = httpx.HTTPTransport(retries=20)  # it has to start first
        with httpx.Client(base_url=address, transport=transport, timeout=HANGING) as client:
            answer = client.post("/session", json=wanted)
            assert answer.is_success, answer.text
            client.base_url = f"{address}/session/{answer.json()['value']['sessionId']}/"
            yield WebKit(client)
            client.delete("")
        driver.terminate()


def choose_certificate(webkit: WebKit, password: str) -> None:
    webkit.wait_for("return document.querySelector('dialog[open]')")
    webkit.click("input", "하드디스크")
    webkit.click("input", "김하나 .*")
    webkit.type("인증서 비밀번호", password + ENTER)


def test_a_renewal_in_webkit(scene: Scene, webkit: WebKit) -> None:
    kim = scene.person("Kim Hana")
    (old,) = kim.certificates
    webkit.open(f"{scene.world.bank_url}/renewal")
    webkit.click("button", "공동인증서 로그인")
    choose_certificate(webkit, old.password)
    webkit.see("인증서 갱신")
    webkit.click("a", "갱신 시작")
    webkit.see("약관 동의")
    webkit.type("모두 동의", SPACE)
    webkit.click("button", "다음")
    webkit.see("신청서 작성")
    webkit.type("이름", kim.name)
    webkit.type("주민등록번호", kim.number)
    webkit.type("출금 계좌번호", kim.account.number)
    webkit.type("휴대폰 번호", kim.phone)
    webkit.type("이메일", kim.email + ENTER)
    webkit.see("본인 확인")
    for digit in kim.account.password:
        webkit.click("button", digit)
    webkit.click("button", "인증번호 받기")
    webkit.find("button", "인증번호 다시 받기")
    webkit.type("인증번호", scene.world.sms_code())
    card = scene.world.person(kim.key).security_card
    for side, digits in (("앞", slice(0, 2)), ("뒤", slice(2, 4))):
        label = f"보안카드 ..번 {side} 두 자리"
        field = {ELEMENT: webkit.find("input", label)}
        asked = webkit.run("return arguments[0].labels[0].textContent.match(/[0-9]+/)[0]", field)
        webkit.type(label, card[asked][digits])
    webkit.click("button", "본인 확인")
    webkit.see("인증서 발급")
    webkit.click("button", "기존 인증서 선택")
    choose_certificate(webkit, old.password)
    webkit.type("새 인증서 비밀번호", "Saebom#7139")
    webkit.type("새 인증서 비밀번호 확인", "Saebom#7139")
    webkit.type("브라우저", SPACE)
    webkit.click("button", "인증서 발급")
    webkit.see("갱신 완료")
    assert len(scene.world.certificates()) == 2
