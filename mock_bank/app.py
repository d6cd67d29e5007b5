"""Wiring: one WSGI application that hands each request to the lobby, a world's bank or a world's device."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from mock_bank import addresses
from mock_bank.bank.web.site import create_bank_site
from mock_bank.device.agent import create_agent
from mock_bank.lobby.site import create_lobby
from mock_bank.people import NamedPerson
from mock_bank.world import UnknownWorld, World, Worlds

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_NO_WORLD = (
    "No such world here. It was closed, or never opened. / "
    "없는 세계입니다. 이미 닫혔거나 열린 적이 없습니다.\n"
)


class Server:
    """All that one port serves."""

    def __init__(self, worlds: Worlds, token: str, people: Mapping[str, NamedPerson]) -> None:
        self._worlds = worlds
        self._host: ContextVar[str] = ContextVar("the host that was asked")
        self._world: ContextVar[World] = ContextVar("the world that was asked")
        self._lobby = create_lobby(worlds, token, people)
        self._bank = create_bank_site()
        self._device = create_agent(
            lambda: self._world.get().device,
            lambda: addresses.bank(self._world.get().id, self._host.get()),
        )

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Serve one request; an unknown world is 421, never another's."""
        host = environ.get("HTTP_HOST", "")
        if host.rsplit(":", 1)[0] in addresses.LOBBY_HOSTS:
            return self._lobby(environ, start_response)
        try:
            world, is_device = self._find(host)
        except UnknownWorld:
            return Response(_NO_WORLD, 421, content_type="text/plain; charset=utf-8")(environ, start_response)
        self._host.set(host.removeprefix("device."))
        self._world.set(world)
        environ["mock_bank.world"] = world
        with world.lock:
            return (self._device if is_device else self._bank)(environ, start_response)

    def _find(self, host: str) -> tuple[World, bool]:
        named = addresses.world_of(host)
        if named is None:
            raise UnknownWorld(host)
        world_id, is_device = named
        return self._worlds.get(world_id), is_device
