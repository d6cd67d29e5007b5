"""Reads what pages send: each function takes the request's JSON and the path of names to the value in it."""

from __future__ import annotations

from base64 import b64decode

from mock_bank.device.errors import Malformed
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen


def text_in(body: object, *path: str) -> str:
    """A text of the request; Malformed when it is missing or of another kind."""
    for name in path:
        body = body.get(name) if isinstance(body, dict) else None
    # JSON can hold half a character (a lone surrogate), which is no text and has no bytes.
    if not isinstance(body, str) or any("\ud800" <= character <= "\udfff" for character in body):
        raise Malformed(".".join(path))
    return body


def octets_in(body: object, *path: str) -> bytes:
    """Octets, sent as base64."""
    try:
        return b64decode(text_in(body, *path), validate=True)
    except ValueError:
        raise Malformed(".".join(path)) from None


def place_in(body: object, *path: str) -> Place:
    """A place, by its id."""
    try:
        return Place(text_in(body, *path))
    except ValueError:
        raise Malformed(".".join(path)) from None


def chosen_in(body: object, *path: str) -> Chosen:
    """A certificate that was chosen, and its password."""
    return Chosen(
        place_in(body, *path, "place"), text_in(body, *path, "certificate"), text_in(body, *path, "password")
    )
