"""What the authority says of one certificate, as openssl asks and reads it (OCSP)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from mock_bank.ca.authority import Authority
from mock_bank.ca.keys import make_key
from mock_bank.clock import Clock
from tests.mock_bank.ca.conftest import FIRST_SERIAL, Issue, Openssl
from tests.mock_bank.conftest import END, NOW

Change = Callable[[Authority, str], None]

CHANGES: dict[str, tuple[Change, str]] = {
    "in force": (lambda authority, serial: None, "Cert Status: good\n"),
    "suspended": (
        lambda authority, serial: authority.suspend(serial),
        "Cert Status: revoked\n    Revocation Time: Mar 16 01:00:00 2026 GMT\n"
        "    Revocation Reason: certificateHold (0x6)\n",
    ),
    "replaced": (
        lambda authority, serial: authority.replace(serial),
        "Cert Status: revoked\n    Revocation Time: Mar 16 01:00:00 2026 GMT\n"
        "    Revocation Reason: superseded (0x4)\n",
    ),
    "revoked": (
        lambda authority, serial: authority.revoke(serial, "분실 신고"),
        "Cert Status: revoked\n    Revocation Time: Mar 16 01:00:00 2026 GMT\n    This Update",
    ),
}


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def ask(
    authority: Authority,
    certificate: x509.Certificate,
    issuer: x509.Certificate | None = None,
    algorithm: HashAlgorithm | None = None,
) -> ocsp.OCSPResponse:
    builder = ocsp.OCSPRequestBuilder().add_certificate(
        certificate, issuer or authority.certificate, algorithm or SHA256()
    )
    request = builder.build().public_bytes(Encoding.DER)
    return ocsp.load_der_ocsp_response(authority.answer_status(request))


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
def test_openssl_asks_and_believes_the_answer(
    change: Change,
    said: str,
    authority: Authority,
    issue: Issue,
    clock: Clock,
    openssl: Openssl,
    tmp_path: Path,
) -> None:
    issued = issue()
    change(authority, issued.serial)
    clock.move(timedelta(hours=1))
    files = {"ca": pem(authority.certificate), "cert": pem(issued.certificate)}
    openssl("ocsp", "-issuer", "ca", "-sha256", "-cert", "cert", "-reqout", "request", **files)
    answer = authority.answer_status((tmp_path / "request").read_bytes())
    checked = ["-reqin", "request", "-respin", "answer", "-issuer", "ca", "-CAfile", "ca", "-resp_text"]
    read = openssl("ocsp", *checked, answer=answer)
    assert "Response verify OK" in read
    assert "WARNING" not in read  # as it would be when the request's nonce is not in the answer
    assert said in read
    assert f"Serial Number: {int(issued.serial):X}\n" in read
    assert "This Update: Mar 16 02:00:00 2026 GMT" in read


def test_openssl_does_not_believe_what_was_changed_on_the_way(
    authority: Authority, issue: Issue, openssl: Openssl
) -> None:
    answer = ask(authority, issue().certificate).public_bytes(Encoding.DER)
    forged = answer[:-1] + bytes([answer[-1] ^ 1])
    options = ("-issuer", "ca", "-CAfile", "ca", "-no_nonce")
    read = openssl("ocsp", "-respin", "answer", *options, answer=forged, ca=pem(authority.certificate))
    assert "Response Verify Failure" in read


def test_that_a_certificate_is_over_is_not_the_authority_s_to_say(
    authority: Authority, issue: Issue, clock: Clock
) -> None:
    certificate = issue().certificate
    clock.move_to(END + timedelta(days=1))
    assert ask(authority, certificate).certificate_status is ocsp.OCSPCertStatus.GOOD


def test_a_certificate_that_was_never_issued_is_unknown(
    authority: Authority, certify: Callable[..., bytes]
) -> None:
    foreign = x509.load_der_x509_certificate(certify(make_key().public_key(), serial=FIRST_SERIAL))
    assert ask(authority, foreign).certificate_status is ocsp.OCSPCertStatus.UNKNOWN


def test_another_authority_s_certificate_of_the_same_serial_is_unknown(
    authority: Authority, issue: Issue, certify: Callable[..., bytes]
) -> None:
    certificate = issue().certificate
    other = x509.load_der_x509_certificate(certify(make_key().public_key()))
    assert ask(authority, certificate, other).certificate_status is ocsp.OCSPCertStatus.UNKNOWN
    assert ask(authority, certificate).certificate_status is ocsp.OCSPCertStatus.GOOD


@pytest.mark.parametrize("algorithm", [SHA1(), SHA256()], ids=lambda algorithm: algorithm.name)
def test_whoever_asks_chooses_the_hash(authority: Authority, issue: Issue, algorithm: HashAlgorithm) -> None:
    answer = ask(authority, issue().certificate, algorithm=algorithm)
    assert answer.certificate_status is ocsp.OCSPCertStatus.GOOD
    assert answer.hash_algorithm.name == algorithm.name


@pytest.mark.parametrize("request_der", [b"", b"no request", b"\x30\x00"], ids=["none", "text", "empty"])
def test_what_is_no_request_is_called_so(authority: Authority, request_der: bytes) -> None:
    answer = ocsp.load_der_ocsp_response(authority.answer_status(request_der))
    assert answer.response_status is ocsp.OCSPResponseStatus.MALFORMED_REQUEST


def test_it_holds_now_by_the_world_s_clock(authority: Authority, issue: Issue) -> None:
    answer = ask(authority, issue().certificate)
    assert answer.this_update_utc == NOW
    assert answer.next_update_utc is None
