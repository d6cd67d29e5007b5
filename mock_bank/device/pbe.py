"""Encryption under a password, as files of keys and certificates have it: PBES2 (RFC 8018) and the schemes
of PKCS#12 (RFC 7292, appendices B and C).

How long it takes to make a key of a password the file itself says. So that is read before anything is done,
and no file has more than MOST_ROUNDS.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import new, pbkdf2_hmac
from math import ceil

from asn1crypto.algos import EncryptionAlgorithm
from Cryptodome.Cipher import ARC2
from cryptography.hazmat.decrepit.ciphers.algorithms import SEED, TripleDES
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.padding import PKCS7

SEED_CBC, SEED_KEY = "1.2.410.200004.1.4", 16  # octets
# Of hashing, for all keys and the MAC of a file together: half a second on a slow computer, and more than
# the programs ask for that export certificates.
MOST_ROUNDS = 500_000
HASHES = ("sha1", "sha224", "sha256", "sha384", "sha512")
# What asn1crypto says of bytes that are something else.
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
_KEY, _IV, _MAC = 1, 2, 3  # what the bytes are for (RFC 7292, B.3)


class Unsupported(ValueError):
    """A file is protected in a way that is not known here, or that would take too long to open."""


Decrypt = Callable[[bytes, bytes, bytes], bytes]


def _by(cipher: Callable[[bytes], BlockCipherAlgorithm]) -> Decrypt:
    def decrypt(key: bytes, iv: bytes, data: bytes) -> bytes:
        decryptor = Cipher(cipher(key), modes.CBC(iv)).decryptor()
        return _unpadded(decryptor.update(data) + decryptor.finalize(), len(iv))

    return decrypt


def _by_rc2(key: bytes, iv: bytes, data: bytes) -> bytes:
    """`cryptography` has RC2 only with 128 bits, and Windows writes it with 40."""
    # Its types have forgotten effective_keylen.
    cipher = ARC2.new(key, ARC2.MODE_CBC, iv, effective_keylen=len(key) * 8)  # type: ignore[call-arg]
    return _unpadded(cipher.decrypt(data), len(iv))


def _unpadded(padded: bytes, block: int) -> bytes:
    unpadder = PKCS7(block * 8).unpadder()
    return unpadder.update(padded) + unpadder.finalize()


_PBES2 = {
    "aes128_cbc": _by(AES),
    "aes192_cbc": _by(AES),
    "aes256_cbc": _by(AES),
    "tripledes_3key": _by(TripleDES),
    SEED_CBC: _by(SEED),
}
_PKCS12 = {
    "pkcs12_sha1_tripledes_3key": _by(TripleDES),
    "pkcs12_sha1_tripledes_2key": _by(lambda key: TripleDES(key + key[:8])),
    "pkcs12_sha1_rc2_128": _by_rc2,
    "pkcs12_sha1_rc2_40": _by_rc2,
}


class Opener:
    """Opens what lies in one file under `password`: all of it together within MOST_ROUNDS.

    Its methods raise Unsupported before they do any work.
    """

    def __init__(self, password: str) -> None:
        self._password = password
        self._rounds_left = MOST_ROUNDS

    def decrypt(self, algorithm: EncryptionAlgorithm, data: bytes) -> bytes:
        """What `data` was before it was encrypted; ValueError when the password is wrong."""
        name = algorithm["algorithm"].native
        if name == "pbes2":
            return self._decrypt_pbes2(algorithm["parameters"], data)
        if name not in _PKCS12:
            raise Unsupported(f"encryption by {name}")
        made = algorithm["parameters"]
        salt, count = made["salt"].native, made["iterations"].native
        key = self._derive("sha1", salt, count, _KEY, algorithm.key_length)
        return _PKCS12[name](key, self._derive("sha1", salt, count, _IV, 8), data)

    def mac_key(self, hash_name: str, salt: bytes, count: int) -> bytes:
        """The key of a file's MAC (RFC 7292, B.4)."""
        return self._derive(hash_name, salt, count, _MAC, new(hash_name).digest_size)

    def _decrypt_pbes2(self, parameters: EncryptionAlgorithm, data: bytes) -> bytes:
        derivation, encryption = parameters["key_derivation_func"], parameters["encryption_scheme"]
        name = encryption["algorithm"].native
        if derivation["algorithm"].native != "pbkdf2" or name not in _PBES2:
            raise Unsupported(f"encryption by {derivation['algorithm'].native} and {name}")
        made = derivation["parameters"]
        hash_name = made["prf"]["algorithm"].native
        length = SEED_KEY if name == SEED_CBC else encryption.key_length
        salt, count = made["salt"].native, made["iteration_count"].native
        self._spend(hash_name, count, length)
        key = pbkdf2_hmac(hash_name, self._password.encode(), salt, count, length)
        return _PBES2[name](key, encryption["parameters"].native, data)

    def _derive(self, hash_name: str, salt: bytes, count: int, purpose: int, length: int) -> bytes:
        self._spend(hash_name, count, length)
        return _pkcs12_key(hash_name, self._password, salt, count, purpose, length)

    def _spend(self, hash_name: str, count: int, length: int) -> None:
        if hash_name not in HASHES:
            raise Unsupported(f"hashing by {hash_name}")
        if count < 1:
            raise ValueError(f"{count} rounds of hashing")
        rounds = count * ceil(length / new(hash_name).digest_size)
        if rounds > self._rounds_left:
            raise Unsupported(f"more than {MOST_ROUNDS} rounds of hashing")
        self._rounds_left -= rounds


def _pkcs12_key(hash_name: str, password: str, salt: bytes, count: int, purpose: int, length: int) -> bytes:
    """So many octets made of the password (RFC 7292, B.2); the names there are D, S, P, I, A and B."""
    block = new(hash_name).block_size
    diversifier = bytes([purpose]) * block
    text = password.encode("utf-16-be") + bytes(2)
    mixed = _repeated(salt, block) + _repeated(text, block)
    made = b""
    while True:
        digest = diversifier + mixed
        for _ in range(count):
            digest = new(hash_name, digest).digest()
        made += digest
        if len(made) >= length:
            return made[:length]
        added = int.from_bytes(_repeated(digest, block)[:block]) + 1
        mixed = b"".join(
            ((int.from_bytes(mixed[start : start + block]) + added) % (1 << block * 8)).to_bytes(block)
            for start in range(0, len(mixed), block)
        )


def _repeated(octets: bytes, block: int) -> bytes:
    """The octets again and again, until blocks are full."""
    length = block * ceil(len(octets) / block)
    return (octets * ceil(length / len(octets)))[:length] if octets else b""
