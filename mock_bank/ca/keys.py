"""The RSA keys of all worlds."""

from __future__ import annotations

from threading import Lock

from cryptography.hazmat.primitives.asymmetric import rsa

KEY_BITS = 2048  # of every RSA key (domain: Files)


def make_key() -> rsa.RSAPrivateKey:
    """A new RSA key; 33 ms of work, 80 at worst."""
    return rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)


class Keys:
    """The keys that each world has: its first, its second, and so on, no two of them the same.

    Worlds share nothing, so what one has another may have: few need to be made.
    """

    def __init__(self) -> None:
        self._made: list[rsa.RSAPrivateKey] = []
        self._lock = Lock()

    def nth(self, number: int) -> rsa.RSAPrivateKey:
        """The key of that number, from 0."""
        with self._lock:
            while len(self._made) <= number:
                self._made.append(make_key())
            return self._made[number]
