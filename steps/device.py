"""What lies on the customer's device, seen from outside: files, read with libraries that know no bank.

고객의 기기에 놓인 인증서 파일.
"""

from __future__ import annotations

from asn1crypto.keys import EncryptedPrivateKeyInfo
from cryptography.x509 import BasicConstraints, Certificate, KeyUsage, load_der_x509_certificate

from harness.failure.mismatch import require
from harness.language.vocabulary import then
from harness.play.scene import Scene
from harness.play.world import StoredFile
from pages.labels import Place
from steps.possessions import certificate_of, files_at_hand

CERTIFICATE, KEY = "signCert.der", "signPri.key"
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
    require(
        found == sorted(names),
        expected=names,
        actual=found,
        en="files of the certificate there: {}",
        ko="거기에 있는 인증서 파일: {}",
    )


@then(en="the {place} holds no certificate", ko="{place}에 인증서가 하나도 없다")
def place_is_empty(scene: Scene, place: Place) -> None:
    held = [file.path for file in files_at_hand(scene) if file.place == place.id]
    require(not held, expected=[], actual=held, en="files there: {}", ko="거기에 있는 파일: {}")


@then(en="the new certificate's key is encrypted", ko="새 인증서의 개인키 파일이 암호화되어 있다")
def key_is_encrypted(scene: Scene) -> None:
    content = scene.world.read(_files(scene, 1)[KEY].path)
    # Raises ValueError for a key that lies there in the clear (domain: Files).
    encrypted = EncryptedPrivateKeyInfo.load(content, strict=True)
    assert encrypted["encryption_algorithm"]["algorithm"].native, "the key's file names no way of encryption"
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
    _check_use(new)


def _check_use(certificate: Certificate) -> None:
    """It is for signing, by nobody's mistake for more: programs elsewhere go by that (domain: Files)."""
    usage = certificate.extensions.get_extension_for_class(KeyUsage)
    assert usage.critical, "programs need not heed what the new certificate is for"
    uses = [use for use in USES if getattr(usage.value, use)]
    assert uses == ["digital_signature", "content_commitment"], f"the new certificate is for {uses}"
    constraints = certificate.extensions.get_extension_for_class(BasicConstraints)
    assert constraints.critical, "programs need not heed whose certificate it is"
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
