"""The customer's certificates as files: an NPKI tree for each place (domain: Files)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from mock_bank.device.errors import NoSuchCertificate
from mock_bank.device.places import Place

CERTIFICATE, KEY = "signCert.der", "signPri.key"
_SHORT = {
    NameOID.COMMON_NAME: "cn",
    NameOID.ORGANIZATIONAL_UNIT_NAME: "ou",
    NameOID.ORGANIZATION_NAME: "o",
    NameOID.COUNTRY_NAME: "c",
}


@dataclass(frozen=True)
class Pair:
    """A certificate and its encrypted private key, in a folder of their own."""

    folder: Path

    @property
    def certificate(self) -> x509.Certificate:
        """The certificate in the folder."""
        return x509.load_der_x509_certificate((self.folder / CERTIFICATE).read_bytes())

    @property
    def encrypted_key(self) -> bytes:
        """The private key as it lies there."""
        return (self.folder / KEY).read_bytes()


class Store:
    """The trees of one device, one for each place: its own below `folder`, the others below `carried`."""

    def __init__(self, folder: Path, carried: Path) -> None:
        self._folder = folder
        self._carried = carried

    def root(self, place: Place) -> Path:
        """The folder below which the place lies."""
        return self._carried if place.carried else self._folder

    def is_there(self, place: Place) -> bool:
        """Whether the medium is plugged in."""
        return not self._unplugged(place).exists()

    def unplug(self, place: Place) -> None:
        """Take the medium away, with all that lies on it."""
        if self.is_there(place):
            kept = self.root(place) / place
            kept.mkdir(parents=True, exist_ok=True)
            kept.rename(self._unplugged(place))

    def plug_in(self, place: Place) -> None:
        """Bring the medium back."""
        if not self.is_there(place):
            self._unplugged(place).rename(self.root(place) / place)

    def _unplugged(self, place: Place) -> Path:
        return self.root(place) / f"{place}-unplugged"

    def pairs(self, place: Place) -> Iterator[Pair]:
        """What lies in a place, in the order of the folders' names."""
        self._move_in(place)
        return (Pair(file.parent) for file in sorted(self._users(place).glob(f"*/{CERTIFICATE}")))

    def find(self, place: Place, certificate_id: str) -> Pair:
        """The pair whose certificate has this thumbprint; NoSuchCertificate when none has."""
        for pair in self.pairs(place):
            if thumbprint(pair.certificate) == certificate_id:
                return pair
        raise NoSuchCertificate

    def write(self, place: Place, certificate: bytes, encrypted_key: bytes) -> Pair:
        """Keep a pair in a place, instead of the one of the same subject there, if any.

        A failure at any moment leaves one of the two, never one's key with the other's certificate.
        """
        self._move_in(place)
        name = folder_name(x509.load_der_x509_certificate(certificate).subject)
        ready = self._ready(place)
        ready.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=ready.parent, prefix="new-") as new:
            folder = Path(new) / name
            folder.mkdir()
            (folder / KEY).write_bytes(encrypted_key)
            (folder / CERTIFICATE).write_bytes(certificate)
            folder.rename(ready / name)  # From here on it is the new pair that counts.
        self._move_in(place)
        return Pair(self._users(place) / name)

    def delete(self, pair: Pair) -> None:
        """Remove a pair for good."""
        # The certificate goes first: what has none is no pair any more, even if the rest fails.
        (pair.folder / CERTIFICATE).unlink()
        shutil.rmtree(pair.folder)

    def _move_in(self, place: Place) -> None:
        """Put what lies ready in the old one's place; what a failure leaves there, the next look moves in."""
        for folder in self._ready(place).glob("*"):
            kept = self._users(place) / folder.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            if kept.exists():
                shutil.rmtree(kept)
            folder.rename(kept)

    def _ready(self, place: Place) -> Path:
        return self.root(place) / place / "ready"

    def _users(self, place: Place) -> Path:
        return self.root(place) / place / "NPKI" / "mockSign" / "USER"


def thumbprint(certificate: x509.Certificate) -> str:
    """The SHA-256 of the certificate, by which the dialog and the agent name it."""
    return certificate.fingerprint(SHA256()).hex()


def folder_name(subject: x509.Name) -> str:
    """The subject as the field writes it, cn=…,ou=…,o=…,c=kr, safe as a file's name on any system."""
    return ",".join(f"{_SHORT[part.oid]}={safe_name(str(part.value))}" for part in reversed(list(subject)))


def safe_name(value: str) -> str:
    """`value` without the characters that lead elsewhere or say something else in a file's name."""
    return "".join(quote(c, safe="") if c in '<>:"/\\|?*%,=+' or not c.isprintable() else c for c in value)
