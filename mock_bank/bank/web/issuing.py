"""The renewal's last pages: new key, certificate, storage, result (claims: step.5, step.6).

The page's JavaScript carries messages between the bank and the customer's device; the bank sees neither
a certificate's password nor a private key.
"""

from __future__ import annotations

import base64

from flask import g, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import backups, errors
from mock_bank.bank import renewal as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.models import RenewalState
from mock_bank.bank.web.access import step
from mock_bank.bank.web.network import warns_on_public_network
from mock_bank.bank.web.sent import octets, text
from mock_bank.device.places import Place

PASSWORD_RULE = (
    "10자 이상이어야 하고, 영문자·숫자·특수문자를 모두 포함해야 합니다.",
    "작은따옴표('), 큰따옴표(\"), 역슬래시(\\), 원화 기호(₩), 세로줄(|)은 사용할 수 없습니다.",
    "같은 문자를 세 번 이상 반복하거나 연속된 문자 세 개는 사용할 수 없습니다. 예: aaa, abc, 321",
)
REPLACING_RULE = (*PASSWORD_RULE, "기존 인증서 비밀번호와 다르게 정해 주세요.")


@step("issuing")
@warns_on_public_network
def issuing() -> ResponseReturnValue:
    """Choose the old certificate, set the new password and place; or go on from where it broke off."""
    if g.procedure.state == RenewalState.STORED:
        return _finish()
    pending = rules.issue(g.bank, g.procedure) if g.procedure.state == RenewalState.ISSUED else None
    old = g.procedure.old_serial
    return render_template(
        "issuing.html",
        state=g.procedure.state,
        kind=g.procedure.kind,
        old=view(g.bank, old) if old else None,
        subject=rules.subject_of(g.bank, g.procedure).rfc4514_string(),
        challenge=_base64(rules.challenge(g.procedure)),
        device_key=g.procedure.device_key,
        pending=_base64(pending) if pending else None,
        waiting=rules.waits_for_certificate(g.bank, g.procedure),
        password_rule=REPLACING_RULE if old else PASSWORD_RULE,
        places=list(Place),
    )


@step("issuing")
def register() -> ResponseReturnValue:
    """Take the device's request for the new key."""
    sent = rules.Request(
        text("key"), octets("request"), octets("signature"), text("place", among=list(Place))
    )
    rules.register(g.bank, g.procedure, sent)
    return jsonify(state=g.procedure.state)


@step("issuing")
def issued() -> ResponseReturnValue:
    """Hand out the new certificate."""
    return jsonify(certificate=_base64(rules.issue(g.bank, g.procedure)))


# The answer to the report that ended the renewal may have been lost: whoever repeats it is told the same.
@step("issuing", "result")
def stored() -> ResponseReturnValue:
    """Hear that the device stored it."""
    rules.store(g.bank, g.procedure, text("thumbprint"))
    _finish()
    return jsonify(next=url_for("result"))


@step("issuing")
def report_device() -> ResponseReturnValue:
    """Hear what the device could not do; say it in the catalogue's words, with a number."""
    error = errors.OF_DEVICE[text("code", among=errors.OF_DEVICE)]
    raise rules.report_device(g.bank, g.procedure, error)


def _finish() -> ResponseReturnValue:
    rules.confirm(g.bank, g.procedure)
    if g.procedure.old_serial:
        g.visit.serial = g.procedure.new_serial
    else:  # it may have been signed in with what was replaced: the result is still to be seen
        g.visit.procedure_id, g.visit.identified = g.procedure.id, True
    return redirect(url_for("result"))


@step("result")
def result() -> ResponseReturnValue:
    """Show the new certificate (claim: step.5)."""
    made = g.procedure
    return render_template(
        "result.html",
        certificate=view(g.bank, made.new_serial),
        backup=backups.reminder(g.bank, made.customer_key),
        place_label=Place(made.place).label,
        fee=made.fee,
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
