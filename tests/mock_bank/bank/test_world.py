"""Worlds share a server and nothing else; a world is its folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mock_bank.bank.models import Message
from mock_bank.enrolment import enrol
from mock_bank.faults import Fault
from mock_bank.people import Person
from mock_bank.world import UnknownWorld, World, Worlds
from tests.mock_bank.bank.conftest import NOW


def test_a_world_outlives_its_server(tmp_path: Path, person: Person) -> None:
    before = Worlds(tmp_path).create(NOW, 7, [person], faults=[Fault("ca.issue", times=2)])
    enrol(before)
    before.clock.move(timedelta(days=1))
    before.faults.strike("ca.issue")
    before.save()

    after = Worlds(tmp_path).get(before.id)
    assert after.clock.now() == NOW + timedelta(days=1)
    assert after.people == before.people
    assert after.faults.all == [Fault("ca.issue", times=2, struck=1)]
    assert after.device.files() == before.device.files() != []
    with after.bank() as bank:
        assert bank.customer("kim-hana").name == "김하나"


def test_a_world_is_written_down_when_something_of_it_has_changed(world: World) -> None:
    written = []
    for minutes in (0, 0, 1):
        world.clock.move(timedelta(minutes=minutes))
        with world.bank():
            pass
        written.append((world.folder / "world.json").stat().st_ino)
    assert written[0] == written[1] != written[2]


def test_what_happens_in_one_world_does_not_happen_in_another(worlds: Worlds, world: World) -> None:
    other = worlds.create(NOW, 8, [])
    with world.bank() as bank:
        bank.session.add(Message(at=bank.now(), post="sms", to="010-0000-0001", text="for this world only"))
        bank.session.commit()
    world.clock.move(timedelta(hours=1))
    with other.bank() as bank:
        assert bank.session.query(Message).all() == []
    assert other.clock.now() == NOW
    assert other.device.files() == []


def test_a_deleted_world_is_gone(worlds: Worlds) -> None:
    world = worlds.create(NOW, 7, [])
    worlds.delete(world.id)
    assert not world.folder.exists()
    with pytest.raises(UnknownWorld):
        worlds.get(world.id)


@pytest.mark.parametrize("unsafe", ["", "..", "../authority", "a/b"])
def test_an_id_leads_nowhere_else(worlds: Worlds, unsafe: str) -> None:
    with pytest.raises(UnknownWorld):
        worlds.get(unsafe)


def test_the_same_seed_gives_the_same_numbers_in_any_order(worlds: Worlds) -> None:
    one, two = worlds.create(NOW, 7, []), worlds.create(NOW, 7, [])
    first = one.random("sms code", 1, 1).random(), one.random("card prompt", 1).random()
    second = two.random("card prompt", 1).random(), two.random("sms code", 1, 1).random()
    assert first == second[::-1]
    assert one.random("sms code", 1, 2).random() != first[0]
    assert worlds.create(NOW, 8, []).random("sms code", 1, 1).random() != first[0]


def test_people_of_one_seed_hold_the_same_cards_and_serials(worlds: Worlds, person: Person) -> None:
    def cards_and_serials() -> tuple[dict[str, str], list[str]]:
        world = worlds.create(NOW, 7, [person])
        enrol(world)
        with world.bank() as bank:
            return bank.customer("kim-hana").card_codes, [file.serial for file in world.device.files()]

    assert cards_and_serials() == cards_and_serials()
