"""A renewal: when, for which key, and what comes of it (domain: Renewal window, Fee, Who does what)."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.bank import certificates
from mock_bank.bank.models import Renewal, RenewalState
from mock_bank.ca.keys import make_key
from mock_bank.ca.registry import State
from mock_bank.clock import KST
from mock_bank.device.records import NewKey
from mock_bank.settings import Settings
from tests.mock_bank.bank.conftest import NOW, Enter
from tests.mock_bank.bank.invariants import no_secret_is_told
from tests.mock_bank.bank.visitor import NEW_PASSWORD, Visitor, code_of

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("2026-02-27 23:59:59", "RENEWAL-EARLY"),  # D-31, its last second
        ("2026-02-28 00:00:00", None),  # D-30, its first second
        ("2026-03-30 23:59:59", None),  # D-0, its last second
        ("2026-03-31 00:00:00", "RENEWAL-EXPIRED"),  # D+1
    ],
)
def test_the_window_opens_and_closes_at_midnight_in_korea(
    enter: Enter, moment: str, code: str | None
) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=KST)
    left = (datetime(2026, 3, 30, tzinfo=KST).date() - now.date()).days
    visitor = enter(now=now, certificate={"days_left": left}, settings=Settings(service_hours=None))
    assert code_of(visitor.be_at("signed in").open("/renewal")) == code


def test_a_renewal_makes_one_new_certificate_and_replaces_the_old(enter: Enter) -> None:
    visitor = enter().be_at("identified")
    visitor.world.clock.move(timedelta(minutes=1))
    visitor.finish(tells=False)
    with visitor.world.bank() as bank:
        assert bank.authority.status(visitor.first_issued().serial) == State.VALID, (
            "until the bank hears of it"
        )
    visitor.finish()
    with visitor.world.bank() as bank:
        assert bank.session.query(Renewal).one().state == RenewalState.CONFIRMED
        new, old = certificates.of_customer(bank, "kim-hana")
        assert (new.state, old.state) == (State.VALID, State.REPLACED)
        assert new.serial != old.serial
        assert new.not_before == NOW + timedelta(minutes=1)
        assert new.not_after == datetime(2027, 3, 30, 23, 59, 59, tzinfo=KST)
        assert bank.customer("kim-hana").account.balance == 10_000 - 4_400


@pytest.fixture
def applicant(enter: Enter) -> Visitor:
    visitor = enter().be_at("identified")
    visitor.look("certificate")
    return visitor


def request_for(key: PrivateKey, visitor: Visitor) -> bytes:
    """What asks in the customer's name for a certificate of that key."""
    builder = x509.CertificateSigningRequestBuilder(visitor.first_issued().certificate.subject)
    return builder.sign(key, SHA256()).public_bytes(Encoding.DER)


def asked_with(visitor: Visitor, der: bytes) -> str | None:
    """What the bank says when the old certificate signs whatever is to ask for the new one."""
    old, challenge = visitor.first(), b64decode(visitor.attribute("data-challenge"))
    _, signature = visitor.world.device.sign(old.place, old.certificate_id, old.password, challenge + der)
    return code_of(visitor.register(NewKey("key", der, signature)))


def test_the_old_key_is_no_new_key(applicant: Visitor) -> None:
    _, key = applicant.world.device._open(applicant.first())
    assert asked_with(applicant, request_for(key, applicant)) == "REQUEST-REFUSED"


@pytest.mark.parametrize(
    "make",
    [
        lambda: rsa.generate_private_key(public_exponent=65537, key_size=1024),
        lambda: ec.generate_private_key(ec.SECP256R1()),
    ],
    ids=["RSA-1024", "EC"],
)
def test_a_key_of_another_kind_gets_no_certificate(
    applicant: Visitor, make: Callable[[], PrivateKey]
) -> None:
    assert asked_with(applicant, request_for(make(), applicant)) == "REQUEST-REFUSED"


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("06092a864886f70d010101", "06092a864886f70d010163"),
        ("06092a864886f70d01010b", "06092a864886f70d010163"),
        ("020100", "020107"),
        ("3082", "3182"),
    ],
    ids=["algorithm of the key", "algorithm of the signature", "version", "all of it"],
)
def test_a_request_that_no_program_reads_is_refused(applicant: Visitor, known: str, unknown: str) -> None:
    der = request_for(make_key(), applicant).replace(bytes.fromhex(known), bytes.fromhex(unknown), 1)
    assert asked_with(applicant, der) == "REQUEST-REFUSED"


def test_the_audit_log_holds_no_secret(enter: Enter) -> None:
    visitor = enter().be_at("issued")
    person = visitor.person
    with visitor.world.bank() as bank:
        no_secret_is_told(bank, person)
        code = bank.session.query(Renewal).one().code
        secrets = [person.account.password, person.number, code, NEW_PASSWORD]
        for secret in (*secrets, *bank.customer(person.key).card_codes.values()):
            bank.record("told", entered=f"pw={secret}")
            with pytest.raises(AssertionError):
                no_secret_is_told(bank, person)
            bank.session.rollback()
