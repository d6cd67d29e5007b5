"""Serve the mock bank: `python -m mock_bank [--port N] [--worlds DIR] [--people FILE] [--attached]`."""

from __future__ import annotations

import argparse
import json
import logging
import os
import secrets
import signal
import socket
import sys
import tempfile
import threading
from pathlib import Path

import waitress

from mock_bank.addresses import lobby
from mock_bank.app import Server
from mock_bank.people import PeopleError, load_people
from mock_bank.world import Worlds

HOST = "127.0.0.1"


def main() -> None:
    """Serve until interrupted; say on stdout, in one line of JSON, where and with which control token."""
    # Asked to end, it ends as by Ctrl-C: with its temporary folder.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _options()
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # That a request waits for a free thread is no news in a test bank.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        if options.attached:
            threading.Thread(target=_end_with_input, daemon=True).start()
        people = load_people(options.people) if options.people else {}
        listening = _listen(options.port)
    except (OSError, PeopleError) as error:
        sys.exit(_complain(str(error)))
    with tempfile.TemporaryDirectory(prefix="mock-bank-") as temporary:
        worlds = Worlds(options.worlds or Path(temporary))
        token = os.environ.get("RENEWAL_BANK_TOKEN") or secrets.token_urlsafe(24)
        port = listening.getsockname()[1]
        print(json.dumps({"url": lobby(port), "token": token}), flush=True)
        waitress.serve(Server(worlds, token, people), sockets=[listening], threads=8, _quiet=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mock_bank", description="A mock bank for tests, on loopback only.")
    parser.add_argument("--port", type=int, default=8765, help="0 takes any free port")
    parser.add_argument("--worlds", type=Path, help="where worlds lie; else in a folder that goes away")
    parser.add_argument("--people", type=Path, help="who may be chosen in the lobby (seeds/people.toml)")
    parser.add_argument("--attached", action="store_true", help="end when standard input does")
    return parser.parse_args()


def _end_with_input() -> None:
    """Go when whoever holds the other end of standard input has gone, even if killed and without a word."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        raise OSError(
            f"port {port} of {HOST} cannot be used ({error.strerror}); stop what uses it, "
            "or choose another with --port N (0 takes any that is free)"
        ) from error
    # Whoever reads that the bank is ready connects at once: the queue has to be there before we say so.
    listening.listen()
    return listening


def _complain(message: str) -> int:
    print(f"mock bank: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
