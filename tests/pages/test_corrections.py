"""What is wrong with an entry is said as long as the entry stands, and no longer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.play.scene import Scene
from pages import hands
from pages.application import ApplicationPage
from pages.certificate_dialog import CertificateDialog
from pages.fields import Field
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from pages.keeping import ImportPage
from pages.screen import Screen
from pages.sign_in import SignInPage
from pages.terms import TermsPage
from pages.transfers import TransferPage

PASSWORD, NEW = "Haneul!2580", "Badanuri#8642"


@pytest.fixture
def window(scene: Scene) -> Page:
    scene.person("Kim Hana")
    return scene.page


def complaints(page: Page) -> Locator:
    """What is said at fields."""
    return page.locator(".field__error")


def nothing_is_wrong(screen: Screen) -> None:
    expect(complaints(screen.page)).to_have_count(0)
    expect(screen.alert).to_have_count(0)
    expect(screen.main.locator("[aria-invalid]")).to_have_count(0)


def at(scene: Scene, screen: Screen, stage: str) -> None:
    scene.stage("Kim Hana", stage)
    screen.open()


def test_each_entry_takes_back_its_own_complaint(scene: Scene, window: Page) -> None:
    issuing = IssuingPage(window)
    at(scene, issuing, "identified")
    window.get_by_role("button", name="인증서 발급", exact=True).click()
    expect(issuing.problems).to_have_count(3)
    issuing.field(Field.NEW_PASSWORD).fill(NEW)
    expect(issuing.problems).to_have_count(2)
    expect(issuing.field(Field.NEW_PASSWORD)).not_to_have_attribute("aria-invalid", "true")
    window.get_by_role("radio", name="이동식디스크", exact=True).check()
    expect(issuing.problems).to_have_count(1)
    window.get_by_role("button", name="기존 인증서 선택", exact=True).click()
    expect(issuing.problems).to_have_count(1)
    choose(CertificateDialog(window))
    nothing_is_wrong(issuing)


def choose(dialog: CertificateDialog) -> None:
    dialog.look_into("하드디스크")
    dialog.certificate("김하나", "2026-03-30").check()
    dialog.enter_password(PASSWORD)
    expect(dialog.dialog).to_be_hidden()


def test_that_two_passwords_differ_is_taken_back_at_either(scene: Scene, window: Page) -> None:
    issuing = IssuingPage(window)
    at(scene, issuing, "identified")
    for correct in (Field.NEW_PASSWORD, Field.NEW_PASSWORD_AGAIN):
        issuing.field(Field.NEW_PASSWORD).fill(NEW)
        issuing.field(Field.NEW_PASSWORD_AGAIN).fill("other")
        window.get_by_role("button", name="인증서 발급", exact=True).click()
        expect(complaints(window).filter(has_text="서로 다릅니다")).to_have_count(1)
        issuing.field(correct).fill("either")
        expect(complaints(window).filter(has_text="서로 다릅니다")).to_have_count(0)


def test_what_the_bank_refused_is_taken_back_as_well(scene: Scene, window: Page) -> None:
    application = ApplicationPage(window)
    at(scene, application, "applied")
    application.hand_in({Field.NAME: "김한나", Field.PHONE: "010-0000-0099"})
    expect(application.problems).to_have_count(2)
    application.field(Field.PHONE).fill("010-0000-0001")
    expect(application.problems).to_have_count(1)
    application.field(Field.NAME).fill("김하나")
    nothing_is_wrong(application)


def test_the_keypad_corrects_as_the_keyboard_does(scene: Scene, window: Page) -> None:
    identity = IdentityPage(window)
    at(scene, identity, "applied")
    identity.send("본인 확인")
    expect(complaints(window)).to_have_count(4)
    hands.WITHOUT_MOUSE.add(window.context)  # which the keypad does not need
    identity.press_account_password("1")
    expect(complaints(window)).to_have_count(3)
    identity.ask_for_code()
    expect(complaints(window)).to_have_count(2)  # of the card: a code is on its way


def test_a_card_refused_as_a_whole_is_corrected_at_either_number(scene: Scene, window: Page) -> None:
    identity = IdentityPage(window)
    at(scene, identity, "applied")
    identity.ask_for_code()
    expect(identity.time_left).to_be_visible()
    wrong = {Field.ACCOUNT_PASSWORD: "1357", Field.SMS_CODE: scene.world.sms_code()}
    identity.hand_in({**wrong, Field.CARD_FIRST: "00", Field.CARD_SECOND: "00"})
    expect(complaints(window)).to_have_count(1)
    identity.field(Field.CARD_SECOND).fill("1")
    nothing_is_wrong(identity)


def test_agreeing_to_all_agrees_to_each(scene: Scene, window: Page) -> None:
    terms = TermsPage(window)
    at(scene, terms, "signed in")
    terms.send("다음")
    expect(complaints(window)).to_have_count(2)
    window.get_by_role("checkbox", name="모두 동의", exact=True).check()
    nothing_is_wrong(terms)
    expect(window.get_by_role("checkbox", checked=True)).to_have_count(3)


def test_a_transfer_is_corrected(scene: Scene, window: Page) -> None:
    form = TransferPage(window)
    at(scene, form, "signed in")
    wrong = (Field.RECEIVER, Field.AMOUNT, Field.ACCOUNT_PASSWORD, Field.CARD_FIRST, Field.CARD_SECOND)
    form.hand_in(dict.fromkeys(wrong, ""))
    expect(complaints(window)).to_have_count(5)
    form.fill_in(dict.fromkeys(wrong, "1"))
    nothing_is_wrong(form)


def test_a_file_that_is_chosen_corrects_that_none_was(window: Page) -> None:
    importing = ImportPage(window)
    importing.open()
    window.get_by_role("button", name="가져오기", exact=True).click()
    expect(importing.problems).to_have_count(4)
    importing.field(Field.FILE).set_input_files({"name": "a.pfx", "mimeType": "", "buffer": b"0"})
    expect(importing.problems).to_have_count(3)


def test_the_dialog_names_all_that_is_missing_until_something_is_entered(window: Page) -> None:
    SignInPage(window).open()
    window.get_by_role("button", name="공동인증서 로그인").click()
    dialog = CertificateDialog(window)
    dialog.look_into("하드디스크")
    expect(dialog.certificates).not_to_have_count(0)
    dialog.enter_password("")
    expect(dialog.alert).to_have_text("인증서를 선택해 주세요. 인증서 비밀번호를 입력해 주세요.")
    dialog.certificate("김하나", "2026-03-30").check()
    expect(dialog.alert).to_have_count(0)
    dialog.enter_password("wrong")
    expect(dialog.alert).to_contain_text("(1/3)")
    dialog.dialog.get_by_label("인증서 비밀번호", exact=True).fill("x")
    expect(dialog.alert).to_have_count(0)
    expect(dialog.dialog.locator("[aria-invalid]")).to_have_count(0)
