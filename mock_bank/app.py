"""Wiring: one WSGI application that hands each request to the lobby or to one party of a world."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from flask import Flask
from werkzeug.wrappers import Response

from mock_bank import addresses
from mock_bank.addresses import Party
from mock_bank.bank.web.site import create_bank_site
from mock_bank.ca.site import create_authority_site
from mock_bank.device.agent import create_agent
from mock_bank.json_reader import JsonReader
from mock_bank.lobby.site import create_lobby
from mock_bank.people import NamedPerson
from mock_bank.world import UnknownWorld, World, Worlds

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_NO_WORLD = (
    "No such world here. It was closed, or never opened. / "
    "없는 모의은행입니다. 이미 닫혔거나 열린 적이 없습니다.\n"
)
_NO_HOST = "This request names no single host. / 요청한 주소를 알 수 없습니다.\n"
# Of every answer: it is what it says it is, and no other site is told where it was found.
_EVERYWHERE = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"))


class Server:
    """All that one port serves."""

    def __init__(
        self,
        worlds: Worlds,
        token: str,
        people: Mapping[str, NamedPerson],
        defect: str | None = None,
        beside: Sequence[str] = (),
    ) -> None:
        """`beside`: the options of banks that it starts beside itself (lobby/beside.py)."""
        self._worlds = worlds
        self._host: ContextVar[str] = ContextVar("the host that was asked")
        self._world: ContextVar[World] = ContextVar("the world that was asked")
        self._device_name: ContextVar[str] = ContextVar("the device that was asked")
        self._lobby = create_lobby(worlds, token, people, defect, beside)
        self._bank = create_bank_site(worlds.site_secret)
        self._device = create_agent(
            lambda: self._world.get().device_named(self._device_name.get()),
            lambda: addresses.bank(self._world.get().id, self._host.get()),
        )
        self._authority = create_authority_site(lambda: self._world.get().authority())
        for site in (self._lobby, self._bank, self._device):
            site.json = JsonReader(site)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Serve one request; an unknown world is 421, never another's."""

        def start(status: str, headers: list[tuple[str, str]], *failure: Any) -> Callable[[bytes], object]:
            return start_response(status, [*headers, *_EVERYWHERE], *failure)

        host = addresses.host_in(environ.get("HTTP_HOST", ""), environ.get("REQUEST_URI", ""))
        if host is None:
            return Response(_NO_HOST, 400, content_type="text/plain; charset=utf-8")(environ, start)
        environ["HTTP_HOST"] = host
        return self._serve(host, environ, start)

    def _serve(self, host: str, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if addresses.is_lobby(host):
            return self._lobby(environ, start_response)
        party = addresses.party(host)
        try:
            if party is None:
                raise UnknownWorld(host)
            with self._worlds.held(party.world) as world:
                self._host.set(host)
                self._world.set(world)
                environ["mock_bank.world"] = world
                return self._site(party)(environ, start_response)
        except UnknownWorld:
            return Response(_NO_WORLD, 421, content_type="text/plain; charset=utf-8")(environ, start_response)

    def _site(self, party: Party) -> Flask:
        if party.device:
            self._device_name.set(party.device)
            return self._device
        return self._authority if party.is_authority else self._bank
