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
from types import FrameType
from typing import NoReturn

import waitress

from mock_bank.addresses import lobby
from mock_bank.app import Server
from mock_bank.listening import listen
from mock_bank.people import NamedPerson, PeopleError, load_people
from mock_bank.server_folder import own_folder
from mock_bank.world import BrokenFolder, Worlds


def serve(options: argparse.Namespace) -> None:
    """Serve until asked to end, which ends it with 0; what is wrong with the options ends it with 2."""
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
            _serve(Worlds(folder), people, listening, options)
    except (OSError, PeopleError, BrokenFolder) as error:
        print(f"mock bank: {error}", file=sys.stderr)
        sys.exit(2)


def _serve(
    worlds: Worlds,
    people: Mapping[str, NamedPerson],
    listening: list[socket.socket],
    options: argparse.Namespace,
) -> None:
    token = os.environ.get("RENEWAL_BANK_TOKEN") or secrets.token_urlsafe(24)
    bank = Server(worlds, token, people, options.defect)
    server = waitress.create_server(bank, sockets=listening, threads=8)
    if options.attached:
        threading.Thread(target=_end_with_input, daemon=True).start()
    print(json.dumps({"url": lobby(listening[0].getsockname()[1]), "token": token}), flush=True)
    server.run()


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
