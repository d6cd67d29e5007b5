"""Signatures of customers."""

from __future__ import annotations

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from mock_bank.ca.authority import Authority

# What cryptography says of bytes that are something else.
UNREADABLE = (ValueError, TypeError, x509.InvalidVersion, UnsupportedAlgorithm)


def signer(
    authority: Authority, data: bytes, certificate_der: bytes, signature: bytes
) -> x509.Certificate | None:
    """The certificate, if `authority` issued it and its key signed `data`; says nothing of its state."""
    try:
        certificate = x509.load_der_x509_certificate(certificate_der)
        genuine = authority.verify(certificate) and signed_by(certificate, data, signature)
    except UNREADABLE:
        return None
    return certificate if genuine else None


def signed_by(certificate: x509.Certificate, data: bytes, signature: bytes) -> bool:
    """Whether `signature` over `data` was made with the certificate's key (RSA PKCS#1 v1.5, SHA-256)."""
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        return False
    try:
        key.verify(signature, data, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True
