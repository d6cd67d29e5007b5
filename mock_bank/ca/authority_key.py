"""The authority's key and its own certificate, kept for as long as the server's folder is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from mock_bank.ca.certificate import authority_certificate
from mock_bank.ca.keys import make_key
from mock_bank.secret_files import write_secret


@dataclass(frozen=True)
class AuthorityKey:
    """What the authority signs with; all worlds of a server share one."""

    key: RSAPrivateKey
    certificate: x509.Certificate

    @classmethod
    def load_or_create(cls, folder: Path) -> AuthorityKey:
        """The pair kept in `folder` as authority-key.pem and authority.pem, made there when missing."""
        key_file, certificate_file = folder / "authority-key.pem", folder / "authority.pem"
        if not certificate_file.exists():  # which is written last
            key = make_key()
            write_secret(key_file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
            certificate_file.write_bytes(authority_certificate(key).public_bytes(Encoding.PEM))
        # Whether p and q are primes takes 45 ms to check, and this server made them.
        kept = load_pem_private_key(key_file.read_bytes(), None, unsafe_skip_rsa_key_validation=True)
        return cls(cast(RSAPrivateKey, kept), x509.load_pem_x509_certificate(certificate_file.read_bytes()))
