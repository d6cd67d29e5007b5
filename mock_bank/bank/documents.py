"""Signed documents: CMS SignedData (RFC 5652) that holds what was signed and the signer's certificate."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from asn1crypto import cms, core
from cryptography import x509

from mock_bank.bank.signatures import UNREADABLE, signed_by

# What asn1crypto says besides.
_UNREADABLE = (*UNREADABLE, KeyError)


class NotGenuine(ValueError):
    """Bytes that are no document signed by the one whose certificate lies within."""


@dataclass(frozen=True)
class SignedDocument:
    """What was signed, and whose certificate belongs to the signature. Who vouches for that is not asked."""

    content: bytes
    certificate: x509.Certificate


def read(der: bytes) -> SignedDocument:
    """The document in `der`, whose one signature (RSA PKCS#1 v1.5, SHA-256) is genuine. Raises NotGenuine."""
    try:
        signed = _signed_data(der)
        content = _content(signed)
        signer = _only_signer(signed)
        certificate = _certificate_of(signer, signed)
        genuine = signed_by(certificate, _signed_bytes(signer, content), signer["signature"].native)
    except _UNREADABLE as error:
        raise NotGenuine(str(error)) from error
    if not genuine:
        raise NotGenuine("the signature does not belong to content and certificate")
    return SignedDocument(content, certificate)


def _signed_data(der: bytes) -> cms.SignedData:
    info = cms.ContentInfo.load(der, strict=True)
    if info["content_type"].native != "signed_data":
        raise NotGenuine("no SignedData")
    return info["content"]


def _content(signed: cms.SignedData) -> bytes:
    inside = signed["encap_content_info"]["content"]
    if not isinstance(inside, core.OctetString):  # among the types of content only data is one
        raise NotGenuine("what was signed is not inside")
    content: bytes = inside.native
    return content


def _only_signer(signed: cms.SignedData) -> cms.SignerInfo:
    if len(signed["signer_infos"]) != 1:
        raise NotGenuine("not exactly one signer")
    signer = signed["signer_infos"][0]
    used = (signer["digest_algorithm"]["algorithm"].native, signer["signature_algorithm"].signature_algo)
    if used != ("sha256", "rsassa_pkcs1v15"):
        raise NotGenuine(f"not signed by RSA with SHA-256 but by {used}")
    return signer


def _certificate_of(signer: cms.SignerInfo, signed: cms.SignedData) -> x509.Certificate:
    """The certificate that the signer names by issuer and serial number."""
    named = signer["sid"].chosen
    if not isinstance(named, cms.IssuerAndSerialNumber):
        raise NotGenuine("the signer is not named by issuer and serial number")
    sought = (named["issuer"], named["serial_number"].native)
    for choice in signed["certificates"]:
        inside = choice.chosen
        if choice.name == "certificate" and (inside.issuer, inside.serial_number) == sought:
            return x509.load_der_x509_certificate(inside.dump())
    raise NotGenuine("the signer's certificate is not inside")


def _signed_bytes(signer: cms.SignerInfo, content: bytes) -> bytes:
    """What the signature is over: the content or, if there are any, the attributes, which name its hash
    (RFC 5652, 5.4).
    """
    attributes = signer["signed_attrs"]
    if isinstance(attributes, core.Void):
        return content
    for name, value in (("content_type", "data"), ("message_digest", sha256(content).digest())):
        stated = [one["values"].native for one in attributes if one["type"].native == name]
        if stated != [[value]]:
            raise NotGenuine(f"the attributes do not say of the content, once, its {name}")
    return bytes(attributes.untag().dump(force=True))
