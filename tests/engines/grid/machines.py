"""Machines: this one or, as others, network namespaces that share no loopback with it (Linux, as root)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """Where a command is run, if that prefix stands before it."""

    address: str = "127.0.0.1"
    prefix: tuple[str, ...] = ()


@contextmanager
def network(*names: str, hidden: Path) -> Iterator[list[Machine]]:
    """Machines at one switch. What the first has in `hidden` is not on the others: files do not cross."""
    switch = f"renewal{os.getpid()}"
    with ExitStack() as stack:
        stack.enter_context(_namespace(switch))
        _ip("-n", switch, "link", "add", "name", "switch", "type", "bridge")
        _ip("-n", switch, "link", "set", "switch", "up")
        machines = []
        for number, name in enumerate(names, 1):
            space, plug, address = f"{switch}-{name}", f"plug{number}", f"10.16.0.{number}"
            stack.enter_context(_namespace(space))
            _ip("-n", space, "link", "add", "eth0", "type", "veth", "peer", "name", plug, "netns", switch)
            _ip("-n", switch, "link", "set", plug, "up", "master", "switch")
            _ip("-n", space, "address", "add", f"{address}/24", "dev", "eth0")
            for link in ("lo", "eth0"):
                _ip("-n", space, "link", "set", link, "up")
            own_files = ("unshare", "--mount", "sh", "-c", f'mount -t tmpfs none {hidden}; exec "$@"', "sh")
            machines.append(
                Machine(address, ("ip", "netns", "exec", space, *(own_files if number > 1 else ())))
            )
        yield machines


@contextmanager
def _namespace(name: str) -> Iterator[None]:
    _ip("netns", "add", name)
    try:
        yield
    finally:
        _ip("netns", "delete", name)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)
