"""The sockets that the bank listens at: one port of this machine, by IPv4 and by IPv6, for itself alone.

A browser takes `localhost` and all names below it for ::1 as well as for 127.0.0.1, and tries ::1 first:
what another program has there, it would show instead of the bank.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from contextlib import ExitStack

from mock_bank.terminal import said

LOOPBACK = ("127.0.0.1", "::1")
_TRIES = 20  # to find a port that is free by IPv4 and by IPv6
_ABSENT = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def listen(port: int, hosts: Sequence[str] = LOOPBACK) -> list[socket.socket]:
    """Sockets that listen, all at `port`; 0 takes any that is free. OSError says why it cannot be had."""
    for _ in range(_TRIES - 1 if port == 0 else 0):
        try:
            return _listen(0, hosts)
        except OSError:
            continue  # one that IPv4 had free is not free by IPv6: the next one may be
    return _listen(port, hosts)


def _listen(port: int, hosts: Sequence[str]) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for host in hosts:
            if listening := _at(host, port):
                sockets.append(listening)
                port = listening.getsockname()[1]
    except OSError:
        for listening in sockets:
            listening.close()
        raise
    return sockets


def _at(host: str, port: int) -> socket.socket | None:
    """None where a machine has no IPv6."""
    try:
        with ExitStack() as undo:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            listening = undo.enter_context(socket.socket(family))
            if os.name == "posix":  # on Windows it would let two programs have one port
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if host == "::1":
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listening.bind((host, port))
            undo.pop_all()
    except OSError as error:
        if host == "::1" and error.errno in _ABSENT:
            return None
        why_en, why_ko = ("", "")
        if host in LOOPBACK:
            why_en, why_ko = ", where browsers look for localhost,", "브라우저가 localhost로 찾는 "
        raise OSError(
            said(
                f"port {port} of {host}{why_en} cannot be used "
                f"({error.strerror}); stop what uses it, or choose another with --port N "
                "(0 takes any that is free)",
                f"{why_ko}{host}의 {port}번 포트를 쓸 수 없습니다 ({error.strerror}). "
                "그 포트를 쓰는 프로그램을 끝내거나 "
                "--port N으로 다른 포트를 고르세요 (0: 빈 포트를 자동으로 선택)",
            )
        ) from error
    # Whoever reads that the bank is ready connects at once: the queue has to be there before we say so.
    listening.listen()
    return listening
