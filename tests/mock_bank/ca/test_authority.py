"""The authority over a world's database: issued once, states by the world's clock."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from sqlalchemy.orm import Session

from mock_bank.ca.authority import Authority
from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.keys import make_key
from mock_bank.ca.profile import KINDS, holder_of, kind_of, renewed_dates, serial_of
from mock_bank.ca.registry import State
from mock_bank.clock import Clock
from tests.mock_bank.ca.conftest import FIRST_SERIAL, Issue
from tests.mock_bank.conftest import END


def test_a_certificate_says_what_was_asked_for(issue: Issue, clock: Clock) -> None:
    issued = issue()
    certificate = issued.certificate
    assert certificate.subject.rfc4514_string().startswith("CN=김하나()000")
    assert certificate.subject.rfc4514_string().endswith(",OU=DODAM,OU=personal4IB,O=mockSign,C=kr")
    assert (holder_of(certificate), kind_of(certificate)) == ("김하나", KINDS["personal-bank"])
    assert serial_of(certificate) == issued.serial
    assert certificate.not_valid_before_utc == clock.now()
    assert certificate.not_valid_after_utc == END
    assert issued.not_before.isoformat() == "2026-03-16T10:00:00+09:00"
    assert issued.not_after.isoformat() == "2026-03-30T23:59:59+09:00"
    assert isinstance(certificate.signature_hash_algorithm, SHA256)


USES = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"]
USES += ["key_cert_sign", "crl_sign"]


def uses(certificate: x509.Certificate) -> list[str]:
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    return [use for use in USES if getattr(usage.value, use)]


def constraints(certificate: x509.Certificate) -> x509.BasicConstraints:
    found = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert found.critical
    return found.value


def test_a_customer_signs_documents_and_the_authority_certificates_and_lists(
    issue: Issue, authority: Authority
) -> None:
    assert uses(issue().certificate) == ["digital_signature", "content_commitment"]
    assert constraints(issue().certificate) == x509.BasicConstraints(ca=False, path_length=None)
    assert uses(authority.certificate) == ["key_cert_sign", "crl_sign"]
    assert constraints(authority.certificate) == x509.BasicConstraints(ca=True, path_length=0)


def test_a_request_yields_one_certificate_however_often_it_is_made(issue: Issue) -> None:
    first = issue("request-1")
    again = issue("request-1", public_key=make_key().public_key(), not_after=END + timedelta(days=1))
    other = issue("request-2")
    assert (again.serial, again.der) == (first.serial, first.der)
    # Asking again used up no serial number, so a world's numbers do not depend on who tried how often.
    assert [first.serial, other.serial] == [str(FIRST_SERIAL), str(FIRST_SERIAL + 1)]


def test_what_is_issued_stays_issued_when_the_bank_fails(issue: Issue, session: Session) -> None:
    serial = issue("request-1").serial
    session.rollback()
    session.expunge_all()
    assert issue("request-1").serial == serial


def test_a_certificate_expires_one_second_after_its_last(
    issue: Issue, authority: Authority, clock: Clock
) -> None:
    serial = issue().serial
    clock.move_to(END)
    assert authority.status(serial) is State.VALID
    clock.move(timedelta(seconds=1))
    assert authority.status(serial) is State.EXPIRED


@pytest.mark.parametrize(
    ("change", "state", "after_the_end"),
    [
        (lambda authority, serial: authority.replace(serial), State.REPLACED, State.REPLACED),
        (lambda authority, serial: authority.suspend(serial), State.SUSPENDED, State.EXPIRED),
        (lambda authority, serial: authority.revoke(serial, "분실 신고"), State.REVOKED, State.REVOKED),
    ],
    ids=["replace", "suspend", "revoke"],
)
def test_states(
    change: Callable[[Authority, str], None],
    state: State,
    after_the_end: State,
    issue: Issue,
    authority: Authority,
    clock: Clock,
    session: Session,
) -> None:
    serial = issue().serial
    change(authority, serial)
    change(authority, serial)
    session.expunge_all()
    assert authority.status(serial) is state
    clock.move_to(END + timedelta(seconds=1))
    assert authority.status(serial) is after_the_end


def test_the_register_keeps_why_a_certificate_was_revoked(
    issue: Issue, authority: Authority, session: Session
) -> None:
    serial = issue().serial
    authority.revoke(serial, "분실 신고")
    session.expunge_all()
    kept = authority.find(serial)
    assert kept is not None
    assert kept.reason == "분실 신고"


def test_a_suspended_certificate_can_be_revoked(issue: Issue, authority: Authority) -> None:
    serial = issue().serial
    authority.suspend(serial)
    authority.revoke(serial, "분실 신고")
    assert authority.status(serial) is State.REVOKED


def test_a_serial_that_was_never_issued(authority: Authority) -> None:
    assert authority.find("12345") is None
    assert authority.status("12345") is State.UNKNOWN


def test_knows_its_own_signature(
    issue: Issue, authority: Authority, certify: Callable[..., bytes], customer_key: RSAPrivateKey
) -> None:
    forged = certify(customer_key.public_key(), issuer=make_key())
    assert authority.verify(issue().certificate)
    assert not authority.verify(x509.load_der_x509_certificate(forged))


def test_a_renewal_keeps_the_subject_and_takes_dates_by_rule(issue: Issue, clock: Clock) -> None:
    old = issue("first").certificate
    key = make_key().public_key()
    start, end = renewed_dates(old.not_valid_after_utc, clock.now())
    new = issue("renewal", public_key=key, not_before=start, not_after=end).certificate
    assert new.subject == old.subject
    assert new.not_valid_after_utc == END.replace(year=2027)
    assert new.serial_number != old.serial_number


def test_the_authority_s_key_outlives_the_server(tmp_path: Path) -> None:
    made = AuthorityKey.load_or_create(tmp_path / "authority")
    kept = AuthorityKey.load_or_create(tmp_path / "authority")
    assert kept.certificate == made.certificate
    assert kept.key.public_key() == made.key.public_key() == made.certificate.public_key()
    assert (tmp_path / "authority" / "authority-key.pem").stat().st_mode & 0o077 == 0


def test_a_key_whose_certificate_was_never_written_is_made_anew(tmp_path: Path) -> None:
    made = AuthorityKey.load_or_create(tmp_path)
    (tmp_path / "authority.pem").unlink()
    anew = AuthorityKey.load_or_create(tmp_path)
    assert anew.certificate != made.certificate
    assert AuthorityKey.load_or_create(tmp_path).certificate == anew.certificate
