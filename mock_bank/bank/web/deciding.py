"""The last pages of a change to a certificate: which one, and that it is done (domain: Revocation)."""

from __future__ import annotations

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import changes as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.web.access import step
from mock_bank.bank.web.forms import DecisionForm
from mock_bank.bank.web.network import warns_on_public_network


@step("decision")
@warns_on_public_network
def decision() -> ResponseReturnValue:
    """Choose the certificate, and decide."""
    change, held = g.procedure, rules.choices(g.bank, g.procedure)
    form = DecisionForm(data={"certificate": held[0].serial if len(held) == 1 else None})
    form.offer(held, g.way.name)
    if not form.validate_on_submit():
        return render_template("decision.html", form=form)
    rules.decide(g.bank, change, form.certificate.data)
    # It may have been the certificate that signed in: signed out, the customer still sees what was done.
    g.visit.procedure_id, g.visit.identified = change.id, True
    return redirect(url_for("done"))


@step("done")
def done() -> ResponseReturnValue:
    """Show what has become of the certificate."""
    return render_template("done.html", certificate=view(g.bank, g.procedure.serial))
