"""What the authority tells anybody who asks: its list of revoked certificates (CRL), and its answers (OCSP).

인증기관이 누구에게나 알려 주는 것: 폐기 목록(CRL)과 인증서 상태 조회에 대한 응답(OCSP).
"""

from __future__ import annotations

import io
import secrets
from datetime import timedelta
from hashlib import sha256
from zipfile import ZipFile

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtensionOID

from harness.failure.mismatch import require_same
from harness.language.vocabulary import then
from harness.play.scene import Scene
from pages.labels import State
from steps.on_the_way import asked
from steps.possessions import certificate_of

LIST_HOLDS = timedelta(days=1)
# What a list says of itself, and whether a program has to heed it (RFC 5280, 5.2).
LIST_SAID = {ExtensionOID.AUTHORITY_KEY_IDENTIFIER: False, ExtensionOID.CRL_NUMBER: False}
NOBODYS = "1"  # a serial number: those of customers are longer
# Why a certificate is in force no longer, as other programs read it; why one was revoked nobody is told.
REASONS = {"suspended": x509.ReasonFlags.certificate_hold, "replaced": x509.ReasonFlags.superseded}


@then(
    en="the revocation list names {certificate} as {state:new_state}",
    ko="폐기 목록에 {certificate}가 {state:new_state} 상태로 나온다",
)
def list_names(scene: Scene, certificate: int, state: State) -> None:
    """The newest list, signed by the authority; it holds for a day.

    인증기관이 서명한 최신 목록에서 본다. 목록은 하루 동안 유효하다.
    """
    serial = certificate_of(scene, certificate).serial
    found = _list(scene).get_revoked_certificate_by_serial_number(int(serial))
    assert found, f"the revocation list does not name certificate no. {serial}"
    assert found.revocation_date_utc <= scene.now, "it is said to be revoked at a time that is yet to come"
    reasons = [f"{one.value} critical={one.critical}" for one in found.extensions]
    awaited = [f"{x509.CRLReason(REASONS[state.id])} critical=False"] if state.id in REASONS else []
    require_same(reasons, awaited, en="reasons: {}", ko="사유: {}")


@then(en="the revocation list does not name {certificate}", ko="폐기 목록에 {certificate}가 나오지 않는다")
def list_does_not_name(scene: Scene, certificate: int) -> None:
    serial = int(certificate_of(scene, certificate).serial)
    listed = [entry.serial_number for entry in _list(scene)]
    assert serial not in listed, f"the revocation list names certificate no. {serial}"


def _list(scene: Scene) -> x509.CertificateRevocationList:
    """The newest list, of which all that everybody can check is right."""
    before, newest = (x509.load_der_x509_crl(_ask(scene, "/crl")) for _ in range(2))
    authority = _authority(scene)
    assert newest.is_signature_valid(_key(authority)), "the list is not signed by the authority"
    assert newest.issuer == authority.subject, "the list is not issued by the authority"
    assert newest.last_update_utc == scene.now, "the list is not of now"
    assert newest.next_update_utc == scene.now + LIST_HOLDS, "the list does not hold for a day"
    assert _number(newest) > _number(before), "a later list has no higher number"
    said = {one.oid: one.critical for one in newest.extensions}
    assert said == LIST_SAID, f"the list has the extensions {said}"
    return newest


def _number(listed: x509.CertificateRevocationList) -> int:
    return listed.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number


@then(
    en="the authority answers that {certificate} is {state}",
    ko="인증기관이 {certificate}가 {state} 상태라고 답한다",
)
def answers(scene: Scene, certificate: int, state: State) -> None:
    answer = _answer(scene, certificate_of(scene, certificate).serial)
    is_good = state is State.VALID
    awaited = ocsp.OCSPCertStatus.GOOD if is_good else ocsp.OCSPCertStatus.REVOKED
    require_same(answer.certificate_status.name, awaited.name, en="status: {}", ko="상태: {}")
    reason = REASONS.get(state.id)
    assert answer.revocation_reason == reason, f"the reason is {answer.revocation_reason}, and not {reason}"
    assert is_good or answer.revocation_time_utc, "the answer does not say since when"


@then(
    en="the authority does not know a certificate that it has not issued",
    ko="인증기관이 발급하지 않은 인증서는 모른다고 답한다",
)
def does_not_know(scene: Scene) -> None:
    found = _answer(scene, NOBODYS).certificate_status
    assert found is ocsp.OCSPCertStatus.UNKNOWN, f"the authority says that it is {found.name}"


def _answer(scene: Scene, serial: str) -> ocsp.OCSPResponse:
    """What the authority answers about a serial number, of which all that everybody can check is right."""
    authority = _authority(scene)
    key = authority.public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)
    nonce = x509.OCSPNonce(secrets.token_bytes(16))
    question = (
        ocsp.OCSPRequestBuilder()
        .add_certificate_by_hash(
            sha256(authority.subject.public_bytes()).digest(), sha256(key).digest(), int(serial), SHA256()
        )
        .add_extension(nonce, critical=False)
        .build()
    )
    answer = ocsp.load_der_ocsp_response(_ask(scene, "/ocsp", question.public_bytes(Encoding.DER)))
    assert answer.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL, "the authority does not answer"
    # Raises InvalidSignature.
    _key(authority).verify(answer.signature, answer.tbs_response_bytes, PKCS1v15(), SHA256())
    assert str(answer.serial_number) == serial, "the answer is about another certificate"
    assert answer.extensions.get_extension_for_class(x509.OCSPNonce).value == nonce, (
        "the answer is an old one"
    )
    assert answer.this_update_utc == scene.now, "the answer is not of now"
    return answer


def _ask(scene: Scene, path: str, content: bytes | None = None) -> bytes:
    """What the authority has at its own address, which is none of the bank's."""
    answer = asked(scene, scene.world.bank_url.replace("://", "://ca."), path, {}, content)
    assert answer.is_success, f"the authority answers {answer.status_code}"
    return answer.content


def _authority(scene: Scene) -> x509.Certificate:
    """Its own certificate, which is one of an authority that has none below it."""
    with ZipFile(io.BytesIO(scene.world.zipped())) as kept:
        own = x509.load_pem_x509_certificate(kept.read("authority/authority.pem"))
    constraints = own.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (constraints.value, constraints.critical) == (x509.BasicConstraints(True, 0), True)
    usage = own.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical, "programs need not heed what the authority's certificate is for"
    assert usage.value.crl_sign, "the authority's certificate is not for signing lists"
    assert not usage.value.digital_signature, "the authority's certificate is for signing documents"
    return own


def _key(certificate: x509.Certificate) -> RSAPublicKey:
    key = certificate.public_key()
    assert isinstance(key, RSAPublicKey), "the authority's key is no RSA key"
    return key
