"""The renewal's last pages: new key, certificate, storage, result (claims: step.5, step.6).

The page's JavaScript carries messages between the bank and the customer's device; the bank sees neither
a certificate's password nor a private key.
"""

from __future__ import annotations

import base64

from flask import g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import renewal as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.models import RenewalState
from mock_bank.bank.web.access import renewal_step
from mock_bank.bank.web.sign_in import decoded
from mock_bank.device.places import Place

PASSWORD_RULE = (
    "10자 이상, 영문자·숫자·특수문자를 모두 넣어 주세요.",
    "' \" \\ | 는 쓸 수 없습니다.",
    "같은 글자를 세 번 잇거나(aaa) 차례대로 세 글자(abc, 321)를 쓸 수 없습니다.",
)


@renewal_step("issuing")
def issuing() -> ResponseReturnValue:
    """Choose the old certificate, set the new password and place; or go on from where it broke off."""
    if g.renewal.state == RenewalState.STORED:
        return _finish()
    pending = rules.issue(g.bank, g.renewal) if g.renewal.state == RenewalState.ISSUED else None
    return render_template(
        "issuing.html",
        state=g.renewal.state,
        old=view(g.bank, g.renewal.old_serial),
        challenge=_base64(rules.challenge(g.renewal)),
        device_key=g.renewal.device_key,
        pending=_base64(pending) if pending else None,
        password_rule=PASSWORD_RULE,
        places=[{"id": place, "label": place.label} for place in Place],
    )


@renewal_step("issuing")
def register() -> ResponseReturnValue:
    """Take the device's request for the new key."""
    sent = request.get_json()
    rules.register(g.bank, g.renewal, decoded(sent["request"]), decoded(sent["signature"]), str(sent["key"]))
    return jsonify(state=g.renewal.state)


@renewal_step("issuing")
def issue() -> ResponseReturnValue:
    """Hand out the new certificate."""
    return jsonify(certificate=_base64(rules.issue(g.bank, g.renewal)))


@renewal_step("issuing")
def stored() -> ResponseReturnValue:
    """Hear that the device stored it."""
    sent = request.get_json()
    rules.store(g.bank, g.renewal, Place(sent["place"]), str(sent["thumbprint"]))
    _finish()
    return jsonify(next=url_for("result"))


def _finish() -> ResponseReturnValue:
    rules.confirm(g.bank, g.renewal)
    g.visit.serial = g.renewal.new_serial
    return redirect(url_for("result"))


@renewal_step("result")
def result() -> ResponseReturnValue:
    """Show the new certificate (claim: step.5)."""
    made = g.renewal
    return render_template(
        "result.html",
        certificate=view(g.bank, g.visit.serial),
        place_label=Place(made.place).label,
        fee=made.fee,
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
