"""The certificate centre."""

from __future__ import annotations

from pages.screen import Screen


class CertificateCentrePage(Screen):
    """What can be done with certificates."""

    path = "/certificates"
    heading = "인증센터"
    menu = "인증센터"
