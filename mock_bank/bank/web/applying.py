"""The pages on which customers say and show who they are: terms, application, identity verification."""

from __future__ import annotations

from dataclasses import asdict, fields
from http import HTTPStatus
from typing import Any

from flask import g, jsonify, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import identity as identity_rules
from mock_bank.bank import masking
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Renewal
from mock_bank.bank.parties import Waiting
from mock_bank.bank.renewal import Application
from mock_bank.bank.web.access import open_steps, step
from mock_bank.bank.web.failures import failure_of
from mock_bank.bank.web.forms import (
    APPLICATION_FORMS,
    IDENTITY_FORMS,
    BankForm,
    Card,
    TermsForm,
    evidence_in,
)

_APPLICATION_FIELDS = tuple(field.name for field in fields(Application))


@step("terms")
def terms() -> ResponseReturnValue:
    """Agree to the terms."""
    form = TermsForm()
    if not form.validate_on_submit():
        return render_template("terms.html", form=form)
    session["terms agreed"] = True
    return redirect(url_for("application"))


@step("application")
def application() -> ResponseReturnValue:
    """Fill in the registration data (claim: step.3)."""
    sort = g.way.sort()
    form = APPLICATION_FORMS[sort](data=_entered_before())
    if not form.validate_on_submit():
        return render_template("application.html", form=form, sort=sort, error=None)
    entered = Application(**{field: form[field].data for field in _APPLICATION_FIELDS})
    try:
        g.way.apply(entered)
    except Refusal as refusal:
        error = failure_of(form, refusal)
        return render_template("application.html", form=form, sort=sort, error=error), refusal.error.status
    return redirect(url_for("identity"))


def _entered_before() -> dict[str, str]:
    """What an earlier application held: who comes back to change it need not type it all again."""
    if not isinstance(g.procedure, Renewal):
        return {}
    return {**asdict(Application.of(g.procedure.customer)), "email": g.procedure.email}


@step("identity")
def identity() -> ResponseReturnValue:
    """Show who one is: account password, SMS code, security card or OTP (claim: step.4)."""
    form = IDENTITY_FORMS[g.procedure.customer.security]()
    try:
        if identity_rules.waits(g.bank, g.procedure):
            identity_rules.go_on(g.bank, g.procedure)
        elif form.validate_on_submit():
            identity_rules.verify(g.bank, g.procedure, evidence_in(form))
        else:
            return _identity_page(form, None)
    except Waiting:
        return render_template("identity_waiting.html"), HTTPStatus.ACCEPTED
    except Refusal as refusal:
        return _identity_page(form, failure_of(form, refusal)), refusal.error.status
    g.visit.identified = True
    return redirect(url_for(open_steps(g.procedure)[-1]))


def _identity_page(form: BankForm, error: dict[str, Any] | None) -> str:
    if isinstance(form, Card):
        form.ask(*identity_rules.card_prompt(g.bank, g.procedure.customer))
    return render_template(
        "identity.html",
        form=form,
        error=error,
        keypad=identity_rules.keypad(g.bank, g.procedure.id, g.procedure.code_round),
        code_seconds=identity_rules.code_seconds(g.bank, g.procedure),
        code_to=masking.phone(g.procedure.customer.phone),
    )


@step("identity", "issuing")
def look_again() -> ResponseReturnValue:
    """Say whether the identity service is still waited for; what it answers, the page itself says."""
    if identity_rules.still_waits(g.bank, g.procedure):
        raise Waiting
    return jsonify(state="over")


@step("identity")
def send_code() -> ResponseReturnValue:
    """Send the SMS code, or a new one."""
    identity_rules.send_code(g.bank, g.procedure)
    return jsonify(
        seconds=identity_rules.code_seconds(g.bank, g.procedure),
        to=masking.phone(g.procedure.customer.phone),
    )
