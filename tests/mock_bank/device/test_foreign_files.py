"""Files from anywhere: none holds the server up, and each gets an answer that its owner understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import keys, parser, pkcs12
from asn1crypto.core import OctetString
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.padding import PKCS7

from mock_bank.device.device import Device
from mock_bank.device.errors import (
    BrokenFile,
    DeviceError,
    ForeignCertificate,
    UnsupportedFile,
    WrongFilePassword,
)
from mock_bank.device.pbe import MOST_ROUNDS, Opener
from mock_bank.device.places import Place
from mock_bank.device.private_key import NUMBERS
from tests.mock_bank.device.conftest import Kept, in_place, openssl
from tests.mock_bank.device.test_exchange import FILE_PASSWORD, NEW_PASSWORD, foreign_file

AGES = (1 << 31) - 1  # rounds of hashing: a quarter of an hour


@pytest.fixture
def refused(device: Device, kept: Kept) -> Callable[[bytes, type[DeviceError]], str]:
    """See a file refused, and nothing kept; what the customer reads."""

    def refused(file: bytes, error: type[DeviceError]) -> str:
        before = kept()
        with pytest.raises(error) as said:
            device.import_file(file, FILE_PASSWORD, Place.CLOUD, NEW_PASSWORD)
        assert kept() == before
        return str(said.value)

    return refused


@pytest.fixture
def file(customer_key: RSAPrivateKey, old_certificate: bytes) -> Callable[..., bytes]:
    def file(*options: str) -> bytes:
        return foreign_file(customer_key, old_certificate, options=options)

    return file


SCHEMES = {
    "AES-128 and SHA-512": ("-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC", "-macalg", "sha512"),
    "AES-192 and SHA-384": ("-keypbe", "AES-192-CBC", "-certpbe", "AES-192-CBC", "-macalg", "sha384"),
    "PBES2 with triple DES": ("-keypbe", "DES-EDE3-CBC", "-certpbe", "DES-EDE3-CBC", "-macalg", "sha224"),
    "triple DES of two keys": ("-keypbe", "PBE-SHA1-2DES", "-certpbe", "PBE-SHA1-2DES", "-macalg", "sha1"),
    "triple DES": ("-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-iter", "2000"),
    "RC2 of 128 bits": ("-legacy", "-keypbe", "PBE-SHA1-RC2-128", "-certpbe", "PBE-SHA1-RC2-128"),
    "RC2 of 40 bits": ("-legacy", "-keypbe", "PBE-SHA1-RC2-40", "-certpbe", "PBE-SHA1-RC2-40"),
    "no MAC": ("-nomac",),
    "a MAC of one round": ("-nomaciter",),
}


@pytest.mark.parametrize("options", SCHEMES.values(), ids=SCHEMES)
def test_all_usual_schemes_can_be_read(
    device: Device, file: Callable[..., bytes], old_certificate: bytes, options: tuple[str, ...]
) -> None:
    device.import_file(file(*options), FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert in_place(device, Place.PHONE) == [old_certificate]


@pytest.mark.parametrize("options", SCHEMES.values(), ids=SCHEMES)
def test_the_password_has_to_be_right_by_each(
    device: Device, file: Callable[..., bytes], options: tuple[str, ...]
) -> None:
    with pytest.raises(WrongFilePassword):
        device.import_file(file(*options), "Gureum!3692", Place.PHONE, NEW_PASSWORD)


def test_a_wrong_password_that_opens_it_by_chance_is_told_as_wrong(
    device: Device, file: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Opener, "decrypt", lambda *_: b"by chance")
    with pytest.raises(WrongFilePassword):
        device.import_file(file("-nomac"), FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)


def ber(der: bytes, left: Container[bytes]) -> bytes:
    """The same in BER: of indefinite length, long strings in pieces, and what is in them, but for `left`."""
    written, rest = b"", der
    while rest:
        (kind, constructed, tag, header, content, _), size = parser.parse(rest), parser.peek(rest)
        rest = rest[size:]
        if constructed:
            written += header[:1] + b"\x80" + ber(content, left) + b"\0\0"
        elif len(content) > 100 and ((kind, tag) == (0, 4) or kind == 2):
            content = ber(content, left) if is_der(content) and content not in left else content
            pieces = (content[start : start + 1000] for start in range(0, len(content), 1000))
            chunks = b"".join(OctetString(piece).dump() for piece in pieces)
            written += bytes([header[0] | 0x20]) + b"\x80" + chunks + b"\0\0"
        else:
            written += header + content
    return written


def is_der(content: bytes) -> bool:
    """Whether it is one sequence; what is enciphered may begin like one."""
    try:
        return content[0] == 0x30 and parser.peek(content) == len(content)
    except ValueError:
        return False


@pytest.mark.parametrize("content", [b"0" * 200, b"0\x84" + b"\xff" * 200, b"1" * 200])
def test_what_only_begins_like_a_sequence_is_left_as_it_is(content: bytes) -> None:
    assert ber(OctetString(content).dump(), []) == b"\x24\x80" + OctetString(content).dump() + b"\0\0"


@pytest.mark.parametrize(
    "options",
    [("-nomac",), ("-nomac", "-keypbe", "NONE", "-certpbe", "NONE")],
    ids=["encrypted", "not encrypted"],
)
def test_ber_is_read_without_a_word(
    device: Device,
    file: Callable[..., bytes],
    old_certificate: bytes,
    options: tuple[str, ...],
    capfd: pytest.CaptureFixture[str],
) -> None:
    written = ber(file(*options), [old_certificate])  # which is DER wherever it lies
    device.import_file(written, FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert in_place(device, Place.PHONE) == [old_certificate]
    assert capfd.readouterr() == ("", "")


def test_its_mac_is_read_too(device: Device, file: Callable[..., bytes], old_certificate: bytes) -> None:
    """It is over what the content holds, whatever pieces that comes in."""
    der = file()
    written = ber(der, [pkcs12.Pfx.load(der)["auth_safe"]["content"].native])
    device.import_file(written, FILE_PASSWORD, Place.PHONE, NEW_PASSWORD)
    assert in_place(device, Place.PHONE) == [old_certificate]


def altered(file: bytes, alter: Callable[[Any], None], content: int) -> bytes:
    """The file, without a MAC, with its content of that number altered: the certificates' or the key's."""
    pfx = pkcs12.Pfx.load(file)
    safes = pfx.authenticated_safe
    if content:
        bags = pkcs12.SafeContents.load(safes[content]["content"].native)
        alter(bags[0]["bag_value"]["encryption_algorithm"])
        safes[content]["content"] = OctetString(bags.dump(force=True))
    else:
        alter(safes[0]["content"]["encrypted_content_info"]["content_encryption_algorithm"])
    pfx["auth_safe"]["content"] = OctetString(safes.dump(force=True))
    del pfx["mac_data"]
    return bytes(pfx.dump(force=True))


def rounds_by_pbes2(algorithm: Any) -> None:
    algorithm["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = AGES


def rounds_by_pbes1(algorithm: Any) -> None:
    algorithm["parameters"]["iterations"] = AGES


@pytest.mark.parametrize("content", [0, 1], ids=["certificates", "key"])
@pytest.mark.parametrize(
    ("options", "alter"), [((), rounds_by_pbes2), (("-legacy",), rounds_by_pbes1)], ids=["PBES2", "PBES1"]
)
def test_a_file_that_would_take_ages_to_open_is_not_opened(
    file: Callable[..., bytes],
    refused: Callable[..., str],
    options: tuple[str, ...],
    alter: Callable[[Any], None],
    content: int,
) -> None:
    said = refused(altered(file(*options), alter, content), UnsupportedFile)
    assert said.startswith("이 기기에서 열 수 없는 방식으로 암호화된 파일이어서 가져오지 않았습니다.")


def test_nor_one_whose_mac_would(file: Callable[..., bytes], refused: Callable[..., str]) -> None:
    pfx = pkcs12.Pfx.load(file())
    pfx["mac_data"]["iterations"] = AGES
    refused(pfx.dump(force=True), UnsupportedFile)


@pytest.mark.parametrize("rounds", [0, -1])
def test_no_rounds_of_hashing_make_no_key(
    file: Callable[..., bytes], refused: Callable[..., str], rounds: int
) -> None:
    pfx = pkcs12.Pfx.load(file())
    pfx["mac_data"]["iterations"] = rounds
    refused(pfx.dump(force=True), BrokenFile)


def test_nor_one_whose_parts_would_together(file: Callable[..., bytes], refused: Callable[..., str]) -> None:
    """MAC, certificates and key; the last of them is one round too many."""
    refused(file("-iter", str(MOST_ROUNDS // 3 + 1)), UnsupportedFile)


def test_nor_one_whose_key_lies_encrypted_inside_what_is_encrypted(
    file: Callable[..., bytes], refused: Callable[..., str]
) -> None:
    """No program puts it there; whoever wants to hold the server up may."""
    pfx = pkcs12.Pfx.load(altered(file(), rounds_by_pbes2, 1))
    certificates, key = pfx.authenticated_safe
    inside = certificates["content"]["encrypted_content_info"]
    inside["encrypted_content"] = encrypted(inside["content_encryption_algorithm"], key["content"].native)
    pfx["auth_safe"]["content"] = OctetString(pkcs12.AuthenticatedSafe([certificates]).dump(force=True))
    refused(pfx.dump(force=True), UnsupportedFile)


def encrypted(algorithm: Any, plain: bytes) -> bytes:
    """By AES-256, as `algorithm` says."""
    made = algorithm["parameters"]["key_derivation_func"]["parameters"]
    rounds, iv = made["iteration_count"].native, algorithm["parameters"]["encryption_scheme"]["parameters"]
    key = pbkdf2_hmac("sha256", FILE_PASSWORD.encode(), made["salt"].native, rounds, 32)
    padder = PKCS7(128).padder()
    encryptor = Cipher(AES(key), modes.CBC(iv.native)).encryptor()
    return encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()


@pytest.mark.parametrize("digest", ["md5", "sm3", "sha3-256", "ripemd160"])
def test_a_mac_of_another_kind_is_refused(
    file: Callable[..., bytes], refused: Callable[..., str], digest: str
) -> None:
    refused(file("-macalg", digest), UnsupportedFile)


@pytest.mark.parametrize("cipher", ["CAMELLIA-256-CBC", "ARIA-256-CBC", "SM4-CBC", "PBE-SHA1-RC4-128"])
def test_encryption_of_another_kind_is_refused(
    file: Callable[..., bytes], refused: Callable[..., str], cipher: str
) -> None:
    legacy = ("-legacy",) if cipher.startswith("PBE") else ()
    refused(file(*legacy, "-keypbe", cipher), UnsupportedFile)


FOREIGN_KEYS = {
    "RSA of 1024 bits": ("RSA", "rsa_keygen_bits:1024"),
    "RSA of 3072 bits": ("RSA", "rsa_keygen_bits:3072"),
    "RSA with PSS alone": ("RSA-PSS", "rsa_keygen_bits:2048"),
    "EC on P-256": ("EC", "ec_paramgen_curve:P-256"),
    "EC on secp224k1": ("EC", "ec_paramgen_curve:secp224k1"),
    "EC on a binary field": ("EC", "ec_paramgen_curve:sect233k1"),
    "EC on a curve of its own": ("EC", "ec_paramgen_curve:P-256", "ec_param_enc:explicit"),
    "SM2": ("SM2",),
    "Ed25519": ("ED25519",),
    "Ed448": ("ED448",),
}


@pytest.mark.parametrize("made", FOREIGN_KEYS.values(), ids=FOREIGN_KEYS)
def test_a_key_that_no_customer_has_is_refused(
    refused: Callable[..., str], tmp_path: Path, made: tuple[str, ...]
) -> None:
    algorithm, *options = made
    pkey = [part for option in options for part in ("-pkeyopt", option)]
    key = openssl("genpkey", "-algorithm", algorithm, *pkey)
    (tmp_path / "key.pem").write_bytes(key)
    certificate = openssl("req", "-x509", "-new", "-key", tmp_path / "key.pem", "-subj", "/CN=somebody")
    made_file = openssl(
        *["pkcs12", "-export", "-passout", f"pass:{FILE_PASSWORD}", "-iter", "1"], given=key + certificate
    )
    assert refused(made_file, ForeignCertificate).startswith(
        "모의인증원이 고객에게 발급한 인증서가 아닙니다."
    )


def with_key(numbers: dict[str, int]) -> bytes:
    """A file with nothing but an RSA key of these numbers, not encrypted."""
    key = keys.RSAPrivateKey({"version": 0, **numbers})
    info = keys.PrivateKeyInfo(
        {"version": 0, "private_key_algorithm": {"algorithm": "rsa"}, "private_key": key}
    )
    bags = pkcs12.SafeContents([{"bag_id": "key_bag", "bag_value": info}])
    safes = pkcs12.AuthenticatedSafe([{"content_type": "data", "content": OctetString(bags.dump())}])
    auth_safe = {"content_type": "data", "content": OctetString(safes.dump())}
    return bytes(pkcs12.Pfx({"version": 3, "auth_safe": auth_safe}).dump())


def numbers_of(key: RSAPrivateKey) -> dict[str, int]:
    own = key.private_numbers()
    values = (own.public_numbers.n, own.public_numbers.e, own.d, own.p, own.q, own.dmp1, own.dmq1, own.iqmp)
    return dict(zip(NUMBERS, values, strict=True))


@pytest.mark.parametrize("huge", [*NUMBERS, "all"])
def test_a_key_of_huge_numbers_is_refused(
    refused: Callable[..., str], customer_key: RSAPrivateKey, huge: str
) -> None:
    """Whether a number of 100,000 bits is a prime takes hours to find out."""
    numbers = numbers_of(customer_key)
    altered = dict.fromkeys(NUMBERS if huge == "all" else [huge], (1 << 100000) - 1)
    refused(with_key(numbers), ForeignCertificate)  # its certificate is missing
    refused(with_key(numbers | altered), ForeignCertificate)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("value", [-1, 0, 1, 2])
def test_a_key_of_numbers_that_make_none_is_refused(
    refused: Callable[..., str], customer_key: RSAPrivateKey, number: str, value: int
) -> None:
    refused(with_key(numbers_of(customer_key) | {number: value}), ForeignCertificate)


ALTERED = {
    "version 5": (rb"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x04"),
    "a negative serial": (
        rb"(?s)(\xa0\x03\x02\x01\x02..).",
        b"\\1\xff",
    ),  # it follows the version, its sign first
    "a month 13": (rb"260330", b"261330"),
    "an extension twice": (rb"\x06\x03\x55\x1d\x0e", b"\x06\x03\x55\x1d\x23"),  # another key's identifier
    "an unknown algorithm": (rb"\x86\xf7\x0d\x01\x01\x0b", b"\x86\xf7\x0d\x01\x01\x7b"),
}


# What `cryptography` warns of, the server keeps to itself (mock_bank/serving.py).
@pytest.mark.filterwarnings("ignore:Parsed a serial")
@pytest.mark.parametrize(("known", "unknown"), ALTERED.values(), ids=ALTERED)
def test_a_certificate_that_cannot_be_is_refused(
    refused: Callable[..., str],
    customer_key: RSAPrivateKey,
    old_certificate: bytes,
    known: bytes,
    unknown: bytes,
) -> None:
    other = re.sub(known, unknown, old_certificate)
    assert other != old_certificate
    # As many bytes as before: put into a file that is not encrypted, they are the only change.
    file = foreign_file(
        customer_key, old_certificate, options=("-nomac", "-keypbe", "NONE", "-certpbe", "NONE")
    )
    said = refused(file.replace(old_certificate, other), ForeignCertificate)
    assert said.startswith("모의인증원이 고객에게 발급한 인증서가 아닙니다.")
