"""X.509 certificates of the mock authority: its own, and those that it signs."""

from __future__ import annotations

from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from mock_bank.ca.profile import Kind
from mock_bank.clock import EARLIEST, LATEST

AUTHORITY = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "kr"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "mockSign"),
        x509.NameAttribute(NameOID.COMMON_NAME, "모의인증원"),
    ]
)
NOTICE = "시험용 모의 인증서이며 법적 효력이 없습니다. (MOCK, NOT VALID)"


def authority_certificate(key: RSAPrivateKey) -> x509.Certificate:
    """The authority's own certificate, signed by itself, for the years 2010 to 2050."""
    builder = (
        _builder(key, AUTHORITY, key.public_key(), x509.random_serial_number())
        .not_valid_before(EARLIEST)
        .not_valid_after(LATEST)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(ca=True), critical=True)
    )
    return builder.sign(key, SHA256())


def customer_certificate(
    issuer: RSAPrivateKey,
    *,
    subject: x509.Name,
    kind: Kind,
    public_key: RSAPublicKey,
    serial: int,
    not_before: datetime,
    not_after: datetime,
) -> x509.Certificate:
    """A customer's certificate, signed by the authority's key `issuer` (domain: Files).

    It names no place to ask for revocations: one authority serves all worlds, each at an address of its own.
    """
    notice = x509.PolicyInformation(kind.policy, [x509.UserNotice(None, NOTICE)])
    builder = (
        _builder(issuer, subject, public_key, serial)
        .not_valid_before(not_before)
        .not_valid_after(not_after)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(ca=False), critical=True)
        .add_extension(x509.CertificatePolicies([notice]), critical=False)
    )
    return builder.sign(issuer, SHA256())


def is_signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    """Whether `authority` issued `certificate`: its name and its signature say so."""
    try:
        certificate.verify_directly_issued_by(authority)
    except (InvalidSignature, TypeError, UnsupportedAlgorithm, ValueError):
        return False
    return True


def _builder(
    issuer: RSAPrivateKey, subject: x509.Name, public_key: RSAPublicKey, serial: int
) -> x509.CertificateBuilder:
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key())
    return (
        x509.CertificateBuilder()
        .issuer_name(AUTHORITY)
        .subject_name(subject)
        .public_key(public_key)
        .serial_number(serial)
        .add_extension(issuer_id, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _usage(*, ca: bool) -> x509.KeyUsage:
    """The authority signs certificates; a customer signs documents and cannot deny it later."""
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
