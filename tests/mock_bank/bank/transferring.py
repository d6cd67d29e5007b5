"""Transfers as a customer makes them, from form to signature, and what they did to the money."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from html import unescape
from typing import Any

from werkzeug.test import TestResponse

from mock_bank.bank.models import Account, AccountEntry
from mock_bank.ca.authority import Authority
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.device.store import thumbprint
from mock_bank.faults import Fault
from mock_bank.settings import Settings
from tests.mock_bank.bank.conftest import NEIGHBOUR, PERSON, Enter
from tests.mock_bank.bank.visitor import Visitor

MINE, THEIRS = "000-123-456789", "000-123-000002"
# Besides the one that is in force, one that has expired and one of another bank.
CERTIFICATES = [
    PERSON["certificates"][0],
    {**PERSON["certificates"][0], "kind": "personal-bank", "days_left": -1, "place": "removable-disk"},
    {**PERSON["certificates"][0], "registered": False, "place": "cloud"},
]
EXPIRED, UNREGISTERED = 1, 2


def customer(enter: Enter, *faults: Fault, **changes: Any) -> Visitor:
    """Kim Hana, signed in, with 10,000 won, in a world where Lee Dul has an account too."""
    return enter(*faults, others=[NEIGHBOUR], certificates=CERTIFICATES, **changes).be_at("signed in")


def fill_in(
    visitor: Visitor, account: str = THEIRS, amount: str = "4,000", memo: str = "", **proof: str
) -> TestResponse:
    """Send the form, with what shows who the customer is but for the changes in `proof`."""
    visitor.open("/transfers")
    shown = visitor.proof_of_payer() | proof
    return visitor.send("/transfers", account=account, amount=amount, memo=memo, **shown)


def draft(visitor: Visitor, **entries: str) -> str:
    """Draw up a transfer, and stand before its confirmation: the page's address."""
    address = fill_in(visitor, **entries).location
    assert address is not None, "what can be transferred leads to its confirmation"
    assert visitor.open(address).status_code == 200
    return address


def shown_text(visitor: Visitor) -> str:
    """The text that the page shows as what is to be signed."""
    found = re.search(r"<pre[^>]*>(.*?)</pre>", visitor.page, re.DOTALL)
    assert found is not None, "the page shows what is to be signed"
    return unescape(found[1])


def document(visitor: Visitor, by: Chosen | None = None, text: str | None = None) -> bytes:
    """What the device makes of the text on the page, with the customer's first certificate."""
    text = shown_text(visitor) if text is None else text
    return visitor.world.device.sign_document(by or visitor.first(), text)


def chosen(visitor: Visitor, number: int) -> Chosen:
    """One of the customer's CERTIFICATES."""
    with visitor.world.bank() as bank:
        issued = bank.authority.issued_for(f"{visitor.person.key} {number}")
        assert issued is not None, "whoever is enrolled has it"
        spec = visitor.person.certificates[number]
        return Chosen(Place(spec.place), thumbprint(issued.certificate), spec.password)


def send(visitor: Visitor, address: str, signed: bytes) -> TestResponse:
    """Send the bank a signed document."""
    return visitor.send(address, document=b64encode(signed).decode())


def transfer(visitor: Visitor, **entries: str) -> str:
    """A whole transfer: the address of its receipt."""
    address = draft(visitor, **entries)
    done = send(visitor, address, document(visitor))
    assert (done.status_code, done.location) == (302, address)
    return address


# What a customer may send before a confirmation, by the code of the refusal that it meets


def _by(number: int) -> Callable[[Visitor], bytes]:
    return lambda visitor: document(visitor, by=chosen(visitor, number))


def _by_one_that_the_authority(act: Callable[[Authority, str], None]) -> Callable[[Visitor], bytes]:
    def sign(visitor: Visitor) -> bytes:
        with visitor.world.bank() as bank:
            act(bank.authority, visitor.first_issued().serial)
        return document(visitor)

    return sign


def _by_somebody_else(visitor: Visitor) -> bytes:
    return document(visitor, by=Visitor(visitor.server, visitor.world, NEIGHBOUR).first())


def _of_another_transfer(visitor: Visitor) -> bytes:
    here = visitor.page
    address = draft(visitor)
    signed = document(visitor)
    send(visitor, address, signed)
    visitor.page = here
    return signed


def _after_the_money_went(visitor: Visitor) -> bytes:
    here = visitor.page
    transfer(visitor, amount="6,001")
    visitor.page = here
    return document(visitor)


def _after_the_limit_fell(visitor: Visitor) -> bytes:
    visitor.world.settings = Settings(transfer_limit=3_999)
    return document(visitor)


def _after_the_day_s_limit_fell(visitor: Visitor) -> bytes:
    visitor.world.settings = Settings(daily_limit=3_999)
    return document(visitor)


def _without_an_answer_of_the_authority(visitor: Visitor) -> bytes:
    visitor.world.faults.add(Fault("ca.status"))
    return document(visitor)


WRONG: dict[str, Callable[[Visitor], bytes]] = {
    "TRANSFER-SIGNATURE": lambda visitor: document(visitor)[:-1],
    "TRANSFER-UNREGISTERED": _by(UNREGISTERED),
    "TRANSFER-OTHER": _by_somebody_else,
    "TRANSFER-STATUS": _without_an_answer_of_the_authority,
    "TRANSFER-EXPIRED": _by(EXPIRED),
    "TRANSFER-SUSPENDED": _by_one_that_the_authority(Authority.suspend),
    "TRANSFER-REVOKED": _by_one_that_the_authority(lambda ca, serial: ca.revoke(serial, "고객 신청")),
    "TRANSFER-REPLACED": _by_one_that_the_authority(Authority.replace),
    "TRANSFER-DATA": lambda visitor: document(visitor, text=shown_text(visitor).replace("4,000", "9,000")),
    "TRANSFER-REPLAYED": _of_another_transfer,
    "TRANSFER-BALANCE": _after_the_money_went,
    "TRANSFER-LIMIT": _after_the_limit_fell,
    "TRANSFER-DAY": _after_the_day_s_limit_fell,
}


def signing_wrongly(code: str) -> Callable[[Enter], TestResponse]:
    """The way to the refusal of that code."""

    def way(enter: Enter) -> TestResponse:
        visitor = customer(enter)
        address = draft(visitor)
        return send(visitor, address, WRONG[code](visitor))

    return way


def balances(visitor: Visitor) -> dict[str, int]:
    """What each account holds, which is what it began with and what its history says."""
    began = {person.account.number: person.account.balance for person in visitor.world.people.values()}
    with visitor.world.bank() as bank:
        for account in bank.session.query(Account):
            balance = began[account.number]
            for entry in (
                bank.session.query(AccountEntry).filter_by(account_number=account.number).order_by("id")
            ):
                balance += entry.amount
                assert entry.balance == balance
            assert account.balance == balance
        return {account.number: account.balance for account in bank.session.query(Account)}
