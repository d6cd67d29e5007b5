"""What the authority answers when it is asked for a certificate's status: OCSP (RFC 6960)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import ExtensionNotFound, OCSPNonce, ReasonFlags
from cryptography.x509.ocsp import (
    OCSPCertStatus,
    OCSPRequest,
    OCSPRequestBuilder,
    OCSPResponderEncoding,
    OCSPResponse,
    OCSPResponseBuilder,
    OCSPResponseStatus,
    load_der_ocsp_request,
)

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.registry import IssuedCertificate, State

# Why a certificate is not good. For a revoked one no reason is given, which is how "unspecified" is written.
REASONS: dict[State, ReasonFlags | None] = {
    State.SUSPENDED: ReasonFlags.certificate_hold,
    State.REVOKED: None,
    State.REPLACED: ReasonFlags.superseded,
}

Find = Callable[[str], IssuedCertificate | None]


def answer(key: AuthorityKey, request_der: bytes, find: Find, now: datetime) -> OCSPResponse:
    """The signed answer to a request about one certificate; `find` looks its serial up in the register.

    It holds at `now`, and it says nothing of time: an expired certificate is what it was before. Only
    producedAt is by the machine's clock, for cryptography leaves no choice there.
    """
    try:
        request = load_der_ocsp_request(request_der)
        issued = find(str(request.serial_number))
        known = issued if issued and _is_about(request, issued, key) else None
        unsigned = _unsigned(key, request, known, now)
    except (ValueError, NotImplementedError, UnsupportedAlgorithm):
        return OCSPResponseBuilder.build_unsuccessful(OCSPResponseStatus.MALFORMED_REQUEST)
    return unsigned.sign(key.key, SHA256())


def _is_about(request: OCSPRequest, issued: IssuedCertificate, key: AuthorityKey) -> bool:
    """Whether it names this authority as the issuer, and not another's certificate of the same serial."""
    expected = OCSPRequestBuilder().add_certificate(
        issued.certificate, key.certificate, request.hash_algorithm
    )
    return _issuer_in(expected.build()) == _issuer_in(request)


def _issuer_in(request: OCSPRequest) -> tuple[bytes, bytes]:
    return request.issuer_name_hash, request.issuer_key_hash


def _unsigned(
    key: AuthorityKey, request: OCSPRequest, issued: IssuedCertificate | None, now: datetime
) -> OCSPResponseBuilder:
    revoked = issued if issued and issued.kept_state in REASONS else None
    builder = (
        OCSPResponseBuilder()
        .add_response_by_hash(
            *_issuer_in(request),
            request.serial_number,
            request.hash_algorithm,
            _status(issued),
            this_update=now,
            next_update=None,  # there is newer information at any time
            revocation_time=revoked.changed_at if revoked else None,
            revocation_reason=REASONS[revoked.kept_state] if revoked else None,
        )
        .responder_id(OCSPResponderEncoding.HASH, key.certificate)
    )
    try:
        nonce = request.extensions.get_extension_for_class(OCSPNonce).value
    except ExtensionNotFound:
        return builder
    return builder.add_extension(nonce, critical=False)


def _status(issued: IssuedCertificate | None) -> OCSPCertStatus:
    if issued is None:
        return OCSPCertStatus.UNKNOWN
    return OCSPCertStatus.REVOKED if issued.kept_state in REASONS else OCSPCertStatus.GOOD
