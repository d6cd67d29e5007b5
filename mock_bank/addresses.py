"""Where the lobby, a world's bank and a customer's device are reached: one port, told apart by host name.

Every world is an origin of its own, so that the browser keeps its cookies and storage apart from others'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mock_bank.surroundings import COMPUTER, DEVICE_NAMES

LOBBY_HOSTS = ("localhost", "localhost.", "127.0.0.1", "[::1]")
# A name or an address, and perhaps a port: no two hosts, and nobody's name and password before one.
_HOST = re.compile(r"([a-z0-9.-]+|\[::1\])(:[0-9]{0,5})?")
_ABSOLUTE = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
_WORLD_HOST = re.compile(
    rf"((((?P<device>{DEVICE_NAMES.pattern})\.)?(?P<at_device>device)|(?P<authority>ca))\.)?"
    r"w-(?P<world>[0-9a-f]+)\.localhost"
)


@dataclass(frozen=True)
class Party:
    """Who is addressed in a world: one of its devices, by name, the authority, or else the bank."""

    world: str
    device: str | None = None
    is_authority: bool = False


def host_in(header: str, target: str = "") -> str | None:
    """The host that a request's header names, capitals or not; None when it names no single one.

    A target that is a whole address names it instead (RFC 9112, 3.2.2).
    """
    named = _ABSOLUTE.match(target)
    host = (named[1] if named else header).lower()
    return host if _HOST.fullmatch(host) else None


def is_lobby(host: str) -> bool:
    """Whether `host` addresses the lobby."""
    return _name(host) in LOBBY_HOSTS


def lobby(port: int, address: str | None = None) -> str:
    """The lobby's origin; other machines reach it at an address, if the bank lets them in."""
    host = f"[{address}]" if address and ":" in address else address or "localhost"
    return f"http://{host}:{port}"


def bank(world_id: str, host: str) -> str:
    """The origin of a world's bank, on the port of `host`."""
    return f"http://w-{world_id}.localhost{_port(host)}"


def device(world_id: str, host: str, name: str = COMPUTER) -> str:
    """The origin of the agent on the device of that name."""
    prefix = "" if name == COMPUTER else f"{name}."
    return f"http://{prefix}device.w-{world_id}.localhost{_port(host)}"


def authority(world_id: str, host: str) -> str:
    """The origin at which the authority publishes what became of its certificates."""
    return f"http://ca.w-{world_id}.localhost{_port(host)}"


def party(host: str) -> Party | None:
    """Whom `host` addresses; None when it names no world."""
    match = _WORLD_HOST.fullmatch(_name(host))
    if match is None:
        return None
    device = (match["device"] or COMPUTER) if match["at_device"] else None
    return Party(match["world"], device, match["authority"] is not None)


def _name(host: str) -> str:
    return host.removesuffix(_port(host))


def _port(host: str) -> str:
    """The port with its colon; nothing for HTTP's own, which browsers leave out."""
    found = re.search(":[0-9]*$", host)
    return found[0] if found else ""
