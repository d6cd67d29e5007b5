"""Files from elsewhere: what is no certificate of the customer's, and one that another program wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

from asn1crypto.core import ObjectIdentifier
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PBES,
    load_pkcs12,
    serialize_key_and_certificates,
)
from cryptography.x509 import Certificate, CertificateBuilder, Name, NameAttribute
from cryptography.x509.oid import NameOID

# How DER names the hash that a file is sealed by.
SHA_256, SHA3_256 = (ObjectIdentifier(f"2.16.840.1.101.3.4.2.{n}").dump() for n in (1, 8))


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


def _with_other_key(password: str) -> bytes:
    (key, _), (_, certificate) = _made_at_home(), _made_at_home()
    return serialize_key_and_certificates(b"", key, None, [certificate], _under(password))


def _with_short_key(password: str) -> bytes:
    key, certificate = _made_at_home(bits=1024)
    return serialize_key_and_certificates(b"", key, certificate, None, _under(password))


def _bare(password: str) -> bytes:
    _, certificate = _made_at_home()
    return certificate.public_bytes(Encoding.DER)


def _sealed_in_an_unknown_way(password: str) -> bytes:
    return _from_another_authority(password).replace(SHA_256, SHA3_256)


def _too_slow(password: str) -> bytes:
    rounds = 600_000
    slow = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(rounds).build(password.encode())
    key, certificate = _made_at_home()
    return serialize_key_and_certificates(b"", key, certificate, None, slow)


def _under(password: str) -> BestAvailableEncryption:
    return BestAvailableEncryption(password.encode())


def _made_at_home(bits: int = 2048) -> tuple[RSAPrivateKey, Certificate]:
    """A key, as long as customers' keys are, and a certificate for it."""
    key = generate_private_key(65537, bits)
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
    "other-key": _with_other_key,
    "short-key": _with_short_key,
    "bare": _bare,
    "unknown-seal": _sealed_in_an_unknown_way,
    "too-slow": _too_slow,
}
