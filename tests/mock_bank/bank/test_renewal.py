"""The renewal's rules, without a screen (domain: Renewal window, Fee, Who does what)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank import stages
from mock_bank.bank import certificates, errors, renewal
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.models import Renewal, RenewalState
from mock_bank.bank.renewal import Application, Request
from mock_bank.ca.keys import make_key
from mock_bank.ca.registry import IssuedCertificate, State
from mock_bank.clock import KST
from mock_bank.device import private_key
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, NewKey
from mock_bank.device.store import Store
from mock_bank.enrolment import enrol
from mock_bank.faults import Fault, Seam
from mock_bank.people import Person
from mock_bank.stages import Stage
from mock_bank.world import World, Worlds
from tests.mock_bank.bank.conftest import NOW, PERSON
from tests.mock_bank.bank.invariants import no_secret_is_told
from tests.mock_bank.bank.visitor import NEW_PASSWORD


@contextmanager
def refused(error: BankError) -> Iterator[None]:
    with pytest.raises(Refusal) as refusal:
        yield
    assert refusal.value.error is error


def begun(bank: Bank) -> Renewal:
    return bank.session.query(Renewal).one()


def old_serial(bank: Bank) -> str:
    serial = begun(bank).old_serial
    assert serial
    return serial


def new_key(world: World, bank: Bank) -> NewKey:
    old = Chosen(Place.HARD_DISK, certificates.view(bank, old_serial(bank)).thumbprint, "Haneul!2580")
    return world.device.create_key(Place.HARD_DISK, NEW_PASSWORD, old, renewal.challenge(begun(bank)))


def requested(made: NewKey) -> Request:
    return Request(made.id, made.request, made.signature, "hard-disk")


@pytest.fixture
def at(world: World, person: Person) -> Callable[[Stage], None]:
    return lambda stage: void(stages.place(world, person, stage))


def void(_: object) -> None:
    """Leave a result alone."""


@pytest.mark.parametrize(
    ("moment", "error"),
    [
        ("2026-02-27 23:59:59", errors.RENEWAL_EARLY),  # D-31, its last second
        ("2026-02-28 00:00:00", None),  # D-30, its first second
        ("2026-03-30 23:59:59", None),  # D-0, its last second
        ("2026-03-31 00:00:00", errors.RENEWAL_EXPIRED),  # D+1
    ],
)
def test_the_window_opens_and_closes_at_midnight_in_korea(
    worlds: Worlds, moment: str, error: BankError | None
) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=KST)
    days_left = (datetime(2026, 3, 30, tzinfo=KST).date() - now.date()).days
    spec = {**PERSON["certificates"][0], "days_left": days_left}
    person = Person.model_validate({**PERSON, "certificates": [spec]})
    world = worlds.create(now, 7, [person])
    enrol(world)
    with world.bank() as bank:
        (certificate,) = certificates.of_customer(bank, "kim-hana")
        if error is None:
            renewal.check_eligible(bank, certificate)
        else:
            with refused(error):
                renewal.check_eligible(bank, certificate)


@pytest.mark.parametrize(
    ("state", "error"), [("suspended", errors.RENEWAL_SUSPENDED), ("revoked", errors.RENEWAL_REVOKED)]
)
def test_a_certificate_that_is_not_valid_is_not_renewed(worlds: Worlds, state: str, error: BankError) -> None:
    spec = {**PERSON["certificates"][0], "state": state}
    person = Person.model_validate({**PERSON, "certificates": [spec]})
    world = worlds.create(NOW, 7, [person])
    enrol(world)
    with refused(error):
        stages.place(world, person, "applied")


@pytest.mark.parametrize("fields", [["name"], ["number"], ["account"], ["phone"], ["number", "phone"]])
def test_data_of_somebody_else_are_no_application(world: World, fields: list[str]) -> None:
    with world.bank() as bank:
        customer = bank.customer("kim-hana")
        (certificate,) = certificates.of_customer(bank, "kim-hana")
        entered = {
            "name": customer.name,
            "number": customer.number,
            "account": customer.account.number,
            "phone": customer.phone,
            "email": customer.email,
        }
        wrong = Application(**{**entered, **dict.fromkeys(fields, "other")})
        with pytest.raises(Refusal) as mismatch:
            renewal.apply(bank, customer, certificate.serial, wrong)
        assert mismatch.value.error is errors.IDENTITY_MISMATCH
        assert [field for field, _ in mismatch.value.faults] == fields
        assert renewal.of(bank, certificate.serial) is None


def test_a_renewal_makes_one_new_certificate_and_replaces_the_old(
    world: World, at: Callable[[Stage], None]
) -> None:
    at("identified")
    world.clock.move(timedelta(minutes=1))
    with world.bank() as bank:
        going = begun(bank)
        made = new_key(world, bank)
        renewal.register(bank, going, requested(made))
        installed = world.device.install(made.id, renewal.issue(bank, going))
        assert bank.authority.status(old_serial(bank)) == State.VALID, "until the new one is stored"
        renewal.store(bank, going, installed.thumbprint)
        renewal.confirm(bank, going)

        assert going.state == RenewalState.CONFIRMED
        new, old = certificates.of_customer(bank, "kim-hana")
        assert (new.state, old.state) == (State.VALID, State.REPLACED)
        assert new.serial != old.serial
        assert new.not_before == NOW + timedelta(minutes=1)
        assert new.not_after == datetime(2027, 3, 30, 23, 59, 59, tzinfo=KST)
        assert bank.customer("kim-hana").account.balance == 10_000 - 4_400


@pytest.mark.parametrize("seam", ["ca.register", "ca.issue", "ca.deliver", "bank.record"])
def test_trying_again_pays_once_and_issues_once(
    world: World, at: Callable[[Stage], None], seam: Seam
) -> None:
    at("identified")
    world.faults.add(Fault(seam, times=2))
    with world.bank() as bank:
        going = begun(bank)
        made = new_key(world, bank)

        def try_it() -> None:
            renewal.register(bank, going, requested(made))
            installed = world.device.install(made.id, renewal.issue(bank, going))
            renewal.store(bank, going, installed.thumbprint)
            renewal.confirm(bank, going)

        for _ in range(2):
            with pytest.raises(Refusal):
                try_it()
        try_it()
        assert going.state == RenewalState.CONFIRMED
        assert bank.customer("kim-hana").account.balance == 10_000 - 4_400
        assert len(certificates.of_customer(bank, "kim-hana")) == 2
        assert bank.session.query(IssuedCertificate).count() == 2, "the old one and one new one"


def test_a_request_that_the_old_certificate_did_not_sign_is_refused(
    world: World, at: Callable[[Stage], None]
) -> None:
    at("identified")
    with world.bank() as bank:
        made = new_key(world, bank)
        with refused(errors.REQUEST_REFUSED):
            renewal.register(bank, begun(bank), replace(requested(made), signature=made.signature[::-1]))
        with refused(errors.REQUEST_REFUSED):
            renewal.register(bank, begun(bank), replace(requested(made), der=b"no request"))
        assert begun(bank).state == RenewalState.IDENTIFIED
        assert bank.customer("kim-hana").account.balance == 10_000


def test_the_old_key_is_no_new_key(world: World, at: Callable[[Stage], None]) -> None:
    at("identified")
    (pair,) = Store(world.folder / "devices" / "computer", world.folder / "carried").pairs(Place.HARD_DISK)
    key = private_key.decrypt(pair.encrypted_key, "Haneul!2580")
    with world.bank() as bank, refused(errors.REQUEST_REFUSED):
        renewal.register(bank, begun(bank), signed(world, bank, request_for(key, bank)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: rsa.generate_private_key(public_exponent=65537, key_size=1024),
        lambda: ec.generate_private_key(ec.SECP256R1()),
    ],
    ids=["RSA-1024", "EC"],
)
def test_a_key_of_another_kind_gets_no_certificate(
    world: World,
    at: Callable[[Stage], None],
    make: Callable[[], rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey],
) -> None:
    at("identified")
    with world.bank() as bank, refused(errors.REQUEST_REFUSED):
        renewal.register(bank, begun(bank), signed(world, bank, request_for(make(), bank)))


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("06092a864886f70d010101", "06092a864886f70d010163"),
        ("06092a864886f70d01010b", "06092a864886f70d010163"),
        ("020100", "020107"),
    ],
    ids=["algorithm of the key", "algorithm of the signature", "version"],
)
def test_a_request_that_no_program_reads_is_refused(
    world: World, at: Callable[[Stage], None], known: str, unknown: str
) -> None:
    at("identified")
    with world.bank() as bank:
        der = request_for(make_key(), bank).replace(bytes.fromhex(known), bytes.fromhex(unknown), 1)
        with refused(errors.REQUEST_REFUSED):
            renewal.register(bank, begun(bank), signed(world, bank, der))


def request_for(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, bank: Bank) -> bytes:
    """What asks in the customer's name for a certificate of that key."""
    issued = bank.authority.find(old_serial(bank))
    assert issued is not None
    builder = x509.CertificateSigningRequestBuilder(issued.certificate.subject)
    return builder.sign(key, SHA256()).public_bytes(Encoding.DER)


def signed(world: World, bank: Bank, der: bytes) -> Request:
    """What a device would send that signs with the old certificate whatever it is to ask for."""
    thumbprint = certificates.view(bank, old_serial(bank)).thumbprint
    _, signature = world.device.sign(
        Place.HARD_DISK, thumbprint, "Haneul!2580", renewal.challenge(begun(bank)) + der
    )
    return Request("key", der, signature, "hard-disk")


def test_a_fee_that_cannot_be_paid_issues_nothing(worlds: Worlds) -> None:
    poor = Person.model_validate({**PERSON, "account": {**PERSON["account"], "balance": 4_399}})
    world = worlds.create(NOW, 7, [poor])
    enrol(world)
    with refused(errors.FEE_UNPAID):
        stages.place(world, poor, "issued")
    with world.bank() as bank:
        assert begun(bank).state == RenewalState.IDENTIFIED
        assert bank.customer("kim-hana").account.balance == 4_399
        assert len(certificates.of_customer(bank, "kim-hana")) == 1


def test_another_certificate_than_the_issued_one_ends_nothing(
    world: World, at: Callable[[Stage], None]
) -> None:
    at("issued")
    with world.bank() as bank:
        with refused(errors.STORED_OTHER):
            renewal.store(bank, begun(bank), "0" * 64)
        assert bank.authority.status(old_serial(bank)) == State.VALID


def test_the_audit_log_holds_no_secret(world: World, person: Person, at: Callable[[Stage], None]) -> None:
    at("issued")
    with world.bank() as bank:
        no_secret_is_told(bank, person)
        secrets = [person.account.password, person.number, begun(bank).code, NEW_PASSWORD]
        for secret in (*secrets, *bank.customer(person.key).card_codes.values()):
            bank.record("told", entered=f"pw={secret}")
            with pytest.raises(AssertionError):
                no_secret_is_told(bank, person)
            bank.session.rollback()


@pytest.mark.parametrize("stage", ["applied", "identified"])
def test_what_the_authority_does_not_know_of_is_cancelled_and_begun_anew(
    world: World, person: Person, at: Callable[[Stage], None], stage: Stage
) -> None:
    at(stage)
    with world.bank() as bank:
        renewal.cancel(bank, begun(bank))
        assert bank.session.query(Renewal).all() == []
    at("issued")
    with world.bank() as bank:
        assert begun(bank).state == RenewalState.ISSUED


def test_what_is_registered_is_not_cancelled(world: World, at: Callable[[Stage], None]) -> None:
    at("issued")
    with world.bank() as bank:
        with refused(errors.RENEWAL_PASSED):
            renewal.cancel(bank, begun(bank))
        assert begun(bank).state == RenewalState.ISSUED
