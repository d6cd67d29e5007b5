"""A world that somebody opens in the lobby has people to transfer money to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from mock_bank.app import Server
from mock_bank.people import load_people
from mock_bank.world import World, Worlds
from tests.mock_bank.bank.transferring import document, draft, send
from tests.mock_bank.bank.visitor import Visitor

PEOPLE = load_people(Path(__file__).parents[3] / "seeds/people.toml")
KIM, LEE = PEOPLE["kim-hana"], PEOPLE["lee-yujin"]


class Lobby:
    """A browser in the lobby, with a world that it opened as Kim Hana."""

    def __init__(self, worlds: Worlds) -> None:
        self.server = Server(worlds, "token", PEOPLE)
        self._client = Client(self.server)
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.open("/").text)
        assert token is not None
        form = {"csrf_token": token[1], "person": KIM.key}
        self.desk = self._client.post("/worlds", base_url="http://localhost:8765", data=form).location or ""
        self.world: World = worlds.get(self.desk.rpartition("/")[2])

    def open(self, path: str) -> TestResponse:
        return self._client.get(path, base_url="http://localhost:8765")


@pytest.fixture
def lobby(worlds: Worlds) -> Lobby:
    return Lobby(worlds)


def test_the_desk_names_the_accounts_of_others_and_not_ones_own_among_them(lobby: Lobby) -> None:
    page = lobby.open(lobby.desk).text
    receivers = page[page.index("돈을 보낼 수 있는 사람") :]
    for other in PEOPLE.values():
        assert (f"<dt>{other.name}</dt>" in receivers) is (other is not KIM)
        assert (other.account.number in receivers) is (other is not KIM)
    assert "<h1>김하나 님의 책상</h1>" in page
    assert "<h1>김하나 님의 휴대폰</h1>" in lobby.open(f"{lobby.desk}/phone").text


def test_others_have_nothing_on_the_visitors_device(lobby: Lobby) -> None:
    with lobby.world.bank() as bank:
        mine = {
            issued.serial
            for number in range(len(KIM.certificates))
            if (issued := bank.authority.issued_for(f"{KIM.key} {number}"))
        }
    assert {file.serial for file in lobby.world.device.files()} == mine


def test_money_goes_to_one_of_them(lobby: Lobby) -> None:
    visitor = Visitor(lobby.server, lobby.world, KIM.person()).be_at("signed in")
    address = draft(visitor, account=LEE.account.number, amount="50,000")
    assert f"받는 분: {LEE.name}" in visitor.page

    signed = document(visitor)
    assert send(visitor, address, signed).location == address
    with lobby.world.bank() as bank:
        assert bank.customer(LEE.key).account.balance == LEE.account.balance + 50_000
