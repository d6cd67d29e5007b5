"""What is not for everybody's eyes (domain: Masking)."""

from __future__ import annotations

import re

from mock_bank.bank.models import AuditEntry, Message
from tests.mock_bank.bank.conftest import PERSON, Enter
from tests.mock_bank.bank.transferring import MINE, THEIRS, customer, draft, transfer


def test_no_account_number_stands_in_full_where_nobody_typed_or_signs_it(enter: Enter) -> None:
    visitor = customer(enter)
    pages = [visitor.open(path).text for path in (transfer(visitor), "/transfers", "/account", "/renewal")]
    assert sum("000-123-****89" in page for page in pages) == 3
    written = [str(one.detail) for one in visitor.rows(AuditEntry)]
    written += [one.text for one in visitor.rows(Message)]
    assert [one for one in [*pages, *written] if MINE in one or THEIRS in one] == []
    assert any("000-123-****02" in one for one in written)


def test_what_is_signed_stands_in_full(enter: Enter) -> None:
    visitor = customer(enter)
    draft(visitor)
    assert MINE in visitor.page
    assert THEIRS in visitor.page


def test_a_resident_number_is_not_seen_as_it_is_typed_nor_later(enter: Enter) -> None:
    visitor = enter().be_at("applied")
    page = visitor.open("/renewal/application").text
    (field,) = re.findall(rf'<input[^>]*"{PERSON["number"]}"[^>]*>', page)
    assert 'type="password"' in field
    assert page.count(PERSON["number"]) == 1
