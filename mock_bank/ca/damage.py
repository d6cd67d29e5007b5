"""Certificates that a device must not take, for the tests of a device (and of a bank that hands them on)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.certificate import customer_certificate
from mock_bank.ca.profile import subject
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.faults import Damage


def damaged(authority: RSAPrivateKey, issued: IssuedCertificate, damage: Damage) -> bytes:
    """The DER of what `issued` is, but for one thing: only that the device can find."""
    if damage == "signature":
        return issued.der[:-1] + bytes([issued.der[-1] ^ 1])
    if damage == "cut":
        return issued.der[:-1]
    true: dict[str, Any] = {
        "subject": issued.certificate.subject,
        "public_key": issued.certificate.public_key(),
        "not_before": issued.not_before,
        "not_after": issued.not_after,
    }
    wrong: dict[Damage, dict[str, Any]] = {
        "subject": {"subject": subject("somebody else", "다른이", issued.kind)},
        "key": {"public_key": authority.public_key()},
        "start": {"not_before": issued.not_before + timedelta(days=1)},
        "dates": {"not_after": issued.not_after + timedelta(days=365)},
    }
    certificate = customer_certificate(
        authority,
        kind=issued.kind,
        serial=int(issued.serial),
        **true | wrong[damage],
    )
    return certificate.public_bytes(Encoding.DER)
