"""The bank's site as a Flask application; which world it serves, each request says."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound

from mock_bank import addresses
from mock_bank.bank import errors, masking, service, sessions
from mock_bank.bank.errors import Refusal
from mock_bank.bank.particles import settled
from mock_bank.bank.parties import Waiting
from mock_bank.bank.sessions import COOKIE, IDLE_LIMIT
from mock_bank.bank.support import CENTRE
from mock_bank.bank.web.failures import say, say_refused, say_waiting, words
from mock_bank.bank.web.numbers import unbroken
from mock_bank.bank.web.routes import add_routes
from mock_bank.bank.web.sessions import VisitSessions, close_bank
from mock_bank.surroundings import COMPUTER, DEVICE_NAMES

DEVICE_COOKIE = "mock-device"


def create_bank_site(secret: bytes) -> Flask:
    """The site of every world's bank; its pages outlive the server if the next one has the same secret."""
    site = Flask(__name__)
    site.config.update(
        # Signs only CSRF tokens; a session is a row of the world (see VisitSessions).
        SECRET_KEY=secret,
        # By the world's clock a token lives as long as its session; the machine's clock has no say.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
        MAX_CONTENT_LENGTH=256 * 1024,  # bytes: many times the longest form
    )
    site.session_interface = VisitSessions()
    CSRFProtect(site)
    site.before_request(_move_to_device)
    site.before_request(_keep_service_hours)
    add_routes(site)
    site.context_processor(_everywhere)
    site.add_template_filter(unbroken)
    site.add_template_filter(settled)
    site.add_template_filter(masking.account, "masked_account")
    site.add_template_filter(masking.name, "masked_name")
    site.after_request(_protect)
    site.teardown_request(close_bank)
    site.register_error_handler(Refusal, say_refused)
    site.register_error_handler(Waiting, say_waiting)
    site.register_error_handler(CSRFError, _without_token)
    site.register_error_handler(HTTPException, _not_done)
    return site


def _everywhere() -> dict[str, Any]:
    """What every template may use."""
    signed_in = g.visit.customer_key
    return {
        "way": g.get("way"),
        "customer": g.bank.customer(signed_in) if signed_in else None,
        "session_seconds": int(IDLE_LIMIT.total_seconds()) if signed_in else None,
        "device_url": _device_url(),
        "now": g.bank.now(),
        "centre": CENTRE,
        "no_answer": {"bank": words(errors.BANK_NO_ANSWER), "device": words(errors.DEVICE_NO_ANSWER)},
        "words_of": lambda code: words(errors.CATALOGUE[code]),
        "answer_limit": g.bank.settings.answer_limit,
    }


def _device_url() -> str:
    name = request.cookies.get(DEVICE_COOKIE, "")
    at = name if DEVICE_NAMES.fullmatch(name) else COMPUTER
    return addresses.device(request.environ["mock_bank.world"].id, request.host, at)


def _move_to_device() -> ResponseReturnValue | None:
    """Seat this browser at another of the customer's devices: a machine knows where it is, a mock is told."""
    name = request.args.get("device")
    if name is None or not _is_visit():
        return None
    if not DEVICE_NAMES.fullmatch(name):
        return say(errors.REQUEST_MALFORMED)
    moved = redirect(request.path)
    moved.set_cookie(DEVICE_COOKIE, name, httponly=True, samesite="Lax")
    return moved


def _protect(response: Response) -> Response:
    """Nothing from elsewhere is loaded, and no page is shown from a cache that the bank did not make."""
    response.headers["Content-Security-Policy"] = (
        f"default-src 'self'; connect-src 'self' {_device_url()}; frame-ancestors 'none'; form-action 'self'"
    )
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response


def _keep_service_hours() -> None:
    """Signing in, transfers and the ways through the certificate centre have their hours; the rest of the
    site is always there (domain: Limits).
    """
    if "way" in g or request.path.startswith((url_for("sign_in"), url_for("transfers"))):
        service.check_open(g.bank)


def _without_token(_: CSRFError) -> ResponseReturnValue:
    """A form without its token; one whose session ended has lost it with the session, and is told that.

    A page of ours that comes back without its cookie is from a browser that takes none.
    """
    if COOKIE not in request.cookies and request.form.get("csrf_token"):
        return say(errors.COOKIES_BLOCKED)
    return say(errors.CATALOGUE[g.visit.ended] if g.visit.ended else errors.PAGE_EXPIRED)


def _is_visit() -> bool:
    """Whether the bank is open for this request; for a file of its pages it is not."""
    return "visit" in g


def _not_done(error: HTTPException) -> ResponseReturnValue | HTTPException:
    """What HTTP itself refuses, no such address or nothing that can be read; and what failed in the bank."""
    if not _is_visit():
        return error
    if isinstance(error, (NotFound, MethodNotAllowed)):
        return say(errors.NOT_FOUND)
    if not isinstance(error, InternalServerError):
        return say(errors.REQUEST_MALFORMED)
    g.bank.session.rollback()
    # That the customer was here is not undone: their session counts from now, as the page will.
    g.visit = sessions.resume(g.bank, request.cookies.get(COOKIE))
    return say(errors.BANK_FAILED)
