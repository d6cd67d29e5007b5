"""Private keys under a password, in the form of the field's `signPri.key` (domain: Files).

PKCS#8 EncryptedPrivateKeyInfo: PBES2 with PBKDF2-HMAC-SHA1 and SEED-CBC (RFC 8018, RFC 4269).
`cryptography` has the cipher but not this wrapping, so the ASN.1 comes from asn1crypto.
"""

from __future__ import annotations

import os
from hashlib import pbkdf2_hmac

from asn1crypto import core
from asn1crypto.keys import EncryptedPrivateKeyInfo, PrivateKeyInfo
from cryptography.hazmat.decrepit.ciphers.algorithms import SEED
from cryptography.hazmat.primitives.asymmetric.rsa import (
    RSAPrivateKey,
    RSAPrivateNumbers,
    RSAPublicNumbers,
)
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from mock_bank.ca.keys import KEY_BITS
from mock_bank.device.errors import WrongPassword
from mock_bank.device.pbe import SEED_CBC, SEED_KEY, UNREADABLE, Opener

ITERATIONS = 2048
NUMBERS = (
    "modulus",
    "public_exponent",
    "private_exponent",
    "prime1",
    "prime2",
    "exponent1",
    "exponent2",
    "coefficient",
)


def encrypt(key: RSAPrivateKey, password: str) -> bytes:
    """The key under `password`, as DER."""
    salt, iv = os.urandom(8), os.urandom(16)
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    padder = PKCS7(SEED.block_size).padder()
    cipher = _cipher(password, salt, iv).encryptor()
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
    info = EncryptedPrivateKeyInfo.load(der)
    try:
        plain = Opener(password).decrypt(info["encryption_algorithm"], info["encrypted_data"].native)
        # Whether p and q are primes takes 45 ms to check, and this device made them.
        key = load_der_private_key(plain, None, unsafe_skip_rsa_key_validation=True)
    except ValueError:
        # A wrong password yields rubbish: its padding is wrong or, once in 256 times, what it pads.
        raise WrongPassword from None
    assert isinstance(key, RSAPrivateKey), "the device makes RSA keys only"
    return key


def customer_key(info: bytes) -> RSAPrivateKey | None:
    """The key in `info` (PKCS#8), which may come from anywhere; None when it cannot be a customer's.

    How long it takes to check a key, its own numbers say: so how long they are is looked at first.
    """
    try:
        of_key = PrivateKeyInfo.load(info)
        if of_key["private_key_algorithm"]["algorithm"].native != "rsa":
            return None
        numbers = of_key["private_key"].parsed
        n, e, d, p, q, dp, dq, qp = (numbers[name].native for name in NUMBERS)
        if n.bit_length() != KEY_BITS or max(e, d).bit_length() > KEY_BITS:
            return None
        if max(p, q, dp, dq, qp).bit_length() > KEY_BITS // 2:
            return None
        return RSAPrivateNumbers(p, q, d, dp, dq, qp, RSAPublicNumbers(e, n)).private_key()
    except UNREADABLE:
        return None


def _cipher(password: str, salt: bytes, iv: bytes) -> Cipher[modes.CBC]:
    key = pbkdf2_hmac("sha1", password.encode(), salt, ITERATIONS, SEED_KEY)
    return Cipher(SEED(key), modes.CBC(iv))
