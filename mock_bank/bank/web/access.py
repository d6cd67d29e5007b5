"""Who may see a page, and when on its way through the certificate centre."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import errors
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Procedure, RenewalState
from mock_bank.bank.web.failures import asked_by_script
from mock_bank.bank.web.ways import Renewing

# Not "//": a host follows that. Nor what browsers take for a slash, or drop, so that "//" is left.
_OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x1f]*")
Arguments = ParamSpec("Arguments")
View = Callable[Arguments, ResponseReturnValue]

# Which pages may be open in which state, as far as a way has them.
_OPEN = {
    RenewalState.APPLIED: ("terms", "application", "identity"),
    RenewalState.IDENTIFIED: ("issuing", "decision"),
    RenewalState.REGISTERED: ("issuing",),
    RenewalState.ISSUED: ("issuing",),
    RenewalState.STORED: ("issuing",),
    RenewalState.CONFIRMED: ("result", "done"),
}


def signed_in(page: View[Arguments]) -> View[Arguments]:
    """Let only a signed-in customer see `page`; others sign in first and come back (claim: how.sign-in)."""

    @wraps(page)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if g.visit.customer_key is None:
            if asked_by_script():
                raise Refusal(errors.CATALOGUE[g.visit.ended] if g.visit.ended else errors.SESSION_NEEDED)
            return redirect(url_for("sign_in", next=request.path))
        return page(*args, **kwargs)

    return guarded


def own_page(address: str) -> str:
    """`address` if it is a page of this site; else home: nobody is led elsewhere."""
    return address if _OWN_PAGE.fullmatch(address) else url_for("home")


def begins(page: View[Arguments]) -> View[Arguments]:
    """Let `page`, where a way begins, be seen by those who may go that way."""

    @wraps(page)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        g.procedure = g.way.present()
        # Who has revoked the certificate that signed in is still to see that it is done.
        open_to_all = g.procedure is not None or not g.way.signed_in
        return (page if open_to_all else signed_in(page))(*args, **kwargs)

    return guarded


def step(*steps: str) -> Callable[[View[Arguments]], View[Arguments]]:
    """Let `page` be seen only while the procedure is at one of `steps`; else lead to where it is, and say so.

    Raises Refusal when the customer may not go on.
    """

    def decorate(page: View[Arguments]) -> View[Arguments]:
        @begins
        @wraps(page)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
            g.way.check(g.procedure)
            if not set(steps) & set(open_steps(g.procedure)):
                return _lead_to_present_step(steps[0])
            return page(*args, **kwargs)

        return guarded

    return decorate


def open_steps(procedure: Procedure | None) -> tuple[str, ...]:
    """The steps that may be open now, the present one last."""
    if procedure is None:
        return _first_steps()
    # Who renews has shown in signing in that they are who began it.
    shown = g.visit.identified or isinstance(g.way, Renewing)
    state = procedure.state if shown else RenewalState.APPLIED
    return tuple(one for one in _OPEN[state] if one in g.way.steps)


def _first_steps() -> tuple[str, ...]:
    """What may be open before there is an application."""
    if g.way.choices and "choice" not in session:
        return (g.way.name,)
    if "terms" in g.way.steps:
        return ("terms", "application") if session.get("terms agreed") else ("terms",)
    return (g.way.name, "application") if "application" in g.way.steps else (g.way.name,)


def _lead_to_present_step(asked: str) -> ResponseReturnValue:
    now_open, order = open_steps(g.procedure)[-1], list(g.way.steps)
    error = errors.RENEWAL_PASSED if order.index(asked) < order.index(now_open) else errors.RENEWAL_ORDER
    if g.visit.ended:
        error, g.visit.ended = errors.CATALOGUE[g.visit.ended], None
    if asked_by_script():
        raise Refusal(error)
    flash(error.code, "error")
    return redirect(url_for(now_open))
