"""What lies on the customer's device, seen from outside: files, read with libraries that know no bank."""

from __future__ import annotations

from asn1crypto.keys import EncryptedPrivateKeyInfo
from cryptography.x509 import Certificate, load_der_x509_certificate

from harness.scene import Scene
from harness.vocabulary import then
from harness.world import StoredFile
from pages.labels import Place
from steps.possessions import certificate_of

CERTIFICATE, KEY = "signCert.der", "signPri.key"


@then(en="the {place} holds the new certificate and its key", ko="{place}에 새 인증서와 개인키 파일이 있다")
def place_holds_files(scene: Scene, place: Place) -> None:
    files = _files(scene, 1)
    assert files.keys() == {CERTIFICATE, KEY}
    assert {file.place for file in files.values()} == {place.id}


@then(en="the new certificate's key is encrypted", ko="새 인증서의 개인키 파일이 암호화되어 있다")
def key_is_encrypted(scene: Scene) -> None:
    content = scene.world.read(_files(scene, 1)[KEY].path)
    # Raises ValueError for a key that lies there in the clear (domain: Files).
    encrypted = EncryptedPrivateKeyInfo.load(content, strict=True)
    assert encrypted["encryption_algorithm"]["algorithm"].native
    assert encrypted["encrypted_data"].native


@then(
    en="the new certificate has the old one's subject, but its own serial number and key",
    ko="새 인증서는 기존 인증서와 소유자가 같고 일련번호와 키가 다르다",
)
def only_the_subject_is_old(scene: Scene) -> None:
    old, new = _certificate(scene, 0), _certificate(scene, 1)
    assert new.subject == old.subject
    assert new.serial_number != old.serial_number
    assert new.public_key() != old.public_key()


def _certificate(scene: Scene, number: int) -> Certificate:
    return load_der_x509_certificate(scene.world.read(_files(scene, number)[CERTIFICATE].path))


def _files(scene: Scene, number: int) -> dict[str, StoredFile]:
    """The files of one of the customer's certificates, by their names."""
    serial = certificate_of(scene, number).serial
    return {file.path.rpartition("/")[2]: file for file in scene.world.store() if file.certificate == serial}
