"""Another bank's certificate: registered, listed, and no longer registered."""

from __future__ import annotations

from collections.abc import Mapping

from pages import hands
from pages.certificate_dialog import CertificateDialog
from pages.fields import Field
from pages.identity import ProofScreen


class OtherBankPage(ProofScreen):
    """Who registers a certificate, and which are registered."""

    path = "/certificates/other-bank"
    heading = "타행 인증서 등록"
    menu = "타행 인증서 등록"

    def identify(self, entries: Mapping[Field, str]) -> None:
        """Say who registers one, and go on."""
        self.fill_in(entries)
        self.send("다음")

    def end_registration(self) -> None:
        """End the registration of the one that is listed."""
        self.send("등록 해제")


class RegistrationPage(ProofScreen):
    """The means of security, and the certificate that is to be registered."""

    heading = "등록할 인증서 선택"

    def open_dialog(self, entries: Mapping[Field, str]) -> CertificateDialog:
        """Fill in what shows who one is, and choose the certificate."""
        self.fill_in(entries)
        hands.press(self.main.get_by_role("button", name="인증서 선택하고 등록", exact=True))
        return CertificateDialog(self.page)
