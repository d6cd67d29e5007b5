"""Certificates that another bank issued: registered here, used, and no longer registered.

다른 은행에서 발급받은 인증서: 등록하고, 쓰고, 등록을 해제한다.
"""

from __future__ import annotations

from playwright.sync_api import expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages.fields import Field
from pages.other_bank import OtherBankPage, RegistrationPage
from pages.screen import Screen
from steps.entries import Entries, entered
from steps.possessions import certificate_of, choose_certificate, means_of_security, password_of


@when(en="the customer registers {certificate} at this bank", ko="고객이 {certificate}를 이 은행에 등록한다")
def register(scene: Scene, entries: Entries, certificate: int) -> None:
    """Opens the screen by itself, says who the customer is, and has the certificate sign.

    타행 인증서 등록 화면을 스스로 열어 본인임을 확인받고, 그 인증서로 서명한다.
    """
    _register(scene, entries, certificate)


@when(
    en="the customer registers {owner:customer}'s certificate at this bank",
    ko="고객이 {owner:customer} 고객의 인증서를 이 은행에 등록한다",
)
def register_certificate_of(scene: Scene, entries: Entries, owner: str) -> None:
    _register(scene, entries, 0, owner)


def _register(scene: Scene, entries: Entries, number: int, owner: str | None = None) -> None:
    account = scene.customer.account
    right = {
        Field.NUMBER: scene.customer.number,
        Field.ACCOUNT: account.number,
        Field.ACCOUNT_PASSWORD: account.password,
    }
    screen = OtherBankPage(scene.page)
    screen.open()
    screen.hand_in(entered(entries, right))
    registration = RegistrationPage(scene.page)
    expect(registration.title.or_(screen.alert)).to_be_visible()
    if screen.alert.is_visible():
        return
    registration.fill_in(entered(entries, means_of_security(scene, registration)))
    dialog = registration.open_dialog()
    certificate = certificate_of(scene, number, owner)
    with scene.page.expect_navigation():
        choose_certificate(scene, dialog, certificate, password_of(scene, certificate))


@when(en="the customer ends the registration", ko="고객이 등록을 해제한다")
def end_registration(scene: Scene) -> None:
    """Of the one certificate of another bank that is registered; opens the screen by itself.

    등록해 둔 타행 인증서 하나의 등록을 해제한다. 화면은 스스로 연다.
    """
    screen = OtherBankPage(scene.page)
    screen.open()
    screen.end_registration()


@then(en="the certificate is registered", ko="인증서가 등록되었다고 나온다")
def is_registered(scene: Scene) -> None:
    expect(Screen(scene.page).status).to_contain_text("인증서를 등록했습니다")
