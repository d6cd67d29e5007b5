"""What tests of the authority and of the device share: keys, an authority, a world's time and a customer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.certificate import customer_certificate
from mock_bank.ca.keys import make_key
from mock_bank.ca.profile import KINDS, subject
from mock_bank.clock import KST, Clock

Certify = Callable[..., bytes]

NOW = datetime(2026, 3, 16, 10, tzinfo=KST)
END = datetime(2026, 3, 30, 23, 59, 59, tzinfo=KST)


@pytest.fixture(scope="session")
def customer_key() -> RSAPrivateKey:
    return make_key()


@pytest.fixture(scope="session")
def authority_key(tmp_path_factory: pytest.TempPathFactory) -> AuthorityKey:
    return AuthorityKey.load_or_create(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def certify(authority_key: AuthorityKey) -> Certify:
    """Make a certificate (DER): Kim Hana's, valid now, unless told otherwise."""

    def certify(
        public_key: RSAPublicKey,
        *,
        person: str = "kim-hana",
        holder: str = "김하나",
        kind: str = "personal-bank",
        serial: int = 1 << 64,
        not_before: datetime = NOW - timedelta(days=351),
        not_after: datetime = END,
        issuer: RSAPrivateKey = authority_key.key,
    ) -> bytes:
        certificate = customer_certificate(
            issuer,
            subject=subject(person, holder, KINDS[kind]),
            kind=KINDS[kind],
            public_key=public_key,
            serial=serial,
            not_before=not_before,
            not_after=not_after,
        )
        return certificate.public_bytes(Encoding.DER)

    return certify


@pytest.fixture
def old_certificate(certify: Certify, customer_key: RSAPrivateKey) -> bytes:
    """The certificate (DER) that Kim Hana has, with two weeks left."""
    return certify(customer_key.public_key())
