"""Signed documents as the bank reads them: what openssl and `cryptography` make, without attributes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from asn1crypto import cms, core
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from mock_bank.bank.documents import NotGenuine, SignedDocument, read
from mock_bank.ca.keys import make_key
from tests.mock_bank.conftest import Certify

TEXT = "금액: 50,000원\n확인 값: 0123".encode()
WITHIN = [PKCS7Options.Binary, PKCS7Options.NoAttributes]
Change = Callable[[cms.SignedData], None]


@pytest.fixture
def certificate(certify: Certify, customer_key: RSAPrivateKey) -> x509.Certificate:
    return x509.load_der_x509_certificate(certify(customer_key.public_key()))


@pytest.fixture
def builder(certificate: x509.Certificate, customer_key: RSAPrivateKey) -> PKCS7SignatureBuilder:
    return PKCS7SignatureBuilder().set_data(TEXT).add_signer(certificate, customer_key, SHA256())


def test_a_document_says_what_was_signed_and_by_whom(
    builder: PKCS7SignatureBuilder, certificate: x509.Certificate
) -> None:
    assert read(builder.sign(Encoding.DER, WITHIN)) == SignedDocument(TEXT, certificate)


def test_openssl_s_documents_are_read(
    certificate: x509.Certificate, customer_key: RSAPrivateKey, tmp_path: Path
) -> None:
    signer, key, text = tmp_path / "signer.pem", tmp_path / "key.pem", tmp_path / "text"
    signer.write_bytes(certificate.public_bytes(Encoding.PEM))
    key.write_bytes(customer_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    text.write_bytes(TEXT)
    command = ["openssl", "cms", "-sign", "-noattr", "-binary", "-nodetach", "-outform", "DER"]
    command += ["-in", str(text), "-signer", str(signer), "-inkey", str(key)]
    made = subprocess.run(command, capture_output=True, check=True)
    assert read(made.stdout) == SignedDocument(TEXT, certificate)


@pytest.mark.parametrize(
    "options",
    [[*WITHIN, PKCS7Options.DetachedSignature], [*WITHIN, PKCS7Options.NoCerts], [PKCS7Options.Binary]],
    ids=["text outside", "certificate outside", "attributes signed"],
)
def test_all_has_to_be_inside_and_nothing_else(
    builder: PKCS7SignatureBuilder, options: list[PKCS7Options]
) -> None:
    with pytest.raises(NotGenuine):
        read(builder.sign(Encoding.DER, options))


def test_nothing_follows_the_document(builder: PKCS7SignatureBuilder) -> None:
    with pytest.raises(NotGenuine):
        read(builder.sign(Encoding.DER, WITHIN) + b"\0")


def test_there_is_exactly_one_signer(
    builder: PKCS7SignatureBuilder, certify: Certify, customer_key: RSAPrivateKey
) -> None:
    second = x509.load_der_x509_certificate(certify(customer_key.public_key(), serial=7))
    both = builder.add_signer(second, customer_key, SHA256())
    with pytest.raises(NotGenuine):
        read(both.sign(Encoding.DER, WITHIN))


def test_the_hash_is_sha_256(certificate: x509.Certificate, customer_key: RSAPrivateKey) -> None:
    other = PKCS7SignatureBuilder().set_data(TEXT).add_signer(certificate, customer_key, SHA512())
    with pytest.raises(NotGenuine):
        read(other.sign(Encoding.DER, WITHIN))


def change_content(signed: cms.SignedData) -> None:
    signed["encap_content_info"]["content"] = TEXT.replace(b"50", b"90")


def drop_signers(signed: cms.SignedData) -> None:
    signed["signer_infos"] = []


def change_type(signed: cms.SignedData) -> None:
    signed["encap_content_info"] = {"content_type": "signed_data", "content": signed.copy()}


def name_the_signer_by_key(signed: cms.SignedData) -> None:
    signed["signer_infos"][0]["sid"] = cms.SignerIdentifier("subject_key_identifier", b"key")


def enclose_no_x509(signed: cms.SignedData) -> None:
    something = {"other_cert_format": "1.2.3", "other_cert": core.Null()}
    signed["certificates"] = [cms.CertificateChoices("other", cms.OtherCertificateFormat(something))]


def add_attributes(signed: cms.SignedData) -> None:
    """What openssl takes the signature to be over then."""
    told = cms.CMSAttribute({"type": "content_type", "values": ["data"]})
    signed["signer_infos"][0]["signed_attrs"] = cms.CMSAttributes([told])


@pytest.mark.parametrize(
    "change",
    [change_content, drop_signers, change_type, name_the_signer_by_key, enclose_no_x509, add_attributes],
)
def test_a_changed_document_is_not_genuine(builder: PKCS7SignatureBuilder, change: Change) -> None:
    with pytest.raises(NotGenuine):
        read(changed(builder.sign(Encoding.DER, WITHIN), change))


def changed(document: bytes, change: Change) -> bytes:
    info = cms.ContentInfo.load(document)
    change(info["content"])
    return bytes(info.dump(force=True))


def test_the_signer_s_certificate_is_the_one_whose_key_signed(
    builder: PKCS7SignatureBuilder, certify: Certify
) -> None:
    """Another's certificate under the same name and number."""
    other = cms.CertificateChoices("certificate", cms.Certificate.load(certify(make_key().public_key())))

    def swap(signed: cms.SignedData) -> None:
        signed["certificates"] = [other]

    with pytest.raises(NotGenuine, match="does not belong"):
        read(changed(builder.sign(Encoding.DER, WITHIN), swap))


def test_no_broken_byte_leads_to_another_content_or_signer(
    builder: PKCS7SignatureBuilder, certificate: x509.Certificate
) -> None:
    document = builder.sign(Encoding.DER, WITHIN)
    broken = [document[:at] for at in range(0, len(document), 40)]
    broken += [
        document[:at] + bytes([document[at] ^ 1 << at % 8]) + document[at + 1 :]
        for at in range(len(document))
    ]
    for one in broken:
        with suppress(NotGenuine):
            said = read(one)
            assert said.content == TEXT
            assert said.certificate.public_key() == certificate.public_key()
