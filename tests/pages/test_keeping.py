"""Certificates kept, exported and imported in a browser: what features/keep.feature does not tell."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Page, Request, expect

from harness.play.scene import Scene
from harness.play.world import StoredFile
from pages.certificate_dialog import CertificateDialog
from pages.fields import Field
from pages.hands import tab_to
from pages.keeping import CopyPage, DeletionPage, ExportPage, ImportPage, KeepingScreen, PasswordPage
from pages.shared_place import SharedPlaceQuestion
from steps.foreign_files import FOREIGN_FILES
from tests.pages.keyboard import choose_certificate, press, write

PASSWORD, NEW_PASSWORD, FILE_PASSWORD = "Haneul!2580", "Saebom#7139", "Gureum%6420"
HOLDER, LAST_DAY = "김하나", "2026-03-30"
FILE_ENTRIES = {Field.FILE_PASSWORD: FILE_PASSWORD, Field.FILE_PASSWORD_AGAIN: FILE_PASSWORD}
NEW_ENTRIES = {Field.NEW_PASSWORD: NEW_PASSWORD, Field.NEW_PASSWORD_AGAIN: NEW_PASSWORD}

AnyScreen = TypeVar("AnyScreen", bound=KeepingScreen)


@pytest.fixture(autouse=True)
def kim(scene: Scene, browser_name: str) -> None:
    """Kim Hana, whose one certificate lies on the hard disc."""
    scene.person("Kim Hana")


def opened(page: Page, screen: type[AnyScreen]) -> AnyScreen:
    there = screen(page)
    there.open()
    return there


def chosen(page: Page, screen: type[AnyScreen]) -> AnyScreen:
    """The screen, with Kim Hana's certificate chosen."""
    there = opened(page, screen)
    choose_in(there.open_dialog())
    expect(there.chosen).to_contain_text(f"{HOLDER} {LAST_DAY} (하드디스크)")
    return there


def choose_in(dialog: CertificateDialog) -> None:
    dialog.look_into("하드디스크")
    dialog.certificate(HOLDER, LAST_DAY).check()
    dialog.enter_password(PASSWORD)


def import_file(page: Page, file: bytes | Path, password: str = FILE_PASSWORD) -> ImportPage:
    """Try to import it to the phone."""
    screen = opened(page, ImportPage)
    if isinstance(file, Path):
        screen.field(Field.FILE).set_input_files(file)
        file.unlink()
    else:
        screen.choose_file("kim.pfx", file)
    screen.act({Field.FILE_PASSWORD: password, **NEW_ENTRIES, Field.PLACE: "휴대폰"})
    return screen


def places(scene: Scene) -> set[tuple[str | None, str]]:
    """Where something lies: the device (None: what is carried along) and the place there."""
    return {(file.device, file.place) for file in scene.world.store()}


def at_rest(scene: Scene) -> dict[StoredFile, bytes]:
    """All that lies on the devices, byte by byte."""
    return {file: scene.world.read(file.path) for file in scene.world.store()}


# Backups


def test_an_export_by_keyboard_alone_says_where_it_went_and_that_the_bank_heard(scene: Scene) -> None:
    page = scene.page
    screen = opened(page, ExportPage)
    press(screen.field(Field.CERTIFICATE), "Enter")
    choose_certificate(page, "하드디스크", PASSWORD)
    expect(screen.chosen).to_be_visible()
    write(screen.field(Field.FILE_PASSWORD), FILE_PASSWORD)
    write(screen.field(Field.FILE_PASSWORD_AGAIN), FILE_PASSWORD)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "김하나_20260330.pfx"
    expect(screen.status).to_be_focused()
    expect(screen.fact("파일 이름")).to_have_text("김하나_20260330.pfx")
    expect(screen.fact("은행 기록")).to_have_text("백업한 날짜를 기록했습니다.")


def test_an_export_counts_although_the_bank_does_not_hear_of_it(scene: Scene) -> None:
    scene.page.route("**/certificates/exported", lambda route: route.abort())
    screen = chosen(scene.page, ExportPage)
    screen.export(FILE_ENTRIES)
    expect(screen.status).to_contain_text(screen.done)
    expect(screen.fact("은행 기록")).to_contain_text("기록하지 못했습니다")


def test_a_double_click_exports_once(scene: Scene) -> None:
    screen = chosen(scene.page, ExportPage)
    screen.fill_in(FILE_ENTRIES)
    asked: list[Request] = []
    scene.page.on("request", lambda request: asked.append(request) if "/exports" in request.url else None)
    screen.main.get_by_role("button", name="내보내기", exact=True).dblclick()
    expect(screen.status).to_contain_text(screen.done)
    assert [request.method for request in asked if request.method != "OPTIONS"] == ["POST"]


@pytest.mark.parametrize(
    ("file", "password", "code", "field"),
    [
        ("no-certificate", FILE_PASSWORD, "broken-file", Field.FILE),
        ("another-authority", "Nobody@1597", "wrong-file-password", Field.FILE_PASSWORD),
    ],
)
def test_what_cannot_be_imported_is_refused_at_its_field(
    scene: Scene, file: str, password: str, code: str, field: Field
) -> None:
    before = at_rest(scene)
    screen = import_file(scene.page, FOREIGN_FILES[file](FILE_PASSWORD), password)
    expect(screen.alert).to_have_attribute("data-error-code", code)
    expect(screen.field(field)).to_be_focused()
    expect(screen.field(field)).to_have_attribute("aria-invalid", "true")
    expect(screen.problems).to_have_count(1)
    expect(screen.centre_link).to_be_visible()
    assert at_rest(scene) == before


def test_a_file_that_has_gone_meanwhile_is_refused(scene: Scene, tmp_path: Path) -> None:
    (file := tmp_path / "kim.pfx").write_bytes(b"a file")
    expect(import_file(scene.page, file).problems).to_contain_text("파일을 읽지 못했습니다")


def test_a_file_that_is_too_large_for_a_certificate_is_not_even_read(scene: Scene) -> None:
    expect(import_file(scene.page, b"\0" * 65 * 1024).problems).to_contain_text("너무 큽니다")


# Copies, passwords, deletion


def test_a_copy_that_found_no_room_can_be_tried_again(scene: Scene) -> None:
    scene.fault("device.store", "full")
    screen = chosen(scene.page, CopyPage)
    screen.act({Field.PLACE: "휴대폰"})
    expect(screen.alert).to_have_attribute("data-error-code", "store-full")
    expect(screen.centre_link).to_be_visible()
    assert places(scene) == {("computer", "hard-disk")}
    screen.alert.get_by_role("button", name="다시 시도", exact=True).click()
    expect(screen.status).to_contain_text(screen.done)
    assert (None, "phone") in places(scene)


def test_a_password_that_was_changed_elsewhere_meanwhile_has_to_be_entered_anew(scene: Scene) -> None:
    late = chosen(scene.page, PasswordPage)
    first = chosen(scene.page.context.new_page(), PasswordPage)
    first.act(NEW_ENTRIES)
    expect(first.status).to_contain_text(first.done)
    expect(first.field(Field.NEW_PASSWORD)).to_have_value("")
    expect(first.chosen).to_have_count(0)
    late.act(NEW_ENTRIES)
    expect(late.alert).to_have_attribute("data-error-code", "wrong-password")
    expect(late.field(Field.CERTIFICATE)).to_be_focused()


@pytest.mark.parametrize(
    ("screen", "complaints"),
    [
        (CopyPage, ["인증서:", "복사할 위치:"]),
        (ExportPage, ["인증서:", "파일 비밀번호:"]),
        (ImportPage, ["인증서 파일:", "파일 비밀번호:", "새 인증서 비밀번호:", "저장 위치:"]),
        (PasswordPage, ["인증서:", "새 인증서 비밀번호:"]),
        (DeletionPage, ["인증서:", "삭제 확인:"]),
    ],
)
def test_what_is_missing_is_said_at_each_field_and_nothing_is_done(
    scene: Scene, screen: type[KeepingScreen], complaints: list[str]
) -> None:
    before = at_rest(scene)
    page = opened(scene.page, screen)
    page.act({})
    for complaint, link in zip(complaints, page.problems.all(), strict=True):
        expect(link).to_contain_text(complaint)
    expect(page.main.locator("[id$=-error]")).to_have_count(len(complaints))
    assert at_rest(scene) == before


def test_a_new_password_keeps_the_rule_and_is_typed_twice_alike(scene: Scene) -> None:
    screen = chosen(scene.page, ExportPage)
    screen.act({Field.FILE_PASSWORD: "short1!", Field.FILE_PASSWORD_AGAIN: "shorter1!"})
    expect(screen.problems).to_have_text("파일 비밀번호 확인: 두 비밀번호가 서로 다릅니다.")
    screen.act({Field.FILE_PASSWORD: "short1!", Field.FILE_PASSWORD_AGAIN: "short1!"})
    expect(screen.problems).to_have_text("파일 비밀번호: 비밀번호는 10자 이상이어야 합니다.")
    expect(screen.field(Field.FILE_PASSWORD)).to_be_focused()


def test_a_device_that_is_silent_is_told_of_and_asked_once_more(scene: Scene) -> None:
    screen = chosen(scene.page, DeletionPage)
    screen.understand()
    scene.page.route("**/deletions", lambda route: route.abort(), times=1)
    screen.act({})
    expect(screen.alert).to_have_attribute("data-error-code", "DEVICE-NO-ANSWER")
    expect(screen.centre_link).to_be_visible()
    screen.act({})
    expect(screen.status).to_contain_text(screen.done)
    expect(screen.field(Field.UNDERSTOOD)).not_to_be_checked()
    assert places(scene) == set()


def test_passwords_and_files_go_to_the_device_alone(scene: Scene, tmp_path: Path) -> None:
    sent: list[str] = []
    bank = scene.world.bank_url

    def record(request: Request) -> None:
        if request.url.startswith(bank):
            sent.append(f"{request.url} {request.post_data}")

    scene.page.on("request", record)
    chosen(scene.page, ExportPage).export(FILE_ENTRIES).save_as(at := tmp_path / "kim.pfx")
    screen = import_file(scene.page, file := at.read_bytes())
    expect(screen.status).to_contain_text(screen.done)

    assert any("/certificates/exported" in request for request in sent)
    for secret in (PASSWORD, NEW_PASSWORD, FILE_PASSWORD, b64encode(file).decode()):
        assert not any(secret in request for request in sent)


# A computer that others use as well


@pytest.mark.parametrize("escape", [True, False])
def test_who_would_rather_choose_another_place_is_led_there(scene: Scene, escape: bool) -> None:
    scene.surroundings(shared_devices=["computer"])
    screen = chosen(scene.page, CopyPage)
    screen.act({Field.PLACE: "브라우저"})
    question = SharedPlaceQuestion(scene.page)
    expect(question.dialog).to_be_visible()
    if escape:
        scene.page.keyboard.press("Escape")
    else:
        question.choose_another_place()
    expect(screen.field(Field.PLACE).get_by_role("radio", name="브라우저")).to_be_focused()
    expect(screen.alert).to_have_count(0)
    assert places(scene) == {("computer", "hard-disk")}

    screen.act({Field.PLACE: "휴대폰"})
    expect(screen.status).to_contain_text(screen.done)
    assert places(scene) == {("computer", "hard-disk"), (None, "phone")}


def test_a_copy_to_a_shared_computer_by_keyboard_alone(scene: Scene) -> None:
    scene.surroundings(shared_devices=["computer"])
    page = scene.page
    screen = opened(page, CopyPage)
    press(screen.field(Field.CERTIFICATE), "Enter")
    choose_certificate(page, "하드디스크", PASSWORD)
    expect(screen.chosen).to_be_visible()
    expect(screen.field(Field.CERTIFICATE)).to_be_focused()
    tab_to(screen.field(Field.PLACE).get_by_role("radio", name="브라우저"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    question = SharedPlaceQuestion(page)
    expect(question.dialog.get_by_role("button", name="다른 위치 선택")).to_be_focused()
    press(question.dialog.get_by_role("button", name="그래도 저장"), "Enter")
    expect(screen.status).to_be_focused()
    expect(screen.status).to_contain_text(screen.done)
    assert places(scene) == {("computer", "hard-disk"), ("computer", "browser")}
