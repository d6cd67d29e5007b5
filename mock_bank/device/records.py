"""What goes into the device and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mock_bank.device.places import Place


@dataclass(frozen=True)
class Chosen:
    """A certificate chosen in the dialog, with the password typed for it."""

    place: Place
    certificate_id: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class NewKey:
    """A key that waits: its id, the PKCS#10 request (DER), and the old key's signature."""

    id: str
    request: bytes
    signature: bytes


@dataclass(frozen=True)
class Installed:
    """Where a pair lies; `path` is its folder below the device's own."""

    place: Place
    thumbprint: str
    path: str


@dataclass(frozen=True)
class StoredFile:
    """A file of the store, `path` below the device's folder, and the serial of its certificate."""

    place: Place
    path: str
    serial: str
