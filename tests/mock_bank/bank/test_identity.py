"""Identity verification, its tries and its locks (claims: step.4, error.identity; domain: Limits)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from mock_bank import stages
from mock_bank.bank import errors, identity
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.identity import Evidence
from mock_bank.bank.models import Renewal, RenewalState
from mock_bank.enrolment import enrol
from mock_bank.people import Person
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import NOW, PERSON


@pytest.fixture(params=["security-card", "otp"])
def bank(request: pytest.FixtureRequest, worlds: Worlds) -> Iterator[Bank]:
    person = Person.model_validate({**PERSON, "security": request.param})
    world = worlds.create(NOW, 7, [person])
    enrol(world)
    stages.place(world, person, "applied")
    with world.bank() as opened:
        identity.send_code(opened, renewal(opened))
        yield opened


def renewal(bank: Bank) -> Renewal:
    return bank.session.query(Renewal).one()


def right(bank: Bank) -> Evidence:
    customer = renewal(bank).customer
    if customer.security == "otp":
        return Evidence("1357", renewal(bank).code, otp=identity.otp_now(bank, customer))
    first, second = identity.card_prompt(bank, customer)
    return Evidence(
        "1357", renewal(bank).code, (customer.card_codes[first][:2], customer.card_codes[second][2:])
    )


def wrong(bank: Bank, what: str) -> Evidence:
    evidence = right(bank)
    if what == "security":
        other = "".join(str(9 - int(digit)) for digit in evidence.otp)
        first, second = evidence.card
        return replace(evidence, otp=other, card=(first, "".join(str(9 - int(d)) for d in second)))
    if what == "sms_code":
        return replace(evidence, sms_code=f"{(int(evidence.sms_code) + 1) % 10**6:06}")
    return replace(evidence, account_password="1358")


def refusal(bank: Bank, evidence: Evidence) -> Refusal:
    with pytest.raises(Refusal) as refused:
        identity.verify(bank, renewal(bank), evidence)
    assert renewal(bank).state == RenewalState.APPLIED
    return refused.value


LOCKS = {
    "account_password": (3, errors.IDENTITY_PASSWORD, errors.IDENTITY_PASSWORD_LOCKED),
    "sms_code": (5, errors.IDENTITY_CODE, errors.IDENTITY_CODE_LOCKED),
    "security-card": (3, errors.IDENTITY_CARD, errors.IDENTITY_CARD_LOCKED),
    "otp": (10, errors.IDENTITY_OTP, errors.IDENTITY_OTP_LOCKED),
}


@pytest.mark.parametrize("what", ["account_password", "sms_code", "security"])
def test_each_secret_is_counted_and_then_locked(bank: Bank, what: str) -> None:
    limit, error, locked = LOCKS[renewal(bank).customer.security if what == "security" else what]
    for left in range(limit - 1, 0, -1):
        assert refusal(bank, wrong(bank, what)).error == error.of(left=left)
    assert refusal(bank, wrong(bank, what)).error == locked.of(limit=limit)
    assert refusal(bank, right(bank)).error == locked.of(limit=limit), "the right one comes too late"


@pytest.mark.parametrize(
    ("seconds", "error"),
    [
        (179, None),
        (179.999, None),  # as a clock that ticks may say
        (180, errors.IDENTITY_CODE_EXPIRED),
        (600, errors.IDENTITY_CODE_EXPIRED),
    ],
)
def test_a_code_lives_three_minutes(bank: Bank, seconds: float, error: BankError | None) -> None:
    bank.clock.move(timedelta(seconds=seconds))
    if error is None:
        identity.verify(bank, renewal(bank), right(bank))
    else:
        assert refusal(bank, right(bank)).error is error


def test_a_code_may_be_any_of_a_million(bank: Bank) -> None:
    codes = []
    for _ in range(200):
        identity.send_code(bank, renewal(bank))
        codes.append(renewal(bank).code)
    assert {len(code) for code in codes} == {6}
    assert {code[0] for code in codes} == set("0123456789")
    assert len(set(codes)) > 190
