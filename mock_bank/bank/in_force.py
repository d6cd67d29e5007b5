"""Whether a certificate is in force: the bank asks the authority each time, and does not guess."""

from __future__ import annotations

import secrets

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.ocsp import (
    OCSPCertStatus,
    OCSPRequest,
    OCSPRequestBuilder,
    OCSPResponse,
    OCSPResponseStatus,
    load_der_ocsp_response,
)

from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.signatures import signed_by
from mock_bank.ca.damage import distorted
from mock_bank.ca.profile import is_over, serial_of
from mock_bank.ca.registry import FINAL, State

_BY_STATUS = {OCSPCertStatus.GOOD: State.VALID, OCSPCertStatus.UNKNOWN: State.UNKNOWN}
_BY_REASON: dict[x509.ReasonFlags | None, State] = {
    x509.ReasonFlags.certificate_hold: State.SUSPENDED,
    x509.ReasonFlags.superseded: State.REPLACED,
}


def status(bank: Bank, certificate: x509.Certificate, unanswered: BankError) -> State:
    """The state of a certificate that the authority issued, by its own word at this moment (OCSP).

    Raises Refusal `unanswered` when no answer comes, or none that is the authority's to this question.
    """
    state = _said_by_authority(bank, certificate, unanswered)
    expired = state not in FINAL and is_over(certificate.not_valid_after_utc, bank.now())
    return State.EXPIRED if expired else state


def _said_by_authority(bank: Bank, certificate: x509.Certificate, unanswered: BankError) -> State:
    serial = serial_of(certificate)
    question, ask = _question(certificate, bank.authority.certificate), bank.authority.answer_status
    if fault := bank.faults.strike("ca.status"):
        bank.record("fault struck", seam=fault.seam, effect=fault.effect)
        answered = distorted(ask, question, fault.damage) if fault.damage else b""
    else:
        answered = ask(question.public_bytes(Encoding.DER))
    answer = load_der_ocsp_response(answered) if answered else None
    if answer is None or not _answers(answer, question, bank.authority.certificate):
        raise bank.refuse(Refusal(unanswered), serial=serial)
    if answer.certificate_status == OCSPCertStatus.REVOKED:
        return _BY_REASON.get(answer.revocation_reason, State.REVOKED)
    return _BY_STATUS[answer.certificate_status]


def _question(certificate: x509.Certificate, authority: x509.Certificate) -> OCSPRequest:
    nonce = x509.OCSPNonce(secrets.token_bytes(16))
    builder = OCSPRequestBuilder().add_certificate(certificate, authority, SHA256())
    return builder.add_extension(nonce, critical=False).build()


def _answers(answer: OCSPResponse, question: OCSPRequest, authority: x509.Certificate) -> bool:
    """Whether it is the authority's own answer to this question, which was asked now and never before."""
    return (
        answer.response_status == OCSPResponseStatus.SUCCESSFUL
        and signed_by(authority, answer.tbs_response_bytes, answer.signature)
        and answer.serial_number == question.serial_number
        and list(answer.extensions) == list(question.extensions)
    )
