"""The customer's computer: what it does with keys and certificates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.profile import serial_of
from mock_bank.clock import Clock
from mock_bank.device import exchange, private_key
from mock_bank.device.acceptance import accept
from mock_bank.device.documents import signed_document
from mock_bank.device.errors import NoSuchKey, SamePlace, SharedPlace, StoreFull, StoreGone, WeakPassword
from mock_bank.device.password import broken_rules
from mock_bank.device.pending import Pending, PendingKey
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, ExportedFile, Installed, NewKey, StoredFile
from mock_bank.device.store import CERTIFICATE, KEY, Pair, Store
from mock_bank.faults import Fault, Seam


class Device:
    """A computer, kept in `folder`, with the customer at it, who has what is `carried` at every computer.

    It trusts `authority` and no other issuer. `strike` is asked for what goes wrong: at "device.store", right
    before new files are written (StoreFull or StoreGone: the old ones stay, a key goes on waiting), and
    at "device.sign". What others use as well is `shared`: to keep something there is refused (SharedPlace)
    unless it is done `knowingly` (claim: keep.store).
    """

    def __init__(
        self,
        folder: Path,
        carried: Path,
        take_key: Callable[[], RSAPrivateKey],
        authority: x509.Certificate,
        clock: Clock,
        strike: Callable[[Seam], Fault | None],
        shared: bool,
    ) -> None:
        self._world = carried.parent
        self._store = Store(folder, carried)
        self._pending = Pending(folder / "pending")
        self._last_document = folder / "last-document.p7m"
        self._take_key = take_key
        self._authority = authority
        self._clock = clock
        self._strike = strike
        self._shared = shared

    def now(self) -> datetime:
        """What the computer's clock shows: the world's time."""
        return self._clock.now()

    def certificates(self, place: Place) -> list[x509.Certificate]:
        """The certificates that a place holds."""
        return [pair.certificate for pair in self._store.pairs(place)]

    def unplug(self, place: Place) -> None:
        """Take a medium away: nothing is found there or kept there, until it is plugged in again."""
        self._store.unplug(place)

    def plug_in(self, place: Place) -> None:
        """Bring it back, with what lay on it."""
        self._store.plug_in(place)

    def is_shared(self, place: Place) -> bool:
        """Whether others can get at what lies there."""
        return self._shared and not place.carried

    def sign(self, place: Place, certificate_id: str, password: str, data: bytes) -> tuple[bytes, bytes]:
        """The certificate (DER) and its key's signature over `data` (RSA PKCS#1 v1.5, SHA-256).

        NoSuchCertificate, WrongPassword.
        """
        pair, key = self._open(Chosen(place, certificate_id, password))
        return pair.certificate.public_bytes(Encoding.DER), _sign(key, data)

    def sign_document(self, chosen: Chosen, text: str) -> bytes:
        """The text under the customer's signature: CMS SignedData (DER). NoSuchCertificate, WrongPassword.

        Struck by a fault it is another text or, where one was signed before, the document signed last.
        """
        pair, key = self._open(chosen)
        fault = self._strike("device.sign")
        if fault and fault.damage == "replayed" and self._last_document.exists():
            return self._last_document.read_bytes()
        if fault and fault.damage == "other data":
            text = text.replace("금액: ", "금액: 9")
        document = signed_document(text, pair.certificate, key)
        self._last_document.parent.mkdir(parents=True, exist_ok=True)
        self._last_document.write_bytes(document)
        return document

    def create_key(
        self, place: Place, password: str, old: Chosen, challenge: bytes, *, knowingly: bool = False
    ) -> NewKey:
        """Make the key of a renewal and ask for its certificate, in the name of the `old` one.

        The key waits under its new `password` to be installed in `place`. The old key signs
        `challenge` and request, so that the bank knows who asks. SharedPlace, WeakPassword,
        NoSuchCertificate, WrongPassword.
        """
        self._ask_first(place, knowingly)
        _judge(password, before=old.password)
        old_pair, old_key = self._open(old)
        old_certificate = old_pair.certificate
        made = self._ask_for(old_certificate.subject, place, password, old_certificate)
        return replace(made, signature=_sign(old_key, challenge + made.request))

    def create_first_key(
        self, place: Place, password: str, subject: x509.Name, *, knowingly: bool = False
    ) -> NewKey:
        """The same for a certificate that is issued anew, in the name of `subject`: no old key signs for it.

        SharedPlace, WeakPassword.
        """
        self._ask_first(place, knowingly)
        _judge(password)
        return self._ask_for(subject, place, password)

    def _ask_for(
        self, subject: x509.Name, place: Place, password: str, old: x509.Certificate | None = None
    ) -> NewKey:
        key = self._take_key()
        request = x509.CertificateSigningRequestBuilder(subject).sign(key, SHA256())
        id_ = self._pending.keep(PendingKey(place, private_key.encrypt(key, password), request, old))
        return NewKey(id_, request.public_bytes(Encoding.DER))

    def install(self, id_: str, certificate: bytes) -> Installed:
        """Keep a certificate (DER) with the key that waits for it, in the place chosen for it.

        Done before, it is not done again, for the answer may have been lost. NoSuchKey; Refused when
        the certificate is not the one asked for.
        """
        waiting = self._pending.find(id_)
        if waiting is None:
            return self._installed_before(certificate)
        accept(certificate, waiting.request, waiting.old, self._authority, self.now())
        pair = self._keep(waiting.place, certificate, waiting.encrypted_key)
        self._pending.drop(id_)
        return self._installed(waiting.place, pair)

    def copy(self, chosen: Chosen, to: Place, *, knowingly: bool = False) -> Installed:
        """Keep a pair, under its password, in another place as well; one of its subject there goes.

        SamePlace, SharedPlace, NoSuchCertificate, WrongPassword.
        """
        if to is chosen.place:
            raise SamePlace
        self._ask_first(to, knowingly)
        pair, _ = self._open(chosen)
        copied = self._keep(to, pair.certificate.public_bytes(Encoding.DER), pair.encrypted_key)
        return self._installed(to, copied)

    def delete(self, chosen: Chosen) -> None:
        """Remove a pair from its place for good. NoSuchCertificate, WrongPassword."""
        pair, _ = self._open(chosen)
        self._store.delete(pair)

    def change_password(self, chosen: Chosen, new: str) -> None:
        """Keep a pair's key under a `new` password. WeakPassword, NoSuchCertificate, WrongPassword."""
        _judge(new, before=chosen.password)
        pair, key = self._open(chosen)
        certificate = pair.certificate.public_bytes(Encoding.DER)
        self._store.write(chosen.place, certificate, private_key.encrypt(key, new))

    def export(self, chosen: Chosen, file_password: str) -> ExportedFile:
        """A pair as a file of its own, under `file_password` (claim: keep.backup).

        WeakPassword, NoSuchCertificate, WrongPassword.
        """
        _judge(file_password)
        pair, key = self._open(chosen)
        content = exchange.pack(pair.certificate, key, self._authority, file_password)
        return ExportedFile(exchange.file_name(pair.certificate), content)

    def import_file(
        self, file: bytes, file_password: str, place: Place, password: str, *, knowingly: bool = False
    ) -> Installed:
        """Keep the pair of an exported file in a place, under a new `password` (claim: keep.backup).

        SharedPlace, WeakPassword, BrokenFile, WrongFilePassword, ForeignCertificate.
        """
        self._ask_first(place, knowingly)
        _judge(password)
        certificate, key = exchange.unpack(file, file_password, self._authority)
        encrypted = private_key.encrypt(key, password)
        return self._installed(place, self._keep(place, certificate.public_bytes(Encoding.DER), encrypted))

    def import_certificate(
        self, place: Place, certificate: bytes, key: RSAPrivateKey, password: str
    ) -> Installed:
        """Put a pair in a place as it is, with no check: how a world gets what its people have."""
        pair = self._store.write(place, certificate, private_key.encrypt(key, password))
        return self._installed(place, pair)

    def files(self) -> list[StoredFile]:
        """All files of the store, for whoever looks at the device from outside."""
        return [
            StoredFile(
                place,
                (pair.folder / name).relative_to(self._world).as_posix(),
                serial_of(pair.certificate),
            )
            for place in Place
            for pair in self._store.pairs(place)
            for name in (CERTIFICATE, KEY)
        ]

    def _ask_first(self, place: Place, knowingly: bool) -> None:
        if self.is_shared(place) and not knowingly:
            raise SharedPlace

    def _open(self, chosen: Chosen) -> tuple[Pair, RSAPrivateKey]:
        if not self._store.is_there(chosen.place):
            raise StoreGone
        pair = self._store.find(chosen.place, chosen.certificate_id)
        return pair, private_key.decrypt(pair.encrypted_key, chosen.password)

    def _keep(self, place: Place, certificate: bytes, encrypted_key: bytes) -> Pair:
        if fault := self._strike("device.store"):
            raise StoreGone if fault.effect == "pulled out" else StoreFull
        if not self._store.is_there(place):
            raise StoreGone
        return self._store.write(place, certificate, encrypted_key)

    def _installed_before(self, certificate: bytes) -> Installed:
        for place in Place:
            for pair in self._store.pairs(place):
                if pair.certificate.public_bytes(Encoding.DER) == certificate:
                    return self._installed(place, pair)
        raise NoSuchKey

    def _installed(self, place: Place, pair: Pair) -> Installed:
        path = pair.folder.relative_to(self._store.root(place)).as_posix()
        return Installed(place, pair.certificate, path)


def _judge(password: str, before: str | None = None) -> None:
    if broken := broken_rules(password, before):
        raise WeakPassword(broken)


def _sign(key: RSAPrivateKey, data: bytes) -> bytes:
    return key.sign(data, PKCS1v15(), SHA256())
