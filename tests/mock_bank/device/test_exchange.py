"""Exported files, read by openssl and pypinksign; imported ones, made by this device and by openssl."""

import subprocess
from datetime import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from pypinksign import PinkSign

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.keys import make_key
from mock_bank.clock import KST
from mock_bank.device.device import Device
from mock_bank.device.errors import BrokenFile, DeviceError, ForeignCertificate, WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from tests.mock_bank.conftest import Certify
from tests.mock_bank.device.conftest import DeviceNamed, Kept, in_place, openssl

FILE_PASSWORD = "Gureum!3691"
NEW_PASSWORD = "Badaro!1470"
PASS = ("-passin", f"pass:{FILE_PASSWORD}")


@pytest.fixture
def exported(device: Device, old: Chosen) -> bytes:
    return device.export(old, FILE_PASSWORD).content


def pem(*parts: RSAPrivateKey | bytes) -> bytes:
    """Keys and certificates (DER), one after the other."""
    return b"".join(
        x509.load_der_x509_certificate(part).public_bytes(Encoding.PEM)
        if isinstance(part, bytes)
        else part.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        for part in parts
    )


def foreign_file(*parts: RSAPrivateKey | bytes, options: tuple[str, ...] = ()) -> bytes:
    """What openssl makes of them, quick to open."""
    made = ("-export", "-passout", f"pass:{FILE_PASSWORD}", "-iter", "1", *options)
    return openssl("pkcs12", *made, given=pem(*parts))


def test_openssl_opens_the_file_with_its_password(
    exported: bytes, customer_key: RSAPrivateKey, old_certificate: bytes, authority_key: AuthorityKey
) -> None:
    key = load_pem_private_key(openssl("pkcs12", *PASS, "-nocerts", "-noenc", given=exported), None)
    assert isinstance(key, RSAPrivateKey)
    assert key.private_numbers() == customer_key.private_numbers()
    own = openssl("pkcs12", *PASS, "-nokeys", "-clcerts", given=exported)
    assert x509.load_pem_x509_certificates(own) == [x509.load_der_x509_certificate(old_certificate)]
    authority = openssl("pkcs12", *PASS, "-nokeys", "-cacerts", given=exported)
    assert x509.load_pem_x509_certificates(authority) == [authority_key.certificate]


@pytest.mark.parametrize("password", ["", "Haneul!2580", "Gureum!3692"], ids=["none", "own", "wrong"])
def test_openssl_opens_it_with_no_other_password(exported: bytes, password: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        openssl("pkcs12", "-passin", f"pass:{password}", "-noenc", given=exported)
    assert b"invalid password" in refusal.value.stderr


def test_key_and_certificates_are_encrypted_with_aes(exported: bytes) -> None:
    made = ["openssl", "pkcs12", *PASS, "-info", "-noout"]
    said = subprocess.run(made, input=exported, capture_output=True, check=True).stderr.decode()
    assert "MAC: sha256" in said
    assert said.count("PBES2, PBKDF2, AES-256-CBC, Iteration 20000, PRF hmacWithSHA256") == 2


def test_pypinksign_signs_with_the_file(
    exported: bytes, customer_key: RSAPrivateKey, old_certificate: bytes
) -> None:
    client = PinkSign(p12_data=exported, prikey_password=FILE_PASSWORD.encode())
    assert client.verify(client.sign(b"data"), b"data")
    assert client.cn().startswith("김하나()")
    assert client.serialnum() == x509.load_der_x509_certificate(old_certificate).serial_number


def test_the_file_is_named_by_holder_and_last_day_in_korea(
    device: Device, old: Chosen, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    assert device.export(old, FILE_PASSWORD).name == "김하나_20260330.pfx"
    early = certify(
        customer_key.public_key(), holder="도담/㈜", not_after=datetime(2026, 3, 31, 5, tzinfo=KST)
    )
    installed = device.import_certificate(Place.PHONE, early, customer_key, old.password)
    chosen = Chosen(Place.PHONE, installed.thumbprint, old.password)
    assert device.export(chosen, FILE_PASSWORD).name == "도담%2F㈜_20260331.pfx"


def test_what_one_device_exports_another_imports_under_a_new_password(
    exported: bytes, device_named: DeviceNamed, old_certificate: bytes, customer_key: RSAPrivateKey
) -> None:
    laptop = device_named("laptop")
    imported = laptop.import_file(exported, FILE_PASSWORD, Place.BROWSER, NEW_PASSWORD)
    assert in_place(laptop, Place.BROWSER) == [old_certificate]
    assert imported.path.startswith("browser/NPKI/mockSign/USER/cn=김하나()")
    certificate, _ = laptop.sign(Place.BROWSER, imported.thumbprint, NEW_PASSWORD, b"data")
    assert certificate == old_certificate
    for other in ("Haneul!2580", FILE_PASSWORD):
        with pytest.raises(WrongPassword):
            laptop.sign(Place.BROWSER, imported.thumbprint, other, b"data")


@pytest.mark.parametrize(
    "options",
    [(), ("-legacy",), ("-keypbe", "NONE", "-certpbe", "NONE")],
    ids=["as openssl does", "as Windows did", "with nothing but a MAC"],
)
def test_imports_what_openssl_exported(
    device: Device, old_certificate: bytes, customer_key: RSAPrivateKey, options: tuple[str, ...]
) -> None:
    file = foreign_file(customer_key, old_certificate, options=options)
    device.import_file(file, FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert in_place(device, Place.PHONE) == [old_certificate]


def test_finds_the_key_s_certificate_among_others(
    device: Device, old_certificate: bytes, customer_key: RSAPrivateKey, certify: Certify
) -> None:
    others = [certify(make_key().public_key(), person="lee-dul", holder="이둘") for _ in range(2)]
    file = foreign_file(customer_key, others[0], old_certificate, others[1])
    device.import_file(file, FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert in_place(device, Place.PHONE) == [old_certificate]


def test_an_imported_pair_takes_the_place_of_one_of_the_same_subject(
    device: Device, old: Chosen, exported: bytes, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    later = certify(make_key().public_key(), serial=1 << 65)
    device.import_certificate(Place.CLOUD, later, customer_key, old.password)
    imported = device.import_file(exported, FILE_PASSWORD, Place.CLOUD, NEW_PASSWORD)
    assert device.certificates(Place.CLOUD) == [imported.certificate]


def test_refuses_the_authority_s_own_certificate(
    device: Device, kept: Kept, authority_key: AuthorityKey
) -> None:
    before = kept()
    own = foreign_file(authority_key.key, authority_key.certificate.public_bytes(Encoding.DER))
    with pytest.raises(ForeignCertificate, match="모의인증원이 고객에게 발급한 인증서가 아닙니다"):
        device.import_file(own, FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert kept() == before


def test_what_is_no_such_file_imports_nothing(
    device: Device, exported: bytes, old_certificate: bytes, customer_key: RSAPrivateKey, kept: Kept
) -> None:
    before = kept()
    others = ("안녕하세요".encode(), b"PK\x03\x04" + bytes(100), old_certificate, pem(customer_key))
    cut = (exported[:end] for end in range(0, len(exported), 97))
    for file in (*others, *cut):
        with pytest.raises(BrokenFile):
            device.import_file(file, FILE_PASSWORD, Place.CLOUD, NEW_PASSWORD)
    assert kept() == before


def test_a_file_changed_at_any_byte_is_refused_or_the_same(
    device: Device, customer_key: RSAPrivateKey, old_certificate: bytes, kept: Kept
) -> None:
    """Only what is outside the MAC, as the name of the algorithm's parameters, can be changed unseen."""
    before = kept()
    file = foreign_file(customer_key, old_certificate)
    refused = 0
    for position in range(0, len(file), 7):
        changed = file[:position] + bytes([file[position] ^ 0x41]) + file[position + 1 :]
        try:
            imported = device.import_file(changed, FILE_PASSWORD, Place.CLOUD, NEW_PASSWORD)
        except DeviceError:
            refused += 1
            assert kept() == before
        else:
            assert in_place(device, Place.CLOUD) == [old_certificate]
            device.delete(Chosen(Place.CLOUD, imported.thumbprint, NEW_PASSWORD))
    assert refused > len(file) / 7 - 3
