"""The control API is what it tells other programs that it is: each answer is held to its description."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.control.operations import OPERATIONS, Operation
from mock_bank.enrolment import enrol
from mock_bank.people import Person
from mock_bank.world import UnknownWorld, World, Worlds
from tests.mock_bank.bank.conftest import NOW, PERSON, TOKEN

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="session")
def api(server: Server) -> BaseSchema:
    return schemathesis.openapi.from_wsgi("/control/openapi.json", server, base_url="http://localhost:8765")


@pytest.fixture
def world(worlds: Worlds, person: Person) -> Iterator[World]:
    opened = worlds.create(NOW, 7, [person])
    enrol(opened)
    yield opened
    with suppress(UnknownWorld):  # as it may have been closed by what was asked
        worlds.delete(opened.id)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_what_is_asked_at_random_is_answered_as_described(
    operation: Operation, api: BaseSchema, world: World
) -> None:
    @settings(max_examples=15, derandomize=True, deadline=None, phases=[Phase.generate], database=None)
    @given(case=api[operation.path][operation.method].as_strategy())
    def ask(case: Case[Any]) -> None:
        named = {"world_id": world.id, "key": str(PERSON["key"]), "place": "removable-disk"}
        case.path_parameters.update({name: named[name] for name in named.keys() & case.path_parameters})
        case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"}, checks=CHECKS)

    ask()


def test_a_stranger_reads_what_there_is_and_no_more(server: Server) -> None:
    client = Client(server)
    for address, status in (("/control/openapi.json", 200), ("/control/", 200), ("/control/worlds", 401)):
        answer = client.get(address, base_url="http://localhost:8765")
        assert answer.status_code == status
        assert TOKEN not in answer.text
