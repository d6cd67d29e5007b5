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
from ipaddress import ip_address
from types import FrameType
from typing import NoReturn

import waitress

from mock_bank.addresses import lobby
from mock_bank.app import Server
from mock_bank.listening import LOOPBACK, listen
from mock_bank.people import NamedPerson, PeopleError, load_people
from mock_bank.server_folder import own_folder
from mock_bank.terminal import said
from mock_bank.world import BrokenFolder, Worlds

# Where a bank is reached as localhost: at loopback, and at all addresses.
NOT_NAMED = (*LOOPBACK, "0.0.0.0", "::")


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
        token = _token(options.host)
        hosts = [options.host] if options.host else LOOPBACK
        with own_folder(options.worlds) as folder:
            _serve(Worlds(folder), people, listen(options.port, hosts), options, token)
    except (OSError, PeopleError, BrokenFolder) as error:
        print(f"mock bank: {error}", file=sys.stderr)
        sys.exit(2)


def _serve(
    worlds: Worlds,
    people: Mapping[str, NamedPerson],
    listening: list[socket.socket],
    options: argparse.Namespace,
    token: str,
) -> None:
    known = (("--people", options.people), ("--host", options.host))
    beside = [word for name, value in known if value for word in (name, str(value))]
    bank = Server(worlds, token, people, options.defect, beside)
    server = waitress.create_server(bank, sockets=listening, threads=8)
    if options.attached:
        threading.Thread(target=_end_with_input, daemon=True).start()
    host, port = listening[0].getsockname()[:2]
    print(json.dumps({"url": lobby(port, None if host in NOT_NAMED else host), "token": token}), flush=True)
    server.run()


def _token(host: str | None) -> str:
    """The control API's token. PermissionError if others are to be let in, and nobody has told them one."""
    own = os.environ.get("RENEWAL_BANK_TOKEN")
    if host is None or ip_address(host).is_loopback:
        return own or secrets.token_urlsafe(24)
    if not own:
        raise PermissionError(
            said(
                f"--host {host} lets other machines in: set RENEWAL_BANK_TOKEN to a token of your own, "
                "and give it to those that may arrange things here",
                f"--host {host}: 다른 컴퓨터가 접속할 수 있게 됩니다. RENEWAL_BANK_TOKEN에 직접 정한 토큰을 "
                "적고, 이 은행을 써도 되는 쪽에만 알려 주세요",
            )
        )
    warning = said(
        f"other machines can reach this bank at {host}: for test networks only",
        f"다른 컴퓨터도 {host} 주소로 이 은행에 접속할 수 있습니다. 시험용 네트워크에서만 쓰세요",
    )
    print(f"mock bank: {warning}", file=sys.stderr, flush=True)
    return own


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
