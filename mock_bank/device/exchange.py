"""Files that carry a certificate and its key from one device to another: PKCS#12 (RFC 7292)."""

from __future__ import annotations

from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, PublicFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES, serialize_key_and_certificates

from mock_bank.ca.certificate import is_signed_by
from mock_bank.ca.profile import holder_of
from mock_bank.clock import KST
from mock_bank.device import pkcs12, private_key
from mock_bank.device.errors import ForeignCertificate
from mock_bank.device.pbe import UNREADABLE
from mock_bank.device.store import safe_name

_NOT_ISSUED = "모의인증원이 고객에게 발급한 인증서가 아닙니다."


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
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(SHA256())
        .build(password.encode())
    )
    name = holder_of(certificate).encode()
    return serialize_key_and_certificates(name, key, certificate, [authority], encryption)


def unpack(file: bytes, password: str, authority: x509.Certificate) -> tuple[x509.Certificate, RSAPrivateKey]:
    """The pair in a file, if `authority` issued it.

    BrokenFile, WrongFilePassword, UnsupportedFile, ForeignCertificate.
    """
    contents = pkcs12.read(file, password)
    if contents.key is None:
        raise ForeignCertificate("파일에 인증서의 개인키가 없습니다.")
    key = private_key.customer_key(contents.key)
    if key is None:
        raise ForeignCertificate(_NOT_ISSUED)
    of_key = [one for one in contents.certificates if _public_key_in(one) == _public_key_of(key)]
    if not of_key:
        raise ForeignCertificate("파일에 개인키와 맞는 인증서가 없습니다.")
    certificate = _customer_s(of_key[0], authority)
    if certificate is None:
        raise ForeignCertificate(_NOT_ISSUED)
    return certificate, key


def _public_key_in(certificate: bytes) -> bytes | None:
    """The DER of a certificate's public key; None for what cannot be read as a certificate."""
    try:
        inside = Certificate.load(certificate)["tbs_certificate"]["subject_public_key_info"]
        return bytes(inside.dump())
    except UNREADABLE:
        return None


def _public_key_of(key: RSAPrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _customer_s(der: bytes, authority: x509.Certificate) -> x509.Certificate | None:
    """The certificate, if `authority` issued it to somebody else than itself."""
    try:
        certificate = x509.load_der_x509_certificate(der)
    except (ValueError, x509.InvalidVersion):
        return None
    return certificate if is_signed_by(certificate, authority) and certificate != authority else None
