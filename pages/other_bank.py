"""Another bank's certificate: registered, listed, and no longer registered."""

from __future__ import annotations

from pages.certificate_dialog import ChoosingScreen
from pages.identity import ProofScreen


class OtherBankPage(ProofScreen):
    """Who registers a certificate, and which are registered."""

    path = "/certificates/other-bank"
    heading = "타행 인증서 등록"
    menu = "타행 인증서 등록"

    def end_registration(self) -> None:
        """End the registration of the one that is listed."""
        self.send("등록 해제")


class RegistrationPage(ProofScreen, ChoosingScreen):
    """The means of security, and the certificate that is to be registered."""

    heading = "등록할 인증서 선택"
    chooser = "인증서 선택하고 등록"
