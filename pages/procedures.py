"""What the certificate centre does besides renewals: issue anew, revoke, suspend, restore."""

from __future__ import annotations

from pages import hands
from pages.screen import Screen


class GuidePage(Screen):
    """The first screen of one of these, with a button that starts it."""

    def start(self, choice: str | None = None) -> None:
        """Start it, having chosen what it is about, where there is a choice."""
        if choice:
            hands.tick(self.page.get_by_role("radio", name=choice, exact=True))
        hands.press(self.main.get_by_role("button", name=" 시작"))


class IssueGuidePage(GuidePage):
    """Which kind of certificate is issued anew."""

    path = "/issue"
    heading = "인증서 발급/재발급"
    menu = "인증서 발급/재발급"


class RevocationGuidePage(GuidePage):
    """What becomes of a certificate that is revoked."""

    path = "/revocation"
    heading = "인증서 폐기"
    menu = "인증서 폐기"


class SuspensionGuidePage(GuidePage):
    """What becomes of one that is suspended."""

    path = "/suspension"
    heading = "인증서 효력 정지"
    menu = "인증서 효력 정지"


class RestorationGuidePage(GuidePage):
    """How one that is suspended comes back into force."""

    path = "/restoration"
    heading = "인증서 효력 회복"
    menu = "인증서 효력 회복"


class IssuedPage(Screen):
    """The facts of the certificate that was issued anew."""

    path = "/issue/result"
    heading = "발급 완료"


class DecisionPage(Screen):
    """Which certificate is revoked, suspended or restored."""

    path = "/revocation/decision"
    heading = "인증서 선택"
    step = "인증서 선택"

    def decide(self, last_day: str, button: str) -> None:
        """Choose the certificate that ends that day, say that one knows, and have it done."""
        hands.tick(self.main.get_by_role("radio", name=last_day))
        for understood in self.main.get_by_role("checkbox").all():
            hands.tick(understood)
        self.send(button)
