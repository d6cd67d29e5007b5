"""Answers that are slow or never come, in the world's time (claim: error.delay)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mock_bank.bank.models import Question, RenewalState
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.faults import Fault, Seam
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

AUTHORITY: tuple[Seam, ...] = ("ca.register", "ca.issue", "ca.deliver")
WAITING = {"state": "waiting"}


def passes(visitor: Visitor, seconds: float) -> None:
    visitor.world.clock.move(timedelta(seconds=seconds))


def issued(visitor: Visitor) -> int:
    return len(visitor.rows(IssuedCertificate)) - 1


@pytest.mark.parametrize("seam", AUTHORITY)
def test_an_answer_within_the_limit_is_waited_for(enter: Enter, seam: Seam) -> None:
    visitor = enter(Fault(seam, "slow", seconds=40)).be_at("identified")
    first = visitor.finish()
    assert (first.status_code, first.get_json()) == (202, WAITING)
    passes(visitor, 39)
    assert visitor.finish().get_json() == WAITING
    passes(visitor, 1)
    assert visitor.finish().get_json() == {"next": "/renewal/result"}
    assert (issued(visitor), visitor.balance) == (1, 10_000 - 4_400)


@pytest.mark.parametrize("seam", AUTHORITY)
def test_silence_is_told_after_the_limit_and_trying_again_ends_the_same_renewal(
    enter: Enter, seam: Seam
) -> None:
    visitor = enter(Fault(seam, "no answer")).be_at("identified")
    visitor.finish()
    passes(visitor, 59)
    assert visitor.finish().get_json() == WAITING
    passes(visitor, 1)
    told = visitor.finish()
    assert (told.status_code, code_of(told)) == (503, "CA-TIMEOUT")
    assert "60초" in told.get_json()["text"]
    assert visitor.finish().get_json() == {"next": "/renewal/result"}
    assert (issued(visitor), visitor.balance) == (1, 10_000 - 4_400)


def test_what_the_authority_had_issued_before_its_answer_was_lost_is_not_issued_again(enter: Enter) -> None:
    visitor = enter(Fault("ca.deliver", "no answer"), Fault("ca.issue", times=2)).be_at("identified")
    visitor.finish()
    visitor.finish()
    assert visitor.finish().status_code == 202
    assert issued(visitor) == 1
    visitor.world.faults.add(Fault("ca.issue"))
    passes(visitor, 60)
    assert code_of(visitor.finish()) == "CA-TIMEOUT"
    # The authority is not asked to issue what it has issued: the new fault at that seam does not strike.
    assert visitor.finish().get_json() == {"next": "/renewal/result"}
    assert issued(visitor) == 1


@pytest.mark.parametrize("looked_at", [(61, 95), (95,)], ids=["looking meanwhile", "looking late"])
def test_an_answer_after_the_limit_is_told_and_reached_by_trying_again(
    enter: Enter, looked_at: tuple[int, ...]
) -> None:
    visitor = enter(Fault("ca.issue", "slow", seconds=90)).be_at("identified")
    visitor.finish()
    passes(visitor, looked_at[0])
    assert code_of(visitor.finish()) == "CA-TIMEOUT", "however late the page looks, the limit has passed"
    if len(looked_at) == 2:
        assert visitor.finish().get_json() == WAITING, "the answer is still on its way"
        passes(visitor, looked_at[1] - looked_at[0])
    assert visitor.finish().get_json() == {"next": "/renewal/result"}
    assert issued(visitor) == 1


def test_nothing_is_waited_for_when_all_is_over(enter: Enter) -> None:
    faults = [Fault(seam, "slow", seconds=5) for seam in AUTHORITY]
    visitor = enter(*faults).be_at("identified")
    for _ in AUTHORITY:
        assert visitor.finish().status_code == 202
        passes(visitor, 5)
    visitor.finish()
    assert visitor.rows(Question) == []


@pytest.mark.parametrize("security", ["security-card", "otp"])
def test_right_evidence_is_entered_once_however_long_the_identity_service_takes(
    enter: Enter, security: str
) -> None:
    visitor = enter(Fault("identity.verify", "slow", seconds=50), security=security).with_code()
    otp = visitor.proof().get("otp", "")
    asked = visitor.identify()
    assert asked.status_code == 202
    assert "최대 1분이 걸릴 수 있습니다" in asked.text
    again = visitor.send("/renewal/identity")
    assert again.status_code == 202, "a second click or tab waits too, and is not asked for the entries"
    assert visitor.renewal().state == RenewalState.APPLIED
    assert visitor.ask("/renewal/identity/waiting").get_json() == WAITING
    passes(visitor, 50)
    # The page looks whether there is an answer before it opens anew: looking takes nothing away.
    for _ in range(2):
        assert visitor.ask("/renewal/identity/waiting").get_json() == {"state": "over"}
    assert visitor.renewal().state == RenewalState.APPLIED
    assert visitor.open("/renewal/identity").location == "/renewal/certificate"
    assert visitor.ask("/renewal/identity/waiting").get_json() == {"state": "over"}, "in another tab"
    assert visitor.renewal().state == RenewalState.IDENTIFIED
    with visitor.world.bank() as bank:
        assert bank.customer(visitor.person.key).otp_last_used == otp


def test_wrong_evidence_is_refused_before_anybody_is_asked(enter: Enter) -> None:
    visitor = enter(Fault("identity.verify", "no answer")).with_code()
    assert code_of(visitor.identify(account_password="0000")) == "IDENTITY-PASSWORD"
    assert [fault.struck for fault in visitor.world.faults.all] == [0]


def test_a_silent_identity_service_leaves_code_card_and_tries_as_they_were(enter: Enter) -> None:
    visitor = enter(Fault("identity.verify", "no answer")).with_code()
    before = visitor.proof()
    visitor.identify()
    passes(visitor, 59)
    assert visitor.ask("/renewal/identity/waiting").get_json() == WAITING
    passes(visitor, 1)
    assert visitor.ask("/renewal/identity/waiting").get_json() == {"state": "over"}
    assert code_of(visitor.open("/renewal/identity")) == "IDENTITY-TIMEOUT"
    assert visitor.proof() == before
    assert visitor.identify().location == "/renewal/certificate"
