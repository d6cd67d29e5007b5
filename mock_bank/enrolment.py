"""How people come into a world: as customers of the bank, with certificates on their device."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

from mock_bank.bank.accounts import hash_password
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Account, Customer, RegisteredCertificate
from mock_bank.ca.profile import HOME, KINDS, OTHER
from mock_bank.clock import KST
from mock_bank.device.places import Place
from mock_bank.people import CertificateSpec, Person
from mock_bank.world import World, Worlds

CARD_CODES = 35

# The properties of a person that the bank keeps as they are: those that both have a name for.
_KEPT = Person.model_fields.keys() & Customer.__table__.columns.keys()


def populate(worlds: Worlds, world: World) -> None:
    """Enrol the people of a world that was just opened; if that fails, nothing is left of it."""
    try:
        enrol(world)
    except Exception:
        worlds.delete(world.id)
        raise


def enrol(world: World) -> None:
    """Make the world's people customers, with account, means of security and certificates."""
    with world.bank() as bank:
        for person in world.people.values():
            bank.session.add(_customer(world, person))
            bank.session.flush()
            for number, spec in enumerate(person.certificates):
                _certify(world, bank, person, spec, number)
        bank.session.commit()


def _customer(world: World, person: Person) -> Customer:
    random = world.random("person", person.key)
    return Customer(
        **person.model_dump(include=_KEPT),
        card_codes=_card_codes(random) if person.security == "security-card" else {},
        otp_secret=_otp_secret(random) if person.security == "otp" else "",
        account=Account(
            number=person.account.number,
            password_hash=hash_password(person.account.password),
            balance=person.account.balance,
        ),
    )


def _card_codes(random: Random) -> dict[str, str]:
    return {f"{number:02}": f"{random.randrange(10_000):04}" for number in range(1, CARD_CODES + 1)}


def _otp_secret(random: Random) -> str:
    return "".join(random.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=32))


def _certify(world: World, bank: Bank, person: Person, spec: CertificateSpec, number: int) -> None:
    key = world.take_key()
    not_before, not_after = _dates(bank.now(), spec.days_left)
    issued = bank.authority.issue(
        request_id=f"{person.key} {number}",
        person=person.key,
        holder=person.name,
        kind=KINDS[spec.kind],
        public_key=key.public_key(),
        not_before=not_before,
        not_after=not_after,
        bank=OTHER if spec.other_bank or not spec.registered else HOME,
    )
    if spec.state == "suspended":
        bank.authority.suspend(issued.serial)
    if spec.state == "revoked":
        bank.authority.revoke(issued.serial, "고객 신청")
    if spec.registered:
        bank.session.add(RegisteredCertificate(serial=issued.serial, customer_key=person.key))
    for device in spec.devices:
        world.device_named(device).import_certificate(Place(spec.place), issued.der, key, spec.password)


def _dates(now: datetime, days_left: int) -> tuple[datetime, datetime]:
    """A year that ends `days_left` days from today at 23:59:59 KST."""
    last_day = now.date() + timedelta(days=days_left)
    not_after = datetime.combine(last_day, time(23, 59, 59), KST)
    return not_after - timedelta(days=365), not_after
