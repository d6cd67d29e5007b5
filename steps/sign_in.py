"""Signing in and out, and the certificate dialog.

로그인과 로그아웃, 인증서 선택 창.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from harness.play.world import IssuedCertificate
from pages.certificate_dialog import CertificateDialog
from pages.issuing import IssuingPage
from pages.labels import Kind, Place
from pages.screen import Screen
from pages.sign_in import SignInPage
from steps.parameters import DIALOG_TRIES
from steps.possessions import certificate_of, choose_certificate, files_at_hand, password_of


@when(en="the customer signs in with {certificate}", ko="고객이 {certificate}로 로그인한다")
def sign_in(scene: Scene, certificate: int) -> None:
    """Needs the sign-in screen; the password is right.

    로그인 화면에서 쓴다. 비밀번호는 맞게 입력한다.
    """
    chosen = certificate_of(scene, certificate)
    with scene.page.expect_navigation():
        _sign_in(scene, chosen, password_of(scene, chosen))


@when(
    en="the customer signs in with {certificate} and {password}",
    ko="고객이 {certificate}와 {password}로 로그인한다",
)
def sign_in_with_password(scene: Scene, certificate: int, password: str) -> None:
    """Needs the sign-in screen.

    로그인 화면에서 쓴다.
    """
    _sign_in(scene, certificate_of(scene, certificate), password)
    _see_what_comes(scene)


@when(
    en="the customer signs in with {certificate} from the {place}",
    ko="고객이 {place}에 있는 {certificate}로 로그인한다",
)
def sign_in_from(scene: Scene, certificate: int, place: Place) -> None:
    """Needs the sign-in screen; the password is right.

    로그인 화면에서 쓴다. 비밀번호는 맞게 입력한다.
    """
    chosen = certificate_of(scene, certificate)
    with scene.page.expect_navigation():
        _sign_in(scene, chosen, password_of(scene, chosen), place)


def _sign_in(scene: Scene, certificate: IssuedCertificate, password: str, place: Place | None = None) -> None:
    choose_certificate(scene, _open_dialog(scene), certificate, password, place)


def _open_dialog(scene: Scene) -> CertificateDialog:
    screen = SignInPage(scene.page)
    expect(screen.title).to_be_visible()
    return screen.open_dialog()


def _see_what_comes(scene: Scene) -> None:
    """Wait for the end of signing in: the bank's page, or what the certificate dialog complains about."""
    banner = Screen(scene.page).signed_in_as(scene.customer.name)
    expect(banner.or_(CertificateDialog(scene.page).alert)).to_be_visible()


@when(
    en="the customer signs in with a wrong certificate password {times:tries} time(s)",
    ko="고객이 로그인하면서 인증서 비밀번호를 {times:tries}번 틀린다",
)
def sign_in_with_wrong_password(scene: Scene, times: int) -> None:
    """Needs the sign-in screen.

    로그인 화면에서 쓴다.
    """
    _fail(scene, _open_dialog(scene), times)


@when(
    en="the customer chooses the old certificate with a wrong password {times:tries} time(s)",
    ko="고객이 기존 인증서를 고르면서 인증서 비밀번호를 {times:tries}번 틀린다",
)
def choose_with_wrong_password(scene: Scene, times: int) -> None:
    """Needs the screen of certificate issuing.

    인증서 발급 화면에서 쓴다.
    """
    _fail(scene, IssuingPage(scene.page).open_dialog(), times)


def _fail(scene: Scene, dialog: CertificateDialog, times: int) -> None:
    certificate = certificate_of(scene, 0)
    wrong = password_of(scene, certificate).swapcase()
    choose_certificate(scene, dialog, certificate, wrong)
    for used in range(1, times):
        expect(dialog.alert).to_contain_text(f"({used}/{DIALOG_TRIES})")
        dialog.enter_password(wrong)


@when(
    en="the customer enters a wrong certificate password {times:tries} time(s)",
    ko="고객이 인증서 비밀번호를 {times:tries}번 잘못 입력한다",
)
def enter_wrong_password(scene: Scene, times: int) -> None:
    """Needs a screen on which a certificate is chosen: signing in, or certificate issuing.

    인증서를 고르는 화면, 곧 로그인 화면이나 인증서 발급 화면에서 쓴다.
    """
    sign_in_screen, issuing = SignInPage(scene.page), IssuingPage(scene.page)
    expect(sign_in_screen.title.or_(issuing.title)).to_be_visible()
    _fail(scene, (issuing if issuing.title.is_visible() else sign_in_screen).open_dialog(), times)


@when(en="the customer closes the certificate dialog", ko="고객이 인증서 선택 창을 닫는다")
def close_dialog(scene: Scene) -> None:
    """Needs the dialog open.

    인증서 선택 창이 열려 있어야 한다.
    """
    CertificateDialog(scene.page).close()


@when(en="the customer signs out", ko="고객이 로그아웃한다")
def sign_out(scene: Scene) -> None:
    Screen(scene.page).sign_out()
    expect(Screen(scene.page).sign_in_link).to_be_visible()


@when(en="the customer looks for certificates in the {place}", ko="고객이 {place}에서 인증서를 찾는다")
def look_into(scene: Scene, place: Place) -> None:
    """Needs the sign-in screen; leaves the certificate dialog open.

    로그인 화면에서 쓴다. 인증서 선택 창은 열린 채로 남는다.
    """
    _open_dialog(scene).look_into(place.value)


@then(
    en="signing in is refused because {reason:sign_in_reason}",
    ko="{reason:sign_in_reason} 로그인할 수 없다고 나온다",
)
def sign_in_is_refused(scene: Scene, reason: str) -> None:
    expect(Screen(scene.page).alert).to_have_attribute("data-error-code", reason)


@then(
    en="the customer is told to have a certificate issued anew", ko="인증서를 새로 발급받으라는 안내가 나온다"
)
def told_to_have_one_issued(scene: Scene) -> None:
    expect(Screen(scene.page).alert).to_contain_text("새로 발급받아야 합니다.")


@then(
    en="the customer is told to copy the renewed certificate to this device",
    ko="갱신한 인증서를 이 기기에 다시 복사하라는 안내가 나온다",
)
def told_to_copy_anew(scene: Scene) -> None:
    expect(Screen(scene.page).alert).to_contain_text("이 기기에서 가져와 주세요")


@then(en="the customer can sign in with {certificate}", ko="고객이 {certificate}로 로그인할 수 있다")
def can_sign_in(scene: Scene, certificate: int) -> None:
    """Tried in another browser; where the customer was signed in before, that ends.

    다른 브라우저에서 로그인해 본다. 앞서 로그인했던 곳에서는 로그아웃된다.
    """
    expect(_tried(scene, certificate).signed_in_as(scene.customer.name)).to_be_visible()


@then(en="the customer cannot sign in with {certificate}", ko="고객이 {certificate}로 로그인할 수 없다")
def cannot_sign_in(scene: Scene, certificate: int) -> None:
    """Tried in another browser, unless the device has it no more: the bank says why not.

    다른 브라우저에서 로그인해 본다. 은행이 이유를 알려 주며 거절하거나, 기기에 그 인증서가 더는 없다.
    """
    if certificate_of(scene, certificate).serial in {file.certificate for file in files_at_hand(scene)}:
        screen = _tried(scene, certificate)
        expect(screen.alert).to_have_attribute("data-error-code", re.compile("^SIGN-IN-"))
        expect(screen.sign_in_link).to_be_visible()


def _tried(scene: Scene, certificate: int) -> Screen:
    """What comes of signing in with a certificate, apart from where the customer is."""
    before, device = scene.page, scene.device
    scene.page = scene.new_context(device).new_page()
    SignInPage(scene.page).open()
    sign_in(scene, certificate)
    tried, scene.page = scene.page, before
    return Screen(tried)


@then(en="the customer is signed in", ko="고객이 로그인된 상태다")
def is_signed_in(scene: Scene) -> None:
    expect(Screen(scene.page).signed_in_as(scene.customer.name)).to_be_visible()


@then(en="the customer is not signed in", ko="고객이 로그인되지 않은 상태다")
def is_not_signed_in(scene: Scene) -> None:
    expect(Screen(scene.page).sign_in_link).to_be_visible()


@then(
    en="the certificate password is refused with {tries} of 3 tries used",
    ko="인증서 비밀번호를 3번 중 {tries}번 틀렸다고 나온다",
)
def password_is_refused(scene: Scene, tries: int) -> None:
    expect(CertificateDialog(scene.page).alert).to_have_text(
        f"인증서 비밀번호가 맞지 않습니다. ({tries}/{DIALOG_TRIES})"
    )


@then(en="the certificate dialog closes", ko="인증서 선택 창이 닫힌다")
def dialog_closes(scene: Scene) -> None:
    expect(Screen(scene.page).alert).to_contain_text(f"({DIALOG_TRIES}/{DIALOG_TRIES})")
    expect(CertificateDialog(scene.page).dialog).not_to_be_visible()


@then(en="the certificate dialog can be opened again", ko="인증서 선택 창을 다시 열 수 있다")
def dialog_can_be_opened(scene: Scene) -> None:
    """Needs the sign-in screen.

    로그인 화면에서 쓴다.
    """
    expect(SignInPage(scene.page).dialog_button).to_be_enabled()


@then(en="the certificate dialog offers {certificate}", ko="인증서 선택 창에 {certificate}가 나온다")
def dialog_offers(scene: Scene, certificate: int) -> None:
    """With its kind, holder, issuer, last day, and whether it has expired.

    구분, 소유자, 발급기관, 만료일, 만료 여부까지 본다.
    """
    offered = certificate_of(scene, certificate)
    last_day = f"{offered.not_after:%Y-%m-%d}"
    state = "만료" if scene.world.now > offered.not_after else "사용 중"
    cells = [Kind.of(offered.kind).value, offered.holder, "모의인증원", last_day, state]
    expect(CertificateDialog(scene.page).row(offered.holder, last_day)).to_have_text(cells)


@then(en="the certificate dialog offers no certificate", ko="인증서 선택 창에 인증서가 하나도 나오지 않는다")
def dialog_offers_nothing(scene: Scene) -> None:
    expect(CertificateDialog(scene.page).empty).to_be_visible()
    expect(CertificateDialog(scene.page).certificates).to_have_count(0)


@then(
    en="the certificate dialog lists {number:count} certificate(s)",
    ko="인증서 선택 창에 인증서가 {number:count}개 나온다",
)
def dialog_lists(scene: Scene, number: int) -> None:
    expect(CertificateDialog(scene.page).dialog).to_be_visible()
    expect(CertificateDialog(scene.page).certificates).to_have_count(number)
