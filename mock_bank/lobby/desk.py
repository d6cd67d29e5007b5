"""What lies on a visitor's desk: the certificates on their devices, as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cryptography import x509

from mock_bank.bank import certificates
from mock_bank.bank.context import Bank
from mock_bank.ca.profile import kind_of, serial_of
from mock_bank.ca.registry import State
from mock_bank.device.answers import last_day
from mock_bank.device.device import Device
from mock_bank.device.errors import WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.store import thumbprint
from mock_bank.lobby.arrangements import ARRANGEMENTS
from mock_bank.people import Person
from mock_bank.surroundings import COMPUTER
from mock_bank.world import World

DEVICES = ARRANGEMENTS["turn"].fields[0].words


@dataclass(frozen=True)
class Held:
    """A certificate that the visitor has; `password` is None where they chose one themselves."""

    kind: str
    place: str
    last_day: str
    state: State
    password: str | None


def held(world: World, bank: Bank, person: Person) -> list[Held]:
    """All that lies on the devices of a world and on what its visitor carries along."""
    given = {spec.password for spec in person.certificates}
    return [
        Held(
            kind=kind_of(certificate).label,
            place=place.label if place.carried else f"{_called(name)} {place.label}",
            last_day=last_day(certificate),
            state=_state(bank, certificate),
            password=next((one for one in given if _opens(device, place, certificate, one)), None),
        )
        for name, device, place in _places(world)
        for certificate in device.certificates(place)
    ]


def _called(device: str) -> str:
    return DEVICES[device].ko if device in DEVICES else device


def _places(world: World) -> Iterator[tuple[str, Device, Place]]:
    """Every place there is; what is carried along is one and the same at every device."""
    for place in Place:
        for name in [COMPUTER] if place.carried else world.devices():
            yield name, world.device_named(name), place


def _state(bank: Bank, certificate: x509.Certificate) -> State:
    if not certificates.is_issued(bank, certificate):
        return State.UNKNOWN
    return certificates.view(bank, serial_of(certificate)).state


def _opens(device: Device, place: Place, certificate: x509.Certificate, password: str) -> bool:
    try:
        device.sign(place, thumbprint(certificate), password, b"")
    except WrongPassword:
        return False
    return True
