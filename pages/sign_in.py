"""Signing in with a certificate."""

from __future__ import annotations

from pages.certificate_dialog import ChoosingScreen


class SignInPage(ChoosingScreen):
    """Signing in with a certificate."""

    path = "/sign-in"
    heading = "로그인"
    menu = "로그인"
    chooser = "공동인증서 로그인"
