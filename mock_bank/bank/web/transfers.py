"""The account, and transfers from it: form, confirmation, signature, receipt (claim: after.transaction)."""

from __future__ import annotations

from typing import Any

from flask import Response, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from mock_bank.bank import accounts, identity
from mock_bank.bank import transfers as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Customer, Transfer, TransferState
from mock_bank.bank.web.access import signed_in
from mock_bank.bank.web.failures import failure, failure_of
from mock_bank.bank.web.forms import TRANSFER_FORMS, BankForm, Card, DocumentForm, evidence_in
from mock_bank.bank.web.network import warns_on_public_network
from mock_bank.bank.web.sign_in import decoded


@signed_in
def account() -> ResponseReturnValue:
    """The balance, and how it came about."""
    of_customer = _customer().account
    return render_template("account.html", account=of_customer, entries=accounts.history(g.bank, of_customer))


@signed_in
def transfers() -> ResponseReturnValue:
    """Say to whom and how much, and that one may."""
    customer = _customer()
    form = TRANSFER_FORMS[customer.security]()
    if not form.validate_on_submit():
        return _form_page(form)
    number, amount, memo = (form[name].data for name in ("account", "amount", "memo"))
    try:
        drafted = rules.confirm(g.bank, customer, number, int(amount), memo, evidence_in(form))
    except Refusal as refusal:
        return _form_page(form, failure_of(form, refusal)), refusal.error.status
    return redirect(url_for("transfer", number=drafted.id))


def _form_page(form: BankForm, error: dict[str, Any] | None = None) -> str:
    customer, settings = _customer(), g.bank.settings
    if isinstance(form, Card):
        form.ask(*identity.card_prompt(g.bank, customer))
    return render_template(
        "transfers.html",
        form=form,
        error=error,
        account=customer.account,
        limits={"1회 한도": settings.transfer_limit, "1일 한도": settings.daily_limit},
        left_today=rules.left_today(g.bank, customer.account),
        keypad=identity.keypad(g.bank, customer.key, customer.card_round, customer.account.password_tries),
    )


@signed_in
@warns_on_public_network
def transfer(number: int) -> ResponseReturnValue:
    """Confirm and sign a transfer; once it is done, its receipt."""
    found = rules.find(g.bank, g.visit.customer_key, number)
    form = DocumentForm()
    if not form.validate_on_submit():
        return _receipt(found) if found.state == TransferState.DONE else _confirmation(found, form)
    try:
        rules.sign(g.bank, found, decoded(form.document.data or ""))
    except Refusal as refusal:
        return _confirmation(found, form, failure(refusal.error)), refusal.error.status
    return redirect(url_for("transfer", number=number))


def _confirmation(draft: Transfer, form: DocumentForm, error: dict[str, Any] | None = None) -> str:
    return render_template("transfer.html", transfer=draft, facts=rules.facts(draft), form=form, error=error)


def _receipt(done: Transfer) -> str:
    return render_template("transfer_done.html", transfer=done, certificate=view(g.bank, str(done.serial)))


@signed_in
def signed_document(number: int) -> ResponseReturnValue:
    """What the customer signed, as any program that knows CMS can check it."""
    found = rules.find(g.bank, g.visit.customer_key, number)
    if found.signature is None:
        raise NotFound
    name = f"transfer-{number}.p7m"
    return Response(
        found.signature,
        content_type="application/pkcs7-mime; smime-type=signed-data",
        headers={"Content-Disposition": f"attachment; filename={name}"},
    )


def _customer() -> Customer:
    customer: Customer = g.bank.customer(g.visit.customer_key)
    return customer
