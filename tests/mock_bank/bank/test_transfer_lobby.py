"""A world that somebody opens in the lobby has people to transfer money to."""

from __future__ import annotations

import pytest

from mock_bank.app import Server
from mock_bank.world import Worlds
from tests.mock_bank.bank.in_lobby import KIM, LEE, PEOPLE, Lobby
from tests.mock_bank.bank.transferring import document, draft, send
from tests.mock_bank.bank.visitor import Visitor


@pytest.fixture
def lobby(worlds: Worlds) -> Lobby:
    return Lobby(Server(worlds, "token", PEOPLE), worlds)


def test_the_desk_names_the_accounts_of_others_and_not_ones_own_among_them(lobby: Lobby) -> None:
    page = lobby.page
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
