"""Certificates revoked, suspended and restored by those whom they belong to (domain: Revocation)."""

from __future__ import annotations

import pytest

from mock_bank.bank.models import Change
from mock_bank.ca.registry import State
from mock_bank.stages import WayName
from tests.mock_bank.bank.conftest import PERSON, Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

GENERAL = PERSON["certificates"][0]


def going(visitor: Visitor, way: WayName) -> Visitor:
    visitor.way = way
    return visitor.be_at("identified")


def state(visitor: Visitor) -> State:
    with visitor.world.bank() as bank:
        return bank.authority.status(visitor.first_issued().serial)


@pytest.mark.parametrize(
    ("way", "before", "after"),
    [
        ("revocation", "valid", State.REVOKED),
        ("revocation", "suspended", State.REVOKED),
        ("suspension", "valid", State.SUSPENDED),
        ("restoration", "suspended", State.VALID),
    ],
)
def test_it_becomes_what_was_decided_once(enter: Enter, way: WayName, before: str, after: State) -> None:
    visitor = going(enter(certificate={"state": before}), way)
    serial = visitor.first_issued().serial
    assert visitor.decide(serial).location == f"/{way}/done"
    assert after.label in visitor.look("done").text
    assert state(visitor) == after
    assert visitor.send(f"/{way}/decision", certificate=serial, understood="y").location == f"/{way}/done"
    assert state(visitor) == after


@pytest.mark.parametrize(
    ("way", "before"),
    [
        ("suspension", {"state": "suspended"}),
        ("suspension", {"other_bank": True}),
        ("revocation", {"other_bank": True}),
        ("suspension", {"days_left": -1}),
        ("revocation", {"state": "revoked"}),
        ("restoration", {"state": "revoked"}),
        ("restoration", {"state": "suspended", "days_left": -1}),
    ],
)
def test_nothing_becomes_of_what_it_cannot_be_done_to(
    enter: Enter, way: WayName, before: dict[str, object]
) -> None:
    other = {**GENERAL, "place": "cloud", "state": "suspended" if way == "restoration" else "valid"}
    visitor = going(enter(certificates=[{**GENERAL, **before}, other]), way)
    was = state(visitor)
    assert code_of(visitor.decide(visitor.first_issued().serial)) == "REQUEST-MALFORMED"
    assert state(visitor) == was


@pytest.mark.parametrize("way", ["revocation", "suspension"])
def test_nothing_is_done_unless_the_customer_says_that_they_know(enter: Enter, way: WayName) -> None:
    visitor = going(enter(), way)
    visitor.look("decision")
    asked = visitor.send(f"/{way}/decision", certificate=visitor.first_issued().serial)
    assert "확인한 뒤 체크해 주세요." in asked.text
    assert state(visitor) == State.VALID


@pytest.mark.parametrize("way", ["revocation", "suspension"])
def test_only_who_is_signed_in_begins_and_only_who_is_identified_decides(enter: Enter, way: WayName) -> None:
    visitor = enter(way=way)
    assert visitor.open(f"/{way}").location == f"/sign-in?next=/{way}"
    visitor.be_at("signed in").open(f"/{way}")
    assert visitor.look("decision").location == f"/{way}"
    assert visitor.send(f"/{way}").location == f"/{way}/identity"
    assert visitor.look("decision").location == f"/{way}/identity"
    assert visitor.decide(visitor.first_issued().serial).location == f"/{way}/identity"
    assert state(visitor) == State.VALID


def test_who_restores_says_first_who_they_are(enter: Enter) -> None:
    visitor = enter(certificate={"state": "suspended"}, way="restoration")
    visitor.open("/restoration")
    assert visitor.send("/restoration", choice="personal").location == "/restoration/application"
    assert code_of(visitor.apply(phone="010-0000-0009")) == "IDENTITY-MISMATCH"
    assert visitor.apply().location == "/restoration/identity"
    assert visitor.rows(Change)[0].serial is None


def test_the_pages_of_one_way_are_not_another_s(enter: Enter) -> None:
    visitor = going(enter(), "revocation")
    visitor.look("decision")
    for page in ("/suspension/decision", "/restoration/decision", "/issue/certificate"):
        assert "/decision" not in (visitor.open(page).location or "")
    for page in ("/renewal/decision", "/revocation/certificate", "/revocation/terms"):
        assert code_of(visitor.open(page)) == "NOT-FOUND"
