"""The warning on a public network before pages that show or move a certificate (claim: keep.network)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

from flask import g, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from mock_bank.bank import errors
from mock_bank.bank.web.access import own_page
from mock_bank.bank.web.failures import words

Arguments = ParamSpec("Arguments")
View = Callable[Arguments, ResponseReturnValue]

_KNOWINGLY = "opened knowingly"  # the paths that the visitor opened although the network is public


def warns_on_public_network(page: View[Arguments]) -> View[Arguments]:
    """On a public network, show and do nothing of `page` until the visitor goes on, once a visit."""

    @wraps(page)
    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> ResponseReturnValue:
        if g.bank.surroundings.network == "private" or request.path in session.get(_KNOWINGLY, []):
            return page(*args, **kwargs)
        return render_template("network.html", warning=words(errors.NETWORK_PUBLIC), page=_this_page())

    return guarded


def continue_knowingly() -> ResponseReturnValue:
    """Hear that the visitor was warned and goes on, and lead back to the page."""
    page = own_page(request.form.get("page", ""))
    session[_KNOWINGLY] = [*session.get(_KNOWINGLY, []), urlsplit(page).path]
    return redirect(page)


def _this_page() -> str:
    """The page's address, with what it was asked."""
    return request.full_path if request.query_string else request.path
