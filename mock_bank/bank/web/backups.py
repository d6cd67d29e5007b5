"""How the bank hears of backups, which the customer's device makes without it (claim: keep.backup)."""

from __future__ import annotations

import base64
import secrets

from flask import g, jsonify, session
from flask.typing import ResponseReturnValue

from mock_bank.bank import backups as rules
from mock_bank.bank.web.sent import octets


def challenge() -> str:
    """What the device signs (base64) to show that it has the certificate which it says it exported."""
    return base64.b64encode(_challenge()).decode()


def exported() -> ResponseReturnValue:
    """Hear that the device exported a certificate."""
    rules.record(g.bank, _challenge(), octets("certificate"), octets("signature"))
    return jsonify()


def _challenge() -> bytes:
    """One a visit, and none that could sign anybody in."""
    return f"dodam backup {session.setdefault('backup challenge', secrets.token_hex(32))}".encode()
