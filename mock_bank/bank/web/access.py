"""Who may see a page, and when in a renewal."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import errors
from mock_bank.bank.certificates import view
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Renewal, RenewalState
from mock_bank.bank.renewal import check_eligible, check_in_force, present
from mock_bank.bank.web.failures import asked_by_script

# Not "//": a host follows that. Nor what browsers take for a slash, or drop, so that "//" is left.
_OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x1f]*")
Arguments = ParamSpec("Arguments")
View = Callable[Arguments, ResponseReturnValue]

# The pages of a renewal in their order, and which of them may be open in which state.
STEPS = ("terms", "application", "identity", "issuing", "result")
_OPEN = {
    None: ("terms",),
    RenewalState.APPLIED: ("terms", "application", "identity"),
    RenewalState.IDENTIFIED: ("issuing",),
    RenewalState.REGISTERED: ("issuing",),
    RenewalState.ISSUED: ("issuing",),
    RenewalState.STORED: ("issuing",),
    RenewalState.CONFIRMED: ("result",),
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


def renewal_step(*steps: str) -> Callable[[View[Arguments]], View[Arguments]]:
    """Let `page` be seen only while the renewal is at one of `steps`; else lead to where it is, and say so.

    Raises Refusal when the certificate may not be renewed (domain: Renewal window).
    """

    def decorate(page: View[Arguments]) -> View[Arguments]:
        @signed_in
        @wraps(page)
        def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
            g.renewal = present(g.bank, g.visit.serial)
            check_may_go_on(g.renewal)
            if not set(steps) & set(open_steps(g.renewal)):
                return _lead_to_present_step(steps[0])
            return page(*args, **kwargs)

        return guarded

    return decorate


def check_may_go_on(renewal: Renewal | None) -> None:
    """Raise Refusal unless the customer may renew today or, what the authority knows of already, may finish:
    that is so whatever the day is, as long as the old certificate is in force (domain: Renewal window).
    """
    if renewal is not None and renewal.state.reached(RenewalState.REGISTERED):
        check_in_force(g.bank, renewal)
    else:
        check_eligible(g.bank, view(g.bank, g.visit.serial))


def open_steps(renewal: Renewal | None) -> tuple[str, ...]:
    """The steps that may be open now, the present one last."""
    if renewal is None:
        return ("terms", "application") if session.get("terms agreed") else ("terms",)
    return _OPEN[renewal.state]


def _lead_to_present_step(asked: str) -> ResponseReturnValue:
    now_open = open_steps(g.renewal)[-1]
    error = errors.RENEWAL_PASSED if STEPS.index(asked) < STEPS.index(now_open) else errors.RENEWAL_ORDER
    if asked_by_script():
        raise Refusal(error)
    flash(error.code, "error")
    return redirect(url_for(now_open))
