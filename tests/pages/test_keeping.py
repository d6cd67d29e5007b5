"""Copy, export, import, a new password and deletion, as a customer has the device do them in a browser."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from playwright.sync_api import Page, Request, expect

from harness.play.scene import Scene
from harness.play.world import StoredFile
from mock_bank.ca.keys import make_key
from pages.certificate_dialog import CertificateDialog
from pages.fields import Field
from pages.hands import tab_to
from pages.issuing import IssuingPage
from pages.keeping import CopyPage, DeletionPage, ExportPage, ImportPage, KeepingScreen, PasswordPage
from pages.network import NetworkWarningPage
from pages.shared_place import SharedPlaceQuestion
from pages.sign_in import SignInPage
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


def choose_in(dialog: CertificateDialog, place: str = "하드디스크", password: str = PASSWORD) -> None:
    dialog.look_into(place)
    dialog.certificate(HOLDER, LAST_DAY).check()
    dialog.enter_password(password)


def chosen(page: Page, screen: type[AnyScreen], place: str = "하드디스크") -> AnyScreen:
    """The screen, with Kim Hana's certificate chosen."""
    there = opened(page, screen)
    choose_in(there.open_dialog(), place)
    expect(there.chosen).to_contain_text(f"{HOLDER} {LAST_DAY} ({place})")
    return there


def exported(page: Page, at: Path) -> bytes:
    """The content of an exported file, which lies `at` afterwards."""
    screen = chosen(page, ExportPage)
    screen.export(FILE_ENTRIES).save_as(at)
    expect(screen.status).to_contain_text(screen.done)
    return at.read_bytes()


def places(scene: Scene) -> set[tuple[str | None, str]]:
    """Where something lies: the device (None: what is carried along) and the place there."""
    return {(file.device, file.place) for file in scene.world.store()}


def at_rest(scene: Scene) -> dict[StoredFile, bytes]:
    """All that lies on the devices, byte by byte."""
    return {file: scene.world.read(file.path) for file in scene.world.store()}


def openssl(*arguments: str, password: str = FILE_PASSWORD) -> subprocess.CompletedProcess[bytes]:
    """Its output stays bytes: it writes Korean names in no encoding that there is."""
    command = ["openssl", *arguments, "-passin", f"pass:{password}"]
    return subprocess.run(command, capture_output=True, check=False)


# Backups


def test_openssl_opens_an_exported_file(scene: Scene, tmp_path: Path) -> None:
    screen = chosen(scene.page, ExportPage)
    download = screen.export(FILE_ENTRIES)
    assert download.suggested_filename == "김하나_20260330.pfx"
    expect(screen.status).to_be_focused()
    expect(screen.fact("파일 이름")).to_have_text("김하나_20260330.pfx")
    expect(screen.fact("은행 기록")).to_have_text("백업한 날짜를 기록했습니다.")

    download.save_as(file := tmp_path / "kim.pfx")
    shown = openssl("pkcs12", "-in", str(file), "-noenc")
    assert shown.returncode == 0, shown.stderr
    assert b"BEGIN PRIVATE KEY" in shown.stdout
    (issued,) = scene.world.certificates()
    certificate = x509.load_pem_x509_certificate(shown.stdout)
    assert str(certificate.serial_number) == issued.serial
    assert openssl("pkcs12", "-in", str(file), "-noenc", password=PASSWORD).returncode != 0


def test_the_bank_hears_of_an_export(scene: Scene, tmp_path: Path) -> None:
    exported(scene.page, tmp_path / "kim.pfx")
    (issued,) = scene.world.certificates()
    heard = [event.detail for event in scene.world.audit() if event.event == "certificate exported"]
    assert heard == [{"serial": issued.serial}]


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


def test_what_was_exported_signs_in_on_another_device(scene: Scene, tmp_path: Path) -> None:
    file = exported(scene.page, tmp_path / "kim.pfx")
    there = scene.new_context().new_page()
    there.goto("/certificates/import?device=laptop")
    screen = ImportPage(there)
    screen.choose_file("kim.pfx", file)
    screen.choose_place("브라우저")
    screen.act({Field.FILE_PASSWORD: FILE_PASSWORD, **NEW_ENTRIES})
    expect(screen.status).to_contain_text(screen.done)
    assert [screen.fact(name).inner_text() for name in ("소유자", "만료일", "저장 위치")] == [
        HOLDER,
        LAST_DAY,
        "브라우저",
    ]
    assert places(scene) == {("computer", "hard-disk"), ("laptop", "browser")}

    sign_in = SignInPage(there)
    sign_in.open()
    there.get_by_role("button", name="공동인증서 로그인").click()
    choose_in(CertificateDialog(there), "브라우저", NEW_PASSWORD)
    expect(sign_in.signed_in_as(HOLDER)).to_be_visible()


def as_it_is(file: bytes) -> bytes:
    return file


def no_such_file(_: bytes) -> bytes:
    return b"no certificate at all"


def first_half(file: bytes) -> bytes:
    return file[: len(file) // 2]


def of_another_authority(_: bytes) -> bytes:
    key = make_key()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "somebody")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    dated = builder.not_valid_before(datetime(2026, 1, 1)).not_valid_after(datetime(2027, 1, 1))
    encryption = BestAvailableEncryption(FILE_PASSWORD.encode())
    return serialize_key_and_certificates(b"somebody", key, dated.sign(key, SHA256()), None, encryption)


@pytest.mark.parametrize(
    ("become", "password", "code", "field"),
    [
        (no_such_file, FILE_PASSWORD, "broken-file", Field.FILE),
        (first_half, FILE_PASSWORD, "broken-file", Field.FILE),
        (of_another_authority, FILE_PASSWORD, "foreign-certificate", Field.FILE),
        (as_it_is, "Nobody@1597", "wrong-file-password", Field.FILE_PASSWORD),
    ],
)
def test_what_cannot_be_imported_is_refused_at_its_field(
    scene: Scene, tmp_path: Path, become: Callable[[bytes], bytes], password: str, code: str, field: Field
) -> None:
    file = become(exported(scene.page, tmp_path / "kim.pfx"))
    before = at_rest(scene)
    screen = opened(scene.page, ImportPage)
    screen.choose_file("kim.pfx", file)
    screen.choose_place("휴대폰")
    screen.act({Field.FILE_PASSWORD: password, **NEW_ENTRIES})
    expect(screen.alert).to_have_attribute("data-error-code", code)
    expect(screen.field(field)).to_be_focused()
    expect(screen.field(field)).to_have_attribute("aria-invalid", "true")
    expect(screen.problems).to_have_count(1)
    expect(screen.centre_link).to_be_visible()
    assert at_rest(scene) == before


def test_a_file_that_has_gone_meanwhile_is_refused(scene: Scene, tmp_path: Path) -> None:
    exported(scene.page, file := tmp_path / "kim.pfx")
    screen = opened(scene.page, ImportPage)
    screen.field(Field.FILE).set_input_files(file)
    screen.choose_place("휴대폰")
    file.unlink()
    screen.act({Field.FILE_PASSWORD: FILE_PASSWORD, **NEW_ENTRIES})
    expect(screen.problems).to_contain_text("파일을 읽지 못했습니다")


def test_a_file_that_is_too_large_for_a_certificate_is_not_even_read(scene: Scene) -> None:
    screen = opened(scene.page, ImportPage)
    screen.choose_file("film.pfx", b"\0" * 65 * 1024)
    screen.choose_place("휴대폰")
    screen.act({Field.FILE_PASSWORD: FILE_PASSWORD, **NEW_ENTRIES})
    expect(screen.problems).to_contain_text("너무 큽니다")


# Copies, passwords, deletion


def test_a_copy_is_the_same_certificate_in_another_place(scene: Scene) -> None:
    screen = chosen(scene.page, CopyPage)
    screen.choose_place("이동식디스크")
    screen.act({})
    expect(screen.status).to_contain_text(screen.done)
    expect(screen.fact("저장 위치")).to_have_text("이동식디스크")
    assert places(scene) == {("computer", "hard-disk"), (None, "removable-disk")}
    choose_in(screen.open_dialog(), "이동식디스크")
    expect(screen.chosen).to_contain_text(LAST_DAY)


def test_a_copy_goes_to_another_place(scene: Scene) -> None:
    before = at_rest(scene)
    screen = chosen(scene.page, CopyPage)
    screen.choose_place("하드디스크")
    screen.act({})
    expect(screen.alert).to_have_attribute("data-error-code", "same-place")
    expect(screen.problems).to_contain_text("복사할 위치")
    expect(screen.centre_link).to_be_visible()
    assert at_rest(scene) == before


def test_a_copy_that_found_no_room_can_be_tried_again(scene: Scene) -> None:
    scene.fault("device.store", "full")
    screen = chosen(scene.page, CopyPage)
    screen.choose_place("휴대폰")
    screen.act({})
    expect(screen.alert).to_have_attribute("data-error-code", "store-full")
    expect(screen.centre_link).to_be_visible()
    assert places(scene) == {("computer", "hard-disk")}
    screen.alert.get_by_role("button", name="다시 시도", exact=True).click()
    expect(screen.status).to_contain_text(screen.done)
    assert (None, "phone") in places(scene)


def test_only_the_new_password_opens_the_certificate(scene: Scene) -> None:
    screen = chosen(scene.page, PasswordPage)
    screen.act(NEW_ENTRIES)
    expect(screen.status).to_contain_text(screen.done)
    expect(screen.field(Field.NEW_PASSWORD)).to_have_value("")
    expect(screen.chosen).to_have_count(0)

    dialog = screen.open_dialog()
    choose_in(dialog)
    expect(dialog.alert).to_contain_text("인증서 비밀번호가 맞지 않습니다. (1/3)")
    dialog.enter_password(NEW_PASSWORD)
    expect(screen.chosen).to_be_visible()


def test_a_password_that_was_changed_elsewhere_meanwhile_has_to_be_entered_anew(scene: Scene) -> None:
    late = chosen(scene.page, PasswordPage)
    first = chosen(scene.page.context.new_page(), PasswordPage)
    first.act(NEW_ENTRIES)
    expect(first.status).to_contain_text(first.done)
    late.act(NEW_ENTRIES)
    expect(late.alert).to_have_attribute("data-error-code", "wrong-password")
    expect(late.field(Field.CERTIFICATE)).to_be_focused()


def test_a_deleted_certificate_is_gone_from_its_place_alone(scene: Scene) -> None:
    copy = chosen(scene.page, CopyPage)
    copy.choose_place("클라우드")
    copy.act({})
    expect(copy.status).to_contain_text(copy.done)

    screen = chosen(scene.page, DeletionPage)
    screen.understand()
    screen.act({})
    expect(screen.status).to_contain_text(screen.done)
    expect(screen.field(Field.UNDERSTOOD)).not_to_be_checked()
    assert places(scene) == {(None, "cloud")}
    dialog = screen.open_dialog()
    dialog.look_into("하드디스크")
    expect(dialog.empty).to_be_visible()


@pytest.mark.parametrize(
    ("screen", "complaints"),
    [
        (CopyPage, ["인증서:", "복사할 위치:"]),
        (ExportPage, ["인증서:", "파일 비밀번호:"]),
        (
            ImportPage,
            ["인증서 파일:", "파일 비밀번호:", "새 인증서 비밀번호:", "저장 위치:"],
        ),
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


def test_a_device_that_is_silent_is_told_of(scene: Scene) -> None:
    screen = chosen(scene.page, DeletionPage)
    screen.understand()
    scene.page.route("**/deletions", lambda route: route.abort())
    screen.act({})
    expect(screen.alert).to_have_attribute("data-error-code", "DEVICE-NO-ANSWER")
    expect(screen.centre_link).to_be_visible()


def test_passwords_and_files_go_to_the_device_alone(scene: Scene, tmp_path: Path) -> None:
    sent: list[str] = []
    bank = scene.world.bank_url

    def record(request: Request) -> None:
        if request.url.startswith(bank):
            sent.append(f"{request.url} {request.post_data}")

    scene.page.on("request", record)
    file = exported(scene.page, tmp_path / "kim.pfx")
    screen = opened(scene.page, ImportPage)
    screen.choose_file("kim.pfx", file)
    screen.choose_place("휴대폰")
    screen.act({Field.FILE_PASSWORD: FILE_PASSWORD, **NEW_ENTRIES})
    expect(screen.status).to_contain_text(screen.done)

    assert any("/certificates/exported" in request for request in sent)
    for secret in (PASSWORD, NEW_PASSWORD, FILE_PASSWORD, b64encode(file).decode()):
        assert not any(secret in request for request in sent)


# A computer that others use as well


def storing_copy(scene: Scene, _: Path) -> KeepingScreen:
    screen = chosen(scene.page, CopyPage)
    screen.choose_place("브라우저")
    screen.act({})
    return screen


def storing_import(scene: Scene, folder: Path) -> KeepingScreen:
    file = exported(scene.page, folder / "kim.pfx")
    screen = opened(scene.page, ImportPage)
    screen.choose_file("kim.pfx", file)
    screen.choose_place("브라우저")
    screen.act({Field.FILE_PASSWORD: FILE_PASSWORD, **NEW_ENTRIES})
    return screen


Storing = Callable[[Scene, Path], KeepingScreen]


@pytest.fixture(params=[storing_copy, storing_import])
def storing(request: pytest.FixtureRequest, scene: Scene) -> Storing:
    scene.surroundings(shared_devices=["computer"])
    doing: Storing = request.param
    return doing


def test_a_shared_computer_stores_only_knowingly(scene: Scene, tmp_path: Path, storing: Storing) -> None:
    screen = storing(scene, tmp_path)
    question = SharedPlaceQuestion(scene.page)
    expect(question.dialog).to_be_visible()
    assert places(scene) == {("computer", "hard-disk")}
    question.store_all_the_same()
    expect(screen.status).to_contain_text(screen.done)
    assert places(scene) == {("computer", "hard-disk"), ("computer", "browser")}


@pytest.mark.parametrize("escape", [True, False])
def test_who_would_rather_choose_another_place_is_led_there(
    scene: Scene, tmp_path: Path, storing: Storing, escape: bool
) -> None:
    screen = storing(scene, tmp_path)
    question = SharedPlaceQuestion(scene.page)
    expect(question.dialog).to_be_visible()
    if escape:
        scene.page.keyboard.press("Escape")
    else:
        question.choose_another_place()
    expect(screen.field(Field.PLACE).get_by_role("radio", name="브라우저")).to_be_focused()
    expect(screen.alert).to_have_count(0)
    assert places(scene) == {("computer", "hard-disk")}

    screen.choose_place("휴대폰")
    screen.act({})
    expect(screen.status).to_contain_text(screen.done)
    assert places(scene) == {("computer", "hard-disk"), (None, "phone")}


def test_a_renewal_on_a_shared_computer_asks_before_the_key_is_made(scene: Scene) -> None:
    scene.surroundings(shared_devices=["computer"])
    scene.stage("Kim Hana", "identified")
    issuing = IssuingPage(scene.page)
    issuing.open()
    choose_in(issuing.open_dialog())
    expect(issuing.chosen).to_be_visible()
    entries = {**NEW_ENTRIES, Field.PLACE: "하드디스크"}
    issuing.issue(entries)
    question = SharedPlaceQuestion(scene.page)
    question.choose_another_place()
    place = issuing.field(Field.PLACE)
    expect(place.get_by_role("radio", name="하드디스크")).to_be_focused()
    expect(issuing.alert).to_have_count(0)
    assert len(scene.world.certificates()) == 1

    issuing.issue(entries)
    question.store_all_the_same()
    expect(scene.page.get_by_role("heading", level=1)).to_have_text("갱신 완료")


def test_a_private_computer_asks_nothing(scene: Scene) -> None:
    screen = storing_copy(scene, Path())
    expect(screen.status).to_contain_text(screen.done)


# A network that others use as well


@pytest.mark.parametrize("screen", [CopyPage, ExportPage, ImportPage, PasswordPage, DeletionPage])
def test_a_public_network_is_warned_of_before_anything_is_shown(
    scene: Scene, screen: type[KeepingScreen]
) -> None:
    scene.surroundings(network="public")
    page = opened(scene.page, screen)
    action = page.main.get_by_role("button", name=page.action, exact=True)
    warning = NetworkWarningPage(scene.page)
    expect(warning.title).to_be_visible()
    expect(action).to_have_count(0)
    warning.go_on()
    expect(page.title).to_be_visible()
    expect(action).to_be_enabled()


# Without a mouse


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


def test_an_export_by_keyboard_alone(scene: Scene) -> None:
    page = scene.page
    screen = opened(page, ExportPage)
    press(screen.field(Field.CERTIFICATE), "Enter")
    choose_certificate(page, "하드디스크", PASSWORD)
    expect(screen.chosen).to_be_visible()
    write(screen.field(Field.FILE_PASSWORD), FILE_PASSWORD)
    write(screen.field(Field.FILE_PASSWORD_AGAIN), FILE_PASSWORD)
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(screen.status).to_be_focused()
