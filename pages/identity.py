"""Identity verification."""

from __future__ import annotations

import re

from playwright.sync_api import Locator

from pages import hands
from pages.fields import Field
from pages.screen import Screen


class ProofScreen(Screen):
    """One that asks for the account password and the means of security."""

    def card_number(self, field: Field) -> str:
        """The number of the security card's code that `field` asks for."""
        label = self.page.get_by_text(field.label).inner_text()
        return "".join(filter(str.isdigit, label))

    def card_numbers(self) -> list[str]:
        """The numbers of both codes that are asked for."""
        return [self.card_number(Field.CARD_FIRST), self.card_number(Field.CARD_SECOND)]

    def press_account_password(self, digits: str) -> None:
        """Enter the account password with the on-screen keypad."""
        for digit in digits:
            self._press(digit)

    def erase_account_password_digit(self) -> None:
        """Take the last digit back with the on-screen keypad."""
        self._press("한 글자 지움")

    def _press(self, key: str) -> None:
        keypad = self.page.get_by_role("group", name="보안 키패드", exact=True)
        hands.press(keypad.get_by_role("button", name=key, exact=True))


class IdentityPage(ProofScreen):
    """Account password, SMS code, and a security card or OTP."""

    path = "/renewal/identity"
    heading = "본인 확인"
    step = "본인 확인"
    sends = "본인 확인"

    @property
    def time_left(self) -> Locator:
        """How long the SMS code holds."""
        return self.page.get_by_role("timer", name=re.compile("^남은 시간"))

    @property
    def progress(self) -> Locator:
        """What shows that the identity service has not answered yet."""
        return self.page.get_by_role("progressbar", name="본인 확인 진행", exact=True)

    @property
    def another_code(self) -> Locator:
        """The button that has a new SMS code sent: disabled as long as one is being sent."""
        return self.page.get_by_role("button", name="인증번호 다시 받기", exact=True)

    @property
    def sent(self) -> Locator:
        """What is said of where the SMS code went."""
        return self.page.get_by_text(re.compile("번호로 인증번호를 보냈습니다"))

    @property
    def sending(self) -> Locator:
        """What is said while the SMS code is on its way."""
        return self.page.get_by_text("인증번호를 보내고 있습니다.", exact=True)

    def ask_for_code(self) -> None:
        """Have an SMS code sent."""
        hands.press(self.page.get_by_role("button", name="인증번호 받기", exact=True))

    def ask_for_another_code(self) -> None:
        """Have a new SMS code sent."""
        hands.press(self.another_code)
