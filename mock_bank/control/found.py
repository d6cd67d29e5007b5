"""Finds what a request names."""

from __future__ import annotations

from contextlib import AbstractContextManager

from flask import current_app

from mock_bank.control.refusals import ControlError
from mock_bank.device.places import Place
from mock_bank.people import Person
from mock_bank.world import World, Worlds


def worlds() -> Worlds:
    """All that are open."""
    worlds: Worlds = current_app.config["WORLDS"]
    return worlds


def world(world_id: str) -> AbstractContextManager[World]:
    """The one of that id, to work in alone; UnknownWorld when there is none."""
    return worlds().held(world_id)


def medium(name: str) -> Place:
    """The medium of that id that can be unplugged; ControlError naming those that can."""
    media = [place for place in Place if place.plugged_in]
    if name not in media:
        known = ", ".join(media)
        raise ControlError(
            404, f"no medium {name!r}; there are: {known}", f"{name!r} 매체는 없습니다. 있는 매체: {known}"
        )
    return Place(name)


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
