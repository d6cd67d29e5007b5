"""Reads files of keys and certificates: PKCS#12 (RFC 7292), in DER or BER.

`cryptography` reads them, too, but holds Python's lock as long as the file's own numbers say.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import core, parser, pkcs12
from asn1crypto.algos import EncryptionAlgorithm
from asn1crypto.cms import ContentInfo

from mock_bank.device.errors import BrokenFile, UnsupportedFile, WrongFilePassword
from mock_bank.device.pbe import HASHES, UNREADABLE, Opener, Unsupported


@dataclass(frozen=True)
class Contents:
    """A file's first key (PKCS#8, DER), if it holds one, and its certificates (DER)."""

    key: bytes | None
    certificates: list[bytes]


def read(file: bytes, password: str) -> Contents:
    """What the file holds. BrokenFile, WrongFilePassword, UnsupportedFile."""
    opener = Opener(password)
    try:
        pfx = pkcs12.Pfx.load(file, strict=True)
        if pfx["version"].native != "v3":
            raise BrokenFile
        safes = _octets(pfx["auth_safe"])
        _check_mac(pfx, safes, opener)
        return _contents(list(_bags(safes, opener)), opener)
    except Unsupported:
        raise UnsupportedFile from None
    except UNREADABLE:
        raise BrokenFile from None


def _check_mac(pfx: pkcs12.Pfx, safes: bytes, opener: Opener) -> None:
    """WrongFilePassword when it does not fit; a file without one is taken for what it says."""
    mac = pfx["mac_data"]
    if isinstance(mac, core.Void):
        return
    name = mac["mac"]["digest_algorithm"]["algorithm"].native
    if name not in HASHES:
        raise Unsupported(f"a MAC by {name}")
    key = opener.mac_key(name, mac["mac_salt"].native, mac["iterations"].native)
    if not hmac.compare_digest(hmac.digest(key, safes, name), mac["mac"]["digest"].native):
        raise WrongFilePassword


def _bags(safes: bytes, opener: Opener) -> Iterator[pkcs12.SafeBag]:
    for safe in pkcs12.AuthenticatedSafe.load(safes):
        if safe["content_type"].native == "encrypted_data":
            inside = safe["content"]["encrypted_content_info"]
            encrypted = inside["encrypted_content"].native
            contents = _opened(opener, inside["content_encryption_algorithm"], encrypted)
        else:
            contents = _octets(safe)
        yield from pkcs12.SafeContents.load(contents)


def _octets(content: ContentInfo) -> bytes:
    """The octets of a content that is data; others would be signed, or encrypted for a key."""
    if content["content_type"].native != "data":
        raise Unsupported(f"a content of type {content['content_type'].native}")
    octets: bytes = content["content"].native
    return octets


def _contents(bags: list[pkcs12.SafeBag], opener: Opener) -> Contents:
    key: bytes | None = None
    certificates = []
    for bag in bags:
        kind, value = bag["bag_id"].native, bag["bag_value"]
        if kind == "cert_bag" and value["cert_id"].native == "x509":
            certificates.append(bytes(value["cert_value"]))
        elif kind == "key_bag" and key is None:
            key = value.untag().dump()
        elif kind == "pkcs8_shrouded_key_bag" and key is None:
            key = _opened(opener, value["encryption_algorithm"], value["encrypted_data"].native)
    return Contents(key, certificates)


def _opened(opener: Opener, algorithm: EncryptionAlgorithm, encrypted: bytes) -> bytes:
    try:
        opened = opener.decrypt(algorithm, encrypted)
        # By chance, once in 256 times, what a wrong password makes of it ends as if it were right.
        parser.parse(opened, strict=True)
    except Unsupported:
        raise
    except ValueError:
        raise WrongFilePassword from None
    return opened
