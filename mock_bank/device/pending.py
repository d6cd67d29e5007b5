"""Keys that wait for their certificates, kept on disc: a renewal may be finished another day."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from mock_bank.device.places import Place


@dataclass(frozen=True)
class PendingKey:
    """A key under its new password, the request made with it, where both certificate and key shall go, and
    the certificate that is renewed, if one is.
    """

    place: Place
    encrypted_key: bytes
    request: x509.CertificateSigningRequest
    old: x509.Certificate | None


class Pending:
    """The pending keys below `folder`, one folder each, named by the key's id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, key: PendingKey) -> str:
        """Keep a key; return its id."""
        id_ = key_id(key.request.public_key())
        folder = self._folder / id_
        folder.mkdir(parents=True)
        (folder / "signPri.key").write_bytes(key.encrypted_key)
        (folder / "request.der").write_bytes(key.request.public_bytes(Encoding.DER))
        if key.old:
            (folder / "old.der").write_bytes(key.old.public_bytes(Encoding.DER))
        (folder / "place").write_text(key.place)
        return id_

    def find(self, id_: str) -> PendingKey | None:
        """The key of this id. An id comes from a page: one that is no hash leads to no file."""
        folder = self._folder / id_
        if not re.fullmatch("[0-9a-f]{64}", id_) or not folder.exists():
            return None
        old = folder / "old.der"
        return PendingKey(
            Place((folder / "place").read_text()),
            (folder / "signPri.key").read_bytes(),
            x509.load_der_x509_csr((folder / "request.der").read_bytes()),
            x509.load_der_x509_certificate(old.read_bytes()) if old.exists() else None,
        )

    def drop(self, id_: str) -> None:
        """Forget a key: it has been installed."""
        shutil.rmtree(self._folder / id_)


def key_id(key: CertificatePublicKeyTypes) -> str:
    """The SHA-256 of the public key."""
    return sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
