"""What the bank says when something went wrong: one set of words for pages and for their JavaScript."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import g, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from mock_bank.bank import support
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.parties import Waiting
from mock_bank.bank.web.ways import WAYS

# Asked by a page's JavaScript: they answer in JSON, their errors too.
JSON_ENDPOINTS = frozenset(
    {
        *("extend_session", "send_code", "look_again", "register", "issued", "stored", "report_device"),
        *("exported", "deposit", "fetch"),
    }
)


def asked_by_script() -> bool:
    """Whether a page's JavaScript asks, and not the browser for a page."""
    return request.endpoint in JSON_ENDPOINTS


def failure(error: BankError) -> dict[str, Any]:
    """What the customer reads of `error`, with the number under which the centre finds it."""
    incident = support.open_incident(g.bank, error, g.visit.customer_key, g.get("procedure"))
    return {
        **words(error),
        "reference": incident.reference,
        "centre_first": support.comes_first(g.bank, incident),
    }


def failure_of(form: Form, refusal: Refusal) -> dict[str, Any]:
    """The same of a `refusal`, said at the form's fields that it is about as well, if it is about any."""
    say_at_fields(form, refusal)
    return failure(refusal.error)


def say_at_fields(form: Form, refusal: Refusal) -> None:
    """Let the fields that are wrong say why."""
    for name, error in refusal.faults:
        form[name].errors = [*form[name].errors, error.said_at(form[name].label.text)]


def words(error: BankError) -> dict[str, Any]:
    """The catalogue's own part of it."""
    return {
        "code": error.code,
        "title": error.title,
        "text": error.text,
        "remedy": error.remedy,
        "calm": error.calm,
        "said_apart": error.at_field is not None,
        "leads": error.leads,
        "service": service_of(error),
    }


def service_of(error: BankError) -> dict[str, str] | None:
    """The way that helps, if one does: its name and address; who is in it has no need to be led there."""
    if error.service is None or (g.get("way") and g.way.name == error.service):
        return None
    way = WAYS[error.service]
    return {"title": way.title, "url": url_for(way.name)}


def say(error: BankError) -> ResponseReturnValue:
    """The error as a page, or as JSON where a page's JavaScript asked."""
    said = failure(error)
    if asked_by_script():
        return jsonify(said), error.status
    return render_template("error.html", error=said, retry=_page_to_retry()), error.status


def say_refused(refusal: Refusal) -> ResponseReturnValue:
    """What the bank refuses."""
    return say(refusal.error)


def say_waiting(_: Waiting) -> ResponseReturnValue:
    """That the answer is not there yet: the page asks again."""
    return jsonify(state="waiting"), HTTPStatus.ACCEPTED


def _page_to_retry() -> str | None:
    """The page that can be opened anew: the one that was asked for, if it can be opened at all."""
    rule = request.url_rule
    return request.path if rule and "GET" in (rule.methods or ()) else None
