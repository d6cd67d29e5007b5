"""Signed documents: CMS SignedData (RFC 5652) that holds what was signed and the signer's certificate."""

from __future__ import annotations

from dataclasses import dataclass

from asn1crypto import cms
from cryptography import x509

from mock_bank.bank.signatures import UNREADABLE, signed_by

# What asn1crypto says besides.
_UNREADABLE = (*UNREADABLE, KeyError)
_OURS = ("sha256", "rsassa_pkcs1v15")


class NotGenuine(ValueError):
    """Bytes that are no document signed by the one whose certificate lies within."""


@dataclass(frozen=True)
class SignedDocument:
    """What was signed, and whose certificate belongs to the signature. Who vouches for that is not asked."""

    content: bytes
    certificate: x509.Certificate


def read(der: bytes) -> SignedDocument:
    """The document in `der`, whose one signature (RSA PKCS#1 v1.5, SHA-256) is genuine. Raises NotGenuine.

    It is over the content itself (domain: Who does what): a document with signed attributes is refused.
    """
    try:
        signed = cms.ContentInfo.load(der, strict=True)["content"]
        content = signed["encap_content_info"]["content"].native
        (signer,) = signed["signer_infos"]
        certificate = _certificate_of(signer, signed)
        ours = _algorithms(signer) == _OURS and signer["signed_attrs"].native is None
        genuine = ours and signed_by(certificate, content, signer["signature"].native)
    except _UNREADABLE as error:
        raise NotGenuine(str(error)) from error
    if not genuine:
        raise NotGenuine("the signature does not belong to content and certificate")
    return SignedDocument(content, certificate)


def _algorithms(signer: cms.SignerInfo) -> tuple[str, str]:
    return signer["digest_algorithm"]["algorithm"].native, signer["signature_algorithm"].signature_algo


def _certificate_of(signer: cms.SignerInfo, signed: cms.SignedData) -> x509.Certificate:
    """The certificate that the signer names by issuer and serial number."""
    named = signer["sid"].chosen
    sought = (named["issuer"], named["serial_number"].native)
    held = [one.chosen for one in signed["certificates"] if one.name == "certificate"]
    (certificate,) = (one for one in held if (one.issuer, one.serial_number) == sought)
    return x509.load_der_x509_certificate(certificate.dump())
