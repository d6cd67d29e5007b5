"""Another bank's certificate, registered here (domain: Other banks)."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from mock_bank.bank.models import RegisteredCertificate
from mock_bank.faults import Fault
from tests.mock_bank.bank.conftest import NEIGHBOUR, PERSON, Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

PAGE = "/certificates/other-bank"
FOREIGN = {"registered": False}
REGISTERED = {"other_bank": True}


def identify(visitor: Visitor, **changes: str) -> TestResponse:
    """Say who one is."""
    visitor.open(PAGE)
    account = visitor.person.account
    right = {"number": PERSON["number"], "account": account.number, "account_password": account.password}
    return visitor.send(PAGE, **right | changes)


def register(visitor: Visitor, signer: Visitor | None = None, **changes: str) -> TestResponse:
    """Identify, and have a certificate sign: one's own, or the `signer`'s."""
    visitor.open(identify(visitor).location or "")
    if signer:
        signer.page = visitor.page
    signed = (signer or visitor).signed_with((signer or visitor).first())
    return visitor.send(f"{PAGE}/register", **visitor.proof_of_payer() | signed | changes)


def registered(visitor: Visitor) -> list[str]:
    rows = visitor.rows(RegisteredCertificate)
    return [row.serial for row in rows if row.customer_key == visitor.person.key]


def registering(*faults: Fault, **certificate: Any) -> Any:
    """The way to what a certificate of another bank is answered with."""
    return lambda enter: register(enter(*faults, certificate=FOREIGN | certificate))


def registering_somebody_else_s(enter: Enter) -> TestResponse:
    visitor = enter(certificate=FOREIGN, others=[NEIGHBOUR])
    return register(visitor, Visitor(visitor.server, visitor.world, NEIGHBOUR))


WRONG = {
    "REGISTER-SIGNATURE": lambda enter: register(enter(certificate=FOREIGN), signature="AAAA"),
    "REGISTER-HOLDER": registering_somebody_else_s,
    "REGISTER-KNOWN": registering(registered=True),
    "REGISTER-STATE": registering(days_left=-1),
    "REGISTER-STATUS": registering(Fault("ca.status")),
}


@pytest.mark.parametrize("security", ["security-card", "otp"])
def test_who_registers_it_signs_in_with_it(enter: Enter, security: str) -> None:
    visitor = enter(certificate=FOREIGN, security=security).at("/sign-in")
    assert code_of(visitor.sign_in_with(visitor.first())) == "SIGN-IN-UNKNOWN"
    assert register(visitor).location == PAGE
    assert "노을모의은행의 인증서를 등록했습니다." in visitor.open(PAGE).text
    visitor.open("/sign-in")
    assert visitor.sign_in_with(visitor.first()).status_code == 302
    assert registered(visitor) == [visitor.first_issued().serial]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": "9013322000013"}, "IDENTITY-MISMATCH"),
        ({"account": "000-999-999999"}, "IDENTITY-MISMATCH"),
        ({"account_password": "0000"}, "IDENTITY-PASSWORD"),
    ],
)
def test_who_is_somebody_else_gets_no_further(enter: Enter, changes: dict[str, str], code: str) -> None:
    visitor = enter(certificate=FOREIGN)
    assert code_of(identify(visitor, **changes)) == code
    assert visitor.open(f"{PAGE}/register").location == PAGE


def test_a_recorded_signature_registers_nothing(enter: Enter) -> None:
    visitor = enter(certificate=FOREIGN)
    visitor.open(identify(visitor).location or "")
    signed = visitor.signed_with(visitor.first())
    visitor.send(f"{PAGE}/register", **visitor.proof_of_payer() | signed | {"card_first": "00"})
    again = visitor.send(f"{PAGE}/register", **visitor.proof_of_payer() | signed)
    assert (code_of(again), registered(visitor)) == ("REGISTER-SIGNATURE", [])


def test_ending_the_registration_signs_out_and_is_only_for_one_s_own(enter: Enter) -> None:
    visitor = enter(certificate=REGISTERED, others=[NEIGHBOUR]).be_at("signed in")
    serial = visitor.first_issued().serial
    address = f"{PAGE}/{serial}/end"
    other = Visitor(visitor.server, visitor.world, NEIGHBOUR).be_at("signed in")
    other.open(PAGE)
    assert code_of(other.send(address)) == "NOT-FOUND"
    assert "등록 해제" in visitor.open(PAGE).text
    assert visitor.send(address).location == PAGE
    assert registered(visitor) == []
    assert visitor.open("/account").status_code == 302


def test_one_s_own_bank_s_certificate_stays_registered(enter: Enter) -> None:
    visitor = enter().be_at("signed in")
    visitor.open(PAGE)
    assert code_of(visitor.send(f"{PAGE}/{visitor.first_issued().serial}/end")) == "NOT-FOUND"
    assert len(registered(visitor)) == 1
