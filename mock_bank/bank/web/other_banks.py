"""Another bank's certificate: who one is, its own signature, and the end of its registration."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import identity, sessions
from mock_bank.bank import other_banks as rules
from mock_bank.bank.errors import Refusal
from mock_bank.bank.web import challenges
from mock_bank.bank.web.access import signed_in
from mock_bank.bank.web.failures import failure_of
from mock_bank.bank.web.forms import REGISTRATION_FORMS, BankForm, Card, HolderForm, evidence_in
from mock_bank.bank.web.network import warns_on_public_network
from mock_bank.bank.web.sign_in import decoded

_WHO = "registers another bank's certificate"  # the customer's key, once the account's password was right


def other_bank() -> ResponseReturnValue:
    """Say who registers one; and which are registered, for who is signed in."""
    form = HolderForm()
    if not form.validate_on_submit():
        return _holder_page(form)
    try:
        entered = (form[name].data for name in ("number", "account", "account_password"))
        session[_WHO] = rules.find_customer(g.bank, *entered).key
    except Refusal as refusal:
        return _holder_page(form, failure_of(form, refusal)), refusal.error.status
    return redirect(url_for("register_other"))


def _holder_page(form: HolderForm, error: dict[str, Any] | None = None) -> str:
    key = g.visit.customer_key
    return render_template(
        "other_bank.html",
        form=form,
        error=error,
        registered=rules.registered(g.bank, key) if key else [],
        keypad=identity.keypad(g.bank, "other bank", g.bank.now()),
    )


@warns_on_public_network
def register_other() -> ResponseReturnValue:
    """Enter the card or OTP, and have the certificate sign."""
    if _WHO not in session:
        return redirect(url_for("other_bank"))
    customer = g.bank.customer(session[_WHO])
    form = REGISTRATION_FORMS[customer.security]()
    if not form.validate_on_submit():
        return _registration_page(form)
    try:
        made = rules.register(
            g.bank,
            customer,
            challenges.taken("registration"),
            decoded(form.certificate.data),
            decoded(form.signature.data),
            evidence_in(form),
        )
    except Refusal as refusal:
        return _registration_page(form, failure_of(form, refusal)), refusal.error.status
    del session[_WHO]
    flash(f"{made.bank_label}의 인증서를 등록했습니다. 이제 로그인과 이체에 쓸 수 있습니다.", "status")
    return redirect(url_for("other_bank"))


def _registration_page(form: BankForm, error: dict[str, Any] | None = None) -> str:
    customer = g.bank.customer(session[_WHO])
    if isinstance(form, Card):
        form.ask(*identity.card_prompt(g.bank, customer))
    return render_template(
        "other_bank_register.html",
        form=form,
        error=error,
        holder=customer,
        challenge=challenges.shown("registration"),
    )


@signed_in
def end_registration(serial: str) -> ResponseReturnValue:
    """End the registration of one; who signed in with it is signed out."""
    rules.end(g.bank, g.visit.customer_key, serial)
    if g.visit.serial == serial:
        sessions.end(g.visit)
        session.clear()
    flash("타행 인증서 등록을 해제했습니다. 이제 이 인증서로 로그인하거나 이체할 수 없습니다.", "status")
    return redirect(url_for("other_bank"))
