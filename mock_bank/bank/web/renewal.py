"""The renewal's pages from what to prepare to identity verification."""

from __future__ import annotations

from dataclasses import asdict, fields
from http import HTTPStatus
from typing import Any

from flask import flash, g, jsonify, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import identity as identity_rules
from mock_bank.bank import masking
from mock_bank.bank import renewal as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Customer, RenewalState
from mock_bank.bank.parties import Waiting
from mock_bank.bank.renewal import Application
from mock_bank.bank.web.access import check_may_go_on, open_steps, renewal_step, signed_in
from mock_bank.bank.web.failures import failure_of
from mock_bank.bank.web.forms import (
    APPLICATION_FORMS,
    IDENTITY_FORMS,
    BankForm,
    Card,
    TermsForm,
    evidence_in,
)

_NUMBER_LABELS = {"personal": "주민등록번호", "corporate": "사업자등록번호"}
_APPLICATION_FIELDS = tuple(field.name for field in fields(Application))
_SECURITY_LABELS = {"security-card": "보안카드", "otp": "OTP"}


@signed_in
def renewal() -> ResponseReturnValue:
    """What to prepare, and the way to the step where the renewal is (claim: prepare)."""
    certificate = view(g.bank, g.visit.serial)
    begun = rules.present(g.bank, g.visit.serial)
    finished = begun is not None and begun.state == RenewalState.CONFIRMED
    check_may_go_on(None if finished else begun)
    return render_template(
        "renewal.html",
        certificate=certificate,
        needs=_needs(g.bank.customer(g.visit.customer_key)),
        fee=certificate.kind.fee,
        unfinished=begun is not None,
        may_cancel=begun is not None and not begun.state.reached(RenewalState.REGISTERED),
        next_url=url_for(open_steps(begun)[-1] if begun else "terms"),
    )


def _needs(customer: Customer) -> list[str]:
    return [
        "기존 인증서와 비밀번호",
        _NUMBER_LABELS[customer.kind],
        "계좌번호와 계좌 비밀번호 4자리",
        "은행에 등록한 휴대폰",
        _SECURITY_LABELS[customer.security],
        "새 인증서 비밀번호",
        "저장 위치",
    ]


@renewal_step("identity", "issuing")
def cancel() -> ResponseReturnValue:
    """Forget the renewal; the customer is where they began."""
    rules.cancel(g.bank, g.renewal)
    session.pop("terms agreed", None)
    flash("갱신을 취소했습니다.", "status")
    return redirect(url_for("renewal"))


@renewal_step("terms")
def terms() -> ResponseReturnValue:
    """Agree to the terms."""
    form = TermsForm()
    if not form.validate_on_submit():
        return render_template("terms.html", form=form)
    session["terms agreed"] = True
    return redirect(url_for("application"))


@renewal_step("application")
def application() -> ResponseReturnValue:
    """Fill in the registration data (claim: step.3)."""
    customer = g.bank.customer(g.visit.customer_key)
    form = APPLICATION_FORMS[customer.kind](data=_entered_before())
    if not form.validate_on_submit():
        return render_template("application.html", form=form, error=None)
    entered = Application(**{field: form[field].data for field in _APPLICATION_FIELDS})
    try:
        rules.apply(g.bank, customer, g.visit.serial, entered)
    except Refusal as refusal:
        error = failure_of(form, refusal)
        return render_template("application.html", form=form, error=error), refusal.error.status
    return redirect(url_for("identity"))


def _entered_before() -> dict[str, str]:
    """What an earlier application held: who comes back to change it need not type it all again."""
    if g.renewal is None:
        return {}
    return {**asdict(Application.of(g.renewal.customer)), "email": g.renewal.email}


@renewal_step("identity")
def identity() -> ResponseReturnValue:
    """Show who one is: account password, SMS code, security card or OTP (claim: step.4)."""
    form = IDENTITY_FORMS[g.renewal.customer.security]()
    try:
        if identity_rules.waits(g.bank, g.renewal):
            identity_rules.go_on(g.bank, g.renewal)
        elif form.validate_on_submit():
            identity_rules.verify(g.bank, g.renewal, evidence_in(form))
        else:
            return _identity_page(form, None)
    except Waiting:
        return render_template("identity_waiting.html"), HTTPStatus.ACCEPTED
    except Refusal as refusal:
        return _identity_page(form, failure_of(form, refusal)), refusal.error.status
    return redirect(url_for("issuing"))


def _identity_page(form: BankForm, error: dict[str, Any] | None) -> str:
    if isinstance(form, Card):
        form.ask(*identity_rules.card_prompt(g.bank, g.renewal.customer))
    return render_template(
        "identity.html",
        form=form,
        error=error,
        keypad=identity_rules.keypad(g.bank, g.renewal.id, g.renewal.code_round),
        code_seconds=identity_rules.code_seconds(g.bank, g.renewal),
        code_to=masking.phone(g.renewal.customer.phone),
    )


@renewal_step("identity", "issuing")
def look_again() -> ResponseReturnValue:
    """Say whether the identity service is still waited for; what it answers, the page itself says."""
    if identity_rules.still_waits(g.bank, g.renewal):
        raise Waiting
    return jsonify(state="over")


@renewal_step("identity")
def send_code() -> ResponseReturnValue:
    """Send the SMS code, or a new one."""
    identity_rules.send_code(g.bank, g.renewal)
    return jsonify(
        seconds=identity_rules.code_seconds(g.bank, g.renewal),
        to=masking.phone(g.renewal.customer.phone),
    )
