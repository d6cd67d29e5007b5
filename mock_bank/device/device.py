"""The customer's computer: what it does with keys and certificates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.keys import KeyPool
from mock_bank.ca.profile import serial_of
from mock_bank.clock import Clock
from mock_bank.device import private_key
from mock_bank.device.acceptance import accept
from mock_bank.device.errors import NoSuchKey, WeakPassword
from mock_bank.device.password import broken_rules
from mock_bank.device.pending import Pending, PendingKey, key_id
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, Installed, NewKey, StoredFile
from mock_bank.device.store import CERTIFICATE, KEY, Pair, Store, thumbprint


class Device:
    """One customer's computer, kept in `folder`; it trusts `authority` and no other issuer.

    `strike` is told the seam "device.store" right before new files are written; what it raises,
    StoreFull or StoreGone, leaves the old files as they are and the key waiting.
    """

    def __init__(
        self,
        folder: Path,
        keys: KeyPool,
        authority: x509.Certificate,
        clock: Clock,
        strike: Callable[[str], None] = lambda seam: None,
    ) -> None:
        self._folder = folder
        self._store = Store(folder)
        self._pending = Pending(folder / "pending")
        self._keys = keys
        self._authority = authority
        self._clock = clock
        self._strike = strike

    def now(self) -> datetime:
        """What the computer's clock shows: the world's time."""
        return self._clock.now()

    def places(self) -> list[Place]:
        """The places that can be used: all of them."""
        return list(Place)

    def certificates(self, place: Place) -> list[x509.Certificate]:
        """The certificates that a place holds."""
        return [pair.certificate for pair in self._store.pairs(place)]

    def sign(self, place: Place, certificate_id: str, password: str, data: bytes) -> tuple[bytes, bytes]:
        """The certificate (DER) and its key's signature over `data` (RSA PKCS#1 v1.5, SHA-256).

        NoSuchCertificate, WrongPassword.
        """
        certificate, key = self._open(Chosen(place, certificate_id, password))
        return certificate.public_bytes(Encoding.DER), _sign(key, data)

    def create_key(self, place: Place, password: str, old: Chosen, challenge: bytes) -> NewKey:
        """Make the key of a renewal and ask for its certificate, in the name of the `old` one.

        The key waits under its new `password` to be installed in `place`. The old key signs
        `challenge` and request, so that the bank knows who asks. WeakPassword, NoSuchCertificate,
        WrongPassword.
        """
        if broken := broken_rules(password):
            raise WeakPassword(broken)
        old_certificate, old_key = self._open(old)
        key = self._keys.take()
        builder = x509.CertificateSigningRequestBuilder(old_certificate.subject)
        request = builder.sign(key, SHA256())
        encrypted = private_key.encrypt(key, password)
        id_ = self._pending.keep(PendingKey(place, encrypted, request, old_certificate))
        der = request.public_bytes(Encoding.DER)
        return NewKey(id_, der, _sign(old_key, challenge + der))

    def install(self, id_: str, certificate: bytes) -> Installed:
        """Keep a certificate (DER) with the key that waits for it, in the place chosen for it.

        Done before, it is not done again, for the answer may have been lost. NoSuchKey; Refused when
        the certificate is not the one asked for.
        """
        waiting = self._pending.find(id_)
        if waiting is None:
            return self._installed_before(id_, certificate)
        accept(certificate, waiting.request, waiting.old, self._authority, self.now())
        self._strike("device.store")
        pair = self._store.write(waiting.place, certificate, waiting.encrypted_key)
        self._pending.drop(id_)
        return self._installed(waiting.place, pair)

    def import_certificate(
        self, place: Place, certificate: bytes, key: RSAPrivateKey, password: str
    ) -> Installed:
        """Put a pair in a place as it is, with no check: how a world gets what its people have."""
        pair = self._store.write(place, certificate, private_key.encrypt(key, password))
        return self._installed(place, pair)

    def files(self) -> list[StoredFile]:
        """All files of the store, for whoever looks at the device from outside."""
        return [
            StoredFile(place, f"{self._path(pair)}/{name}", serial_of(pair.certificate))
            for place in Place
            for pair in self._store.pairs(place)
            for name in (CERTIFICATE, KEY)
        ]

    def _open(self, chosen: Chosen) -> tuple[x509.Certificate, RSAPrivateKey]:
        pair = self._store.find(chosen.place, chosen.certificate_id)
        return pair.certificate, private_key.decrypt(pair.encrypted_key, chosen.password)

    def _installed_before(self, id_: str, certificate: bytes) -> Installed:
        for place in Place:
            for pair in self._store.pairs(place):
                kept = pair.certificate
                if key_id(kept.public_key()) == id_ and kept.public_bytes(Encoding.DER) == certificate:
                    return self._installed(place, pair)
        raise NoSuchKey

    def _installed(self, place: Place, pair: Pair) -> Installed:
        return Installed(place, thumbprint(pair.certificate), self._path(pair))

    def _path(self, pair: Pair) -> str:
        return pair.folder.relative_to(self._folder).as_posix()


def _sign(key: RSAPrivateKey, data: bytes) -> bytes:
    return key.sign(data, PKCS1v15(), SHA256())
