"""Files that carry a certificate and its key from one device to another: PKCS#12 (RFC 7292)."""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PBES,
    PKCS12KeyAndCertificates,
    load_pkcs12,
    serialize_key_and_certificates,
)

from mock_bank.ca.certificate import is_signed_by
from mock_bank.ca.profile import holder_of
from mock_bank.clock import KST
from mock_bank.device.errors import BrokenFile, ForeignCertificate, WrongFilePassword
from mock_bank.device.store import safe_name

ITERATIONS = 20_000


def file_name(certificate: x509.Certificate) -> str:
    """The name that such a file gets: holder and last day."""
    end = certificate.not_valid_after_utc.astimezone(KST)
    return f"{safe_name(holder_of(certificate))}_{end:%Y%m%d}.pfx"


def pack(
    certificate: x509.Certificate, key: RSAPrivateKey, authority: x509.Certificate, password: str
) -> bytes:
    """The pair and the authority's certificate, under `password` (AES-256)."""
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ITERATIONS)
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(SHA256())
        .build(password.encode())
    )
    name = holder_of(certificate).encode()
    return serialize_key_and_certificates(name, key, certificate, [authority], encryption)


def unpack(file: bytes, password: str, authority: x509.Certificate) -> tuple[x509.Certificate, RSAPrivateKey]:
    """The pair in a file, if `authority` issued it. BrokenFile, WrongFilePassword, ForeignCertificate."""
    content = _open(file, password)
    if content.key is None:
        raise ForeignCertificate("파일에 인증서의 개인키가 없습니다.")
    if content.cert is None:
        raise ForeignCertificate("파일에 개인키와 맞는 인증서가 없습니다.")
    certificate = content.cert.certificate
    if not isinstance(content.key, RSAPrivateKey) or not _is_customer_s(certificate, authority):
        raise ForeignCertificate("모의인증원이 고객에게 발급한 인증서가 아닙니다.")
    return certificate, content.key


def _open(file: bytes, password: str) -> PKCS12KeyAndCertificates:
    try:
        return load_pkcs12(file, password.encode())
    except ValueError as error:
        # `cryptography` tells by its words alone whether it could read the file's form.
        raise (BrokenFile if "deserialize" in str(error) else WrongFilePassword) from None


def _is_customer_s(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    """The authority's own certificate is signed by itself, too."""
    return is_signed_by(certificate, authority) and certificate != authority
