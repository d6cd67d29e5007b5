"""The bank's site as a Flask application; which world it serves, each request says."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Flask, Response, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, NotFound

from mock_bank import addresses
from mock_bank.bank import errors
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.sessions import IDLE_LIMIT
from mock_bank.bank.support import CENTRE, open_incident
from mock_bank.bank.web.routes import JSON_ENDPOINTS, add_routes
from mock_bank.bank.web.sessions import VisitSessions, close_bank


def create_bank_site() -> Flask:
    """The site of every world's bank."""
    site = Flask(__name__)
    site.config.update(
        # Signs only CSRF tokens; a session is a row of the world (see VisitSessions).
        SECRET_KEY=secrets.token_bytes(32),
        # By the world's clock a token lives as long as its session; the machine's clock has no say.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
    )
    site.session_interface = VisitSessions()
    CSRFProtect(site)
    add_routes(site)
    site.context_processor(_everywhere)
    site.after_request(_protect)
    site.teardown_request(close_bank)
    site.register_error_handler(Refusal, _refused)
    site.register_error_handler(CSRFError, _without_token)
    site.register_error_handler(NotFound, lambda _: _say(errors.NOT_FOUND))
    site.register_error_handler(500, _failed)
    return site


def _everywhere() -> dict[str, Any]:
    """What every template may use."""
    signed_in = g.visit.customer_key
    return {
        "customer": g.bank.customer(signed_in) if signed_in else None,
        "session_seconds": int(IDLE_LIMIT.total_seconds()) if signed_in else None,
        "device_url": _device_url(),
        "now": g.bank.now(),
        "centre": CENTRE,
    }


def _device_url() -> str:
    return addresses.device(request.environ["mock_bank.world"].id, request.host)


def _protect(response: Response) -> Response:
    """Nothing from elsewhere is loaded, and no page is shown from a cache that the bank did not make."""
    response.headers["Content-Security-Policy"] = (
        f"default-src 'self'; connect-src 'self' {_device_url()}; frame-ancestors 'none'; form-action 'self'"
    )
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response


def _refused(refusal: Refusal) -> ResponseReturnValue:
    return _say(refusal.error)


def _without_token(_: CSRFError) -> ResponseReturnValue:
    """A form without its token; one whose session ended has lost it with the session, and is told that."""
    return _say(errors.CATALOGUE[g.visit.ended] if g.visit.ended else errors.PAGE_EXPIRED)


def _failed(error: HTTPException) -> ResponseReturnValue:
    g.bank.session.rollback()
    return _say(errors.BANK_FAILED)


def _say(error: BankError) -> ResponseReturnValue:
    """The error as a page, or as JSON where a page's JavaScript asked."""
    reference = open_incident(g.bank, error, g.visit.customer_key)
    if request.endpoint in JSON_ENDPOINTS:
        said = {
            "code": error.code,
            "title": error.title,
            "message": error.text,
            "remedy": error.remedy,
            "reference": reference,
        }
        return jsonify(said), error.status
    shown = {"code": error.code, "title": error.title, "text": error.text, "remedy": error.remedy}
    return render_template("error.html", error={**shown, "reference": reference}), error.status
