"""What becomes on its way of what a page sends to the bank or to the certificate program.

화면에서 은행이나 인증서 프로그램으로 보낸 내용이 도중에 겪는 일.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
from playwright.sync_api import Page, Route

from harness.failure.mismatch import require_same
from harness.language.vocabulary import given, then, when
from harness.play.bank import ANSWER_LIMIT
from harness.play.scene import Scene

ELSEWHERE = "http://elsewhere.example"


def _changed(text: str) -> str:
    """The same but for one character."""
    middle = len(text) // 2
    return text[:middle] + ("B" if text[middle] == "A" else "A") + text[middle + 1 :]


# What becomes of a text, out of all that was sent in its place so far: it is the last of these.
ALTERATIONS: dict[str, Callable[[list[str]], str | None]] = {
    "changed": lambda sent: _changed(sent[0]) if len(sent) == 1 else sent[-1],
    "illegible": lambda sent: "?" if len(sent) == 1 else sent[-1],
    "missing": lambda sent: None if len(sent) == 1 else sent[-1],
    "as-before": lambda sent: sent[0] if len(sent) == 2 else sent[-1],
}


@given(en="the {part:sent} arrives {alteration}", ko="{part:sent}이/가 {alteration} 도착한다")
def arrives_otherwise(scene: Scene, part: str, alteration: str) -> None:
    """The next one only; `as the first one once more`: the second one only.

    바로 다음 한 번만 그렇다. `처음 것 그대로`는 두 번째 한 번만 그렇다.
    """
    scene.needs("contents-of-requests")
    address, name = part.split()
    sent: list[str] = []

    def pass_on(route: Route) -> None:
        is_json = "json" in route.request.headers.get("content-type", "")
        text = route.request.post_data or ""
        body: dict[str, Any] = json.loads(text or "{}") if is_json else dict(parse_qsl(text))
        if name not in body:
            return route.fallback()
        sent.append(body[name])
        body[name] = ALTERATIONS[alteration](sent)
        kept = {one: value for one, value in body.items() if value is not None}
        return route.fallback(post_data=json.dumps(kept) if is_json else urlencode(kept))

    _at(scene, address, pass_on)


# What a page has that has left a step out, as if the other side had answered.
LEFT_OUT: dict[str, tuple[str, dict[str, str]]] = {
    "ca.register": ("/renewal/registration", {}),
    "ca.issue": ("/renewal/issue", {"certificate": ""}),
    "device.store": ("/keys/[^/]+/certificate", {"thumbprint": ""}),
}


@given(en="the page leaves out {step:left_out}", ko="화면이 {step:left_out} 단계를 건너뛴다")
def leaves_out(scene: Scene, step: str) -> None:
    address, answer = LEFT_OUT[step]
    headers = {"Access-Control-Allow-Origin": "*"}
    _at(scene, address, lambda route: route.fulfill(json=answer, headers=headers))


def _at(scene: Scene, address: str, handle: Callable[[Route], object]) -> None:
    """Stand in the way of what pages send to an address."""
    scene.in_each_browser(lambda context: context.route(re.compile(rf"{address}(\?.*)?$"), handle))


@when(
    en="{customer} opens the same page in another browser",
    ko="{customer} 고객이 다른 브라우저에서 같은 화면을 연다",
    target_fixture="first_browser",
)
def open_as_somebody_else(scene: Scene, customer: str) -> Page:
    """Signed in, with the address of what is on the screen.

    로그인한 상태에서, 지금 화면의 주소를 그대로 연다.
    """
    first, address = scene.page, scene.page.url
    scene.page = scene.new_context().new_page()
    scene.stage(scene.person(customer), "signed in")
    scene.page.goto(address)
    return first


@then(
    en="another site's page gets nothing of the certificate program",
    ko="다른 사이트의 화면은 인증서 프로그램을 쓸 수 없다",
)
def keeps_others_out(scene: Scene) -> None:
    """The program says so to the browser as well, which keeps its answers from other sites' scripts.

    브라우저에도 알려서, 다른 사이트의 스크립트가 응답을 읽지 못하게 한다.
    """
    bank = scene.world.bank_url
    for origin, is_served in ((bank, True), (ELSEWHERE, False)):
        answer = asked(scene, scene.world.device_url, "/places", {"Origin": origin})
        require_same(
            answer.is_success, is_served, en=f"{origin} is served: {{}}", ko=f"{origin}에 응답함: {{}}"
        )
        allowed = answer.headers["Access-Control-Allow-Origin"]
        assert allowed == bank, f"{allowed} may read the answer"
        assert ("places" in answer.json()) == is_served, f"{origin} gets {answer.json()}"


@then(
    en="scripts and other sites do not get at the customer's session",
    ko="스크립트나 다른 사이트가 고객의 로그인 정보를 가져갈 수 없다",
)
def session_is_kept(scene: Scene) -> None:
    """By its cookies, and by what the page tells the browser to load, to show it in and to keep.

    쿠키 설정, 그리고 화면이 브라우저에 알리는 불러오기, 표시, 저장 규칙을 본다.
    """
    for cookie in scene.page.context.cookies():
        assert cookie["httpOnly"], f"a script can read the cookie {cookie['name']}"
        assert cookie["sameSite"] == "Lax", f"other sites have the cookie {cookie['name']} sent"
    headers = asked(scene, scene.world.bank_url, "/", {}).headers
    rules = headers.get("Content-Security-Policy", "")
    assert "default-src 'self'" in rules, f"the page loads things from elsewhere: {rules!r}"
    assert "frame-ancestors 'none'" in rules, f"other sites can show the page in theirs: {rules!r}"
    assert headers.get("Cache-Control") == "no-store", "the browser keeps the page for whoever comes next"


def asked(
    scene: Scene, party: str, path: str, headers: dict[str, str], content: bytes | None = None
) -> httpx.Response:
    """What a party of the world answers at its own address, without a browser."""
    url = httpx.URL(party)
    return httpx.request(  # noqa: TID251 (it has a limit)
        "GET" if content is None else "POST",
        url.copy_with(host=scene.world.machine, path=path),  # not every system resolves localhost for Python
        headers={"Host": url.netloc.decode(), **headers},
        content=content,
        timeout=ANSWER_LIMIT,
        trust_env=False,
    )
