"""A mock bank that notes which lines each of its worlds has run: `python -m tests.mutants.recording_bank`.

It takes the bank's own options, and writes {seed of a world: {file: [lines]}} to where RECORDED says.
"""

from __future__ import annotations

import atexit
import json
import os
import threading
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mock_bank import __main__ as bank
from mock_bank.app import Server
from mock_bank.world import World, Worlds
from tests.mutants.tracer import Lines, Tracer, by_file

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class Recorder:
    """Stands around a server's requests, and before the door through which each finds its world."""

    def __init__(self) -> None:
        self._tracer = Tracer()
        self._worlds: defaultdict[int, Lines] = defaultdict(set)
        self._thread = threading.local()

    def install(self) -> None:
        """Take those places."""
        serve, create, get = Server.__call__, Worlds.create, Worlds.get

        def noted_serve(
            server: Server, environ: WSGIEnvironment, start_response: StartResponse
        ) -> Iterable[bytes]:
            self._thread.seeds = set()
            self._tracer.begin()
            try:
                return serve(server, environ, start_response)
            finally:
                lines = self._tracer.end()
                for seed in self._thread.seeds:
                    self._worlds[seed] |= lines

        def noted_create(*args: Any, **kwargs: Any) -> World:
            return self._seen(create(*args, **kwargs))

        def noted_get(worlds: Worlds, world_id: str) -> World:
            return self._seen(get(worlds, world_id))

        Server.__call__ = noted_serve  # type: ignore[method-assign, assignment]
        Worlds.create = noted_create  # type: ignore[method-assign]
        Worlds.get = noted_get  # type: ignore[method-assign, assignment]
        self._tracer.install()

    def _seen(self, world: World) -> World:
        self._thread.seeds.add(world.seed)
        return world

    def write(self, path: Path) -> None:
        """Write down what was noted."""
        path.write_text(json.dumps({seed: by_file(lines) for seed, lines in self._worlds.items()}))


if __name__ == "__main__":
    recorder = Recorder()
    recorder.install()
    atexit.register(recorder.write, Path(os.environ["RECORDED"]))
    bank.main()
