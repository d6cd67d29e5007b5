"""What the certificate centre does besides renewals: a certificate issued anew, revoked, suspended, restored.

갱신이 아닌 인증센터 업무: 발급과 재발급, 폐기, 효력 정지와 회복.
"""

from __future__ import annotations

from playwright.sync_api import expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages import hands
from pages.labels import Kind
from pages.procedures import (
    DecisionPage,
    GuidePage,
    IssueGuidePage,
    RestorationGuidePage,
    RevocationGuidePage,
    SuspensionGuidePage,
)
from pages.screen import Screen
from steps.entries import Entries
from steps.identity import verify
from steps.issuing import ask_for_certificate
from steps.possessions import certificate_of
from steps.renewal import agree, apply

GUIDES: dict[str, type[GuidePage]] = {
    "폐기": RevocationGuidePage,
    "효력 정지": SuspensionGuidePage,
    "효력 회복": RestorationGuidePage,
}


@when(
    en="the customer starts to have a {kind} certificate issued anew",
    ko="고객이 {kind} 인증서를 새로 발급받기 시작한다",
)
def start_anew(scene: Scene, kind: str) -> None:
    """Needs the screen of issuing anew.

    인증서 발급/재발급 화면에서 쓴다.
    """
    IssueGuidePage(scene.page).start(Kind.of(f"{scene.customer.kind}-{kind}").value)


@when(
    en="the customer confirms the {change} of {certificate}", ko="고객이 {certificate} {change}을/를 확정한다"
)
def confirm(scene: Scene, change: str, certificate: int) -> None:
    """Needs the choice of certificates; says as well that they know what it means.

    인증서 선택 화면에서 쓴다. 확인란에도 체크한다.
    """
    chosen = certificate_of(scene, certificate)
    DecisionPage(scene.page).decide(f"{chosen.not_after:%Y-%m-%d}", change)


@when(
    en="the customer applies for the {change} of {certificate}",
    ko="고객이 {certificate} {change}을/를 신청한다",
)
def apply_for(scene: Scene, entries: Entries, change: str, certificate: int) -> None:
    """All of it, from the guidance to the end, with the identity verified.

    안내 화면에서 본인 확인을 거쳐 끝까지 진행한다.
    """
    guide = GUIDES[change](scene.page)
    guide.open()
    guide.start()
    verify(scene, entries)
    confirm(scene, change, certificate)


@when(en="the customer has the certificate issued anew", ko="고객이 인증서를 재발급받는다")
def have_issued_anew(scene: Scene, entries: Entries) -> None:
    """One of the kind that the customer has, from the guidance to the end.

    고객이 가진 것과 같은 종류로, 안내 화면에서 끝까지 진행한다.
    """
    IssueGuidePage(scene.page).open()
    start_anew(scene, scene.customer.certificates[0].kind.partition("-")[2])
    agree(scene)
    apply(scene, entries)
    verify(scene, entries)
    ask_for_certificate(scene, entries)


@then(en="the customer is led on to {screen:menu}", ko="안내에서 {screen:menu} 화면으로 갈 수 있다")
def is_led_on(scene: Scene, screen: type[Screen]) -> None:
    """By a link in what is said, which the customer follows.

    안내에 나온 링크로 간다.
    """
    link = Screen(scene.page).failure.get_by_role("link", name=screen.menu, exact=True)
    expect(link).to_be_visible()
    hands.press(link)
    expect(screen(scene.page).title).to_be_visible()
