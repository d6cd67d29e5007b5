"""Signing in with a certificate."""

from __future__ import annotations

from playwright.sync_api import Locator

from pages import hands
from pages.certificate_dialog import CertificateDialog
from pages.screen import Screen


class SignInPage(Screen):
    """Signing in with a certificate."""

    path = "/sign-in"
    heading = "로그인"
    menu = "로그인"

    @property
    def dialog_button(self) -> Locator:
        """What opens the certificate dialog."""
        return self.page.get_by_role("button", name="공동인증서 로그인", exact=True)

    def open_dialog(self) -> CertificateDialog:
        """Ask to sign in with a certificate."""
        hands.press(self.dialog_button)
        return CertificateDialog(self.page)
