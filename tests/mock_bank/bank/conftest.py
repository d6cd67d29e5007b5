"""A served world with one customer in it, and ways to reach it without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import Client, TestResponse

from mock_bank.app import Server
from mock_bank.ca.keys import Keys
from mock_bank.clock import KST
from mock_bank.enrolment import enrol
from mock_bank.faults import Fault
from mock_bank.people import Person
from mock_bank.settings import Settings
from mock_bank.stages import WayName
from mock_bank.surroundings import Surroundings
from mock_bank.world import World, Worlds
from tests.mock_bank.bank.visitor import Visitor

NOW = datetime(2026, 3, 16, 10, tzinfo=KST)
TOKEN = "a token for tests"
PERSON: dict[str, Any] = {
    "key": "kim-hana",
    "name": "김하나",
    "kind": "personal",
    "number": "901332-2000012",
    "phone": "010-0000-0001",
    "email": "hana@example.com",
    "account": {"number": "000-123-456789", "password": "1357", "balance": 10_000},
    "security": "security-card",
    "certificates": [
        {"kind": "personal-general", "days_left": 14, "place": "hard-disk", "password": "Haneul!2580"}
    ],
}
# Somebody else, who has an account here too.
NEIGHBOUR = Person.model_validate(
    {
        **PERSON,
        "key": "lee-dul",
        "name": "이둘",
        "account": {"number": "000-123-000002", "password": "2468", "balance": 700},
        "certificates": [{**PERSON["certificates"][0], "place": "phone"}],
    }
)

Control = Callable[..., TestResponse]


@pytest.fixture(scope="session", autouse=True)
def keys_made_once() -> Iterator[None]:
    """A server makes keys of its own, and tests start many servers."""
    keys = Keys()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mock_bank.world.Keys", lambda: keys)
        yield


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A bank that starts anew compiles its pages anew, unless they are kept: 80 ms."""
    kept = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": kept})
        yield


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    return Worlds(tmp_path_factory.mktemp("worlds"))


@pytest.fixture
def person() -> Person:
    return Person.model_validate(PERSON)


@pytest.fixture
def world(worlds: Worlds, person: Person) -> Iterator[World]:
    opened = worlds.create(NOW, 7, [person])
    enrol(opened)
    yield opened
    worlds.delete(opened.id)


@pytest.fixture(scope="session")
def server(worlds: Worlds) -> Server:
    return Server(worlds, TOKEN, {})


@pytest.fixture
def visitor(server: Server, world: World, person: Person) -> Visitor:
    return Visitor(server, world, person)


Enter = Callable[..., Visitor]


@pytest.fixture
def enter(server: Server, worlds: Worlds) -> Enter:
    """A visitor of a world of their own: PERSON but for the changes, beside `others`."""

    def enter(
        *faults: Fault,
        now: datetime = NOW,
        settings: Settings | None = None,
        surroundings: Surroundings | None = None,
        others: Iterable[Person] = (),
        certificate: Mapping[str, Any] | None = None,
        way: WayName = "renewal",
        **changes: Any,
    ) -> Visitor:
        certificates = [{**PERSON["certificates"][0], **(certificate or {})}]
        person = Person.model_validate({**PERSON, "certificates": certificates, **changes})
        world = worlds.create(
            now,
            7,
            [person, *others],
            faults=map(replace, faults),
            settings=settings,
            surroundings=surroundings,
        )
        enrol(world)
        return Visitor(server, world, person, way=way)

    return enter


Twin = Callable[[Visitor], Visitor]


@pytest.fixture
def twin(worlds: Worlds) -> Twin:
    """The same person in a second world of the same seed: the same serial numbers, each to another key."""

    def twin(visitor: Visitor) -> Visitor:
        world = worlds.create(visitor.world.clock.now(), visitor.world.seed, visitor.world.people.values())
        world.take_key()  # what the first world drew, this one does not
        enrol(world)
        namesake = Visitor(visitor.server, world, visitor.person)
        assert namesake.first_issued().serial == visitor.first_issued().serial
        return namesake

    return twin


@pytest.fixture
def control(server: Server) -> Control:
    """Ask the control API."""
    client = Client(server)

    def ask(method: str, path: str, *, token: str = TOKEN, json: Any = None) -> TestResponse:
        return client.open(
            f"/control{path}",
            method=method,
            base_url="http://127.0.0.1:8765",
            headers={"Authorization": f"Bearer {token}"},
            json=json,
            buffered=True,
        )

    return ask
