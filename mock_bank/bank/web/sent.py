"""What a page's JavaScript sends: JSON of texts, bytes among them as base64."""

from __future__ import annotations

import re
from collections.abc import Container

from flask import request

from mock_bank.bank import errors
from mock_bank.bank.errors import Refusal
from mock_bank.bank.web.sign_in import decoded

# JSON can hold half a character (a lone surrogate), which has no bytes, and one that ends texts in C.
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def text(name: str, among: Container[str] | None = None) -> str:
    """The text of that name, `among` those that there are.

    Refusal REQUEST-MALFORMED when none was sent, none that can be kept, or another one.
    """
    sent = request.get_json()
    found = sent.get(name) if isinstance(sent, dict) else None
    if not isinstance(found, str) or _UNKEEPABLE.search(found) or (among and found not in among):
        raise Refusal(errors.REQUEST_MALFORMED)
    return found


def octets(name: str) -> bytes:
    """The bytes of that name, sent as base64; Refusal REQUEST-MALFORMED when no text was sent."""
    return decoded(text(name))
