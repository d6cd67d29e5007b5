"""Identity verification."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator

from pages.fields import Field
from pages.screen import Screen


class IdentityPage(Screen):
    """Account password, SMS code, and a security card or OTP."""

    path = "/renewal/identity"
    heading = "본인 확인"
    step = "본인 확인"

    @property
    def time_left(self) -> Locator:
        """How long the SMS code holds."""
        return self.page.get_by_role("timer", name=re.compile("^남은 시간"))

    def card_number(self, field: Field) -> str:
        """The number of the security card's code that `field` asks for."""
        label = self.page.get_by_text(field.label).inner_text()
        return "".join(filter(str.isdigit, label))

    def press_account_password(self, digits: str) -> None:
        """Enter the account password with the on-screen keypad."""
        keypad = self.page.get_by_role("group", name="보안 키패드", exact=True)
        for digit in digits:
            keypad.get_by_role("button", name=digit, exact=True).click()

    def ask_for_code(self) -> None:
        """Have an SMS code sent."""
        self.page.get_by_role("button", name="인증번호 받기", exact=True).click()

    def ask_for_another_code(self) -> None:
        """Have a new SMS code sent."""
        self.page.get_by_role("button", name="인증번호 다시 받기", exact=True).click()

    def verify(self, entries: Mapping[Field, str]) -> None:
        """Fill in what shows who the customer is, and have it checked."""
        self.fill_in(entries)
        self.main.get_by_role("button", name="본인 확인", exact=True).click()
