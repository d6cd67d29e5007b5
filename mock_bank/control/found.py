"""Finds what a request names."""

from __future__ import annotations

from contextlib import AbstractContextManager

from flask import current_app

from mock_bank.control.refusals import ControlError
from mock_bank.people import Person
from mock_bank.world import World, Worlds


def worlds() -> Worlds:
    """All that are open."""
    worlds: Worlds = current_app.config["WORLDS"]
    return worlds


def world(world_id: str) -> AbstractContextManager[World]:
    """The one of that id, to work in alone; UnknownWorld when there is none."""
    return worlds().held(world_id)


def person(world: World, key: str) -> Person:
    """The person of that key; ControlError naming those whom the world has."""
    try:
        return world.people[key]
    except KeyError:
        known = ", ".join(world.people)
        raise ControlError(
            404,
            f"no person {key!r} in this world; it has: {known or 'nobody'}",
            f"이 모의은행에 {key!r} 고객이 없습니다. 있는 고객: {known or '없음'}",
        ) from None
