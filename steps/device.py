"""What lies on the customer's device, seen from outside: files, read with libraries that know no bank.

고객의 기기에 놓인 인증서 파일.
"""

from __future__ import annotations

import re

from asn1crypto.keys import EncryptedPrivateKeyInfo
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import (
    BasicConstraints,
    Certificate,
    CertificatePolicies,
    KeyUsage,
    load_der_x509_certificate,
)
from cryptography.x509.oid import ExtensionOID, NameOID

from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import then
from harness.play.scene import Scene
from harness.play.world import IssuedCertificate, StoredFile
from pages.labels import Place
from steps.possessions import certificate_of, files_at_hand

CERTIFICATE, KEY = "signCert.der", "signPri.key"
# How a key is encrypted: by SEED-CBC, under a key made of the password in so many rounds (domain: Files).
WAY = ("1.2.410.200004.1.4", 2048)
POLICY = {
    kind: f"2.999.200005.1.1.{number}"
    for kind, number in {
        "personal-general": 1,
        "corporate-bank": 2,
        "personal-bank": 4,
        "corporate-general": 5,
    }.items()
}
# What a certificate says besides, and whether a program has to heed it.
SAID = {
    ExtensionOID.BASIC_CONSTRAINTS: True,
    ExtensionOID.KEY_USAGE: True,
    ExtensionOID.CERTIFICATE_POLICIES: False,
    ExtensionOID.AUTHORITY_KEY_IDENTIFIER: False,
    ExtensionOID.SUBJECT_KEY_IDENTIFIER: False,
}
USES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign"),
)


@then(en="the {place} holds {certificate} and its key", ko="{place}에 {certificate}와 개인키 파일이 있다")
def place_holds_files(scene: Scene, place: Place, certificate: int) -> None:
    _require_files(scene, place, certificate, [CERTIFICATE, KEY])


@then(en="the {place} does not hold {certificate}", ko="{place}에 {certificate}가 없다")
def place_holds_no_files(scene: Scene, place: Place, certificate: int) -> None:
    _require_files(scene, place, certificate, [])


def _require_files(scene: Scene, place: Place, certificate: int, names: list[str]) -> None:
    """Of one of the customer's certificates, these files lie in a place, and no others."""
    serial = certificate_of(scene, certificate).serial
    found = sorted(
        _name(file) for file in files_at_hand(scene) if (file.place, file.certificate) == (place.id, serial)
    )
    require_same(found, names, en="files of the certificate there: {}", ko="거기에 있는 인증서 파일: {}")


@then(en="the {place} holds no certificate", ko="{place}에 인증서가 하나도 없다")
def place_is_empty(scene: Scene, place: Place) -> None:
    held = [file.path for file in files_at_hand(scene) if file.place == place.id]
    require_same(held, [], en="files there: {}", ko="거기에 있는 파일: {}")


@then(en="the new certificate's key is encrypted", ko="새 인증서의 개인키 파일이 암호화되어 있다")
def key_is_encrypted(scene: Scene) -> None:
    content = scene.world.read(_files(scene, 1)[KEY].path)
    # Raises ValueError for a key that lies there in the clear (domain: Files).
    encrypted = EncryptedPrivateKeyInfo.load(content, strict=True)
    by = encrypted["encryption_algorithm"]["parameters"]
    derivation = by["key_derivation_func"]["parameters"]
    found = (by["encryption_scheme"]["algorithm"].native, derivation["iteration_count"].native)
    require_same(found, WAY, en="cipher and rounds: {}", ko="암호화 방식과 반복 횟수: {}")
    assert encrypted["encrypted_data"].native, "the key's file is empty"


@then(
    en="the new certificate has the old one's subject, but its own serial number and key",
    ko="새 인증서는 기존 인증서와 소유자가 같고 일련번호와 키가 다르다",
)
def only_the_subject_is_old(scene: Scene) -> None:
    old, new = _certificate(scene, 0), _certificate(scene, 1)
    assert new.subject == old.subject, "the new certificate has another subject than the old one"
    assert new.serial_number != old.serial_number, "the new certificate has the old one's serial number"
    assert new.public_key() != old.public_key(), "the new certificate has the old one's key"
    _check_form(new, certificate_of(scene, 1))
    _check_use(new)


def _check_form(certificate: Certificate, known: IssuedCertificate) -> None:
    """It says of its holder, key and kind what the field's certificates say, and how (domain: Files)."""
    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    pattern = rf"{re.escape(known.holder)}\(\)\d{{19}}"
    assert re.fullmatch(pattern, str(name.value)), f"the new certificate is in the name of {name.value!r}"
    key = certificate.public_key()
    assert isinstance(key, RSAPublicKey), "the new certificate's key is no RSA key"
    assert key.key_size == 2048, f"the new certificate's key has {key.key_size} bits"
    (policy,) = certificate.extensions.get_extension_for_class(CertificatePolicies).value
    found = policy.policy_identifier.dotted_string
    require_same(found, POLICY[known.kind], en="policy {}", ko="정책: {}")
    said = {one.oid: one.critical for one in certificate.extensions}
    assert said == SAID, f"the new certificate has the extensions {said}"


def _check_use(certificate: Certificate) -> None:
    """It is for signing, by nobody's mistake for more: programs elsewhere go by that."""
    usage = certificate.extensions.get_extension_for_class(KeyUsage)
    uses = [use for use in USES if getattr(usage.value, use)]
    assert uses == ["digital_signature", "content_commitment"], f"the new certificate is for {uses}"
    constraints = certificate.extensions.get_extension_for_class(BasicConstraints)
    assert not constraints.value.ca, "the new certificate is an authority's"


def _certificate(scene: Scene, number: int) -> Certificate:
    return load_der_x509_certificate(scene.world.read(_files(scene, number)[CERTIFICATE].path))


def _files(scene: Scene, number: int) -> dict[str, StoredFile]:
    """The files of one of the customer's certificates, by their names."""
    serial = certificate_of(scene, number).serial
    files = {_name(file): file for file in files_at_hand(scene) if file.certificate == serial}
    require(
        {CERTIFICATE, KEY} <= set(files),
        expected=[CERTIFICATE, KEY],
        actual=sorted(files),
        en="files of the certificate on this device: {}",
        ko="이 기기에 있는 인증서 파일: {}",
    )
    return files


def _name(file: StoredFile) -> str:
    return file.path.rpartition("/")[2]
