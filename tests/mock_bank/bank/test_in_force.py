"""The bank asks the authority what has become of a certificate, and believes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_crl, ocsp
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.bank import errors, in_force
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import AuditEntry, RenewalState
from mock_bank.ca.authority import Authority
from mock_bank.ca.registry import IssuedCertificate, State
from mock_bank.faults import Fault
from tests.mock_bank.bank.conftest import Enter, Twin
from tests.mock_bank.bank.visitor import Visitor, code_of

DOWN = Fault("ca.status")


def state(visitor: Visitor) -> State:
    with visitor.world.bank() as bank:
        return in_force.status(bank, visitor.first_issued().certificate, errors.SIGN_IN_STATUS)


@pytest.mark.parametrize(
    ("change", "found", "found_after_the_end"),
    [
        (lambda authority, serial: None, State.VALID, State.EXPIRED),
        (lambda authority, serial: authority.suspend(serial), State.SUSPENDED, State.EXPIRED),
        (lambda authority, serial: authority.revoke(serial, "분실 신고"), State.REVOKED, State.REVOKED),
        (lambda authority, serial: authority.replace(serial), State.REPLACED, State.REPLACED),
    ],
    ids=["in force", "suspended", "revoked", "replaced"],
)
def test_it_finds_out_what_the_authority_knows_and_judges_time_itself(
    enter: Enter, change: Callable[[Authority, str], None], found: State, found_after_the_end: State
) -> None:
    visitor = enter()
    issued = visitor.first_issued()
    with visitor.world.bank() as bank:
        change(bank.authority, issued.serial)
    assert state(visitor) is found
    visitor.world.clock.move_to(issued.not_after)
    assert state(visitor) is found
    visitor.world.clock.move(timedelta(seconds=1))
    assert state(visitor) is found_after_the_end


def test_a_namesake_of_the_registered_certificate_signs_nobody_in(enter: Enter, twin: Twin) -> None:
    visitor = enter()
    namesake = twin(visitor)
    visitor.open("/sign-in")
    namesake.page = visitor.page
    refused = visitor.send("/sign-in", **namesake.signed_with(namesake.first()))
    assert (refused.status_code, code_of(refused)) == (403, "SIGN-IN-UNKNOWN")


def test_a_namesake_of_the_issued_certificate_does_not_end_the_renewal(enter: Enter, twin: Twin) -> None:
    visitor = enter()
    namesake = twin(visitor).be_at("identified")
    namesake.finish()
    visitor.be_at("issued").open("/sign-in")
    namesake.page = visitor.page
    refused = visitor.send("/sign-in", **namesake.signed_with(namesake.newest()))
    assert code_of(refused) == "SIGN-IN-UNKNOWN"
    assert visitor.renewal().state == RenewalState.ISSUED


def test_a_certificate_that_the_authority_does_not_know_signs_nobody_in(enter: Enter) -> None:
    visitor = enter()
    with visitor.world.bank() as bank:
        bank.session.query(IssuedCertificate).update({"serial": "1"})
        bank.session.commit()
    assert state(visitor) is State.UNKNOWN
    visitor.open("/sign-in")
    refused = visitor.sign_in_with(visitor.first())
    assert (refused.status_code, code_of(refused)) == (403, "SIGN-IN-UNKNOWN")


def test_the_audit_log_says_why(enter: Enter) -> None:
    visitor = enter(DOWN)
    visitor.sign_in()
    told = [(entry.event, entry.detail) for entry in visitor.rows(AuditEntry)]
    serial = visitor.first_issued().serial
    assert told == [
        ("fault struck", {"seam": "ca.status", "effect": "error"}),
        ("refused", {"code": "SIGN-IN-STATUS", "serial": serial}),
    ]


Ask = Callable[[bytes], bytes]


def changed_on_the_way(ask: Ask, request: bytes) -> bytes:
    answer = ask(request)
    return answer[:-1] + bytes([answer[-1] ^ 1])


def to_an_earlier_question(ask: Ask, request: bytes) -> bytes:
    asked = ocsp.load_der_ocsp_request(request)
    earlier = ocsp.OCSPRequestBuilder().add_certificate_by_hash(
        asked.issuer_name_hash, asked.issuer_key_hash, asked.serial_number, asked.hash_algorithm
    )
    return ask(earlier.build().public_bytes(Encoding.DER))


def about_another_certificate(ask: Ask, request: bytes) -> bytes:
    asked = ocsp.load_der_ocsp_request(request)
    other = ocsp.OCSPRequestBuilder().add_certificate_by_hash(
        asked.issuer_name_hash, asked.issuer_key_hash, asked.serial_number + 1, asked.hash_algorithm
    )
    for extension in asked.extensions:
        other = other.add_extension(extension.value, extension.critical)
    return ask(other.build().public_bytes(Encoding.DER))


def that_the_question_was_none(ask: Ask, request: bytes) -> bytes:
    return ask(b"nonsense")


@pytest.mark.parametrize(
    "answered",
    [changed_on_the_way, to_an_earlier_question, about_another_certificate, that_the_question_was_none],
    ids=lambda answered: answered.__name__.replace("_", " "),
)
def test_an_answer_that_is_not_the_authority_s_to_this_question_is_none(
    enter: Enter, answered: Callable[[Ask, bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = enter()
    certificate = visitor.first_issued().certificate
    with visitor.world.bank() as bank:
        ask = bank.authority.answer_status
        monkeypatch.setattr(bank.authority, "answer_status", lambda request: answered(ask, request))
        with pytest.raises(Refusal, match="SIGN-IN-STATUS"):
            in_force.status(bank, certificate, errors.SIGN_IN_STATUS)


# The same at the authority's own address


def test_everybody_can_ask_the_authority(enter: Enter, server: Server) -> None:
    visitor = enter()
    issued = visitor.first_issued()
    with visitor.world.bank() as bank:
        bank.authority.suspend(issued.serial)
        builder = ocsp.OCSPRequestBuilder().add_certificate(
            issued.certificate, bank.authority.certificate, SHA256()
        )
    client, base = Client(server), f"http://ca.w-{visitor.world.id}.localhost:8765"

    listed = client.get("/crl", base_url=base)
    assert (listed.status_code, listed.mimetype) == (200, "application/pkix-crl")
    assert [entry.serial_number for entry in load_der_x509_crl(listed.data)] == [int(issued.serial)]

    request = builder.build().public_bytes(Encoding.DER)
    told = client.post("/ocsp", base_url=base, data=request, content_type="application/ocsp-request")
    assert (told.status_code, told.mimetype) == (200, "application/ocsp-response")
    assert ocsp.load_der_ocsp_response(told.data).certificate_status is ocsp.OCSPCertStatus.REVOKED

    assert client.get("/ocsp", base_url=base).status_code == 405
    assert client.get("/", base_url=base).status_code == 404
