"""One request after the other works in a world; the world may be gone, or begun anew, when its turn comes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event, RLock
from typing import TypeVar

import pytest
from werkzeug.test import Client, TestResponse

from mock_bank.app import Server
from mock_bank.people import Person
from mock_bank.world import UnknownWorld, World, Worlds
from tests.mock_bank.bank.conftest import NOW, Control, Enter
from tests.mock_bank.bank.visitor import Visitor

Result = TypeVar("Result")
PATIENCE = 60  # seconds: what takes longer, however busy the machine is, will never come


class WatchedLock:
    """A lock that says when somebody has to wait for it."""

    def __init__(self) -> None:
        self._lock = RLock()
        self.awaited = Event()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self.awaited.set()
            self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class Turns:
    """A visitor's world in which others are at work."""

    def __init__(self, visitor: Visitor, worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
        self.visitor = visitor
        self.world: World = visitor.world
        self._worlds = worlds
        self._lock = WatchedLock()
        monkeypatch.setattr(self.world, "lock", self._lock)

    def meanwhile(self, happens: Callable[[], None], waits: Callable[[], Result]) -> Result:
        """What comes of `waits`, for which something else `happens` before its turn comes."""
        with ThreadPoolExecutor() as pool:
            with self._lock:
                waiting = pool.submit(waits)
                assert self._lock.awaited.wait(PATIENCE), "it does not wait for its turn"
                happens()
            return waiting.result(PATIENCE)

    def delete(self) -> None:
        self._worlds.delete(self.world.id)

    def restart(self) -> None:
        self._worlds.restart(self.world.id)


@pytest.fixture
def turns(enter: Enter, worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> Turns:
    return Turns(enter(), worlds, monkeypatch)


@pytest.mark.parametrize("party", ["", "device.", "ca."])
def test_a_world_that_goes_before_a_request_has_its_turn_is_unknown_to_it(
    turns: Turns, server: Server, party: str
) -> None:
    base = f"http://{party}w-{turns.world.id}.localhost:8765"
    paths = {"": "/", "device.": "/places", "ca.": "/crl"}
    answer = turns.meanwhile(turns.delete, lambda: Client(server).get(paths[party], base_url=base))
    assert answer.status_code == 421
    assert not turns.world.folder.exists()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("GET", "/messages"),
        ("GET", "/store"),
        ("GET", "/store/devices/computer/any"),
        ("GET", "/people/kim-hana"),
        ("GET", "/zip"),
        ("POST", "/restart"),
        ("DELETE", ""),
    ],
)
def test_so_it_is_to_a_test_that_looks_into_it(
    turns: Turns, control: Control, method: str, path: str
) -> None:
    answer = turns.meanwhile(turns.delete, lambda: control(method, f"/worlds/{turns.world.id}{path}"))
    assert (answer.status_code, answer.get_json()["error"]) == (404, f"no world '{turns.world.id}' is open")


@pytest.mark.parametrize("thing", ["", "/phone"])
def test_so_it_is_to_who_looks_at_the_desk(turns: Turns, server: Server, thing: str) -> None:
    def look() -> TestResponse:
        return Client(server).get(f"/worlds/{turns.world.id}{thing}", base_url="http://localhost:8765")

    assert turns.meanwhile(turns.delete, look).status_code == 404


def test_a_request_that_waited_for_a_restart_works_in_the_world_that_came_of_it(
    turns: Turns, worlds: Worlds
) -> None:
    def begin_anew_and_move_on() -> None:
        turns.restart()
        anew = worlds.get(turns.world.id)
        anew.clock.move(timedelta(hours=1))
        anew.save()

    answer = turns.meanwhile(begin_anew_and_move_on, lambda: turns.visitor.open("/"))
    assert answer.status_code == 200
    turns.restart()
    assert worlds.get(turns.world.id).clock.now() == NOW + timedelta(hours=1)


def test_two_may_restart_a_world_at_once(turns: Turns, worlds: Worlds) -> None:
    turns.meanwhile(turns.restart, turns.restart)
    assert worlds.get(turns.world.id).clock.now() == NOW


def test_of_two_who_delete_a_world_at_once_one_is_told_that_it_is_gone(turns: Turns) -> None:
    with pytest.raises(UnknownWorld):
        turns.meanwhile(turns.delete, turns.delete)


def test_other_worlds_do_not_wait_for_one_to_be_deleted(
    worlds: Worlds, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, other = worlds.create(NOW, 7, [person]), worlds.create(NOW, 7, [person])
    delete = shutil.rmtree

    with ThreadPoolExecutor() as pool:

        def look_while_deleting(folder: Path) -> None:
            assert pool.submit(worlds.get, other.id).result(PATIENCE) is other
            with pytest.raises(UnknownWorld):
                worlds.get(going.id)
            assert going.id not in worlds.ids()
            delete(folder)

        monkeypatch.setattr("mock_bank.world.shutil.rmtree", look_while_deleting)
        worlds.delete(going.id)
    assert not going.folder.exists()
