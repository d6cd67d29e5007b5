"""Serves the mock bank from its options to its end."""

from __future__ import annotations

import argparse
import json
import logging
import os
import secrets
import signal
import socket
import sys
import threading
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

import waitress

from mock_bank.addresses import lobby
from mock_bank.app import Server
from mock_bank.listening import listen
from mock_bank.people import NamedPerson, PeopleError, load_people
from mock_bank.server_folder import own_folder
from mock_bank.world import BrokenFolder, Worlds


def serve() -> None:
    """Serve until asked to end, which ends it with 0; what is wrong with the options ends it with 2."""
    options = _options()
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # That a request waits for a free thread is no news in a test bank.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    # Nor is what `cryptography` finds odd in a customer's file: it is refused, or does no harm.
    warnings.simplefilter("ignore", UserWarning)
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _end)
    try:
        people = load_people(options.people) if options.people else {}
        listening = listen(options.port)
        with own_folder(options.worlds) as folder:
            _serve(Worlds(folder), people, listening, options.attached)
    except (OSError, PeopleError, BrokenFolder) as error:
        print(f"mock bank: {error}", file=sys.stderr)
        sys.exit(2)


def _serve(
    worlds: Worlds, people: Mapping[str, NamedPerson], listening: list[socket.socket], attached: bool
) -> None:
    token = os.environ.get("RENEWAL_BANK_TOKEN") or secrets.token_urlsafe(24)
    server = waitress.create_server(Server(worlds, token, people), sockets=listening, threads=8)
    if attached:
        threading.Thread(target=_end_with_input, daemon=True).start()
    print(json.dumps({"url": lobby(listening[0].getsockname()[1]), "token": token}), flush=True)
    server.run()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mock_bank", description="A mock bank for tests, on loopback only.")
    parser.add_argument("--port", type=_port, default=8765, help="0 takes any free port")
    parser.add_argument("--worlds", type=Path, help="where worlds lie; else in a folder that goes away")
    parser.add_argument("--people", type=Path, help="who may be chosen in the lobby (seeds/people.toml)")
    parser.add_argument("--attached", action="store_true", help="end when standard input does")
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a whole number from 0 to 65535")
    return int(text)


def _end(asked: int, frame: FrameType | None) -> NoReturn:
    """End, once and in order: whoever asks again meanwhile is not heard."""
    for signals in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signals, signal.SIG_IGN)
    sys.exit(0)


def _end_with_input() -> None:
    """Go when whoever holds the other end of standard input has gone, even if killed and without a word."""
    # Not by sys.stdin: when Python ends, nobody may be reading there.
    with suppress(OSError):
        while os.read(0, 1024):
            pass
    os.kill(os.getpid(), signal.SIGTERM)
