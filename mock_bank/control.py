"""What tests may do to worlds: the control API, on loopback, under a token made at each start."""

from __future__ import annotations

import hmac
import io
import zipfile
from collections import Counter
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Literal

from flask import Blueprint, Response, current_app, jsonify, request, send_file, send_from_directory
from flask.typing import ResponseReturnValue
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError
from sqlalchemy import select
from werkzeug.exceptions import HTTPException

from mock_bank import addresses, stages
from mock_bank.bank import identity
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import AuditEntry, Message
from mock_bank.bank.parties import Waiting
from mock_bank.bank.sessions import COOKIE
from mock_bank.ca.authority import FinalState, UnknownCertificate
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.enrolment import enrol
from mock_bank.faults import Damage, Effect, Fault, Seam
from mock_bank.people import Person
from mock_bank.settings import Settings
from mock_bank.world import UnknownWorld, World, Worlds

control = Blueprint("control", __name__, url_prefix="/control")


class ControlError(Exception):
    """A request that the control API cannot carry out, with the status and the reason it answers."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FaultBody(_Body):
    """A fault to come."""

    seam: Seam
    effect: Effect = "error"
    times: int = Field(default=1, ge=1)
    seconds: float | None = Field(default=None, gt=0)
    damage: Damage | None = None

    @model_validator(mode="after")
    def _is_one_that_exists(self) -> FaultBody:
        self.fault()
        return self

    def fault(self) -> Fault:
        """The fault as the world keeps it."""
        return Fault(**self.model_dump())


class WorldBody(_Body):
    """A world to open: all that a scenario arranges, in one request."""

    now: AwareDatetime
    seed: int
    ticking: bool = False
    people: list[Person] = []
    faults: list[FaultBody] = []
    settings: Settings = Settings()

    @field_validator("people")
    @classmethod
    def _are_different(cls, people: list[Person]) -> list[Person]:
        for key, count in Counter(person.key for person in people).items():
            if count > 1:
                raise PydanticCustomError("same_key", "two people have the key {key}", {"key": key})
        return people


class ClockBody(_Body):
    """How far to move a world's clock, or until when."""

    seconds: float | None = Field(default=None, ge=0)
    to: AwareDatetime | None = None


class CertificateBody(_Body):
    """What becomes of a certificate, without the customer's doing."""

    state: Literal["suspended", "revoked", "replaced"]


class StageBody(_Body):
    """Who is to be placed where."""

    person: str
    stage: stages.Stage


@control.before_request
def _check_token() -> None:
    expected = f"Bearer {current_app.config['CONTROL_TOKEN']}"
    if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), expected.encode()):
        raise ControlError(401, "the control token is missing or wrong")


@control.errorhandler(ControlError)
def _say_control_error(error: ControlError) -> ResponseReturnValue:
    return jsonify(error=str(error)), error.status


@control.errorhandler(UnknownWorld)
def _say_unknown_world(error: UnknownWorld) -> ResponseReturnValue:
    return jsonify(error=f"no world {error.args[0]!r} is open"), 404


@control.errorhandler(ValidationError)
def _say_invalid(error: ValidationError) -> ResponseReturnValue:
    return jsonify(error="; ".join(_said(one) for one in error.errors())), 400


@control.errorhandler(stages.NoCertificate)
def _say_no_certificate(error: stages.NoCertificate) -> ResponseReturnValue:
    return jsonify(error=str(error)), 409


@control.errorhandler(Refusal)
def _say_refused(error: Refusal) -> ResponseReturnValue:
    return jsonify(error=f"the bank refuses: {error.error.code}"), 409


@control.errorhandler(Waiting)
def _say_waiting(error: Waiting) -> ResponseReturnValue:
    return jsonify(error=f"the bank waits for another party: {error}"), 409


@control.errorhandler(HTTPException)
def _say_http(error: HTTPException) -> ResponseReturnValue:
    return jsonify(error=error.description), error.code or 500


def _said(error: Any) -> str:
    """A validation error as `people.0.number: Field required`, with the person's key where there is one."""
    place = ".".join(str(part) for part in error["loc"]) or "body"
    return f"{place}{_whose(error['loc'])}: {error['msg']}"


def _whose(place: tuple[Any, ...]) -> str:
    if len(place) < 2 or place[0] != "people":
        return ""
    person = request.get_json()["people"][place[1]]
    return f" ({person.get('key', 'no key')})" if isinstance(person, dict) else ""


def _worlds() -> Worlds:
    worlds: Worlds = current_app.config["WORLDS"]
    return worlds


def _world(world_id: str) -> World:
    return _worlds().get(world_id)


def _person(world: World, key: str) -> Person:
    try:
        return world.people[key]
    except KeyError:
        known = ", ".join(world.people) or "nobody"
        raise ControlError(404, f"no person {key!r} in this world; it has: {known}") from None


@control.get("/worlds")
def list_worlds() -> ResponseReturnValue:
    """The ids of all open worlds."""
    return jsonify(worlds=_worlds().ids())


@control.post("/worlds")
def open_world() -> ResponseReturnValue:
    """Open a world with time, seed, people and faults in one request."""
    body = WorldBody.model_validate(request.get_json())
    faults = [fault.fault() for fault in body.faults]
    world = _worlds().create(
        body.now, body.seed, body.people, ticking=body.ticking, faults=faults, settings=body.settings
    )
    enrol(world)
    return jsonify(_summary(world)), 201


@control.get("/worlds/<world_id>")
def show_world(world_id: str) -> ResponseReturnValue:
    """Where a world is reached, its time, and which faults struck."""
    return jsonify(_summary(_world(world_id)))


def _summary(world: World) -> dict[str, Any]:
    return {
        "id": world.id,
        "now": world.clock.now().isoformat(),
        "seed": world.seed,
        "bank_url": addresses.bank(world.id, request.host),
        "device_url": addresses.device(world.id, request.host),
        "people": [{"key": person.key, "name": person.name} for person in world.people.values()],
        "faults": [asdict(fault) for fault in world.faults.all],
    }


@control.delete("/worlds/<world_id>")
def delete_world(world_id: str) -> ResponseReturnValue:
    """Forget a world and all that is in it."""
    _worlds().delete(world_id)
    return "", 204


@control.post("/worlds/<world_id>/clock")
def move_clock(world_id: str) -> ResponseReturnValue:
    """Let time pass at once, by seconds or until a moment."""
    body = ClockBody.model_validate(request.get_json())
    world = _world(world_id)
    with world.lock:
        try:
            if body.to is not None:
                now = world.clock.move_to(body.to)
            else:
                now = world.clock.move(timedelta(seconds=body.seconds or 0))
        except ValueError as error:
            raise ControlError(400, str(error)) from error
        world.save()
    return jsonify(now=now.isoformat())


@control.post("/worlds/<world_id>/faults")
def add_fault(world_id: str) -> ResponseReturnValue:
    """Let a fault strike from now on."""
    body = FaultBody.model_validate(request.get_json())
    world = _world(world_id)
    with world.lock:
        world.faults.add(body.fault())
        world.save()
    return jsonify(_summary(world)), 201


@control.get("/worlds/<world_id>/messages")
def list_messages(world_id: str) -> ResponseReturnValue:
    """Every SMS that the bank sent, the oldest first."""
    with _world(world_id).bank() as bank:
        sent = bank.session.scalars(select(Message).order_by(Message.id))
        return jsonify(messages=[{"at": one.at.isoformat(), "to": one.to, "text": one.text} for one in sent])


@control.get("/worlds/<world_id>/audit")
def list_audit(world_id: str) -> ResponseReturnValue:
    """The audit log, the oldest line first."""
    with _world(world_id).bank() as bank:
        entries = bank.session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        return jsonify(
            audit=[
                {"at": one.at.isoformat(), "party": one.party, "event": one.event, "detail": one.detail}
                for one in entries
            ]
        )


@control.get("/worlds/<world_id>/certificates")
def list_certificates(world_id: str) -> ResponseReturnValue:
    """Every certificate that the authority issued, in that order, with its present state."""
    with _world(world_id).bank() as bank:
        register = bank.session.scalars(select(IssuedCertificate).order_by(IssuedCertificate.not_before))
        return jsonify(certificates=[_described(issued, bank.now()) for issued in register])


def _described(issued: IssuedCertificate, now: datetime) -> dict[str, str]:
    return {
        "person": issued.person,
        "serial": issued.serial,
        "holder": issued.holder,
        "kind": issued.kind.id,
        "state": issued.state(now),
        "not_before": issued.not_before.isoformat(),
        "not_after": issued.not_after.isoformat(),
    }


@control.post("/worlds/<world_id>/certificates/<serial>")
def change_certificate(world_id: str, serial: str) -> ResponseReturnValue:
    """Have the authority suspend, revoke or replace a certificate, as somebody else may have asked it to."""
    body = CertificateBody.model_validate(request.get_json())
    with _world(world_id).bank() as bank:
        try:
            if body.state == "suspended":
                bank.authority.suspend(serial)
            elif body.state == "revoked":
                bank.authority.revoke(serial, "고객 신청")
            else:
                bank.authority.replace(serial)
        except UnknownCertificate as error:
            raise ControlError(404, str(error)) from error
        except FinalState as error:
            raise ControlError(409, str(error)) from error
        changed = bank.authority.find(serial)
        assert changed is not None, "an unknown certificate was refused"
        return jsonify(_described(changed, bank.now()))


@control.get("/worlds/<world_id>/store")
def list_store(world_id: str) -> ResponseReturnValue:
    """The files on the customer's device."""
    stored = _world(world_id).device.files()
    return jsonify(
        files=[{"place": one.place, "path": one.path, "certificate": one.serial} for one in stored]
    )


@control.get("/worlds/<world_id>/store/<path:path>")
def download_stored(world_id: str, path: str) -> Response:
    """One file of the customer's device, as it lies there."""
    return send_from_directory(_world(world_id).folder.absolute() / "device", path)


@control.get("/worlds/<world_id>/people/<key>")
def show_person(world_id: str, key: str) -> ResponseReturnValue:
    """What a person holds in their hands at this moment: card or OTP, and the account's balance."""
    world = _world(world_id)
    person = _person(world, key)
    with world.bank() as bank:
        customer = bank.customer(key)
        return jsonify(
            key=key,
            name=person.name,
            account={"number": customer.account.number, "balance": customer.account.balance},
            security_card=customer.card_codes or None,
            otp=identity.otp_now(bank, customer) if customer.otp_secret else None,
        )


@control.post("/worlds/<world_id>/stages")
def place_at_stage(world_id: str) -> ResponseReturnValue:
    """Place a person at a stage; the answer holds the cookie of their session and the page to open."""
    body = StageBody.model_validate(request.get_json())
    world = _world(world_id)
    visit = stages.place(world, _person(world, body.person), body.stage)
    return jsonify(cookies=[{"name": COOKIE, "value": visit}], path=stages.PATHS[body.stage])


@control.get("/worlds/<world_id>/zip")
def download_world(world_id: str) -> Response:
    """The whole world as a zip: database, device, clock."""
    world = _world(world_id)
    packed = io.BytesIO()
    with world.lock, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(world.folder.rglob("*")):
            archive.write(file, file.relative_to(world.folder))
    packed.seek(0)
    return send_file(packed, "application/zip", as_attachment=True, download_name=f"world-{world_id}.zip")
