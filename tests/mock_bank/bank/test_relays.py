"""From PC to phone, under a number (domain: Files)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12, serialize_key_and_certificates
from werkzeug.test import TestResponse

from mock_bank.bank.models import AuditEntry, Message, Relay
from mock_bank.bank.relays import is_sealed
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

PAGE, ADDRESS = "/certificates/to-phone", "/certificates/relays"


def packed(visitor: Visitor) -> bytes:
    """What the device exports under the certificate's own password."""
    return visitor.world.device.export(visitor.first(), visitor.first().password).content


def deposit(visitor: Visitor, content: bytes | None = None, **changes: str) -> TestResponse:
    """Do what the page on the PC does."""
    visitor.open(PAGE)
    sent = b64encode(packed(visitor) if content is None else content).decode()
    return visitor.ask(ADDRESS, **{**visitor.signed_with(visitor.first()), "file": sent, **changes})


def fetch(visitor: Visitor, number: str) -> TestResponse:
    """Do what the page on the phone does."""
    visitor.open("/certificates/from-pc")
    return visitor.ask(f"{ADDRESS}/fetched", number=number)


def kept(visitor: Visitor) -> list[bytes | None]:
    return [relay.file for relay in visitor.rows(Relay)]


def fetched_twice(enter: Enter) -> TestResponse:
    visitor = enter()
    number = deposit(visitor).get_json()["number"]
    fetch(visitor, number)
    return fetch(visitor, number)


def fetched_too_late(enter: Enter) -> TestResponse:
    visitor = enter()
    number = deposit(visitor).get_json()["number"]
    visitor.world.clock.move(timedelta(minutes=5))
    return fetch(visitor, number)


def test_what_was_deposited_is_fetched_once_and_kept_no_longer(enter: Enter) -> None:
    visitor = enter()
    file = packed(visitor)
    told = deposit(visitor, file).get_json()
    assert told["until"] == "10:05:00까지"
    assert [len(part) for part in told["number"].split("-")] == [4, 4, 4]
    assert kept(visitor) == [file]
    visitor.world.clock.move(timedelta(minutes=4, seconds=59))
    assert b64decode(fetch(visitor, told["number"].replace("-", " ")).get_json()["file"]) == file
    assert kept(visitor) == [None]
    assert code_of(fetch(visitor, told["number"])) == "RELAY-USED"


def test_what_nobody_fetched_is_deleted_when_its_time_is_over(enter: Enter) -> None:
    visitor = enter()
    number = deposit(visitor).get_json()["number"]
    visitor.world.clock.move(timedelta(minutes=5))
    assert kept(visitor) == [None]
    assert code_of(fetch(visitor, number)) == "RELAY-EXPIRED"


def test_two_deposits_have_numbers_of_their_own(enter: Enter) -> None:
    visitor = enter()
    numbers = [deposit(visitor).get_json()["number"] for _ in range(2)]
    assert numbers[0] != numbers[1]
    assert [fetch(visitor, number).status_code for number in numbers] == [200, 200]


@pytest.mark.parametrize("changes", [{"signature": "AAAA"}, {"file": "AAAA"}, {"certificate": ""}])
def test_only_a_certificate_s_holder_deposits_and_only_a_file(enter: Enter, changes: dict[str, str]) -> None:
    visitor = enter()
    assert code_of(deposit(visitor, packed(visitor), **changes)) == "REQUEST-MALFORMED"
    assert kept(visitor) == []


def test_a_key_in_the_clear_is_not_taken(enter: Enter) -> None:
    visitor = enter()
    held = load_pkcs12(packed(visitor), visitor.first().password.encode())
    assert held.key is not None
    assert held.cert is not None
    pair = b"name", held.key, held.cert.certificate, None
    assert is_sealed(serialize_key_and_certificates(*pair, BestAvailableEncryption(b"x")))  # type: ignore[arg-type]
    clear = serialize_key_and_certificates(*pair, NoEncryption())  # type: ignore[arg-type]
    assert code_of(deposit(visitor, clear)) == "REQUEST-MALFORMED"
    assert kept(visitor) == []


def test_the_customer_hears_of_it_and_the_log_holds_no_number(enter: Enter) -> None:
    visitor = enter()
    number = deposit(visitor).get_json()["number"]
    fetch(visitor, number)
    assert [one.post for one in visitor.rows(Message)] == ["sms", "email"]
    told = visitor.rows(AuditEntry)
    assert [one.event for one in told][-2:] == ["certificate deposited", "certificate fetched"]
    assert not [one for one in told if number.replace("-", "") in str(one.detail)]
