"""How the bank hears of backups, which the customer's device makes without it (claim: keep.backup)."""

from __future__ import annotations

from flask import g, jsonify
from flask.typing import ResponseReturnValue

from mock_bank.bank import backups as rules
from mock_bank.bank.web import challenges
from mock_bank.bank.web.sent import octets


def challenge() -> str:
    """What the device signs (base64) to show that it has the certificate which it says it exported."""
    return challenges.shown("backup")


def exported() -> ResponseReturnValue:
    """Hear that the device exported a certificate; the answer has the challenge for the next one."""
    rules.record(g.bank, challenges.taken("backup"), octets("certificate"), octets("signature"))
    return jsonify(challenge=challenge())
