"""What tests do to worlds: open and close them, move clocks, let things go wrong, place people."""

from __future__ import annotations

import io
from dataclasses import asdict

from flask import Response, request, send_file

from mock_bank import addresses, stages
from mock_bank.bank.sessions import COOKIE
from mock_bank.ca.registry import FINAL
from mock_bank.clock import LATEST
from mock_bank.control import found
from mock_bank.control.answers import (
    Certificate,
    Cookie,
    FaultState,
    Name,
    PersonState,
    PlaceState,
    StageState,
    Time,
    WorldIds,
    WorldState,
)
from mock_bank.control.insight import described
from mock_bank.control.refusals import ControlError
from mock_bank.control.requests import (
    CertificateBody,
    ClockBody,
    FaultBody,
    PersonBody,
    PlaceBody,
    StageBody,
    WorldBody,
)
from mock_bank.enrolment import populate
from mock_bank.surroundings import Surroundings
from mock_bank.world import World


def list_worlds() -> WorldIds:
    """The ids of all open worlds."""
    return WorldIds(worlds=found.worlds().ids())


def open_world(body: WorldBody) -> WorldState:
    """Open a world with time, seed, people and faults in one request."""
    faults = [fault.fault() for fault in body.faults]
    worlds = found.worlds()
    world = worlds.create(
        body.now,
        body.seed,
        body.people,
        ticking=body.ticking,
        faults=faults,
        settings=body.settings,
        surroundings=body.surroundings,
    )
    populate(worlds, world)
    return _state(world)


def show_world(world_id: str) -> WorldState:
    """Where a world is reached, its time, and which faults struck."""
    with found.world(world_id) as world:
        return _state(world)


def _state(world: World) -> WorldState:
    return WorldState(
        id=world.id,
        now=world.clock.now().isoformat(),
        seed=world.seed,
        bank_url=addresses.bank(world.id, request.host),
        device_url=addresses.device(world.id, request.host),
        people=[Name(key=person.key, name=person.name) for person in world.people.values()],
        faults=[FaultState(**asdict(fault)) for fault in world.faults.all],
        surroundings=world.surroundings,
    )


def delete_world(world_id: str) -> None:
    """Forget a world and all that is in it."""
    found.worlds().delete(world_id)


def move_clock(world_id: str, body: ClockBody) -> Time:
    """Let time pass at once, by seconds, until a moment, a day or an hour."""
    with found.world(world_id) as world:
        try:
            clock = world.clock
            now = clock.move_to(body.to) if body.to else clock.move(body.span(clock.now()))
        except ValueError as error:
            ko = f"시각은 앞으로만, {LATEST.year}년까지만 옮길 수 있습니다"
            raise ControlError(400, str(error), ko) from error
        world.save()
    return Time(now=now.isoformat())


def add_fault(world_id: str, body: FaultBody) -> WorldState:
    """Let a fault strike from now on."""
    with found.world(world_id) as world:
        world.faults.add(body.fault())
        world.save()
        return _state(world)


def restart(world_id: str) -> WorldState:
    """Have this world go on as if the server had started anew."""
    found.worlds().restart(world_id)
    return show_world(world_id)


def change_certificate(world_id: str, serial: str, body: CertificateBody) -> Certificate:
    """Have the authority suspend, revoke or replace a certificate, as somebody else may have asked it to."""
    with found.world(world_id) as world, world.bank() as bank:
        issued = bank.authority.find(serial)
        if issued is None:
            ko = f"일련번호가 {serial}인 인증서는 없습니다"
            raise ControlError(404, f"no certificate has the serial {serial}", ko)
        if issued.kept_state in FINAL and issued.kept_state != body.state:
            en = f"certificate {serial} is {issued.kept_state}: it cannot become {body.state}"
            ko = f"이미 교체되었거나 폐기된 인증서라 상태를 바꿀 수 없습니다 (일련번호 {serial})"
            raise ControlError(409, en, ko)
        if body.state == "suspended":
            bank.authority.suspend(serial)
        elif body.state == "revoked":
            bank.authority.revoke(serial, "고객 신청")
        else:
            bank.authority.replace(serial)
        return described(issued, bank.now())


def change_person(world_id: str, key: str, body: PersonBody) -> PersonState:
    """Have the bank take note of what a person has told it elsewhere: another phone, a card that is lost."""
    with found.world(world_id) as world, world.bank() as bank:
        found.person(world, key)
        customer = bank.customer(key)
        if body.phone:
            customer.phone = body.phone
            bank.record("phone number changed", customer=key)
        if body.card_lost:
            customer.card_lost = True
            bank.record("security card reported lost", customer=key)
        bank.session.commit()
        return PersonState(key=key, phone=customer.phone, card_lost=customer.card_lost)


def change_place(world_id: str, place: str, body: PlaceBody) -> PlaceState:
    """Plug a medium in that customers carry along, or unplug it."""
    with found.world(world_id) as world:
        medium = found.medium(place)
        (world.device.plug_in if body.plugged else world.device.unplug)(medium)
        return PlaceState(place=medium, plugged=body.plugged)


def change_surroundings(world_id: str, body: Surroundings) -> WorldState:
    """Have the customer be on another network, or at computers that others use as well."""
    with found.world(world_id) as world:
        world.surround(world.surroundings.model_copy(update=body.model_dump(exclude_unset=True)))
        return _state(world)


def place_at_stage(world_id: str, body: StageBody) -> StageState:
    """Place a person at a stage; the answer holds the cookie of their session and the page to open."""
    with found.world(world_id) as world:
        visit = stages.place(world, found.person(world, body.person), body.stage, body.way)
    cookie = Cookie(name=COOKIE, value=visit)
    return StageState(cookies=[cookie], path=stages.path(body.stage, body.way))


def download_world(world_id: str) -> Response:
    """The whole world as a zip: database, device, clock."""
    with found.world(world_id) as world:
        packed = io.BytesIO(found.worlds().pack(world))
    return send_file(packed, "application/zip", as_attachment=True, download_name=f"world-{world_id}.zip")
