"""Certificates that a device must not take, and answers that a bank must not believe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.ocsp import OCSPRequest, OCSPRequestBuilder, load_der_ocsp_response

from mock_bank.ca.certificate import customer_certificate
from mock_bank.ca.profile import subject
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.clock import LATEST
from mock_bank.faults import Damage


def damaged(authority: RSAPrivateKey, issued: IssuedCertificate, damage: Damage) -> bytes:
    """The DER of what `issued` is, but for one thing: only that the device can find."""
    certificate = issued.certificate
    unsigned = issued.der.removesuffix(certificate.signature)
    if damage == "signature":
        return unsigned + bytes(reversed(certificate.signature))
    if damage == "cut":
        return unsigned
    true: dict[str, Any] = {
        "subject": certificate.subject,
        "public_key": certificate.public_key(),
        "not_before": issued.not_before,
        "not_after": issued.not_after,
    }
    wrong: dict[Damage, dict[str, Any]] = {
        "subject": {"subject": subject("somebody else", "다른이", issued.kind)},
        "key": {"public_key": authority.public_key()},
        "start": {"not_before": issued.not_after},
        "dates": {"not_after": LATEST},
    }
    made = customer_certificate(
        authority,
        kind=issued.kind,
        serial=int(issued.serial),
        **true | wrong[damage],
    )
    return made.public_bytes(Encoding.DER)


def distorted(ask: Callable[[bytes], bytes], question: OCSPRequest, damage: Damage) -> bytes:
    """What is passed off as the authority's answer (DER) to `question`; `ask` asks the authority."""
    if damage == "cut":
        return ask(b"")
    if damage == "signature":
        answer = ask(question.public_bytes(Encoding.DER))
        signature = load_der_ocsp_response(answer).signature
        return answer.replace(signature, bytes(reversed(signature)))
    hashes = question.issuer_name_hash, question.issuer_key_hash
    serial = question.serial_number
    other = OCSPRequestBuilder()
    if damage == "other data":
        serial += 1
        for one in question.extensions:
            other = other.add_extension(one.value, one.critical)
    other = other.add_certificate_by_hash(*hashes, serial, question.hash_algorithm)
    return ask(other.build().public_bytes(Encoding.DER))
