"""Documents that the device signs, checked by openssl, and those of a device that is not itself any more."""

import subprocess
from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates

from mock_bank.ca.keys import make_key
from mock_bank.clock import Clock
from mock_bank.device.device import Device
from mock_bank.device.errors import NoSuchCertificate, WrongPassword
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.faults import Fault, Faults
from tests.mock_bank.conftest import Certify
from tests.mock_bank.device.conftest import DeviceNamed, openssl

TEXT = "도담모의은행 이체\n이체 번호: 1\n받는 분: 이유진\n금액: 50,000원\r\n확인 값: 0f\n"


def content(document: bytes) -> str:
    signed = cms.ContentInfo.load(document, strict=True)["content"]
    text: bytes = signed["encap_content_info"]["content"].native
    return text.decode()


def verify(document: bytes, authority_file: Path, clock: Clock) -> bytes:
    at = str(int(clock.now().timestamp()))
    options = ("-inform", "DER", "-CAfile", authority_file, "-attime", at)
    return openssl("cms", "-verify", *options, given=document)


def test_openssl_verifies_a_document_and_reads_the_text_as_it_was(
    device: Device, old: Chosen, authority_file: Path, clock: Clock
) -> None:
    assert verify(device.sign_document(old, TEXT), authority_file, clock) == TEXT.encode()
    assert verify(device.sign_document(old, ""), authority_file, clock) == b""


def test_openssl_refuses_a_document_that_was_changed(
    device: Device, old: Chosen, authority_file: Path, clock: Clock
) -> None:
    changed = device.sign_document(old, TEXT).replace(b"50,000", b"90,000")
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        verify(changed, authority_file, clock)
    assert b"content verify error" in refusal.value.stderr


def test_openssl_refuses_a_document_of_another_authority_s_certificate(
    device: Device, certify: Certify, customer_key: RSAPrivateKey, authority_file: Path, clock: Clock
) -> None:
    foreign = certify(customer_key.public_key(), issuer=make_key())
    installed = device.import_certificate(Place.CLOUD, foreign, customer_key, "Haneul!2580")
    document = device.sign_document(Chosen(Place.CLOUD, installed.thumbprint, "Haneul!2580"), TEXT)
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        verify(document, authority_file, clock)
    assert b"certificate verify error" in refusal.value.stderr


def test_a_document_names_one_signer_and_no_time(device: Device, old: Chosen) -> None:
    document = device.sign_document(old, TEXT)
    assert load_der_pkcs7_certificates(document) == device.certificates(old.place)
    (signer,) = cms.ContentInfo.load(document)["content"]["signer_infos"]
    assert signer["digest_algorithm"]["algorithm"].native == "sha256"
    assert signer["signed_attrs"].native is None


def test_signs_no_document_with_a_wrong_password_or_a_missing_certificate(
    device: Device, old: Chosen, faults: Faults
) -> None:
    faults.add(fault := Fault("device.sign", "damaged", damage="other data"))
    with pytest.raises(WrongPassword):
        device.sign_document(Chosen(old.place, old.certificate_id, "Haneul!2581"), TEXT)
    with pytest.raises(NoSuchCertificate):
        device.sign_document(Chosen(Place.PHONE, old.certificate_id, old.password), TEXT)
    assert fault.struck == 0


def test_a_fault_signs_other_data_truly(
    device: Device, old: Chosen, faults: Faults, authority_file: Path, clock: Clock
) -> None:
    faults.add(Fault("device.sign", "damaged", damage="other data"))
    signed = verify(device.sign_document(old, TEXT), authority_file, clock)
    assert signed.decode() == TEXT.replace("50,000원", "950,000원")
    assert content(device.sign_document(old, TEXT)) == TEXT


def test_a_fault_answers_with_the_document_signed_last_even_after_a_restart(
    device: Device, old: Chosen, faults: Faults, device_named: DeviceNamed
) -> None:
    device.sign_document(old, "첫째")
    last = device.sign_document(old, "둘째")
    faults.add(Fault("device.sign", "damaged", damage="replayed", times=2))
    restarted = device_named("computer")
    assert [restarted.sign_document(old, text) for text in ("셋째", "넷째")] == [last, last]
    assert content(restarted.sign_document(old, "다섯째")) == "다섯째"


def test_where_none_was_signed_before_none_is_replayed(device: Device, old: Chosen, faults: Faults) -> None:
    faults.add(Fault("device.sign", "damaged", damage="replayed"))
    assert content(device.sign_document(old, TEXT)) == TEXT


def test_a_device_on_which_nothing_was_kept_signs_with_what_is_carried(
    device: Device, old: Chosen, device_named: DeviceNamed, authority_file: Path, clock: Clock
) -> None:
    copied = device.copy(old, Place.PHONE)
    chosen = Chosen(Place.PHONE, copied.thumbprint, old.password)
    document = device_named("laptop").sign_document(chosen, TEXT)
    assert verify(document, authority_file, clock) == TEXT.encode()
