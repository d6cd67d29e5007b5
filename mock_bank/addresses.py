"""Where the lobby, a world's bank and a customer's device are reached: one port, told apart by host name.

Every world is an origin of its own, so that the browser keeps its cookies and storage apart from others'.
"""

from __future__ import annotations

import re

LOBBY_HOSTS = ("localhost", "127.0.0.1")
_WORLD_HOST = re.compile(r"(?P<device>device\.)?w-(?P<world>[0-9a-f]+)\.localhost")


def lobby(port: str) -> str:
    """The lobby's origin."""
    return f"http://localhost:{port}"


def bank(world_id: str, host: str) -> str:
    """The origin of a world's bank, on the port of `host`."""
    return f"http://w-{world_id}.localhost:{_port(host)}"


def device(world_id: str, host: str) -> str:
    """The origin of the agent on the customer's device."""
    return f"http://device.w-{world_id}.localhost:{_port(host)}"


def world_of(host: str) -> tuple[str, bool] | None:
    """The world's id that `host` names and whether it is its device; None when it names no world."""
    match = _WORLD_HOST.fullmatch(host.rsplit(":", 1)[0])
    return (match["world"], match["device"] is not None) if match else None


def _port(host: str) -> str:
    return host.rsplit(":", 1)[1]
