"""The last page of a renewal, repeated, disturbed, gone on with (claims: error.server, error.persistent)."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

import pytest

from mock_bank.bank import certificates
from mock_bank.bank.models import AuditEntry, RenewalState
from mock_bank.ca.registry import IssuedCertificate, State
from mock_bank.device.errors import Refused
from mock_bank.device.places import Place
from mock_bank.faults import DAMAGES, Damage, Fault
from mock_bank.stages import Stage
from tests.mock_bank.bank.conftest import Control, Enter
from tests.mock_bank.bank.visitor import RESULT, Visitor, code_of


def states(visitor: Visitor) -> list[State]:
    """Of the customer's certificates at the bank, the newest first."""
    with visitor.world.bank() as bank:
        return [one.state for one in certificates.of_customer(bank, visitor.person.key)]


def ended_once(visitor: Visitor) -> None:
    """One new certificate, one fee, the old one replaced, and the customer knows."""
    assert visitor.open(RESULT).status_code == 200
    assert states(visitor) == [State.VALID, State.REPLACED]
    assert len(visitor.rows(IssuedCertificate)) == 2
    assert visitor.balance == 10_000 - 4_400


# Damaged answers


@pytest.mark.parametrize("damage", DAMAGES["ca.deliver"])
def test_a_damaged_certificate_is_not_installed_and_the_old_one_goes_on_working(
    enter: Enter, damage: Damage
) -> None:
    visitor = enter(Fault("ca.deliver", "damaged", damage=damage)).be_at("identified")
    before = visitor.world.device.files()
    refused = visitor.finish()
    assert code_of(refused) == "DEVICE-REFUSED"
    assert visitor.world.device.files() == before
    assert visitor.renewal().state == RenewalState.REGISTERED, "as if no answer had come"
    assert visitor.renewal().new_serial is None
    assert states(visitor) == [State.VALID]
    assert visitor.sign_in().status_code == 302
    visitor.finish()
    ended_once(visitor)


def test_each_kind_of_damage_is_found_for_what_it_is(enter: Enter) -> None:
    said = {}
    for damage in DAMAGES["ca.deliver"]:
        visitor = enter(Fault("ca.deliver", "damaged", damage=damage)).be_at("identified")
        visitor.open("/renewal/certificate")
        made = visitor.make_key()
        visitor.register(made)
        certificate = visitor.issue().get_json()["certificate"]
        with pytest.raises(Refused) as refused:
            visitor.install(made.id, certificate)
        said[damage] = str(refused.value)
    assert re.search("모의인증원이 발급한", said["signature"])
    assert re.search("신청한 명의", said["subject"])
    assert re.search("이 기기에서 만든 개인키", said["key"])
    assert re.search("규칙에 맞는 기간", said["dates"])
    assert re.search("지금 사용할 수 있는 기간", said["start"])
    assert re.search("손상되었습니다", said["cut"])


def test_what_the_device_refuses_is_in_the_audit_log_and_no_more_than_its_name(enter: Enter) -> None:
    visitor = enter(Fault("device.store", "pulled out")).be_at("identified")
    visitor.finish()
    with visitor.world.bank() as bank:
        (line,) = bank.session.query(AuditEntry).filter_by(party="device")
        assert (line.event, line.detail) == ("refused", {"code": "DEVICE-STORE-GONE", "procedure": 1})


@pytest.mark.parametrize("code", ["wrong-password", "weak-password", "CA-ISSUE", "", "x" * 10_000])
def test_the_bank_takes_no_other_words_from_a_device(enter: Enter, code: str) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    answer = visitor.ask("/renewal/device-error", code=code)
    assert (answer.status_code, code_of(answer)) == (400, "REQUEST-MALFORMED")


# The third failed try


def test_wrong_entries_are_no_failed_tries(enter: Enter) -> None:
    visitor = enter(Fault("ca.issue")).with_code()
    for _ in range(2):
        visitor.identify(account_password="0000")
        visitor.identify(sms_code="000000")
    visitor.identify()
    assert visitor.finish().get_json()["centre_first"] is False


# The old certificate, changed by somebody else meanwhile


@pytest.mark.parametrize(
    ("change", "code"),
    [("suspended", "RENEWAL-SUSPENDED"), ("revoked", "RENEWAL-REVOKED"), ("replaced", "RENEWAL-REPLACED")],
)
@pytest.mark.parametrize(
    "faults", [[], [Fault("ca.issue")], [Fault("device.store")]], ids=["before", "registered", "issued"]
)
def test_a_certificate_that_is_in_force_no_longer_is_not_renewed_any_further(
    enter: Enter, control: Control, faults: list[Fault], change: str, code: str
) -> None:
    visitor = enter(*faults).be_at("identified")
    for _ in faults:
        visitor.finish()
    path = f"/worlds/{visitor.world.id}/certificates/{visitor.first_issued().serial}"
    assert control("POST", path, json={"state": change}).get_json()["state"] == change
    for page in ("/renewal", "/renewal/certificate"):
        assert code_of(visitor.open(page)) == code, "no page offers to go on"
    stopped = visitor.finish()
    assert (stopped.status_code, code_of(stopped)) == (409, code)
    assert states(visitor) == [State(change)]


def test_what_is_registered_is_finished_after_the_old_certificate_has_expired(enter: Enter) -> None:
    visitor = enter(Fault("device.store"), certificate={"days_left": 0}).be_at("identified")
    visitor.finish()
    visitor.world.clock.move(timedelta(days=1))
    visitor.be_at("signed in")
    assert "이어서 진행" in visitor.open("/renewal").text
    visitor.finish()
    ended_once(visitor)


@pytest.mark.parametrize(("stage", "next_page"), [("applied", "identity"), ("identified", "certificate")])
def test_what_is_not_registered_ends_with_the_old_certificate_and_every_page_says_so(
    enter: Enter, stage: Stage, next_page: str
) -> None:
    visitor = enter(certificate={"days_left": 0}).be_at(stage)
    visitor.world.clock.move(timedelta(days=1))
    visitor.be_at("signed in")
    for path in ("/renewal", f"/renewal/{next_page}"):
        assert code_of(visitor.open(path)) == "RENEWAL-EXPIRED", path


@pytest.mark.parametrize(
    ("serial", "state", "status", "said"),
    [
        ("1", "revoked", 404, "no certificate has the serial 1"),
        (None, "valid", 400, "state"),
        (None, "replaced", 409, "is revoked: it cannot become replaced"),
    ],
)
def test_the_control_api_changes_only_what_can_be_changed(
    enter: Enter, control: Control, serial: str | None, state: str, status: int, said: str
) -> None:
    visitor = enter(certificate={"state": "revoked"})
    path = f"/worlds/{visitor.world.id}/certificates/{serial or visitor.first_issued().serial}"
    answer = control("POST", path, json={"state": state})
    assert answer.status_code == status
    assert said in answer.get_json()["error"]
    assert answer.get_json()["ko"]


# Repetition, tabs, reload, sessions


def test_a_double_click_registers_issues_and_stores_once(enter: Enter) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    made = visitor.make_key()
    assert [visitor.register(made).status_code for _ in range(2)] == [200, 200]
    first, second = (visitor.issue().get_json() for _ in range(2))
    assert first == second
    installed = visitor.install(made.id, first["certificate"])
    assert visitor.install(made.id, first["certificate"]) == installed
    assert [visitor.report(installed).get_json() for _ in range(3)] == [{"next": RESULT}] * 3
    ended_once(visitor)


@pytest.mark.parametrize("path", ["/renewal/terms", "/renewal/application", "/renewal/identity"])
def test_a_form_sent_twice_leads_on_to_where_the_first_led(enter: Enter, path: str) -> None:
    visitor = enter().be_at("identified").at("/")
    answer = visitor.send(path)
    assert (answer.status_code, answer.location) == (302, "/renewal/certificate")
    assert code_of(visitor.open("/renewal/certificate")) == "RENEWAL-PASSED"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/renewal/registration", {"key": "k", "request": "", "signature": "", "place": "hard-disk"}),
        ("/renewal/issue", {}),
        ("/renewal/device-error", {"code": "refused"}),
        ("/renewal/identity/code", {}),
    ],
)
def test_a_tab_left_behind_is_told_that_all_is_over(enter: Enter, path: str, body: dict[str, str]) -> None:
    visitor = enter().be_at("identified")
    visitor.finish()
    answer = visitor.ask(path, **body)
    assert code_of(answer) == "RENEWAL-PASSED"
    assert answer.get_json()["leads"] == "start over"


def test_going_back_to_any_step_shows_the_result(enter: Enter) -> None:
    visitor = enter().be_at("identified")
    visitor.finish()
    for step in ("terms", "application", "identity", "certificate"):
        assert visitor.open(f"/renewal/{step}").location == RESULT


@pytest.mark.parametrize("path", ["/renewal/issue", "/renewal/stored", "/renewal/registration"])
def test_nothing_is_done_before_its_time(enter: Enter, path: str) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    answer = visitor.ask(path, place="hard-disk", thumbprint="0" * 64, key="k", request="", signature="")
    assert code_of(answer) == ("REQUEST-REFUSED" if path.endswith("registration") else "RENEWAL-ORDER")
    assert visitor.renewal().state == RenewalState.IDENTIFIED


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        '{"key": 5, "request": "", "signature": "", "place": "hard-disk"}',
        '{"key": "k", "request": "", "signature": "", "place": "moon"}',
        "[]",
        "null",
        "not json",
        "",
    ],
)
def test_what_cannot_be_read_is_refused_and_breaks_nothing(enter: Enter, body: str) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    answer = visitor.ask_with("/renewal/registration", body)
    assert (answer.status_code, code_of(answer)) == (400, "REQUEST-MALFORMED")


@pytest.mark.parametrize("key", ["k\ud800", "k\0"], ids=["half a character", "an end of text"])
def test_a_text_that_cannot_be_kept_is_no_text(enter: Enter, key: str) -> None:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    answer = visitor.register(replace(visitor.make_key(), id=key))
    assert (answer.status_code, code_of(answer)) == (400, "REQUEST-MALFORMED")


@pytest.mark.parametrize("path", ["/session/extend", "/renewal/issue", "/renewal/identity/code"])
def test_a_script_without_a_session_is_told_so_in_json(enter: Enter, path: str) -> None:
    visitor = enter().at("/")
    answer = visitor.ask(path)
    assert (answer.status_code, code_of(answer)) == (401, "SESSION-NEEDED")


def replaced_unknown_to_the_bank(enter: Enter) -> Visitor:
    """Who has the new certificate in the old one's place, and has not told the bank."""
    visitor = enter().be_at("identified")
    visitor.place = Place.HARD_DISK
    visitor.open("/renewal/certificate")
    made = visitor.make_key()
    visitor.register(made)
    visitor.install(made.id, visitor.issue().get_json()["certificate"])
    return visitor


def test_a_certificate_that_replaced_the_old_files_before_the_bank_knew_signs_in_and_ends_the_renewal(
    enter: Enter,
) -> None:
    visitor = replaced_unknown_to_the_bank(enter)
    # The browser is closed before it tells the bank; the old certificate's files are gone.
    later = Visitor(visitor.server, visitor.world, visitor.person)
    assert later.sign_in("/sign-in?next=/renewal").location == "/renewal"
    assert "이어서 진행" in later.open("/renewal").text
    assert later.open("/renewal/certificate").location == RESULT
    assert "하드디스크" in later.open(RESULT).text
    ended_once(later)


def test_an_issued_certificate_that_was_revoked_does_not_sign_in(enter: Enter) -> None:
    visitor = replaced_unknown_to_the_bank(enter)
    with visitor.world.bank() as bank:
        bank.authority.revoke(str(visitor.renewal().new_serial), "고객 신청")
    later = Visitor(visitor.server, visitor.world, visitor.person)
    assert code_of(later.sign_in()) == "SIGN-IN-UNKNOWN"
    assert states(visitor) == [State.VALID]


def test_a_tab_left_behind_gets_the_certificate_until_all_is_recorded(enter: Enter) -> None:
    visitor = enter(Fault("bank.record")).be_at("identified")
    visitor.finish()
    assert b64decode(visitor.issue().get_json()["certificate"])


def test_placing_somebody_where_another_party_is_silent_is_said(enter: Enter, control: Control) -> None:
    visitor = enter(Fault("identity.verify", "no answer"))
    place = {"person": "kim-hana", "stage": "identified"}
    answer = control("POST", f"/worlds/{visitor.world.id}/stages", json=place)
    assert (answer.status_code, answer.get_json()["error"]) == (
        409,
        "the bank waits for another party, so this cannot begin there",
    )
