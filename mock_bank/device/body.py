"""Reads what pages send: each function takes the request's JSON and the path of names to the value in it."""

from __future__ import annotations

import re
from base64 import b64decode

from cryptography import x509

from mock_bank.device.errors import Malformed
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen

# JSON can hold half a character (a lone surrogate), which has no bytes, and one that ends texts in C.
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def text_in(body: object, *path: str) -> str:
    """A text of the request; Malformed when it is missing or of another kind."""
    value = _value(body, path)
    if not isinstance(value, str) or _UNKEEPABLE.search(value):
        raise Malformed(".".join(path))
    return value


def flag_in(body: object, *path: str) -> bool:
    """Whether something is said to be so; what is not said is not."""
    return _value(body, path) is True


def octets_in(body: object, *path: str) -> bytes:
    """Octets, sent as base64."""
    try:
        return b64decode(text_in(body, *path), validate=True)
    except ValueError:
        raise Malformed(".".join(path)) from None


def name_in(body: object, *path: str) -> x509.Name | None:
    """Whose certificate it shall be (RFC 4514), if that is said."""
    if _value(body, path) is None:
        return None
    try:
        return x509.Name.from_rfc4514_string(text_in(body, *path))
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


def _value(body: object, path: tuple[str, ...]) -> object:
    for name in path:
        body = body.get(name) if isinstance(body, dict) else None
    return body
