"""From PC to phone: the bank passes on what one of the customer's devices encrypted for the other."""

from __future__ import annotations

import base64
import re

from flask import g, jsonify, render_template
from flask.typing import ResponseReturnValue

from mock_bank.bank import relays as rules
from mock_bank.bank.web import challenges
from mock_bank.bank.web.network import warns_on_public_network
from mock_bank.bank.web.sent import octets, text
from mock_bank.device.places import Place

_MINUTES = int(rules.LIFETIME.total_seconds() // 60)


@warns_on_public_network
def export_to_phone() -> ResponseReturnValue:
    """Give a certificate out of this device, and get a number for it."""
    return render_template("keep_to_phone.html", challenge=challenges.shown("relay"), minutes=_MINUTES)


@warns_on_public_network
def import_from_pc() -> ResponseReturnValue:
    """Take a certificate by its number."""
    return render_template("keep_from_pc.html", places=list(Place))


def deposit() -> ResponseReturnValue:
    """Take the encrypted file; the answer has the challenge for the next one."""
    signed = challenges.taken("relay"), octets("certificate"), octets("signature")
    relay = rules.deposit(g.bank, *signed, octets("file"))
    number = "-".join(re.findall("....", relay.number))
    return jsonify(number=number, until=f"{relay.ends_at:%H:%M:%S}까지", challenge=challenges.shown("relay"))


def fetch() -> ResponseReturnValue:
    """Hand it out by its number, however that is grouped."""
    file = rules.fetch(g.bank, re.sub(r"\D", "", text("number")))
    return jsonify(file=base64.b64encode(file).decode())
