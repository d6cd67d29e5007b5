"""What holds at every moment of every renewal, whatever broke (domain: Who does what, Fee)."""

from __future__ import annotations

import re
from dataclasses import replace

from mock_bank.bank import certificates
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Account, AccountEntry, AuditEntry, Incident, Message, Renewal, RenewalState
from mock_bank.bank.sign_in import sign_in
from mock_bank.ca.registry import IssuedCertificate, State
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.device.store import thumbprint
from mock_bank.faults import Faults
from mock_bank.people import Person
from tests.mock_bank.bank.visitor import NEW_PASSWORD, Visitor

FEE = 4_400


def check(visitor: Visitor) -> None:
    """Raise AssertionError unless all holds in the visitor's world now."""
    with visitor.world.bank() as opened:
        bank = replace(opened, faults=Faults())  # what waits to break is for the visitor to meet
        renewal = bank.session.query(Renewal).one_or_none()
        state = renewal.state if renewal else RenewalState.APPLIED
        _one_certificate_at_most_is_new(bank, state)
        _one_fee_at_most_is_paid(bank, visitor, state)
        _the_history_tells_where_the_money_went(bank, visitor)
        _one_certificate_is_active(bank, visitor, state)
        if renewal is not None and state.reached(RenewalState.STORED):
            _the_new_one_signs_in_and_its_key_answers(bank, visitor, str(renewal.new_serial))
        _the_old_one_signs_in_until_it_is_replaced(bank, visitor, state)
        no_secret_is_told(bank, visitor.person)
        broken = bank.session.query(Incident).filter_by(code="BANK-FAILED").count()
        assert broken == 0, "whatever happens, the bank has words for it"
        bank.session.rollback()


def _one_certificate_at_most_is_new(bank: Bank, state: RenewalState) -> None:
    issued = bank.session.query(IssuedCertificate).count() - 1
    assert issued <= 1
    assert issued == 1 or not state.reached(RenewalState.ISSUED)


def _one_fee_at_most_is_paid(bank: Bank, visitor: Visitor, state: RenewalState) -> None:
    paid = visitor.person.account.balance - bank.session.query(Account).one().balance
    assert paid == (FEE if state.reached(RenewalState.REGISTERED) else 0)


def _the_history_tells_where_the_money_went(bank: Bank, visitor: Visitor) -> None:
    moved = sum(entry.amount for entry in bank.session.query(AccountEntry))
    assert visitor.person.account.balance + moved == bank.session.query(Account).one().balance


def _one_certificate_is_active(bank: Bank, visitor: Visitor, state: RenewalState) -> None:
    states = [one.state for one in certificates.of_customer(bank, visitor.person.key)]
    assert states == ([State.VALID, State.REPLACED] if state.reached(RenewalState.STORED) else [State.VALID])


def _the_new_one_signs_in_and_its_key_answers(bank: Bank, visitor: Visitor, serial: str) -> None:
    new = certificates.view(bank, serial).thumbprint
    assert _signs_in(bank, visitor, new, NEW_PASSWORD)


def _the_old_one_signs_in_until_it_is_replaced(bank: Bank, visitor: Visitor, state: RenewalState) -> None:
    old = visitor.first().certificate_id
    if _lies_at(visitor, old) is not None:  # stored in its place, the new one has taken its files
        signs_in = _signs_in(bank, visitor, old, visitor.person.certificates[0].password)
        assert signs_in is not state.reached(RenewalState.STORED)


def _signs_in(bank: Bank, visitor: Visitor, certificate: str, password: str) -> bool:
    place = _lies_at(visitor, certificate)
    assert place is not None, "what is stored lies on the device"
    chosen = Chosen(place, certificate, password)
    der, signature = visitor.world.device.sign(chosen.place, certificate, password, b"challenge")
    try:
        return sign_in(bank, b"challenge", der, signature) is not None
    except Refusal:
        return False


def _lies_at(visitor: Visitor, certificate: str) -> Place | None:
    found = [
        place
        for place in Place
        for one in visitor.world.device.certificates(place)
        if thumbprint(one) == certificate
    ]
    return found[0] if found else None


def no_secret_is_told(bank: Bank, person: Person) -> None:
    """Raise AssertionError unless the audit log is without what only that person may know."""
    told = " ".join(f"{entry.event} {entry.detail}" for entry in bank.session.query(AuditEntry))
    customer = bank.customer(person.key)
    secrets = {
        person.account.password,
        person.number,
        person.certificates[0].password,
        NEW_PASSWORD,
        *customer.card_codes.values(),
        *filter(None, [customer.otp_secret]),
        *(code for sent in bank.session.query(Message) for code in re.findall(r"\[(\d{6})\]", sent.text)),
    }
    assert [secret for secret in secrets if _stands_in(told, secret)] == []


def _stands_in(told: str, secret: str) -> bool:
    """Whether the secret stands there as a whole, and not in a longer word or number (010-0000-0001)."""
    return re.search(rf"(?<![0-9A-Za-z])(?<!\d-){re.escape(secret)}(?![0-9A-Za-z])", told) is not None
