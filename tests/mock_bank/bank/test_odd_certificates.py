"""Certificates that no customer has: the bank refuses them in words, whatever they are made of."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from tests.mock_bank.bank.visitor import Visitor, code_of
from tests.mock_bank.device.conftest import openssl

KEYS = {
    "RSA with PSS alone": ("RSA-PSS", "rsa_keygen_bits:2048"),
    "EC on P-256": ("EC", "ec_paramgen_curve:P-256"),
    "EC on secp224k1": ("EC", "ec_paramgen_curve:secp224k1"),
    "EC on a curve of its own": ("EC", "ec_paramgen_curve:P-256", "ec_param_enc:explicit"),
    "SM2": ("SM2",),
    "Ed448": ("ED448",),
}


def certificate(folder: Path, algorithm: str, *options: str) -> bytes:
    """In the authority's name, signed by itself (DER)."""
    key = folder / "key.pem"
    pkey = [part for option in options for part in ("-pkeyopt", option)]
    key.write_bytes(openssl("genpkey", "-algorithm", algorithm, *pkey))
    name = ("-utf8", "-subj", "/C=kr/O=mockSign/CN=모의인증원")
    return openssl("req", "-x509", "-new", "-key", key, *name, "-outform", "DER")


@pytest.mark.parametrize("made", KEYS.values(), ids=KEYS)
def test_nobody_signs_in_with_one(visitor: Visitor, tmp_path: Path, made: tuple[str, ...]) -> None:
    visitor.open("/sign-in")
    sent = visitor.signed_with(visitor.first())
    odd = b64encode(certificate(tmp_path, *made)).decode()
    refused = visitor.send("/sign-in", **sent | {"certificate": odd})
    assert (refused.status_code, code_of(refused)) == (403, "SIGN-IN-SIGNATURE")
    assert visitor.open("/account").status_code == 302
