"""The lobby, and the control API beside it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy import select
from werkzeug.exceptions import HTTPException, NotFound

from mock_bank.bank.models import Message
from mock_bank.clock import KST
from mock_bank.control import create_control, found
from mock_bank.control.operations import OPERATIONS, described
from mock_bank.control.refusals import say_http
from mock_bank.lobby.beside import Beside
from mock_bank.lobby.pages import desk, opened, visitor_of
from mock_bank.people import NamedPerson, Person
from mock_bank.world import UnknownWorld, Worlds

lobby = Blueprint("lobby", __name__)

# A day at this bank begins in the middle of its service hours, whatever the hour is where the visitor sits.
_OPENING = time(10, 0, tzinfo=KST)


def create_lobby(
    worlds: Worlds,
    token: str,
    people: Mapping[str, NamedPerson],
    defect: str | None,
    beside: Sequence[str],
) -> Flask:
    """What `localhost` serves: the lobby for people, the control API for tests."""
    site = Flask(
        __name__,
        static_folder=str(Path(__file__).parents[1] / "bank/web/static"),
        template_folder="templates",
    )
    site.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        WTF_CSRF_TIME_LIMIT=None,
        CONTROL_TOKEN=token,
        WORLDS=worlds,
        DEFECT=defect,
        BESIDE=Beside(beside),
        PEOPLE=people,
    )
    site.register_blueprint(lobby)
    site.register_blueprint(desk)
    control = create_control()
    site.register_blueprint(control)
    CSRFProtect(site).exempt(control)
    site.after_request(_protect)
    return site


def _protect(response: Response) -> Response:
    """Passwords and codes lie on these pages: no cache keeps them, and nothing from elsewhere reads them."""
    response.headers["Content-Security-Policy"] = (
        "default-src 'self'; img-src 'self' http://*.localhost:*; frame-ancestors 'none'; form-action 'self'"
    )
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response


@lobby.get("/")
def choose() -> ResponseReturnValue:
    """Whom one can be."""
    return render_template("lobby.html", people=current_app.config["PEOPLE"].values())


@lobby.post("/worlds")
def open_world() -> ResponseReturnValue:
    """A world of one's own, whose clock runs."""
    people: Mapping[str, NamedPerson] = current_app.config["PEOPLE"]
    chosen = people.get(request.form.get("person", ""))
    if chosen is None:
        raise NotFound(
            "없는 고객입니다. 목록에서 골라 주세요. / There is no such customer; choose one from the list."
        )
    today = datetime.combine(datetime.now(KST).date(), _OPENING)
    others = [_as_receiver(person) for person in people.values() if person is not chosen]
    world = opened(today, secrets.randbits(32), [chosen.person(), *others])
    return redirect(url_for("desk.show", world_id=world.id), 303)


def _as_receiver(person: NamedPerson) -> Person:
    """Somebody to transfer money to: with an account here, and nothing on the visitor's device."""
    return person.person().model_copy(update={"certificates": ()})


@lobby.get("/worlds/<world_id>/phone")
def phone(world_id: str) -> ResponseReturnValue:
    """The customer's phone: the SMS and the e-mails that came, the newest first."""
    with found.world(world_id) as world, world.bank() as bank:
        messages = list(bank.session.scalars(select(Message).order_by(Message.id.desc())))
    return render_template(
        "phone.html",
        name=visitor_of(world).name,
        messages=messages,
        desk_url=url_for("desk.show", world_id=world_id),
    )


@lobby.get("/control/")
def control_api() -> ResponseReturnValue:
    """What the control API can be asked, for people."""
    return render_template("control.html", operations=OPERATIONS, api=described())


@lobby.get("/control/openapi.json")
def openapi() -> ResponseReturnValue:
    """The same for programs; it needs no token, and tells none."""
    return jsonify(described())


@lobby.app_errorhandler(UnknownWorld)
def _unknown_world(error: UnknownWorld) -> ResponseReturnValue:
    ko, en = (
        "없는 모의은행입니다. 이미 닫혔거나 열린 적이 없습니다.",
        "There is no such world: closed, or never opened.",
    )
    return render_template("lobby_error.html", text=f"{ko} / {en}"), 404


@lobby.app_errorhandler(CSRFError)
def _page_expired(error: CSRFError) -> ResponseReturnValue:
    ko, en = "화면이 오래되었습니다. 로비를 새로 열어 주세요.", "This page is too old; open the lobby anew."
    return render_template("lobby_error.html", text=f"{ko} / {en}"), 400


@lobby.app_errorhandler(HTTPException)
def _other(error: HTTPException) -> ResponseReturnValue:
    if request.path.startswith("/control/"):  # where no view was found
        return say_http(error)
    return render_template("lobby_error.html", text=error.description), error.code or 500
