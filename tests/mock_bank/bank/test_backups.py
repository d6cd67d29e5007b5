"""Backups: the bank hears of them, and reminds of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from mock_bank.bank.models import AuditEntry, RegisteredCertificate
from mock_bank.settings import Settings
from tests.mock_bank.bank.conftest import PERSON, Enter, Twin
from tests.mock_bank.bank.visitor import Visitor, code_of

REMINDER = "인증서를 백업해 주세요"
FRESH = {"days_left": 200}


def back_up(visitor: Visitor) -> TestResponse:
    """Tell the bank what its page tells it after an export of the newest certificate."""
    visitor.open("/certificates/export")
    return visitor.ask("/certificates/exported", **visitor.signed_with(visitor.newest()))


def reminded(visitor: Visitor, path: str = "/") -> bool:
    return REMINDER in visitor.be_at("signed in").open(path).text


@pytest.mark.parametrize("path", ["/", "/certificates/manage"])
def test_who_never_backed_up_is_reminded(enter: Enter, path: str) -> None:
    visitor = enter(certificate=FRESH)
    assert reminded(visitor, path)
    assert "범용(개인) 인증서를\n    아직 파일로 내보낸 적이 없습니다." in visitor.page
    assert 'href="/certificates/export">인증서 내보내기</a>' in visitor.page


def test_who_is_not_signed_in_is_not_reminded(enter: Enter) -> None:
    assert REMINDER not in enter(certificate=FRESH).open("/").text


@pytest.mark.parametrize(
    "certificate",
    [{"days_left": 30}, {"days_left": -1}, FRESH | {"state": "suspended"}, FRESH | {"state": "revoked"}],
    ids=["due for renewal", "expired", "suspended", "revoked"],
)
def test_what_is_not_worth_a_backup_is_not_reminded_of(enter: Enter, certificate: dict[str, Any]) -> None:
    assert not reminded(enter(certificate=certificate))


def test_a_world_says_when_a_backup_is_old(enter: Enter) -> None:
    visitor = enter(certificate=FRESH, settings=Settings(backup_days=7))
    back_up(visitor)
    visitor.world.clock.move(timedelta(days=7))
    assert not reminded(visitor)
    visitor.world.clock.move(timedelta(days=1))
    assert reminded(visitor)


def test_the_newest_certificate_in_use_comes_first(enter: Enter) -> None:
    two = [{**PERSON["certificates"][0], "days_left": days} for days in (100, 200)]
    visitor = enter(certificates=[two[0], {**two[1], "kind": "personal-bank", "place": "phone"}])
    assert reminded(visitor)
    assert "은행/보험용(개인) 인증서를" in visitor.page
    assert visitor.page.count(REMINDER) == 1


def test_the_bank_notes_when_which_certificate_was_exported(enter: Enter) -> None:
    visitor = enter(certificate=FRESH)
    back_up(visitor)
    (kept,) = visitor.rows(RegisteredCertificate)
    assert kept.exported_at == visitor.world.clock.now()
    (told,) = visitor.rows(AuditEntry)
    assert (told.party, told.event, told.detail) == (
        "device",
        "certificate exported",
        {"serial": kept.serial},
    )


@pytest.mark.parametrize("part", ["certificate", "signature"])
@pytest.mark.parametrize("sent", ["", "AAAA", "no base64"])
def test_what_nobody_signed_is_not_believed(enter: Enter, part: str, sent: str) -> None:
    visitor = enter(certificate=FRESH).at("/certificates/export")
    refused = visitor.ask("/certificates/exported", **visitor.signed_with(visitor.first()) | {part: sent})
    assert (refused.status_code, code_of(refused)) == (400, "REQUEST-MALFORMED")
    assert reminded(visitor)


def test_a_signature_for_signing_in_tells_of_no_backup_and_the_reverse(enter: Enter) -> None:
    visitor = enter(certificate=FRESH).at("/sign-in")
    to_sign_in = visitor.signed_with(visitor.first())
    visitor.open("/certificates/export")
    of_backup = visitor.signed_with(visitor.first())
    assert code_of(visitor.ask("/certificates/exported", **to_sign_in)) == "REQUEST-MALFORMED"
    assert code_of(visitor.send("/sign-in", **of_backup)) == "SIGN-IN-SIGNATURE"


def test_another_bank_s_certificate_is_none_of_this_bank_s_business(enter: Enter) -> None:
    visitor = enter(certificate=FRESH | {"registered": False})
    assert back_up(visitor).status_code == 200
    assert len(visitor.rows(AuditEntry)) == 0


def test_a_namesake_of_the_registered_certificate_is_none_of_it_either(enter: Enter, twin: Twin) -> None:
    visitor = enter(certificate=FRESH)
    namesake = twin(visitor)
    visitor.open("/certificates/export")
    namesake.page = visitor.page
    told = visitor.ask("/certificates/exported", **namesake.signed_with(namesake.first()))
    assert told.status_code == 200
    assert reminded(visitor)
