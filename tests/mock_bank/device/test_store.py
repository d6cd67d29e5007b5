"""The store's files, read by clients that are no work of ours: pypinksign and openssl."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID
from pypinksign import PinkSign

from mock_bank.ca.keys import make_key
from mock_bank.clock import Clock
from mock_bank.device import private_key
from mock_bank.device.device import Device
from mock_bank.device.errors import WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.device.store import folder_name, thumbprint
from tests.mock_bank.conftest import Certify
from tests.mock_bank.device.conftest import DeviceNamed, openssl

PASSWORD = "Haneul!2580"


@pytest.fixture
def pair(tmp_path: Path, device: Device, old: Chosen) -> Path:
    """The folder of the one pair that lies on the device's hard disc."""
    (folder,) = (tmp_path / "devices" / "computer" / "hard-disk" / "NPKI" / "mockSign" / "USER").iterdir()
    return folder


def test_lies_in_a_folder_named_by_its_subject(pair: Path) -> None:
    assert pair.name.startswith("cn=김하나()000")
    assert pair.name.endswith(",ou=DODAM,ou=personal4IB,o=mockSign,c=kr")
    assert sorted(file.name for file in pair.iterdir()) == ["signCert.der", "signPri.key"]


def test_pypinksign_signs_with_the_password(pair: Path, customer_key: RSAPrivateKey) -> None:
    client = PinkSign(pubkey_data=(pair / "signCert.der").read_bytes())
    client.load_prikey(prikey_data=(pair / "signPri.key").read_bytes(), prikey_password=PASSWORD.encode())
    customer_key.public_key().verify(client.sign("이체".encode()), "이체".encode(), PKCS1v15(), SHA256())
    assert client.cn().startswith("김하나()")
    assert client.issuer() == "mockSign"
    assert client.cert_type_oid() == "2.999.200005.1.1.4"


@pytest.mark.parametrize("password", [None, b"Haneul!2581"], ids=["none", "wrong"])
def test_pypinksign_gets_no_key_without_the_password(pair: Path, password: bytes | None) -> None:
    client = PinkSign(pubkey_data=(pair / "signCert.der").read_bytes())
    # What a wrong password decrypts to is rubbish, so which error it ends in is chance.
    with suppress(Exception):
        client.load_prikey(prikey_data=(pair / "signPri.key").read_bytes(), prikey_password=password)
    with pytest.raises(ValueError, match="Private key is required"):
        client.sign(b"")


def test_openssl_decrypts_the_key(pair: Path, customer_key: RSAPrivateKey) -> None:
    legacy = ("-provider", "legacy", "-provider", "default")
    file = pair / "signPri.key"
    pem = openssl("pkcs8", *legacy, "-inform", "DER", "-in", file, "-passin", f"pass:{PASSWORD}")
    key = load_pem_private_key(pem, None)
    assert isinstance(key, RSAPrivateKey)
    assert key.private_numbers() == customer_key.private_numbers()
    with pytest.raises(subprocess.CalledProcessError):
        openssl("pkcs8", *legacy, "-inform", "DER", "-in", file, "-passin", "pass:Haneul!2581")


def test_the_key_is_wrapped_as_the_field_does(pair: Path) -> None:
    structure = openssl("asn1parse", "-inform", "DER", "-in", pair / "signPri.key").decode()
    for name in (":PBES2", ":PBKDF2", ":0800", ":seed-cbc"):  # 0x0800 iterations are 2048
        assert name in structure


def test_openssl_trusts_the_certificate(pair: Path, authority_file: Path, clock: Clock) -> None:
    certificate = openssl("x509", "-inform", "DER", "-in", pair / "signCert.der")
    at = str(int(clock.now().timestamp()))
    options = ("-x509_strict", "-attime", at, "-CAfile", authority_file)
    assert openssl("verify", *options, given=certificate) == b"stdin: OK\n"
    # The end of the signature, changed: the certificate is somebody's forgery.
    loaded = x509.load_pem_x509_certificate(certificate)
    der = bytearray(loaded.public_bytes(Encoding.DER))
    der[-1] ^= 1
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        openssl("verify", *options, given=openssl("x509", "-inform", "DER", given=bytes(der)))
    assert b"signature failure" in refusal.value.stderr


def test_openssl_reads_the_profile(pair: Path) -> None:
    shown = ("-noout", "-text", "-nameopt", "utf8,sep_comma_plus")
    text = openssl("x509", "-inform", "DER", "-in", pair / "signCert.der", *shown).decode()
    lines = [line.strip() for line in text.splitlines()]
    assert "Issuer: C=kr,O=mockSign,CN=모의인증원" in lines
    assert "Signature Algorithm: sha256WithRSAEncryption" in lines
    assert "Public-Key: (2048 bit)" in lines
    assert "Not After : Mar 30 14:59:59 2026 GMT" in lines
    assert lines[lines.index("X509v3 Key Usage: critical") + 1] == "Digital Signature, Non Repudiation"
    assert lines[lines.index("X509v3 Basic Constraints: critical") + 1] == "CA:FALSE"
    assert "Policy: 2.999.200005.1.1.4" in lines
    assert any("Explicit Text: 시험용 모의 인증서" in line for line in lines)
    assert {"X509v3 Subject Key Identifier:", "X509v3 Authority Key Identifier:"} <= set(lines)
    assert not any("http" in line for line in lines)


def test_subjects_are_utf8_and_the_country_printable(pair: Path) -> None:
    structure = openssl("asn1parse", "-inform", "DER", "-in", pair / "signCert.der").decode()
    assert structure.count("PRINTABLESTRING   :kr") == 2  # issuer and subject
    assert structure.count("UTF8STRING        :mockSign") == 2


def test_a_wrong_password_is_told_from_the_right_one() -> None:
    key = make_key()
    encrypted = private_key.encrypt(key, PASSWORD)
    assert private_key.decrypt(encrypted, PASSWORD).private_numbers() == key.private_numbers()
    for wrong in ("Haneul!2581", "", "하늘"):
        with pytest.raises(WrongPassword):
            private_key.decrypt(encrypted, wrong)


def test_rubbish_that_happens_to_be_padded_is_a_wrong_password() -> None:
    class Rubbish:
        def private_bytes(self, *_: object) -> bytes:
            return b"no key at all"

    encrypted = private_key.encrypt(cast(RSAPrivateKey, Rubbish()), PASSWORD)
    with pytest.raises(WrongPassword):
        private_key.decrypt(encrypted, PASSWORD)


def test_a_name_cannot_lead_out_of_the_store() -> None:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "../A,B=C\\:\x00㈜ 도담&A()1")])
    assert folder_name(name) == "cn=..%2FA%2CB%3DC%5C%3A%00㈜ 도담&A()1"


def test_kinds_of_one_person_lie_side_by_side(
    device: Device, old: Chosen, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    general = certify(customer_key.public_key(), kind="personal-general")
    device.import_certificate(Place.HARD_DISK, general, customer_key, PASSWORD)
    assert len(device.certificates(Place.HARD_DISK)) == 2
    assert device.certificates(Place.CLOUD) == []


class PowerCut(Exception):
    """The computer is off."""


@contextmanager
def power_for(changes: int) -> Iterator[list[str]]:
    """The power lasts for so many changes to the disc; gives what else was to be changed."""
    lost: list[str] = []

    def while_it_lasts(change: Callable[..., Any]) -> Callable[..., Any]:
        def attempt(*args: Any, **kwargs: Any) -> Any:
            nonlocal changes
            if changes == 0:
                lost.append(change.__name__)
                raise PowerCut
            changes -= 1
            return change(*args, **kwargs)

        return attempt

    with pytest.MonkeyPatch.context() as patch, suppress(PowerCut):
        for name in ("mkdir", "rename", "replace", "unlink", "rmdir"):
            patch.setattr(os, name, while_it_lasts(getattr(os, name)))
        patch.setattr(Path, "write_bytes", while_it_lasts(Path.write_bytes))
        yield lost


@dataclass(frozen=True)
class KeyPair:
    """A pair that is yet to be kept, with its password."""

    certificate: bytes
    key: RSAPrivateKey
    password: str

    def keep(self, device: Device) -> None:
        device.import_certificate(Place.PHONE, self.certificate, self.key, self.password)

    def is_whole(self, device: Device) -> bool:
        """Whether it, and nothing else, lies there and signs with its password."""
        (kept,) = device.certificates(Place.PHONE)
        if kept.public_bytes(Encoding.DER) != self.certificate:
            return False
        _, signature = device.sign(Place.PHONE, thumbprint(kept), self.password, b"data")
        self.key.public_key().verify(signature, b"data", PKCS1v15(), SHA256())
        return True


@pytest.fixture
def earlier(certify: Certify, take_key: Callable[[], RSAPrivateKey]) -> KeyPair:
    key = take_key()
    return KeyPair(certify(key.public_key()), key, PASSWORD)


@pytest.fixture
def later(certify: Certify, take_key: Callable[[], RSAPrivateKey]) -> KeyPair:
    key = take_key()
    return KeyPair(certify(key.public_key(), serial=1 << 65), key, "Badaro!1470")


def test_a_power_cut_at_any_moment_leaves_one_of_both_pairs_whole(
    device_named: DeviceNamed, earlier: KeyPair, later: KeyPair
) -> None:
    left = []
    for changes in count():
        earlier.keep(device_named("computer"))
        with power_for(changes) as lost:
            later.keep(device_named("computer"))
        restarted = device_named("computer")
        left.append("earlier" if earlier.is_whole(restarted) else "later")
        assert left[-1] == "earlier" or later.is_whole(restarted)
        if not lost:
            break
    # There is one moment at which the later pair takes the earlier one's place.
    assert left == sorted(left)
    assert set(left) == {"earlier", "later"}


def test_after_a_power_cut_at_any_moment_another_pair_is_kept_at_once(
    device_named: DeviceNamed, earlier: KeyPair, later: KeyPair
) -> None:
    for changes in count():
        with power_for(changes) as lost:
            earlier.keep(device_named("computer"))
        later.keep(device_named("computer"))
        assert later.is_whole(device_named("computer"))
        if not lost:
            break
