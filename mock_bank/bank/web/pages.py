"""Home, customer centre, certificate centre and certificate management."""

from __future__ import annotations

from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from mock_bank.bank.backups import reminder
from mock_bank.bank.certificates import due, of_customer
from mock_bank.bank.errors import Refusal
from mock_bank.bank.support import look_up
from mock_bank.bank.web.access import signed_in
from mock_bank.bank.web.failures import say_at_fields, words
from mock_bank.bank.web.forms import SupportForm
from mock_bank.bank.web.network import warns_on_public_network


def home() -> ResponseReturnValue:
    """Where everything begins (claim: step.1)."""
    key = g.visit.customer_key
    return render_template("home.html", **_reminders(key) if key else {})


def support() -> ResponseReturnValue:
    """How to reach the customer centre, and what it sees under a reference number (claim: step.help)."""
    form = SupportForm(request.args)
    if "reference" not in request.args or not form.validate():
        return render_template("support.html", form=form)
    try:
        case = look_up(g.bank, form.reference.data)
    except Refusal as refusal:
        say_at_fields(form, refusal)
        return render_template("support.html", form=form, error=words(refusal.error)), refusal.error.status
    return render_template("support.html", form=form, case=case)


def certificates() -> ResponseReturnValue:
    """The certificate centre."""
    return render_template("centre.html")


@signed_in
@warns_on_public_network
def manage() -> ResponseReturnValue:
    """The customer's certificates with their states (claims: step.2, need.validity)."""
    key = g.visit.customer_key
    return render_template("manage.html", certificates=of_customer(g.bank, key), **_reminders(key))


def _reminders(key: str) -> dict[str, Any]:
    """What it is time for: to renew a certificate, to back one up."""
    return {"reminder": due(g.bank, key), "backup": reminder(g.bank, key)}
