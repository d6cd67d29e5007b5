"""What was signed counts once: who records it and sends it again gets nowhere."""

from __future__ import annotations

from datetime import timedelta

from mock_bank.bank.models import AuditEntry
from mock_bank.faults import Fault
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

FRESH = {"days_left": 200}


def eavesdropper(visitor: Visitor) -> Visitor:
    """Somebody who has the visitor's cookie and page of this moment."""
    return visitor.restarted(visitor.server, visitor.world)


def is_signed_in(visitor: Visitor) -> bool:
    return visitor.open("/account").status_code == 200


def test_nor_while_the_customer_is_signed_in(visitor: Visitor) -> None:
    visitor.open("/sign-in")
    signed, other = visitor.signed_with(visitor.first()), eavesdropper(visitor)
    visitor.send("/sign-in", **signed)
    other.send("/sign-in", **signed)
    assert not is_signed_in(other)
    assert is_signed_in(visitor)


def test_a_sign_in_that_was_refused_is_no_sign_in_later(enter: Enter) -> None:
    visitor = enter(Fault("ca.status")).at("/sign-in")
    signed = visitor.signed_with(visitor.first())
    assert code_of(visitor.send("/sign-in", **signed)) == "SIGN-IN-STATUS"
    assert code_of(visitor.send("/sign-in", **signed)) == "SIGN-IN-SIGNATURE"
    assert not is_signed_in(visitor)
    assert visitor.sign_in().status_code == 302  # over the challenge that the page now has
    assert is_signed_in(visitor)


def test_a_report_of_a_backup_counts_once(enter: Enter) -> None:
    visitor = enter(certificate=FRESH).at("/certificates/export")
    signed = visitor.signed_with(visitor.first())
    first = visitor.ask("/certificates/exported", **signed)
    assert first.status_code == 200
    visitor.world.clock.move(timedelta(days=80))
    assert code_of(visitor.ask("/certificates/exported", **signed)) == "REQUEST-MALFORMED"
    with visitor.world.bank() as bank:
        assert bank.session.query(AuditEntry).filter_by(event="certificate exported").count() == 1


def test_a_page_reports_one_backup_after_the_other(enter: Enter) -> None:
    visitor = enter(certificate=FRESH).at("/certificates/export")
    for _ in range(3):
        told = visitor.ask("/certificates/exported", **visitor.signed_with(visitor.first()))
        assert told.status_code == 200
        visitor.page = visitor.page.replace(visitor.attribute("data-challenge"), told.get_json()["challenge"])
