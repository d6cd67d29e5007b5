"""The list of what is in force no longer, as openssl reads it (CRL)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.authority import Authority
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.clock import Clock
from tests.mock_bank.ca.conftest import Issue, Openssl
from tests.mock_bank.ca.test_status import CHANGES, Change, pem
from tests.mock_bank.conftest import NOW

REASONS = {
    "in force": None,
    "suspended": "certificate_hold",
    "replaced": "superseded",
    "revoked": "no reason",
}


def listed(authority: Authority) -> x509.CertificateRevocationList:
    return x509.load_der_x509_crl(authority.revocation_list())


def reason_in(revoked: x509.CertificateRevocationList, issued: IssuedCertificate) -> str | None:
    entry = revoked.get_revoked_certificate_by_serial_number(int(issued.serial))
    if entry is None:
        return None
    reasons = [one.value.reason.name for one in entry.extensions if isinstance(one.value, x509.CRLReason)]
    return reasons[0] if reasons else "no reason"


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_in_force_no_longer_is_on_it_with_the_reason(
    name: str, authority: Authority, issue: Issue
) -> None:
    issued, other = issue("1"), issue("2")
    CHANGES[name][0](authority, issued.serial)
    assert reason_in(listed(authority), issued) == REASONS[name]
    assert reason_in(listed(authority), other) is None


def test_the_reason_is_the_last_one(authority: Authority, issue: Issue, clock: Clock) -> None:
    issued = issue()
    authority.suspend(issued.serial)
    clock.move(timedelta(hours=1))
    authority.replace(issued.serial)
    (entry,) = listed(authority)
    assert reason_in(listed(authority), issued) == "superseded"
    assert entry.revocation_date_utc == NOW + timedelta(hours=1)


def test_it_is_good_for_a_day_of_the_world_s_time(authority: Authority) -> None:
    made = listed(authority)
    assert made.last_update_utc == NOW
    assert made.next_update_utc == NOW + timedelta(days=1)


def test_a_later_list_has_a_higher_number_however_soon_it_comes(
    authority: Authority, issue: Issue, clock: Clock
) -> None:
    def number() -> int:
        return listed(authority).extensions.get_extension_for_class(x509.CRLNumber).value.crl_number

    numbers = [number(), number()]  # in one second, with nothing new
    authority.suspend(issue().serial)
    numbers.append(number())
    clock.move(timedelta(seconds=1))
    numbers.append(number())
    assert numbers == sorted(set(numbers))


def test_openssl_verifies_it(authority: Authority, issue: Issue, openssl: Openssl) -> None:
    authority.suspend(issue().serial)
    files = {"crl": authority.revocation_list(), "ca": pem(authority.certificate)}
    check = ["crl", "-in", "crl", "-inform", "DER", "-CAfile", "ca", "-noout", "-verify"]
    assert openssl(*check, **files) == "verify OK\n"
    forged = files["crl"][:-1] + bytes([files["crl"][-1] ^ 1])
    assert "verify failure" in openssl(*check, crl=forged)


@pytest.mark.parametrize("name", CHANGES)
def test_openssl_refuses_what_is_on_it(
    name: str, authority: Authority, issue: Issue, openssl: Openssl
) -> None:
    issued = issue()
    change: Change = CHANGES[name][0]
    change(authority, issued.serial)
    now = str(int(NOW.timestamp()))
    said = openssl(
        *["verify", "-CAfile", "ca", "-crl_check", "-CRLfile", "crl", "-attime", now, "certificate"],
        ca=pem(authority.certificate),
        crl=listed(authority).public_bytes(Encoding.PEM),
        certificate=pem(issued.certificate),
    )
    assert ("certificate revoked" in said) is (name != "in force")
    assert (said == "certificate: OK\n") is (name == "in force")
