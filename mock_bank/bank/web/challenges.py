"""What a customer's key signs to show whose it is: a value of the bank's that was never signed before, and
that counts once. A signature that somebody recorded, and sends again, is one over nothing that is asked for.
"""

from __future__ import annotations

import base64
import secrets

from flask import session


def shown(purpose: str) -> str:
    """The present challenge of this visit for `purpose`, as pages carry it (base64).

    Two tabs show the same one, and only the first to send its signature is heard.
    """
    return base64.b64encode(_signed(purpose, session.setdefault(_name(purpose), _new()))).decode()


def taken(purpose: str) -> bytes:
    """The octets that had to be signed; from now on there is another challenge, whether they were or not."""
    return _signed(purpose, session.pop(_name(purpose), _new()))


def _name(purpose: str) -> str:
    return f"{purpose} challenge"


def _new() -> str:
    return secrets.token_hex(32)


def _signed(purpose: str, value: str) -> bytes:
    """The purpose is part of it: what was signed to report a backup signs nobody in."""
    return f"dodam {purpose} {value}".encode()
