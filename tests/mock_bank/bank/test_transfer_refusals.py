"""Signatures that move no money (claims: after.transaction, need.legal, after.help)."""

from __future__ import annotations

from pathlib import Path

import pytest

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.certificate import customer_certificate
from mock_bank.ca.keys import make_key
from mock_bank.device.documents import signed_document
from mock_bank.faults import Fault
from mock_bank.settings import Settings
from tests.mock_bank.bank.conftest import NOW, Enter, Twin
from tests.mock_bank.bank.transferring import (
    EXPIRED,
    MINE,
    THEIRS,
    WRONG,
    balances,
    chosen,
    customer,
    document,
    draft,
    send,
    shown_text,
)
from tests.mock_bank.bank.visitor import code_of


@pytest.mark.parametrize("code", sorted(WRONG.keys() - {"TRANSFER-REVOKED", "TRANSFER-REPLACED"}))
def test_a_transfer_that_was_refused_moves_no_money_and_can_be_signed_again(enter: Enter, code: str) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    signed = WRONG[code](visitor)
    before = balances(visitor)
    assert code_of(send(visitor, address, signed)) == code
    assert balances(visitor) == before
    visitor.world.settings = Settings()
    with visitor.world.bank() as bank:
        bank.customer("kim-hana").account.balance += 10_000
        issued = bank.authority.find(visitor.first_issued().serial)
        assert issued is not None
        issued.stored_state = "valid"
        bank.session.commit()
    assert send(visitor, address, document(visitor)).location == address
    with visitor.world.bank() as bank:
        assert bank.customer("lee-dul").account.balance == before[THEIRS] + 4_000


@pytest.mark.parametrize("changed", ["", "{}\n", "{}\r\n", "\n{}", "{} ", "도담모의은행 이체"])
def test_the_signed_text_is_the_confirmed_one_to_the_letter(enter: Enter, changed: str) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    other = changed.replace("{}", shown_text(visitor))
    assert code_of(send(visitor, address, document(visitor, text=other))) == "TRANSFER-DATA"
    assert balances(visitor) == {MINE: 10_000, THEIRS: 700}


@pytest.mark.parametrize("sent", ["", "?", "AAAA", "한글"])
def test_what_is_no_document_is_no_signature(enter: Enter, sent: str) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    refused = visitor.send(address, document=sent)
    assert (refused.status_code, code_of(refused)) == (403, "TRANSFER-SIGNATURE")
    assert code_of(visitor.send(address)) == "TRANSFER-SIGNATURE"


def test_a_namesake_of_the_registered_certificate_signs_nothing(enter: Enter, twin: Twin) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    signed = document(twin(visitor), text=shown_text(visitor))
    assert code_of(send(visitor, address, signed)) == "TRANSFER-UNREGISTERED"
    assert balances(visitor) == {MINE: 10_000, THEIRS: 700}


def test_another_authoritys_certificate_signs_nothing(enter: Enter, tmp_path: Path) -> None:
    """Its own authority may well have made it out to the customer, and under a registered number."""
    visitor = customer(enter)
    address = draft(visitor)
    issued, key = visitor.first_issued(), make_key()
    certificate = customer_certificate(
        AuthorityKey.load_or_create(tmp_path).key,
        subject=issued.certificate.subject,
        kind=issued.kind,
        public_key=key.public_key(),
        serial=int(issued.serial),
        not_before=issued.not_before,
        not_after=issued.not_after,
    )
    signed = signed_document(shown_text(visitor), certificate, key)
    assert code_of(send(visitor, address, signed)) == "TRANSFER-UNREGISTERED"
    assert balances(visitor) == {MINE: 10_000, THEIRS: 700}


def test_who_signed_is_looked_at_before_what(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    signed = document(visitor, by=chosen(visitor, EXPIRED), text="something else")
    assert code_of(send(visitor, address, signed)) == "TRANSFER-EXPIRED"


def test_the_authority_is_asked_at_the_signature_and_not_before(enter: Enter) -> None:
    visitor = customer(enter, Fault("ca.status"))
    address = draft(visitor)
    assert visitor.world.faults.all[0].struck == 0
    assert code_of(send(visitor, address, document(visitor))) == "TRANSFER-STATUS"


def test_outside_the_service_hours_nothing_is_transferred(enter: Enter) -> None:
    visitor = customer(enter, now=NOW.replace(hour=23, minute=29))
    address = draft(visitor)
    signed = document(visitor)
    visitor.world.clock.move_to(NOW.replace(hour=23, minute=30))
    closed = send(visitor, address, signed)
    assert (closed.status_code, code_of(closed)) == (503, "SERVICE-CLOSED")
    assert balances(visitor) == {MINE: 10_000, THEIRS: 700}


def test_who_is_signed_out_transfers_nothing(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    signed, page = document(visitor), visitor.page
    visitor.send("/sign-out")
    visitor.page = page
    assert code_of(send(visitor, address, signed)) == "PAGE-EXPIRED"
    assert balances(visitor) == {MINE: 10_000, THEIRS: 700}


def test_the_third_failed_try_leads_to_the_centre_first(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    answers = [send(visitor, address, b"") for _ in range(3)]
    assert ["data-centre-first" in answer.text for answer in answers] == [False, False, True]


def test_different_failures_outside_a_renewal_are_no_series(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    other = document(visitor, text="something else")
    answers = [send(visitor, address, signed) for signed in (b"", b"", other)]
    assert [code_of(answer) for answer in answers] == [*["TRANSFER-SIGNATURE"] * 2, "TRANSFER-DATA"]
    assert not any("data-centre-first" in answer.text for answer in answers)
