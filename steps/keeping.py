"""Keeping certificates: copies, files, passwords, other devices; and what the bank says about it.

인증서 보관: 복사, 파일, 비밀번호, 다른 기기. 그리고 은행의 안내.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from playwright.sync_api import expect

from harness.failure.mismatch import require_same
from harness.language.vocabulary import then, when
from harness.play.download import content
from harness.play.scene import Scene
from pages.fields import Field
from pages.keeping import (
    CopyPage,
    DeletionPage,
    ExportPage,
    FromPcPage,
    ImportPage,
    KeepingScreen,
    PasswordPage,
    ToPhonePage,
)
from pages.labels import Place
from pages.network import NetworkWarningPage
from pages.screen import Screen
from pages.shared_place import SharedPlaceQuestion
from steps.entries import Entries, entered
from steps.foreign_files import as_older_programs_write
from steps.possessions import (
    FILE_PASSWORD,
    NEW_PASSWORD,
    certificate_of,
    choose_certificate,
    named,
    password_of,
)

AnyScreen = TypeVar("AnyScreen", bound=KeepingScreen)
BACKUP = "인증서를 백업해 주세요"


@when(en="the customer turns to the {device}", ko="고객이 {device}에서 접속한다")
def turn_to_device(scene: Scene, device: str) -> None:
    """In a browser in which nobody is signed in, at the home page.

    로그인하지 않은 브라우저에서 홈 화면부터 시작한다.
    """
    scene.page = scene.new_context(device).new_page()
    scene.page.goto(f"/?device={device}")


def _chosen(scene: Scene, screen: AnyScreen, certificate: int) -> AnyScreen:
    """The screen, opened, with the certificate chosen there."""
    chosen = certificate_of(scene, certificate)
    screen.open()
    choose_certificate(scene, screen.open_dialog(), chosen, password_of(scene, chosen))
    expect(screen.chosen).to_contain_text(f"선택한 인증서: {named(chosen)}")
    return screen


def _see_what_comes(scene: Scene, screen: KeepingScreen) -> None:
    """Wait for what the device answers: it is done, it is refused, or there is a question."""
    question = SharedPlaceQuestion(scene.page).dialog
    done = screen.status.filter(has_text=screen.done)
    expect(done.or_(screen.alert).or_(question)).to_be_visible()


@when(en="the customer copies {certificate} to the {place}", ko="고객이 {certificate}를 {place}에 복사한다")
def copy(scene: Scene, certificate: int, place: Place) -> None:
    screen = _chosen(scene, CopyPage(scene.page), certificate)
    screen.act({Field.PLACE: place.value})
    _see_what_comes(scene, screen)


@when(en="the customer deletes {certificate}", ko="고객이 {certificate}를 삭제한다")
def delete(scene: Scene, certificate: int) -> None:
    screen = _chosen(scene, DeletionPage(scene.page), certificate)
    screen.understand()
    screen.act({})
    _see_what_comes(scene, screen)


@when(
    en="the customer gives {certificate} the new password",
    ko="고객이 {certificate}의 비밀번호를 새 비밀번호로 바꾼다",
)
def change_password(scene: Scene, entries: Entries, certificate: int) -> None:
    screen = _chosen(scene, PasswordPage(scene.page), certificate)
    screen.act(entered(entries, {Field.NEW_PASSWORD: NEW_PASSWORD, Field.NEW_PASSWORD_AGAIN: NEW_PASSWORD}))
    _see_what_comes(scene, screen)


@when(
    en="the customer exports {certificate}",
    ko="고객이 {certificate}를 파일로 내보낸다",
    target_fixture="exported_file",
)
def export(scene: Scene, certificate: int) -> bytes:
    scene.needs("files-made-by-pages")
    screen = _chosen(scene, ExportPage(scene.page), certificate)
    file = screen.export({Field.FILE_PASSWORD: FILE_PASSWORD, Field.FILE_PASSWORD_AGAIN: FILE_PASSWORD})
    _see_what_comes(scene, screen)
    return content(file)


@when(en="the customer imports the exported file", ko="고객이 내보낸 파일을 가져온다")
def import_exported(scene: Scene, entries: Entries, exported_file: bytes) -> None:
    """With the file password; the imported certificate gets the new password.

    파일 비밀번호를 입력한다. 가져온 인증서의 비밀번호는 새 비밀번호가 된다.
    """
    _import(scene, entries, exported_file)


@when(
    en="the customer imports the exported file as an older program writes it",
    ko="고객이 내보낸 파일을 예전 프로그램의 형식으로 바꿔 가져온다",
)
def import_rewritten(scene: Scene, entries: Entries, exported_file: bytes) -> None:
    _import(scene, entries, as_older_programs_write(exported_file, FILE_PASSWORD))


@when(en="the customer imports {file:foreign_file}", ko="고객이 {file:foreign_file} 파일을 가져온다")
def import_foreign(scene: Scene, entries: Entries, file: Callable[[str], bytes]) -> None:
    _import(scene, entries, file(FILE_PASSWORD))


def _import(scene: Scene, entries: Entries, content: bytes) -> None:
    right = {
        Field.FILE_PASSWORD: FILE_PASSWORD,
        Field.NEW_PASSWORD: NEW_PASSWORD,
        Field.NEW_PASSWORD_AGAIN: NEW_PASSWORD,
        Field.PLACE: Place.HARD_DISK.value,
    }
    screen = ImportPage(scene.page)
    screen.open()
    screen.choose_file("certificate.pfx", content)
    screen.act(entered(entries, right))
    _see_what_comes(scene, screen)


@when(
    en="the customer exports {certificate} to the phone",
    ko="고객이 {certificate}를 휴대폰으로 내보낸다",
    target_fixture="relay_number",
)
def export_to_phone(scene: Scene, certificate: int) -> str:
    """The screen shows a relay number, which the phone takes.

    화면에 나오는 승인번호를 휴대폰에 입력한다.
    """
    screen = _chosen(scene, ToPhonePage(scene.page), certificate)
    screen.act({})
    expect(screen.status.filter(has_text=screen.done)).to_be_visible()
    return screen.number()


@when(en="the customer imports the certificate by its relay number", ko="고객이 승인번호로 인증서를 가져온다")
def import_from_pc(scene: Scene, entries: Entries, relay_number: str) -> None:
    """With the certificate's password, onto the hard disk of the device at which the customer is. Needs
    `the customer exports … to the phone` before it.

    인증서 비밀번호를 입력하고, 고객이 쓰는 기기의 하드디스크에 저장한다.
    앞에 `고객이 …를 휴대폰으로 내보낸다`가 있어야 한다.
    """
    screen = FromPcPage(scene.page)
    screen.open()
    number = entered(entries, {Field.RELAY_NUMBER: relay_number})
    password = scene.customer.certificates[0].password
    screen.act({**number, Field.CERTIFICATE_PASSWORD: password, Field.PLACE: Place.HARD_DISK.value})
    _see_what_comes(scene, screen)


@then(en="the device says that it is done", ko="처리를 마쳤다고 나온다")
def is_done(scene: Scene) -> None:
    expect(Screen(scene.page).status).to_be_visible()
    expect(Screen(scene.page).alert).to_have_count(0)


@then(
    en="the exported file holds {certificate} and its key, encrypted",
    ko="내보낸 파일에 {certificate}와 개인키가 암호화되어 들어 있다",
)
def file_holds(scene: Scene, exported_file: bytes, certificate: int) -> None:
    with pytest.raises(ValueError, match="password"):
        load_pkcs12(exported_file, None)
    held = load_pkcs12(exported_file, FILE_PASSWORD.encode())
    assert held.cert, "the exported file holds no certificate"
    assert held.key, "the exported file holds no key"
    serial = str(held.cert.certificate.serial_number)
    assert serial == certificate_of(scene, certificate).serial, "the exported file holds another certificate"
    assert held.key.public_key() == held.cert.certificate.public_key(), "the key is not the certificate's"


@then(en="nothing is stored on the {device}", ko="{device}에 아무것도 저장되지 않는다")
def nothing_stored(scene: Scene, device: str) -> None:
    stored = [file.path for file in scene.world.store() if file.device == device]
    require_same(stored, [], en="files there: {}", ko="거기에 있는 파일: {}")


@then(en="the customer is asked whether to store on a shared computer", ko="공용 컴퓨터에 저장할지 묻는다")
def asked_about_shared_place(scene: Scene) -> None:
    expect(SharedPlaceQuestion(scene.page).dialog).to_be_visible()


@when(en="the customer stores it there all the same", ko="고객이 그래도 공용 컴퓨터에 저장한다")
def store_all_the_same(scene: Scene) -> None:
    _answer(scene, SharedPlaceQuestion.store_all_the_same)


@when(en="the customer rather chooses another place", ko="고객이 다른 위치를 고르기로 한다")
def choose_another_place(scene: Scene) -> None:
    _answer(scene, SharedPlaceQuestion.choose_another_place)


def _answer(scene: Scene, answer: Callable[[SharedPlaceQuestion], None]) -> None:
    question = SharedPlaceQuestion(scene.page)
    answer(question)
    expect(question.dialog).to_be_hidden()


@then(en="the site asks for a backup", ko="인증서를 백업하라는 알림이 나온다")
def asks_for_backup(scene: Scene) -> None:
    reminder = Screen(scene.page).status.filter(has_text=BACKUP)
    expect(reminder.get_by_role("link", name="인증서 내보내기", exact=True)).to_be_visible()


@then(en="the site does not ask for a backup", ko="인증서를 백업하라는 알림이 나오지 않는다")
def does_not_ask_for_backup(scene: Scene) -> None:
    expect(Screen(scene.page).main).not_to_contain_text(BACKUP)


@then(en="the customer is warned of the public network", ko="공용 네트워크라는 경고가 나온다")
def warned_of_network(scene: Scene) -> None:
    warning = NetworkWarningPage(scene.page)
    expect(warning.title).to_be_visible()
    expect(warning.main).to_have_attribute("data-error-code", "NETWORK-PUBLIC")


@then(en="the warning names {screen} as one that warns", ko="미리 알려 주는 화면으로 {screen} 화면이 나온다")
def warning_names(scene: Scene, screen: type[Screen]) -> None:
    expect(NetworkWarningPage(scene.page).named(screen)).to_be_visible()


@when(en="the customer goes on knowingly", ko="고객이 경고를 보고도 계속한다")
def go_on_knowingly(scene: Scene) -> None:
    NetworkWarningPage(scene.page).go_on()


@when(en="the customer stops there", ko="고객이 경고를 보고 그만둔다")
def stop_there(scene: Scene) -> None:
    NetworkWarningPage(scene.page).stop()


@then(en="the page shows no certificate", ko="화면에 인증서가 나오지 않는다")
def shows_no_certificate(scene: Scene) -> None:
    main = Screen(scene.page).main
    expect(main).to_be_visible()
    for certificate in scene.world.certificates():
        expect(main).not_to_contain_text(certificate.serial)
