"""The list of certificates that are in force no longer: a CRL (RFC 5280)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.ca.status import REASONS

LIFETIME = timedelta(days=1)


def revocation_list(
    key: AuthorityKey, register: Iterable[IssuedCertificate], now: datetime, number: int
) -> x509.CertificateRevocationList:
    """All of the register that is suspended, revoked or replaced at `now`; the next list comes in a day.

    A later list has a higher `number`, also within one second (RFC 5280, 5.2.3).
    """
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.key.public_key())
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(key.certificate.subject)
        .last_update(now)
        .next_update(now + LIFETIME)
        .add_extension(issuer_id, critical=False)
        .add_extension(x509.CRLNumber(number), critical=False)
    )
    for issued in register:
        if issued.kept_state in REASONS:
            builder = builder.add_revoked_certificate(_entry(issued))
    return builder.sign(key.key, SHA256())


def _entry(issued: IssuedCertificate) -> x509.RevokedCertificate:
    assert issued.changed_at is not None, "what is in force no longer has changed"
    builder = (
        x509.RevokedCertificateBuilder().serial_number(int(issued.serial)).revocation_date(issued.changed_at)
    )
    if reason := REASONS[issued.kept_state]:
        builder = builder.add_extension(x509.CRLReason(reason), critical=False)
    return builder.build()
