"""What tests of the device share: a computer, what goes wrong at it, and a certificate that lies there."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.keys import Keys
from mock_bank.clock import Clock
from mock_bank.device.device import Device
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.faults import Faults

DeviceNamed = Callable[..., Device]
Kept = Callable[[], dict[Path, bytes]]


@pytest.fixture
def faults() -> Faults:
    """What goes wrong at the devices: nothing, until a test adds something."""
    return Faults()


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys()


@pytest.fixture
def take_key(keys: Keys) -> Callable[[], RSAPrivateKey]:
    return map(keys.nth, count()).__next__


@pytest.fixture
def device_named(
    tmp_path: Path,
    take_key: Callable[[], RSAPrivateKey],
    authority_key: AuthorityKey,
    clock: Clock,
    faults: Faults,
) -> DeviceNamed:
    """A computer of the customer's world, as it is after a start; what is carried, all of them share."""

    def device_named(name: str, *, shared: bool = False) -> Device:
        folder, carried = tmp_path / "devices" / name, tmp_path / "carried"
        return Device(folder, carried, take_key, authority_key.certificate, clock, faults.strike, shared)

    return device_named


@pytest.fixture
def device(device_named: DeviceNamed) -> Device:
    return device_named("computer")


@pytest.fixture
def old(device: Device, old_certificate: bytes, customer_key: RSAPrivateKey) -> Chosen:
    """Kim Hana's certificate on the device's hard disc, chosen with its right password."""
    installed = device.import_certificate(Place.HARD_DISK, old_certificate, customer_key, "Haneul!2580")
    return Chosen(Place.HARD_DISK, installed.thumbprint, "Haneul!2580")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """What lies in all files of all devices and of what is carried, at the moment of the call."""

    def kept() -> dict[Path, bytes]:
        roots = (tmp_path / "devices", tmp_path / "carried")
        return {file: file.read_bytes() for root in roots for file in root.rglob("*") if file.is_file()}

    return kept


@pytest.fixture
def authority_file(tmp_path: Path, authority_key: AuthorityKey) -> Path:
    """The authority's certificate (PEM), for other programs to trust."""
    file = tmp_path / "authority.pem"
    file.write_bytes(authority_key.certificate.public_bytes(Encoding.PEM))
    return file


@contextmanager
def disc_full_at(name: str) -> Iterator[None]:
    """The disc has room for the beginning of a file of that name, and for no more."""
    write = Path.write_bytes

    def fill_up(path: Path, content: bytes) -> int:
        if path.name != name:
            return write(path, content)
        write(path, content[:10])
        raise OSError("no space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_bytes", fill_up)
        with pytest.raises(OSError, match="no space left"):
            yield


def openssl(*arguments: str | Path, given: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


def in_place(device: Device, place: Place) -> list[bytes]:
    return [certificate.public_bytes(Encoding.DER) for certificate in device.certificates(place)]
