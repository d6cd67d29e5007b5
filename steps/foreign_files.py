"""Files from elsewhere: what is no certificate of the customer's, and one that another program wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PBES,
    load_pkcs12,
    serialize_key_and_certificates,
)
from cryptography.x509 import Certificate, CertificateBuilder, Name, NameAttribute
from cryptography.x509.oid import NameOID


def _no_certificate_file(password: str) -> bytes:
    return "이것은 인증서가 아닙니다.".encode()


def _cut_short(password: str) -> bytes:
    return _from_another_authority(password)[:-100]


def _from_another_authority(password: str) -> bytes:
    key, certificate = _made_at_home()
    return serialize_key_and_certificates(b"", key, certificate, None, _under(password))


def _without_key(password: str) -> bytes:
    _, certificate = _made_at_home()
    return serialize_key_and_certificates(b"", None, certificate, None, _under(password))


def _too_slow(password: str) -> bytes:
    rounds = 600_000
    slow = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(rounds).build(password.encode())
    key, certificate = _made_at_home()
    return serialize_key_and_certificates(b"", key, certificate, None, slow)


def _under(password: str) -> BestAvailableEncryption:
    return BestAvailableEncryption(password.encode())


def _made_at_home() -> tuple[RSAPrivateKey, Certificate]:
    key = generate_private_key(65537, 2048)  # as customers' keys are
    name = Name([NameAttribute(NameOID.COMMON_NAME, "집에서 만든 인증서")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = CertificateBuilder(name, name, key.public_key(), 1, start, start + timedelta(days=365))
    return key, builder.sign(key, SHA256())


def as_older_programs_write(file: bytes, password: str) -> bytes:
    """The pair in a file, encrypted and under a MAC as it was usual before AES and SHA-256."""
    held = load_pkcs12(file, password.encode())
    assert held.cert, "the file holds no certificate"
    old = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(2000)
        .key_cert_algorithm(PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(SHA1())
        .build(password.encode())
    )
    key = cast(RSAPrivateKey, held.key)
    return serialize_key_and_certificates(b"", key, held.cert.certificate, None, old)


# Each makes the file's content, under the password given.
FOREIGN_FILES: dict[str, Callable[[str], bytes]] = {
    "no-certificate": _no_certificate_file,
    "cut-short": _cut_short,
    "another-authority": _from_another_authority,
    "no-key": _without_key,
    "too-slow": _too_slow,
}
