"""The pages of a desk: what its visitor holds, what may be arranged there, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from mock_bank import addresses
from mock_bank.bank import identity
from mock_bank.control import acts, found, insight
from mock_bank.control.audit_words import VALUES
from mock_bank.control.refusals import ControlError
from mock_bank.enrolment import populate
from mock_bank.lobby.arrangements import ARRANGEMENTS, GROUPS, Arrangement, Said, WrongEntry
from mock_bank.lobby.beside import Beside
from mock_bank.lobby.desk import DEVICES, held
from mock_bank.lobby.scenario import Scenario, line
from mock_bank.people import NamedPerson, Person
from mock_bank.surroundings import COMPUTER
from mock_bank.world import World

desk = Blueprint("desk", __name__, url_prefix="/worlds/<world_id>")
desk.add_app_template_filter(line)


def opened(began: datetime, seed: int, people: Iterable[Person]) -> World:
    """A new world of the lobby's, whose clock runs."""
    worlds = found.worlds()
    world = worlds.create(began, seed, people, ticking=True)
    populate(worlds, world)
    Scenario(began).keep(world)
    return world


def visitor_of(world: World) -> Person:
    """Whose world it is: the one who was put into it first."""
    return next(iter(world.people.values()))


@desk.get("")
def show(world_id: str) -> ResponseReturnValue:
    """The customer's desk: the way to the bank, all that they know and hold, and what may be arranged."""
    with found.world(world_id) as world, world.bank() as bank:
        person = visitor_of(world)
        customer = bank.customer(person.key)
        phone, card_codes = customer.phone, customer.card_codes
        otp = identity.otp_now(bank, customer) if customer.otp_secret else None
        certificates = held(world, bank, person)
        scenario = Scenario.of(world)
    return render_template(
        "desk.html",
        world=world,
        person=person,
        now=world.clock.now(),
        certificates=certificates,
        phone=phone,
        card_codes=card_codes,
        otp=otp,
        receivers=[other for other in world.people.values() if other is not person],
        bank_url=addresses.bank(world.id, request.host),
        device=scenario.device or COMPUTER,
        devices=DEVICES,
        groups=GROUPS,
        usual=lambda one: _usual(one, world),
        scenario=scenario,
        visitor=_named(person),
        called=VALUES,
        networks=ARRANGEMENTS["network"].fields[0].words,
        defects=_beside().defects,
        elsewhere=_beside().desks(world.id),
    )


def _usual(arrangement: Arrangement, world: World) -> dict[str, str]:
    """What is entered before somebody enters something else; of days it is today."""
    today = f"{world.clock.now():%Y-%m-%d}"
    return {one.name: one.usual or next(iter(one.words), today) for one in arrangement.fields}


def _named(person: Person) -> Said:
    """What features call a person: in English too by the Korean name, unless they are one of the lobby's."""
    people: Mapping[str, NamedPerson] = current_app.config["PEOPLE"]
    return Said(person.name, people[person.key].english if person.key in people else person.name)


@desk.get("/arrangements/<name>")
def preview(world_id: str, name: str) -> ResponseReturnValue:
    """The step that would state an arrangement, as it is being entered."""
    try:
        step = _arrangement(name).told(request.args)
    except WrongEntry:
        return jsonify({})
    return jsonify(ko=line(step, "ko"), en=line(step, "en"))


@desk.post("/arrangements/<name>")
def arrange(world_id: str, name: str) -> ResponseReturnValue:
    """Make an arrangement, and keep it for the scenario."""
    arrangement = _arrangement(name)
    entries = {one.name: request.form.get(one.name, "") for one in arrangement.fields}
    with found.world(world_id) as world:
        visitor = visitor_of(world).key
    try:
        arrangement.make(world_id, visitor, entries)
    except WrongEntry as error:
        flash(str(error), "bad")
    except ControlError as error:
        flash(_in_both(error), "bad")
    else:
        with found.world(world_id) as world:
            scenario = Scenario.of(world)
            scenario.arranged.append((name, entries))
            scenario.keep(world)
        step = arrangement.told(entries)
        flash(f"{line(step, 'ko')} / {line(step, 'en')}", "good")
    return redirect(url_for("desk.show", world_id=world_id, at=name), 303)


def _arrangement(name: str) -> Arrangement:
    if name not in ARRANGEMENTS:
        raise NotFound("그런 상황은 없습니다. / There is no such arrangement.")
    return ARRANGEMENTS[name]


@desk.post("/reset")
def reset(world_id: str) -> ResponseReturnValue:
    """A world of the same people in place of this one, as it began."""
    with found.world(world_id) as world:
        began = Scenario.of(world).began
        if began is None:
            raise NotFound("로비에서 연 은행이 아닙니다. / This is not a world of the lobby's.")
        anew = opened(began, world.seed, world.people.values())
    acts.delete_world(world_id)
    return redirect(url_for("desk.show", world_id=anew.id), 303)


@desk.post("/defect")
def have_defect(world_id: str) -> ResponseReturnValue:
    """A copy of this world goes on at a bank that has the chosen bug; here it stays as it is."""
    name = request.form.get("name", "")
    with found.world(world_id) as world:
        world.save()
        packed, folder = found.worlds().pack(world), world.folder.parents[1] / "beside"
    try:
        _beside().go_on(world_id, packed, name, folder)
    except LookupError:
        flash(f"“{name}” 결함은 없습니다. / There is no defect “{name}”.", "bad")
    except OSError:
        flash("그 결함이 있는 은행을 시작하지 못했습니다. / A bank that has it did not start.", "bad")
    else:
        flash(f"{name}: 은행이 준비되었습니다. / The bank is ready.", "good")
    return redirect(url_for("desk.show", world_id=world_id, at="defect"), 303)


def _beside() -> Beside:
    beside: Beside = current_app.config["BESIDE"]
    return beside


@desk.get("/audit")
def audit(world_id: str) -> ResponseReturnValue:
    """The audit log, the newest line first."""
    lines = insight.list_audit(world_id).audit
    return render_template("audit.html", world_id=world_id, lines=lines[::-1])


@desk.get("/files")
def files(world_id: str) -> ResponseReturnValue:
    """What lies on the customer's devices, and on what they carry along."""
    return render_template("files.html", world_id=world_id, files=insight.list_store(world_id).files)


@desk.get("/files/<path:path>")
def file(world_id: str, path: str) -> Response:
    """One of those files."""
    return insight.download_stored(world_id, path)


@desk.errorhandler(ControlError)
def _refused(error: ControlError) -> ResponseReturnValue:
    return render_template("lobby_error.html", text=_in_both(error)), error.status


def _in_both(error: ControlError) -> str:
    return f"{error.ko}. / {error}."
