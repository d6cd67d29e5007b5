"""A certificate issued anew, without one to sign with (domain: Issuing anew). What breaks: test_breaks.py."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from mock_bank.bank import certificates
from mock_bank.bank.models import Renewal, RenewalState
from mock_bank.ca.registry import State
from mock_bank.clock import KST
from mock_bank.device.places import Place
from mock_bank.device.records import NewKey
from tests.mock_bank.bank.conftest import NEIGHBOUR, PERSON, Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

GENERAL = PERSON["certificates"][0]


def issuing(visitor: Visitor) -> Visitor:
    """The same person in a browser of their own, in which nobody is signed in."""
    return Visitor(visitor.server, visitor.world, visitor.person, way="issue")


def walk(visitor: Visitor) -> None:
    for _ in range(8):
        if not visitor.step():
            return
    raise AssertionError("it does not come to an end")


def held(visitor: Visitor) -> dict[str, State]:
    """What became of the certificates that the person has registered, by kind and last day."""
    with visitor.world.bank() as bank:
        found = certificates.of_customer(bank, visitor.person.key)
        return {f"{one.kind.id} {one.not_after:%Y-%m-%d}": one.state for one in found}


@pytest.mark.parametrize(
    ("old", "becomes"),
    [
        ({}, State.REPLACED),
        ({"state": "suspended"}, State.REPLACED),
        ({"state": "revoked"}, State.REVOKED),
        ({"days_left": -1}, State.EXPIRED),
    ],
    ids=["in use", "suspended", "revoked", "expired"],
)
def test_a_new_one_holds_for_a_year_and_the_old_one_is_good_for_nothing(
    enter: Enter, old: dict[str, Any], becomes: State
) -> None:
    visitor = issuing(enter(certificate=old))
    walk(visitor)
    new, before = held(visitor).items()
    assert new == ("personal-general 2027-03-16", State.VALID)
    assert before[1] == becomes
    assert visitor.balance == 10_000 - 4_400
    made = visitor.world.device.certificates(Place.REMOVABLE_DISK)[0]
    with visitor.world.bank() as bank:
        issued = bank.authority.issued(str(bank.session.query(Renewal).one().new_serial))
    assert issued.certificate == made
    assert made.subject == visitor.first_issued().certificate.subject
    assert issued.not_after == datetime(2027, 3, 16, 23, 59, 59, tzinfo=KST)


def test_what_is_of_another_kind_or_another_bank_s_stays_as_it_is(enter: Enter) -> None:
    other_kind = {**GENERAL, "kind": "personal-bank", "place": "cloud", "days_left": 40}
    another_bank_s = {**GENERAL, "place": "phone", "registered": False}
    registered = {**GENERAL, "place": "browser", "days_left": 50, "other_bank": True}
    visitor = issuing(enter(certificates=[GENERAL, other_kind, another_bank_s, registered]))
    walk(visitor)
    assert held(visitor) == {
        "personal-general 2027-03-16": State.VALID,
        "personal-bank 2026-04-25": State.VALID,
        "personal-general 2026-05-05": State.VALID,
        "personal-general 2026-03-30": State.REPLACED,
    }
    with visitor.world.bank() as bank:
        elsewhere = bank.authority.issued_for("kim-hana 2")
        assert elsewhere is not None
        assert elsewhere.kept_state == State.VALID


def test_what_a_renewal_had_issued_and_never_stored_ends_as_well(enter: Enter) -> None:
    renewing = enter().be_at("issued")
    renewing.look("certificate")
    key, certificate = renewing.attribute("data-key"), renewing.attribute("data-certificate")
    walk(issuing(renewing))
    renewing.open("/")
    installed = renewing.install(key, certificate)
    assert renewing.report(installed).status_code == 401, (
        "whoever was signed in with the old one is not any more"
    )
    with renewing.world.bank() as bank:
        of_renewal, anew = bank.session.query(Renewal).order_by(Renewal.id)
        assert bank.authority.status(str(of_renewal.new_serial)) == State.REPLACED
        assert bank.authority.status(str(anew.new_serial)) == State.VALID


def test_who_has_it_issued_while_signed_in_still_sees_the_result(enter: Enter) -> None:
    visitor = enter().be_at("signed in")
    visitor.way = "issue"
    walk(visitor)
    assert "발급 완료" in visitor.page
    assert "님</p>" not in visitor.page, "the certificate that signed in is replaced"


def test_another_browser_goes_on_only_for_who_is_identified_there(enter: Enter) -> None:
    visitor = enter(way="issue").be_at("issued").at("/issue/certificate")
    later = issuing(visitor)
    for step in (later.choose, later.agree, later.apply):
        step()
    assert later.look("certificate").location == "/issue/identity"
    assert code_of(later.issue()) == "RENEWAL-ORDER", "who knows the data alone gets nothing"
    later.verify()
    later.finish()
    assert later.renewal().state == RenewalState.CONFIRMED
    assert later.balance == 10_000 - 4_400


def test_a_code_counts_once(enter: Enter) -> None:
    visitor = enter(way="issue").be_at("applied")
    visitor.verify()
    later = issuing(visitor)
    for step in (later.choose, later.agree, later.apply):
        step()
    assert code_of(later.identify()) == "IDENTITY-CODE-MISSING"


def test_only_a_kind_that_there_is_is_chosen_and_only_then_a_page_opens(enter: Enter) -> None:
    visitor = issuing(enter())
    assert visitor.look("terms").location == "/issue"
    visitor.open("/issue")
    refused = visitor.send("/issue", choice="personal-golden")
    assert "하나를 선택해 주세요." in refused.text
    assert visitor.look("application").location == "/issue"


def test_a_request_is_for_the_applicant_and_for_a_new_key(enter: Enter) -> None:
    visitor = enter(others=[NEIGHBOUR], way="issue").be_at("identified").at("/issue/certificate")
    device = visitor.world.device
    with visitor.world.bank() as bank:
        theirs = bank.authority.issued_for("lee-dul 0")
        assert theirs is not None
    strange = device.create_first_key(Place.CLOUD, "Saebom#7139", theirs.certificate.subject)
    assert code_of(visitor.register(strange)) == "REQUEST-OTHER"
    mine = visitor.first()
    _, old_key = device._open(mine)
    subject = visitor.first_issued().certificate.subject
    again = x509.CertificateSigningRequestBuilder(subject).sign(old_key, SHA256())
    old = NewKey("0" * 64, again.public_bytes(Encoding.DER))
    assert code_of(visitor.register(old)) == "REQUEST-REFUSED"
    assert visitor.balance == 10_000


def test_once_it_is_done_another_one_is_a_new_one_with_a_fee_of_its_own(enter: Enter) -> None:
    visitor = issuing(enter())
    walk(visitor)
    visitor.world.clock.move(timedelta(minutes=11))
    again = issuing(visitor)
    walk(again)
    with again.world.bank() as bank:
        found = certificates.of_customer(bank, again.person.key)
    assert [one.state for one in found] == [State.VALID, State.REPLACED, State.REPLACED]
    assert again.balance == 10_000 - 2 * 4_400


def test_what_is_not_registered_is_cancelled_and_what_is_is_not(enter: Enter) -> None:
    visitor = enter(way="issue").be_at("identified").at("/issue/certificate")
    assert visitor.send("/issue/cancel").location == "/issue"
    assert visitor.rows(Renewal) == []
    visitor.be_at("issued").look("certificate")
    assert code_of(visitor.send("/issue/cancel")) == "RENEWAL-PASSED"
