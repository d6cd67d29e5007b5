"""What goes into the device and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography import x509

from mock_bank.device.places import Place
from mock_bank.device.store import thumbprint


@dataclass(frozen=True)
class Chosen:
    """A certificate chosen in the dialog, with the password typed for it."""

    place: Place
    certificate_id: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class NewKey:
    """A key that waits: its id, the PKCS#10 request (DER), and the old key's signature, if there is one."""

    id: str
    request: bytes
    signature: bytes = b""


@dataclass(frozen=True)
class Installed:
    """Where a pair lies; `path` is its folder below that of the device, or of what is carried."""

    place: Place
    certificate: x509.Certificate
    path: str

    @property
    def thumbprint(self) -> str:
        """The name of its certificate."""
        return thumbprint(self.certificate)


@dataclass(frozen=True)
class ExportedFile:
    """A pair as PKCS#12, and the name that the file shall get."""

    name: str
    content: bytes


@dataclass(frozen=True)
class StoredFile:
    """A file of the store, `path` below the folder of devices/ and carried/, and its certificate's serial."""

    place: Place
    path: str
    serial: str
