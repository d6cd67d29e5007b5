"""What a world may set, and the hours in which the bank serves (domain: Limits)."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from mock_bank.people import Person
from mock_bank.settings import Settings
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import NOW, PERSON, Control, Enter
from tests.mock_bank.bank.test_control import WORLD
from tests.mock_bank.bank.visitor import code_of, words_of

HOURS = {"00:29:59": False, "00:30:00": True, "23:29:59": True, "23:30:00": False, "00:00:00": False}
OTHERS = ["/transfers", "/renewal", "/renewal/terms", "/renewal/identity", "/renewal/certificate"]


@pytest.mark.parametrize(
    ("path", "clock", "is_open"),
    [
        *(("/sign-in", clock, is_open) for clock, is_open in HOURS.items()),
        *((path, clock, HOURS[clock]) for path in OTHERS for clock in ("23:29:59", "23:30:00")),
    ],
)
def test_signing_in_transfers_and_renewing_have_their_hours(
    enter: Enter, path: str, clock: str, is_open: bool
) -> None:
    moment = time.fromisoformat(clock)
    now = NOW.replace(hour=moment.hour, minute=moment.minute, second=moment.second)
    answer = enter(now=now).be_at("signed in").open(path)
    assert (answer.status_code != 503) is is_open
    if not is_open:
        assert code_of(answer) == "SERVICE-CLOSED"
        assert "00:30부터 23:30까지" in words_of(answer)


@pytest.mark.parametrize("path", ["/", "/support", "/account", "/certificates", "/certificates/manage"])
def test_the_rest_of_the_site_is_always_open(enter: Enter, path: str) -> None:
    visitor = enter(now=NOW.replace(hour=3, minute=0), settings=Settings(service_hours=(time(9), time(10))))
    assert visitor.be_at("signed in").open(path).status_code == 200


def test_a_limit_that_is_set_is_the_one_that_is_said(enter: Enter) -> None:
    visitor = enter(settings=Settings(password_tries=2)).with_code()
    assert "남은 횟수 1회" in visitor.identify(account_password="0000").text
    assert "계좌 비밀번호를 2회 잘못 입력하여 잠겼습니다." in visitor.identify(account_password="0000").text


def test_settings_outlive_the_server(tmp_path: Path) -> None:
    settings = Settings(card_tries=7, service_hours=(time(9), time(18)))
    before = Worlds(tmp_path).create(NOW, 7, [Person.model_validate(PERSON)], settings=settings)
    assert Worlds(tmp_path).get(before.id).settings == settings


def test_a_world_takes_settings_in_the_words_of_the_contract(control: Control) -> None:
    settings = {"answer_limit": 5, "service_hours": ["09:00", "18:00"]}
    night = {**WORLD, "now": "2026-03-16T18:00:00+09:00", "settings": settings}
    night["people"] = [{**PERSON, "name": "가" * 14}]  # as long as a name may be
    assert control("POST", "/worlds", json=night).status_code == 201
