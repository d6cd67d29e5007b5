"""RSA keys that are ready when they are asked for."""

from __future__ import annotations

from collections import deque
from threading import Condition, Thread

from cryptography.hazmat.primitives.asymmetric import rsa

SPARE = 8


def make_key() -> rsa.RSAPrivateKey:
    """A new RSA-2048 key (domain: Files); 33 ms of work, 80 at worst."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class KeyPool:
    """Keeps spare keys, made in the background, so that nobody waits for one.

    It holds a thread: `close()` it when the server ends.
    """

    def __init__(self) -> None:
        self._spare: deque[rsa.RSAPrivateKey] = deque()
        self._changed = Condition()
        self._closed = False
        self._thread = Thread(target=self._fill, name="key pool", daemon=True)
        self._thread.start()

    def take(self) -> rsa.RSAPrivateKey:
        """A key that nobody else has: a spare one, or one made now when none is left."""
        with self._changed:
            if self._spare:
                self._changed.notify_all()
                return self._spare.popleft()
        return make_key()

    def close(self) -> None:
        """Stop making keys and wait until the thread has ended: one key's time at most."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _fill(self) -> None:
        while self._wanted():
            key = make_key()
            with self._changed:
                self._spare.append(key)
                self._changed.notify_all()

    def _wanted(self) -> bool:
        """Wait until a spare key is missing: True; or until the pool is closed: False."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._spare) < SPARE)
            return not self._closed
