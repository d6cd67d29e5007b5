"""Private keys under a password, in the form of the field's `signPri.key` (domain: Files).

PKCS#8 EncryptedPrivateKeyInfo: PBES2 with PBKDF2-HMAC-SHA1 and SEED-CBC (RFC 8018, RFC 4269).
`cryptography` has the cipher but not this wrapping, so the ASN.1 comes from asn1crypto.
"""

from __future__ import annotations

import os
from hashlib import pbkdf2_hmac

from asn1crypto import core
from asn1crypto.keys import EncryptedPrivateKeyInfo
from cryptography.hazmat.decrepit.ciphers.algorithms import SEED
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from mock_bank.device.errors import WrongPassword

SEED_CBC = "1.2.410.200004.1.4"
ITERATIONS = 2048


def encrypt(key: RSAPrivateKey, password: str) -> bytes:
    """The key under `password`, as DER."""
    salt, iv = os.urandom(8), os.urandom(16)
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    padder = PKCS7(SEED.block_size).padder()
    cipher = _cipher(password, salt, ITERATIONS, iv).encryptor()
    encrypted = cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()
    derivation = {"salt": core.OctetString(salt), "iteration_count": ITERATIONS}
    scheme = {
        "key_derivation_func": {"algorithm": "pbkdf2", "parameters": derivation},
        "encryption_scheme": {"algorithm": SEED_CBC, "parameters": core.OctetString(iv)},
    }
    info = EncryptedPrivateKeyInfo(
        {"encryption_algorithm": {"algorithm": "pbes2", "parameters": scheme}, "encrypted_data": encrypted}
    )
    return bytes(info.dump())


def decrypt(der: bytes, password: str) -> RSAPrivateKey:
    """The key in `der`; WrongPassword when `password` does not open it."""
    info = EncryptedPrivateKeyInfo.load(der).native
    scheme = info["encryption_algorithm"]["parameters"]
    derivation = scheme["key_derivation_func"]["parameters"]
    iv = scheme["encryption_scheme"]["parameters"]
    cipher = _cipher(password, derivation["salt"], derivation["iteration_count"], iv).decryptor()
    unpadder = PKCS7(SEED.block_size).unpadder()
    padded = cipher.update(info["encrypted_data"]) + cipher.finalize()
    try:
        plain = unpadder.update(padded) + unpadder.finalize()
        # Whether p and q are primes takes 45 ms to check, and this device made them.
        key = load_der_private_key(plain, None, unsafe_skip_rsa_key_validation=True)
    except ValueError:
        # A wrong password yields rubbish: its padding is wrong or, once in 256 times, what it pads.
        raise WrongPassword from None
    assert isinstance(key, RSAPrivateKey), "the device makes RSA keys only"
    return key


def _cipher(password: str, salt: bytes, iterations: int, iv: bytes) -> Cipher[modes.CBC]:
    key = pbkdf2_hmac("sha1", password.encode(), salt, iterations, dklen=16)
    return Cipher(SEED(key), modes.CBC(iv))
