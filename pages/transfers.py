"""The screens of a transfer: what is to be sent, what is signed, what was done."""

from __future__ import annotations

from playwright.sync_api import Download

from pages import hands
from pages.certificate_dialog import ChoosingScreen
from pages.identity import ProofScreen
from pages.screen import Screen


class TransferPage(ProofScreen):
    """To whom how much is sent, and that the account's holder sends it."""

    path = "/transfers"
    heading = "이체"
    menu = "이체"


class TransferConfirmationPage(ChoosingScreen):
    """What is signed, once more, before it is."""

    heading = "이체 확인"
    chooser = "서명하고 이체"

    @property
    def text(self) -> str:
        """The text that will be signed, as it stands there."""
        region = self.page.get_by_role("region", name="서명할 내용", exact=True)
        return region.locator("pre").text_content() or ""


class TransferReceiptPage(Screen):
    """What was done."""

    heading = "이체 완료"

    def download_document(self) -> Download:
        """Fetch the document that was signed."""
        with self.page.expect_download() as download:
            hands.press(self.page.get_by_role("link", name="서명한 문서 내려받기", exact=True))
        return download.value
