"""What features call failures, the titles that pages show and the bank's catalogue agree."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from harness.failure.mismatch import Mismatch
from harness.play.scene import KST, Scene
from harness.play.world import Event, Message, Secrets
from harness.seeds.named_people import People
from mock_bank.bank.errors import CATALOGUE
from mock_bank.device.errors import DeviceError
from pages.failures import DEVICE, TITLES, WORDS
from steps.failures import no_secret_noted
from steps.parameters import LISTED
from steps.possessions import NEW_PASSWORD


@pytest.mark.parametrize("code", TITLES)
def test_the_title_is_the_banks(code: str) -> None:
    assert CATALOGUE[code].title == TITLES[code]


@pytest.mark.parametrize("code", DEVICE)
def test_the_words_are_the_devices(code: str) -> None:
    (error,) = (each for each in DeviceError.__subclasses__() if each.code == code)
    assert DEVICE[code] in error.text


def test_every_failure_has_a_name_for_features() -> None:
    assert set(LISTED["failure"]) == set(WORDS)


NOW = datetime(2026, 3, 16, 10, tzinfo=KST)
KIM = People.load(Path(__file__).parents[2])["kim-hana"]
SECRETS = {
    "registration number": KIM.number,
    "account password": KIM.account.password,
    "certificate's password": KIM.certificates[0].password,
    "new password": NEW_PASSWORD,
    "first SMS code": "135790",
    "second SMS code": "246801",
    "number of the card": "8642",
    "OTP": "975319",
}


def noting(detail: dict[str, Any]) -> Scene:
    """A scene whose bank has noted that, and sent two codes."""
    texts = [f"인증번호 [{SECRETS[name]}]" for name in ("first SMS code", "second SMS code")]
    held = Secrets(
        KIM.key, KIM.name, KIM.account.number, 0, SECRETS["OTP"], {"01": SECRETS["number of the card"]}
    )
    world = SimpleNamespace(
        audit=lambda: [Event(NOW, "bank", "refused", detail)],
        messages=lambda: [Message(NOW, "sms", KIM.phone, text) for text in texts],
        person=lambda key: held,
    )
    return cast(Scene, SimpleNamespace(customer=KIM, world=world))


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("noted", ["{}", "pw={}", "({})", "a,{};b", "비밀번호는 {}이다"])
def test_a_secret_is_found_wherever_it_stands_as_a_whole(name: str, noted: str) -> None:
    with pytest.raises(Mismatch, match="actual secrets in the audit log: 1"):
        no_secret_noted(noting({"code": "X", "entered": noted.format(SECRETS[name])}))


@pytest.mark.parametrize(
    "detail", [{"entered": ["x", {"y": "1357"}]}, {"1357": "entered"}, {"entered": 1357}]
)
def test_a_secret_is_found_however_deep_it_lies(detail: dict[str, Any]) -> None:
    with pytest.raises(Mismatch):
        no_secret_noted(noting(detail))


def test_what_merely_holds_the_digits_of_a_secret_is_none() -> None:
    no_secret_noted(noting({"serial": "13570", "thumbprint": "a1357", "to": "010-1357-**01"}))
