"""Signing in with a certificate, and out."""

from __future__ import annotations

import base64
from typing import Any

from flask import flash, g, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import errors, sessions
from mock_bank.bank import sign_in as rules
from mock_bank.bank.errors import Refusal
from mock_bank.bank.web import challenges
from mock_bank.bank.web.access import own_page, signed_in
from mock_bank.bank.web.failures import failure, words
from mock_bank.bank.web.forms import SignInForm
from mock_bank.bank.web.network import warns_on_public_network


@warns_on_public_network
def sign_in() -> ResponseReturnValue:
    """Show the bank's challenge, take the device's signature over it (claim: how.sign-in)."""
    form = SignInForm()
    if not form.validate_on_submit():
        return _page(form, _why_signed_out())
    try:
        registered = rules.sign_in(
            g.bank,
            challenges.taken("sign-in"),
            decoded(form.certificate.data),
            decoded(form.signature.data),
        )
    except Refusal as refusal:
        return _page(form, failure(refusal.error)), refusal.error.status
    # The visit until now is over, so that whoever holds its cookie has nothing to go on with.
    g.bank.session.delete(g.visit)
    g.visit = sessions.sign_in(g.bank, registered.customer_key, registered.serial)
    return redirect(_wanted_page())


def sign_out() -> ResponseReturnValue:
    """End the visit."""
    sessions.end(g.visit)
    session.clear()
    flash("로그아웃되었습니다.", "status")
    return redirect(url_for("home"))


@signed_in
def extend_session() -> ResponseReturnValue:
    """Start the idle time anew, as every request of a signed-in customer does."""
    return jsonify({})


def decoded(text: str) -> bytes:
    """Bytes that came as base64; none when it is none, which no signature or certificate survives."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def _page(form: SignInForm, error: dict[str, Any] | None) -> str:
    return render_template("sign_in.html", form=form, challenge=challenges.shown("sign-in"), error=error)


def _why_signed_out() -> dict[str, Any] | None:
    """What a customer is told who did not ask for this page: no failure, and nothing to call about."""
    if g.visit.ended:
        ended, g.visit.ended = errors.CATALOGUE[g.visit.ended], None
        return words(ended)
    return words(errors.SESSION_NEEDED) if "next" in request.args else None


def _wanted_page() -> str:
    """The page that led to sign-in."""
    return own_page(request.args.get("next", ""))
