"""The screens on which a customer's device copies, exports, imports, re-encrypts and deletes certificates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from playwright.sync_api import Download, FilePayload

from pages import hands
from pages.certificate_dialog import ChoosingScreen
from pages.fields import Field


class KeepingScreen(ChoosingScreen):
    """One thing that is done with a certificate: by the button `action`; `done` is what is said then."""

    action: ClassVar[str]
    done: ClassVar[str]

    def act(self, entries: Mapping[Field, str]) -> None:
        """Fill in the form, and have it done."""
        self.fill_in(entries)
        hands.press(self.main.get_by_role("button", name=self.action, exact=True))


class CopyPage(KeepingScreen):
    """A certificate in one more place."""

    path = "/certificates/copy"
    heading = "인증서 복사"
    menu = "인증서 복사"
    action = "복사"
    done = "인증서를 복사했습니다"


class ExportPage(KeepingScreen):
    """A certificate as a file."""

    path = "/certificates/export"
    heading = "인증서 내보내기"
    menu = "인증서 내보내기"
    action = "내보내기"
    done = "인증서를 파일로 내보냈습니다"

    def export(self, entries: Mapping[Field, str]) -> Download:
        """Have the file made, and keep it."""
        with self.page.expect_download() as download:
            self.act(entries)
        return download.value


class ImportPage(KeepingScreen):
    """A certificate out of a file."""

    path = "/certificates/import"
    heading = "인증서 가져오기"
    menu = "인증서 가져오기"
    action = "가져오기"
    done = "인증서를 가져왔습니다"

    def choose_file(self, name: str, content: bytes) -> None:
        """Choose a file of the customer's."""
        file: FilePayload = {"name": name, "mimeType": "application/x-pkcs12", "buffer": content}
        self.field(Field.FILE).set_input_files(file)


class ToPhonePage(KeepingScreen):
    """A certificate on its way to the phone."""

    path = "/certificates/to-phone"
    heading = "휴대폰으로 내보내기"
    menu = "휴대폰으로 내보내기"
    action = "내보내기"
    done = "승인번호를 휴대폰에 입력해 주세요"

    def number(self) -> str:
        """The relay number that it goes under."""
        return self.fact("승인번호").inner_text()


class FromPcPage(KeepingScreen):
    """A certificate that comes from the PC."""

    path = "/certificates/from-pc"
    heading = "PC에서 가져오기"
    menu = "PC에서 가져오기"
    action = "가져오기"
    done = "인증서를 가져왔습니다"


class PasswordPage(KeepingScreen):
    """Another password for a certificate."""

    path = "/certificates/password"
    heading = "비밀번호 변경"
    menu = "비밀번호 변경"
    action = "변경"
    done = "인증서 비밀번호를 변경했습니다"


class DeletionPage(KeepingScreen):
    """A certificate taken away."""

    path = "/certificates/delete"
    heading = "인증서 삭제"
    menu = "인증서 삭제"
    action = "삭제"
    done = "인증서를 삭제했습니다"

    def understand(self) -> None:
        """Confirm to know that it does not come back."""
        hands.tick(self.field(Field.UNDERSTOOD))
