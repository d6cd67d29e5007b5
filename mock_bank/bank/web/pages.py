"""Home, customer centre, certificate centre and certificate management."""

from __future__ import annotations

from flask import g, render_template
from flask.typing import ResponseReturnValue

from mock_bank.bank.certificates import due, of_customer
from mock_bank.bank.web.access import signed_in


def home() -> ResponseReturnValue:
    """Where everything begins (claim: step.1)."""
    key = g.visit.customer_key
    return render_template("home.html", reminder=due(g.bank, key) if key else None)


def support() -> ResponseReturnValue:
    """How to reach the customer centre (claim: step.help)."""
    return render_template("support.html")


def certificates() -> ResponseReturnValue:
    """The certificate centre."""
    return render_template("centre.html")


@signed_in
def manage() -> ResponseReturnValue:
    """The customer's certificates with their states (claims: step.2, need.validity)."""
    key = g.visit.customer_key
    return render_template("manage.html", certificates=of_customer(g.bank, key), reminder=due(g.bank, key))
