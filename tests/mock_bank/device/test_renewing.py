"""A renewal on the customer's device: make a key, install its certificate, and refuse any other."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from mock_bank.ca.keys import make_key
from mock_bank.clock import Clock
from mock_bank.device.device import Device
from mock_bank.device.errors import NoSuchKey, Refused, StoreFull, StoreGone, WeakPassword, WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, NewKey
from mock_bank.device.store import folder_name
from mock_bank.faults import Effect, Fault, Faults
from tests.mock_bank.conftest import END, Certify
from tests.mock_bank.device.conftest import DeviceNamed, disc_full_at, in_place

NEW_PASSWORD = "Badaro!1470"


@pytest.fixture
def key(device: Device, old: Chosen) -> NewKey:
    """A key that waits, for the place where the old certificate lies."""
    return device.create_key(old.place, NEW_PASSWORD, old, b"challenge")


@pytest.fixture
def renewed(key: NewKey, certify: Certify, clock: Clock) -> Callable[..., bytes]:
    """Make the certificate that the waiting key asked for, unless told otherwise."""

    def renewed(**changes: object) -> bytes:
        dates = {"not_before": clock.now(), "not_after": END.replace(year=2027)}
        return certify(**({"public_key": public_key(key.request), "serial": 1 << 65} | dates | changes))

    return renewed


def public_key(request: bytes) -> RSAPublicKey:
    key = x509.load_der_x509_csr(request).public_key()
    assert isinstance(key, RSAPublicKey)
    return key


def test_signs_with_the_certificate_s_password(
    device: Device, old: Chosen, old_certificate: bytes, customer_key: RSAPrivateKey
) -> None:
    certificate, signature = device.sign(old.place, old.certificate_id, old.password, b"data")
    assert certificate == old_certificate
    customer_key.public_key().verify(signature, b"data", PKCS1v15(), SHA256())


def test_the_request_is_in_the_old_name_and_signed_by_both_keys(
    key: NewKey, old_certificate: bytes, customer_key: RSAPrivateKey
) -> None:
    request = x509.load_der_x509_csr(key.request)
    assert request.subject == x509.load_der_x509_certificate(old_certificate).subject
    assert request.is_signature_valid
    assert request.public_key() != customer_key.public_key()
    signed = b"challenge" + key.request
    customer_key.public_key().verify(key.signature, signed, PKCS1v15(), SHA256())
    with pytest.raises(InvalidSignature):
        customer_key.public_key().verify(key.signature, key.request, PKCS1v15(), SHA256())


@pytest.mark.parametrize(
    ("password", "old_password", "error"),
    [("short", "Haneul!2580", WeakPassword), (NEW_PASSWORD, "Haneul!2581", WrongPassword)],
)
def test_makes_no_key_when_a_password_is_wrong(
    device: Device, old: Chosen, tmp_path: Path, password: str, old_password: str, error: type[Exception]
) -> None:
    chosen = Chosen(old.place, old.certificate_id, old_password)
    with pytest.raises(error):
        device.create_key(old.place, password, chosen, b"challenge")
    assert not (tmp_path / "devices" / "computer" / "pending").exists()


def test_a_renewed_certificate_takes_the_old_one_s_place(
    device: Device, key: NewKey, renewed: Certify, tmp_path: Path
) -> None:
    certificate = renewed()
    installed = device.install(key.id, certificate)
    assert in_place(device, Place.HARD_DISK) == [certificate]
    assert installed.thumbprint == x509.load_der_x509_certificate(certificate).fingerprint(SHA256()).hex()
    assert installed.path.startswith("hard-disk/NPKI/mockSign/USER/cn=김하나()")
    folder = tmp_path / "devices" / "computer" / installed.path
    assert sorted(file.name for file in folder.iterdir()) == ["signCert.der", "signPri.key"]
    _, signature = device.sign(Place.HARD_DISK, installed.thumbprint, NEW_PASSWORD, b"data")
    public_key(key.request).verify(signature, b"data", PKCS1v15(), SHA256())
    with pytest.raises(WrongPassword):
        device.sign(Place.HARD_DISK, installed.thumbprint, "Haneul!2580", b"data")


def test_one_issued_anew_is_asked_for_in_a_name_alone_and_has_to_hold_for_a_year(
    device: Device, old: Chosen, old_certificate: bytes, certify: Certify, clock: Clock
) -> None:
    subject = x509.load_der_x509_certificate(old_certificate).subject
    key = device.create_first_key(old.place, NEW_PASSWORD, subject)
    request = x509.load_der_x509_csr(key.request)
    assert (request.subject, request.is_signature_valid, key.signature) == (subject, True, b"")
    made = {"public_key": public_key(key.request), "not_before": clock.now()}
    day = clock.now().replace(hour=23, minute=59, second=59, microsecond=0)
    for years in (0, 2):
        with pytest.raises(Refused):
            device.install(key.id, certify(**made, not_after=day.replace(year=day.year + years)))
    clock.move(timedelta(days=3))
    certificate = certify(**made, not_after=day.replace(year=day.year + 1))
    device.install(key.id, certificate)
    assert in_place(device, Place.HARD_DISK) == [certificate], "the old one, of the same name, gives way"


def test_makes_no_first_key_under_a_weak_password(device: Device, old_certificate: bytes) -> None:
    with pytest.raises(WeakPassword):
        device.create_first_key(Place.CLOUD, "short", x509.load_der_x509_certificate(old_certificate).subject)


def test_both_certificates_remain_when_they_lie_in_different_places(
    device: Device, old: Chosen, old_certificate: bytes, certify: Certify
) -> None:
    key = device.create_key(Place.REMOVABLE_DISK, NEW_PASSWORD, old, b"challenge")
    certificate = certify(public_key(key.request), not_after=END.replace(year=2027))
    assert device.install(key.id, certificate).place is Place.REMOVABLE_DISK
    assert in_place(device, Place.HARD_DISK) == [old_certificate]
    assert in_place(device, Place.REMOVABLE_DISK) == [certificate]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (lambda now: {"public_key": make_key().public_key()}, "이 기기에서 만든 개인키의 인증서가 아니어서"),
        (lambda now: {"person": "lee-dul", "holder": "이둘"}, "신청한 명의의 인증서가 아니어서"),
        (lambda now: {"kind": "personal-general"}, "신청한 명의의 인증서가 아니어서"),
        (lambda now: {"issuer": make_key()}, "모의인증원이 발급한 인증서가 아니어서"),
        (lambda now: {"not_before": now + timedelta(seconds=1)}, "지금 사용할 수 있는 기간"),
        (
            lambda now: {"not_before": now - timedelta(days=1), "not_after": now - timedelta(seconds=1)},
            "지금 사용할 수 있는 기간",
        ),
        (lambda now: {"not_after": END.replace(year=2028)}, "규칙에 맞는 기간"),
    ],
    ids=["another key", "another person", "another kind", "another issuer", "not begun", "over", "too long"],
)
def test_refuses_a_certificate_that_it_did_not_ask_for(
    device: Device,
    key: NewKey,
    renewed: Certify,
    clock: Clock,
    old_certificate: bytes,
    changes: Callable[[object], dict[str, object]],
    reason: str,
) -> None:
    with pytest.raises(Refused, match=reason):
        device.install(key.id, renewed(**changes(clock.now())))
    assert in_place(device, Place.HARD_DISK) == [old_certificate]
    device.install(key.id, renewed())  # the key still waits for the right one


@pytest.mark.parametrize(
    "damaged",
    [
        lambda whole: whole[:-1],
        lambda whole: whole.replace(bytes.fromhex("a003020102"), bytes.fromhex("a003020109"), 1),  # v3 is 2
    ],
    ids=["cut short", "of no known version"],
)
def test_refuses_what_is_no_certificate(
    device: Device, key: NewKey, renewed: Certify, damaged: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(Refused, match="손상"):
        device.install(key.id, damaged(renewed()))


@pytest.mark.parametrize(
    ("effect", "error"), [("error", StoreFull), ("full", StoreFull), ("pulled out", StoreGone)]
)
def test_keeps_everything_when_storing_fails_and_finishes_after_a_restart(
    device: Device,
    key: NewKey,
    renewed: Certify,
    old: Chosen,
    old_certificate: bytes,
    device_named: DeviceNamed,
    faults: Faults,
    clock: Clock,
    effect: Effect,
    error: type[Exception],
) -> None:
    faults.add(Fault("device.store", effect))
    certificate = renewed()
    with pytest.raises(error):
        device.install(key.id, certificate)
    assert in_place(device, old.place) == [old_certificate]
    device.sign(old.place, old.certificate_id, old.password, b"the old one still signs")
    clock.move(timedelta(days=2))
    restarted = device_named("computer")
    restarted.install(key.id, certificate)
    assert in_place(restarted, old.place) == [certificate]


@pytest.mark.parametrize("file", ["signPri.key", "signCert.der"])
def test_a_disc_that_fills_up_between_the_files_leaves_all_as_it_was(
    device: Device, key: NewKey, renewed: Certify, kept: Callable[[], object], file: str
) -> None:
    before = kept()
    with disc_full_at(file):
        device.install(key.id, renewed())
    assert kept() == before


def test_installing_again_after_a_lost_answer_says_the_same(
    device: Device, key: NewKey, renewed: Certify, faults: Faults
) -> None:
    certificate = renewed()
    installed = device.install(key.id, certificate)
    faults.add(full := Fault("device.store", "full"))
    assert device.install(key.id, certificate) == installed
    assert full.struck == 0
    with pytest.raises(NoSuchKey):
        device.install(key.id, renewed(serial=1 << 66))


@pytest.mark.parametrize("id_", ["0" * 64, "", "..", "../pending"])
def test_an_id_that_names_no_waiting_key(device: Device, key: NewKey, renewed: Certify, id_: str) -> None:
    with pytest.raises(NoSuchKey):
        device.install(id_, renewed())


def test_lists_the_files_of_the_store(
    device: Device, key: NewKey, old: Chosen, kept: Callable[[], dict[Path, bytes]], tmp_path: Path
) -> None:
    device.copy(old, Place.PHONE)
    files = {file.path: (file.place, file.serial) for file in device.files()}
    folder = f"NPKI/mockSign/USER/{folder_name(device.certificates(old.place)[0].subject)}"
    assert files == {
        f"{root}/{place}/{folder}/{name}": (place, str(1 << 64))
        for root, place in (("devices/computer", Place.HARD_DISK), ("carried", Place.PHONE))
        for name in ("signCert.der", "signPri.key")
    }
    assert {tmp_path / path for path in files} <= kept().keys()


def test_a_password_shows_in_no_representation(old: Chosen) -> None:
    assert old.password not in repr(old)
