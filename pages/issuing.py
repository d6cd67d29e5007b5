"""The screen on which the new certificate is issued."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator

from pages import hands
from pages.certificate_dialog import ChoosingScreen
from pages.fields import Field


class IssuingPage(ChoosingScreen):
    """The old certificate, the new one's password and place, and the issuing."""

    path = "/renewal/certificate"
    heading = "인증서 발급"
    step = "인증서 발급"
    chooser = "기존 인증서 선택"  # there is none where one is issued anew

    @property
    def progress(self) -> Locator:
        """What shows that the authority has not answered yet."""
        return self.page.get_by_role("progressbar", name="발급 진행", exact=True)

    @property
    def waiting(self) -> Locator:
        """What is said while the authority has not answered yet."""
        return self.page.get_by_text("창을 닫지 마세요.")

    @property
    def retry(self) -> Locator:
        """The button that tries once more what failed."""
        return self.alert.get_by_role("button", name="다시 시도", exact=True)

    @property
    def centre_first(self) -> Locator:
        """The customer centre, where it comes before everything else."""
        return self.alert.get_by_role("heading", name="고객센터에 문의해 주세요", exact=True)

    def issue(self, entries: Mapping[Field, str], clicks: int = 1) -> None:
        """Set the new certificate's password, choose its place, and have it issued and stored."""
        self.fill_in(entries)
        hands.press(self._issue_button, clicks)

    def go_on(self) -> None:
        """Have issued what is registered."""
        hands.press(self._issue_button)

    def try_again(self) -> None:
        """Try once more what failed."""
        hands.press(self.retry)

    def finish_storing(self) -> None:
        """Store what was issued before."""
        hands.press(self.page.get_by_role("button", name="저장 마치기", exact=True))

    @property
    def _issue_button(self) -> Locator:
        return self.page.get_by_role("button", name="인증서 발급", exact=True)
