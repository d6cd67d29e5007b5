"""Copies, deletions and new passwords: what changes, and that nothing does when the device says no."""

from collections.abc import Callable

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from mock_bank.device.device import Device
from mock_bank.device.errors import NoSuchCertificate, SharedPlace, StoreGone, WeakPassword, WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, Installed
from tests.mock_bank.conftest import Certify
from tests.mock_bank.device.conftest import DeviceNamed, Kept, disc_full_at, in_place

NEW_PASSWORD = "Badaro!1470"
CARRIED = [Place.REMOVABLE_DISK, Place.PHONE, Place.CLOUD]


def signs(device: Device, installed: Installed, password: str) -> bool:
    device.sign(installed.place, installed.thumbprint, password, b"data")
    return True


@pytest.mark.parametrize("to", [Place.BROWSER, *CARRIED])
def test_a_copy_lies_in_both_places_under_its_password(
    device: Device, old: Chosen, old_certificate: bytes, to: Place
) -> None:
    copied = device.copy(old, to)
    assert (copied.place, copied.thumbprint) == (to, old.certificate_id)
    assert copied.path.startswith(f"{to}/NPKI/mockSign/USER/cn=김하나()")
    assert in_place(device, to) == in_place(device, old.place) == [old_certificate]
    assert signs(device, copied, old.password)


def test_a_copy_takes_the_place_of_one_of_the_same_subject_and_of_no_other(
    device: Device, old: Chosen, old_certificate: bytes, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    earlier = certify(customer_key.public_key(), serial=1 << 63)
    other = certify(customer_key.public_key(), kind="personal-general")
    for certificate in (earlier, other):
        device.import_certificate(Place.PHONE, certificate, customer_key, NEW_PASSWORD)
    copied = device.copy(old, Place.PHONE)
    assert sorted(in_place(device, Place.PHONE)) == sorted([old_certificate, other])
    assert signs(device, copied, old.password)


def test_what_is_carried_is_at_every_device_and_what_is_not_stays(
    device: Device, old: Chosen, old_certificate: bytes, device_named: DeviceNamed
) -> None:
    for place in (Place.BROWSER, *CARRIED):
        device.copy(old, place)
    laptop = device_named("laptop")
    assert {place: in_place(laptop, place) for place in Place} == {
        place: [old_certificate] if place in CARRIED else [] for place in Place
    }


@pytest.mark.parametrize("file", ["signPri.key", "signCert.der"])
def test_a_disc_that_fills_up_while_copying_leaves_what_lay_there(
    device: Device, old: Chosen, certify: Certify, customer_key: RSAPrivateKey, kept: Kept, file: str
) -> None:
    earlier = certify(customer_key.public_key(), serial=1 << 63)
    device.import_certificate(Place.PHONE, earlier, customer_key, NEW_PASSWORD)
    before = kept()
    with disc_full_at(file):
        device.copy(old, Place.PHONE)
    assert kept() == before


def test_makes_no_first_key_on_a_shared_computer_unless_that_is_meant(
    device_named: DeviceNamed, kept: Kept
) -> None:
    for place in (Place.BROWSER, Place.HARD_DISK):
        with pytest.raises(SharedPlace):
            device_named("cafe", shared=True).create_first_key(place, NEW_PASSWORD, x509.Name([]))
    assert kept() == {}


def test_a_shared_computer_asks_for_no_place_that_is_carried(device_named: DeviceNamed, old: Chosen) -> None:
    device_named("computer").copy(old, Place.PHONE)
    cafe = device_named("cafe", shared=True)
    carried = Chosen(Place.PHONE, old.certificate_id, old.password)
    assert cafe.copy(carried, Place.CLOUD).place is Place.CLOUD
    assert [cafe.is_shared(place) for place in Place] == [True, True, False, False, False]


def test_what_is_deleted_is_gone_from_its_place_alone(
    device: Device, old: Chosen, old_certificate: bytes, kept: Kept
) -> None:
    device.copy(old, Place.CLOUD)
    device.delete(old)
    assert in_place(device, old.place) == []
    assert in_place(device, Place.CLOUD) == [old_certificate]
    assert {file.name for file in kept() if "hard-disk" in file.parts} == set()
    with pytest.raises(NoSuchCertificate):
        device.delete(old)


def test_deletes_only_the_chosen_one(
    device: Device, old: Chosen, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    general = certify(customer_key.public_key(), kind="personal-general")
    device.import_certificate(old.place, general, customer_key, old.password)
    device.delete(old)
    assert in_place(device, old.place) == [general]


def test_a_new_password_opens_the_key_and_the_old_one_does_not(device: Device, old: Chosen) -> None:
    copied = device.copy(old, Place.CLOUD)
    device.change_password(Chosen(Place.CLOUD, old.certificate_id, old.password), NEW_PASSWORD)
    assert signs(device, copied, NEW_PASSWORD)
    with pytest.raises(WrongPassword):
        signs(device, copied, old.password)
    # The other copy keeps the password that it had.
    device.sign(old.place, old.certificate_id, old.password, b"data")


def test_a_disc_that_fills_up_leaves_the_password_as_it_was(device: Device, old: Chosen, kept: Kept) -> None:
    before = kept()
    with disc_full_at("signPri.key"):
        device.change_password(old, NEW_PASSWORD)
    assert kept() == before


def test_a_new_password_is_another_than_before(
    device: Device, old: Chosen, kept: Callable[[], object]
) -> None:
    before = kept()
    for replace in (
        lambda: device.change_password(old, old.password),
        lambda: device.create_key(Place.PHONE, old.password, old, b"challenge"),
    ):
        with pytest.raises(WeakPassword) as refused:
            replace()
        assert refused.value.broken == ["기존 인증서 비밀번호와 다른 비밀번호를 입력해 주세요."]
    assert kept() == before


@pytest.mark.parametrize("place", [Place.REMOVABLE_DISK, Place.PHONE])
def test_what_is_unplugged_holds_and_takes_nothing_until_it_is_plugged_in(
    device: Device, old: Chosen, old_certificate: bytes, place: Place
) -> None:
    copied = device.copy(old, place)
    device.unplug(place)
    device.unplug(place)
    assert in_place(device, place) == []
    with pytest.raises(StoreGone):
        device.copy(old, place)
    with pytest.raises(StoreGone):
        signs(device, copied, old.password)
    device.plug_in(place)
    device.plug_in(place)
    assert in_place(device, place) == [old_certificate]
    assert signs(device, copied, old.password)


def test_an_empty_medium_is_unplugged_too(device: Device, old: Chosen) -> None:
    device.unplug(Place.PHONE)
    with pytest.raises(StoreGone):
        device.copy(old, Place.PHONE)
    device.plug_in(Place.PHONE)
    assert device.copy(old, Place.PHONE).place is Place.PHONE
