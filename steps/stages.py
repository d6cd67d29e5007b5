"""Where the scenario begins: customers placed on a screen without walking there.

시나리오가 시작되는 화면. 거기까지 가는 과정은 건너뛴다.
"""

from __future__ import annotations

from playwright.sync_api import expect

from harness.language.vocabulary import given
from harness.play.scene import Scene
from pages.application import ApplicationPage
from pages.home import HomePage
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from pages.network import NetworkWarningPage
from pages.procedures import DecisionPage
from pages.result import ResultPage
from pages.screen import Screen
from pages.sign_in import SignInPage
from pages.terms import TermsPage
from steps.customers import about
from steps.entries import Entries
from steps.issuing import ask_for_certificate

# The stage at which the bank opens a screen to the customer; without one, being signed in is enough.
STAGES: dict[type[Screen], str] = {
    IdentityPage: "applied",
    IssuingPage: "identified",
    DecisionPage: "identified",
}


@given(en="{customer} is signed in", ko="{customer} 고객이 로그인했다")
def signed_in(scene: Scene, customer: str) -> None:
    _place(scene, customer, HomePage)


@given(en="{customer} is at {screen:start}", ko="{customer} 고객이 {screen:start} 화면에 있다")
def at_screen(scene: Scene, customer: str, screen: type[Screen]) -> None:
    """The customer has done rightly all that comes before that screen.

    그 화면에 오기까지의 단계는 모두 올바르게 마친 상태다.
    """
    if screen is SignInPage:
        about(scene, customer)
        screen(scene.page).open()
    elif screen is ApplicationPage:
        _place(scene, customer, TermsPage)
        TermsPage(scene.page).agree_to_all()
    else:
        _place(scene, customer, screen)
    # On a public network the bank may warn first.
    expect(screen(scene.page).title.or_(NetworkWarningPage(scene.page).title)).to_be_visible()


@given(en="{customer} is at {screen:start} {way}", ko="{customer} 고객이 {way} {screen:start} 화면에 있다")
def at_screen_of_way(scene: Scene, customer: str, screen: type[Screen], way: str) -> None:
    """The customer has done rightly all that comes before that screen.

    그 화면에 오기까지의 단계는 모두 올바르게 마친 상태다.
    """
    path = scene.stage(about(scene, customer), STAGES.get(screen, "signed in"), way)
    scene.page.goto(path)
    expect(screen(scene.page).title.or_(NetworkWarningPage(scene.page).title)).to_be_visible()


@given(
    en="{customer} has a certificate issued but not stored",
    ko="{customer} 고객의 새 인증서가 발급되었지만 저장되지 않았다",
)
def issued_but_not_stored(scene: Scene, customer: str) -> None:
    scene.stage(about(scene, customer), "issued")
    IssuingPage(scene.page).open()


@given(en="{customer} has renewed the certificate", ko="{customer} 고객이 인증서를 갱신했다")
def renewed(scene: Scene, customer: str) -> None:
    _place(scene, customer, IssuingPage)
    ask_for_certificate(scene, Entries())
    expect(ResultPage(scene.page).title).to_be_visible()


def _place(scene: Scene, customer: str, screen: type[Screen]) -> None:
    scene.stage(about(scene, customer), STAGES.get(screen, "signed in"))
    screen(scene.page).open()
