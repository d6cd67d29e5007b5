"""What a page's JavaScript sends: JSON of texts, bytes among them as base64."""

from __future__ import annotations

from flask import request

from mock_bank.bank import errors
from mock_bank.bank.errors import Refusal
from mock_bank.bank.web.sign_in import decoded


def text(name: str) -> str:
    """The text of that name; Refusal REQUEST-MALFORMED when none was sent."""
    sent = request.get_json()
    if not isinstance(sent, dict) or not isinstance(sent.get(name), str):
        raise Refusal(errors.REQUEST_MALFORMED)
    return str(sent[name])


def octets(name: str) -> bytes:
    """The bytes of that name, sent as base64; Refusal REQUEST-MALFORMED when no text was sent."""
    return decoded(text(name))
