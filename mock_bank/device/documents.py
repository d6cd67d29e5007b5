"""Documents under a customer's signature: CMS SignedData (RFC 5652) with the text inside."""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder


def signed_document(text: str, certificate: x509.Certificate, key: RSAPrivateKey) -> bytes:
    """The text (UTF-8, as it is) and the signer's certificate in one signed document (DER).

    It has no signed attributes: `cryptography` would put the machine's time into them, not the world's.
    """
    builder = PKCS7SignatureBuilder().set_data(text.encode()).add_signer(certificate, key, SHA256())
    return builder.sign(Encoding.DER, [PKCS7Options.Binary, PKCS7Options.NoAttributes])
