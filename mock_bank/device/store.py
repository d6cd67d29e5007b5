"""The customer's certificates as files: an NPKI tree for each place (domain: Files)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
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
    """The trees below `folder`, one for each place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pairs(self, place: Place) -> Iterator[Pair]:
        """What lies in a place, in the order of the folders' names."""
        return (Pair(file.parent) for file in sorted(self._users(place).glob(f"*/{CERTIFICATE}")))

    def find(self, place: Place, certificate_id: str) -> Pair:
        """The pair whose certificate has this thumbprint; NoSuchCertificate when none has."""
        for pair in self.pairs(place):
            if thumbprint(pair.certificate) == certificate_id:
                return pair
        raise NoSuchCertificate

    def write(self, place: Place, certificate: bytes, encrypted_key: bytes) -> Pair:
        """Keep a pair in a place, instead of the one of the same subject there, if any.

        The old files go only when both new ones are written: a failure before that changes nothing.
        """
        subject = x509.load_der_x509_certificate(certificate).subject
        folder = self._users(place) / folder_name(subject)
        folder.mkdir(parents=True, exist_ok=True)
        new = {folder / CERTIFICATE: certificate, folder / KEY: encrypted_key}
        for file, content in new.items():
            _beside(file).write_bytes(content)
        for file in new:
            _beside(file).replace(file)
        return Pair(folder)

    def _users(self, place: Place) -> Path:
        return self._folder / place / "NPKI" / "mockSign" / "USER"


def thumbprint(certificate: x509.Certificate) -> str:
    """The SHA-256 of the certificate, by which the dialog and the agent name it."""
    return certificate.fingerprint(SHA256()).hex()


def folder_name(subject: x509.Name) -> str:
    """The subject as the field writes it, cn=…,ou=…,o=…,c=kr, safe as a file's name on any system."""
    return ",".join(f"{_SHORT[part.oid]}={_safe(str(part.value))}" for part in reversed(list(subject)))


def _safe(value: str) -> str:
    return "".join(quote(c, safe="") if c in '<>:"/\\|?*%,=+' or not c.isprintable() else c for c in value)


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.new")
