"""Every entry of the catalogue can happen: for each there is a way, and the bank really answers with it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from werkzeug.test import Client, TestResponse

from mock_bank import stages
from mock_bank.app import Server
from mock_bank.bank.errors import CATALOGUE, OF_DEVICE, BankError, Leads
from mock_bank.bank.models import Renewal
from mock_bank.device import errors as device_errors
from mock_bank.faults import Fault, Seam
from mock_bank.settings import Settings
from mock_bank.surroundings import Surroundings
from tests.mock_bank.bank.conftest import NEIGHBOUR, NOW, PERSON, Enter
from tests.mock_bank.bank.test_other_banks import WRONG as REGISTERING
from tests.mock_bank.bank.test_relays import fetch, fetched_too_late, fetched_twice
from tests.mock_bank.bank.transferring import MINE, WRONG, customer, fill_in, signing_wrongly
from tests.mock_bank.bank.visitor import Visitor, code_of, words_of

Way = Callable[[Enter], TestResponse]


def silent(seam: Seam) -> Fault:
    return Fault(seam, "no answer")


# Signing in, and the session


def signing_in(*faults: Fault, now: Any = NOW, **certificate: Any) -> Way:
    return lambda enter: enter(*faults, now=now, certificate=certificate).sign_in()


def signing_something_else(enter: Enter) -> TestResponse:
    visitor = enter().at("/sign-in")
    visitor.page = visitor.page.replace('data-challenge="', 'data-challenge="AAAA')
    return visitor.sign_in_with(visitor.first())


def signing_in_with_the_replaced_one(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified")
    visitor.finish()
    visitor.open("/sign-in")
    return visitor.sign_in_with(visitor.first())


def asking_without_signing_in(enter: Enter) -> TestResponse:
    visitor = enter().at("/")
    return visitor.ask("/session/extend")


def asking_after_ten_minutes(enter: Enter) -> TestResponse:
    visitor = enter().be_at("signed in").at("/renewal")
    visitor.world.clock.move(timedelta(minutes=10))
    return visitor.ask("/session/extend")


def asking_after_somebody_signed_in_elsewhere(enter: Enter) -> TestResponse:
    visitor = enter().be_at("signed in").at("/renewal")
    stages.place(visitor.world, visitor.person, "signed in")
    return visitor.ask("/session/extend")


def asking_after_the_certificate_was_revoked(enter: Enter) -> TestResponse:
    visitor = enter().be_at("signed in").at("/account")
    other = Visitor(visitor.server, visitor.world, visitor.person, way="revocation").be_at("identified")
    other.decide(visitor.first_issued().serial)
    other.open("/")
    return other.ask("/session/extend")


def restoring_what_is_not_suspended(enter: Enter) -> TestResponse:
    return enter(way="restoration").be_at("identified").look("decision")


def issuing_anew_after_ten_minutes(enter: Enter) -> TestResponse:
    visitor = enter(way="issue").be_at("identified").at("/issue/certificate")
    visitor.world.clock.move(timedelta(minutes=10))
    return visitor.issue()


# Who may renew, and in which order


def opening_renewal(**certificate: Any) -> Way:
    return lambda enter: enter(certificate=certificate).be_at("signed in").open("/renewal")


def opening_renewal_when_it_was_renewed_elsewhere(enter: Enter) -> TestResponse:
    visitor = enter().be_at("signed in")
    with visitor.world.bank() as bank:
        bank.authority.replace(visitor.first_issued().serial)
    return visitor.open("/renewal")


def asking_too_early(enter: Enter) -> TestResponse:
    visitor = enter().be_at("applied").at("/renewal/identity")
    return visitor.ask("/renewal/issue")


def asking_too_late(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    return visitor.ask("/renewal/identity/code")


# Identity


def applying(**changes: str) -> Way:
    def way(enter: Enter) -> TestResponse:
        visitor = enter().be_at("signed in")
        visitor.agree()
        return visitor.apply(**changes)

    return way


def identifying(*faults: Fault, security: str = "security-card", limit: int = 9, **changes: str) -> Way:
    """Enter something wrong once, where `limit` tries are allowed."""

    def way(enter: Enter) -> TestResponse:
        settings = Settings(password_tries=limit, card_tries=limit, otp_tries=limit, code_tries=limit)
        visitor = enter(*faults, settings=settings, security=security).be_at("applied")
        visitor.get_code()
        return visitor.identify(**changes)

    return way


def identifying_without_a_code(enter: Enter) -> TestResponse:
    return enter().be_at("applied").identify(sms_code="123456")


def identifying_after_three_minutes(enter: Enter) -> TestResponse:
    visitor = enter().with_code()
    visitor.world.clock.move(timedelta(minutes=3))
    return visitor.identify()


def waiting_for_the_identity_service(enter: Enter) -> TestResponse:
    visitor = enter(silent("identity.verify")).with_code()
    assert visitor.identify().status_code == 202
    visitor.world.clock.move(timedelta(seconds=60))
    return visitor.open("/renewal/identity")


def getting_a_code(*faults: Fault) -> Way:
    return lambda enter: enter(*faults).be_at("applied").get_code()


def waiting_for_a_code(enter: Enter) -> TestResponse:
    visitor = enter(silent("sms.send")).be_at("applied")
    assert visitor.get_code().status_code == 202
    visitor.world.clock.move(timedelta(seconds=60))
    return visitor.get_code()


# Transfers


def transferring(**entries: str) -> Way:
    return lambda enter: fill_in(customer(enter), **entries)


# Issuing and storing


def finishing(*faults: Fault, **changes: Any) -> Way:
    return lambda enter: enter(*faults, **changes).be_at("identified").finish()


def waiting_for_the_authority(enter: Enter) -> TestResponse:
    visitor = enter(silent("ca.issue")).be_at("identified")
    assert visitor.finish().status_code == 202
    visitor.world.clock.move(timedelta(seconds=60))
    return visitor.issue()


def forging_a_request(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    made = visitor.make_key()
    return visitor.register(replace(made, signature=made.signature[::-1]))


def renewing_the_neighbours(enter: Enter) -> TestResponse:
    visitor = enter(others=[NEIGHBOUR]).be_at("identified")
    neighbour = Visitor(visitor.server, visitor.world, NEIGHBOUR)
    visitor.open("/renewal/certificate")
    return visitor.register(visitor.make_key(old=neighbour.first()))


def requesting_twice(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    visitor.register(visitor.make_key())
    return visitor.register(visitor.make_key())


def sending_half_a_request(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified").at("/renewal/certificate")
    return visitor.ask("/renewal/registration", key="key")


def storing_something_else(enter: Enter) -> TestResponse:
    visitor = enter().be_at("issued").at("/renewal/certificate")
    return visitor.ask("/renewal/stored", place="hard-disk", thumbprint="0" * 64)


def losing_the_key(enter: Enter) -> TestResponse:
    visitor = enter(Fault("device.store", "full")).be_at("identified")
    visitor.finish()
    shutil.rmtree(visitor.world.folder / "devices" / "computer" / "pending")
    return visitor.finish()


def losing_the_old_certificate(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified")
    shutil.rmtree(visitor.world.folder / "devices" / "computer" / "hard-disk")
    return visitor.finish()


def reporting(device_error: str) -> Way:
    """What a page reports when the device program is of another version, or is not there at all."""

    def way(enter: Enter) -> TestResponse:
        visitor = enter().be_at("identified")
        visitor.open("/renewal/certificate")
        return visitor.ask("/renewal/device-error", code=device_error)

    return way


# Anything else


def opening(path: str) -> Way:
    return lambda enter: enter().open(path)


def identifying_with_a_lost_card(enter: Enter) -> TestResponse:
    visitor = enter().with_code()
    with visitor.world.bank() as bank:
        bank.customer(visitor.person.key).card_lost = True
        bank.session.commit()
    return visitor.identify()


def sending_without_a_cookie(enter: Enter) -> TestResponse:
    visitor = enter().at("/sign-in")
    visitor.lose_cookie()
    return visitor.send("/sign-in")


def sending_without_a_token(enter: Enter) -> TestResponse:
    return enter().be_at("signed in").send("/renewal/terms")


def opening_what_the_database_has_wrong(enter: Enter) -> TestResponse:
    visitor = enter().be_at("identified")
    forget_the_old_certificate(visitor)
    return visitor.open("/renewal/certificate")


def forget_the_old_certificate(visitor: Visitor) -> None:
    """Leave the visitor in a renewal of a certificate that nobody knows."""
    with visitor.world.bank() as bank:
        bank.session.execute(update(Renewal).values(old_serial="nobody's"))
        bank.session.execute(update(Renewal).values(new_serial=visitor.first_issued().serial))
        bank.session.commit()


WAYS: dict[str, Way] = {
    "SIGN-IN-SIGNATURE": signing_something_else,
    "SIGN-IN-UNKNOWN": signing_in(registered=False),
    "SIGN-IN-EXPIRED": signing_in(days_left=-1),
    "SIGN-IN-SUSPENDED": signing_in(state="suspended"),
    "SIGN-IN-REVOKED": signing_in(state="revoked"),
    "SIGN-IN-REPLACED": signing_in_with_the_replaced_one,
    "SIGN-IN-STATUS": signing_in(Fault("ca.status")),
    "NETWORK-PUBLIC": lambda enter: enter(surroundings=Surroundings(network="public")).open("/sign-in"),
    "SERVICE-CLOSED": signing_in(now=NOW.replace(hour=23, minute=30)),
    "SESSION-NEEDED": asking_without_signing_in,
    "SESSION-EXPIRED": asking_after_ten_minutes,
    "SESSION-ELSEWHERE": asking_after_somebody_signed_in_elsewhere,
    "SESSION-CERTIFICATE": asking_after_the_certificate_was_revoked,
    "PROCEDURE-EXPIRED": issuing_anew_after_ten_minutes,
    "CHANGE-NONE": restoring_what_is_not_suspended,
    "RENEWAL-EARLY": opening_renewal(days_left=31),
    "RENEWAL-EXPIRED": opening_renewal(days_left=-1),
    "RENEWAL-SUSPENDED": opening_renewal(state="suspended"),
    "RENEWAL-REVOKED": opening_renewal(state="revoked"),
    "RENEWAL-REPLACED": opening_renewal_when_it_was_renewed_elsewhere,
    "RENEWAL-OTHER-BANK": opening_renewal(other_bank=True),
    "RENEWAL-ORDER": asking_too_early,
    "RENEWAL-PASSED": asking_too_late,
    "IDENTITY-MISMATCH": applying(name="김두나"),
    "IDENTITY-PASSWORD": identifying(account_password="0000"),
    "IDENTITY-PASSWORD-LOCKED": identifying(account_password="0000", limit=1),
    "IDENTITY-CODE-MISSING": identifying_without_a_code,
    "IDENTITY-CODE": identifying(sms_code="000000"),
    "IDENTITY-CODE-EXPIRED": identifying_after_three_minutes,
    "IDENTITY-CODE-LOCKED": identifying(sms_code="000000", limit=1),
    "IDENTITY-CARD": identifying(card_first="00"),
    "IDENTITY-CARD-LOST": identifying_with_a_lost_card,
    "IDENTITY-CARD-LOCKED": identifying(card_first="00", limit=1),
    "IDENTITY-OTP": identifying(otp="000000", security="otp"),
    "IDENTITY-OTP-LOCKED": identifying(otp="000000", security="otp", limit=1),
    "IDENTITY-SERVER": identifying(Fault("identity.verify")),
    "IDENTITY-TIMEOUT": waiting_for_the_identity_service,
    "SMS-FAILED": getting_a_code(Fault("sms.send")),
    "SMS-TIMEOUT": waiting_for_a_code,
    "REQUEST-REFUSED": forging_a_request,
    "REQUEST-OTHER": renewing_the_neighbours,
    "REQUEST-TAKEN": requesting_twice,
    "REQUEST-MALFORMED": sending_half_a_request,
    "FEE-UNPAID": finishing(account={**PERSON["account"], "balance": 4_399}),
    "CA-REGISTER": finishing(Fault("ca.register")),
    "CA-ISSUE": finishing(Fault("ca.issue")),
    "CA-DELIVER": finishing(Fault("ca.deliver")),
    "CA-TIMEOUT": waiting_for_the_authority,
    "STORED-OTHER": storing_something_else,
    "RECORD-FAILED": finishing(Fault("bank.record")),
    "DEVICE-REFUSED": finishing(Fault("ca.deliver", "damaged", damage="key")),
    "DEVICE-STORE-FULL": finishing(Fault("device.store", "full")),
    "DEVICE-STORE-GONE": finishing(Fault("device.store", "pulled out")),
    "DEVICE-NO-KEY": losing_the_key,
    "DEVICE-NO-CERTIFICATE": losing_the_old_certificate,
    "DEVICE-FAILED": reporting("malformed"),
    "DEVICE-NO-ANSWER": reporting("no-answer"),
    "TRANSFER-UNKNOWN": transferring(account="000-999-999999"),
    "TRANSFER-OWN": transferring(account=MINE),
    **{code: signing_wrongly(code) for code in WRONG},
    **REGISTERING,
    "RELAY-UNKNOWN": lambda enter: fetch(enter(), "1234-5678-9012"),
    "RELAY-USED": fetched_twice,
    "RELAY-EXPIRED": fetched_too_late,
    "SUPPORT-UNKNOWN": opening("/support?reference=260316-0001"),
    "COOKIES-BLOCKED": sending_without_a_cookie,
    "PAGE-EXPIRED": sending_without_a_token,
    "NOT-FOUND": opening("/nothing-here"),
    "BANK-FAILED": opening_what_the_database_has_wrong,
}
# Said by a page when the bank is silent: what it says came with the page.
SAID_BY_THE_PAGE = "BANK-NO-ANSWER"
# Whoever looks a number up is at the centre already; a warning is no failure to ask the centre about.
WITHOUT_REFERENCE = {"SUPPORT-UNKNOWN", "NETWORK-PUBLIC"}


@pytest.mark.parametrize("code", sorted(CATALOGUE.keys() - {SAID_BY_THE_PAGE}))
def test_each_entry_is_what_the_bank_answers_in_some_case(code: str, enter: Enter, server: Server) -> None:
    answer = WAYS[code](enter)
    assert code_of(answer) == code
    assert answer.status_code == CATALOGUE[code].status
    said = words_of(answer) if not answer.is_json else " ".join(map(str, answer.get_json().values()))
    for words in (CATALOGUE[code].title, CATALOGUE[code].text, CATALOGUE[code].remedy):
        # A world's own facts stand where the entry has braces.
        assert re.search(re.sub(r"\\\{\w+\\\}", ".+", re.escape(words)), said), words
    if code not in WITHOUT_REFERENCE:
        assert code in _what_the_centre_finds(server, answer)


def _what_the_centre_finds(server: Server, answer: TestResponse) -> str:
    reference = re.search(r"\b\d{6}-\d{4}\b", answer.text)
    assert reference is not None, "the customer is given a number"
    found = Client(server).get(f"/support?reference={reference[0]}", base_url=f"http://{answer.request.host}")
    assert found.status_code == 200
    return found.text


def test_there_is_no_way_to_an_entry_that_does_not_exist() -> None:
    assert WAYS.keys() | {SAID_BY_THE_PAGE} == CATALOGUE.keys()


def test_every_page_knows_what_to_say_when_nobody_answers(enter: Enter) -> None:
    page = enter().open("/").text
    silence = CATALOGUE[SAID_BY_THE_PAGE]
    for words in (silence.code, silence.title, silence.text, silence.remedy):
        assert f'="{words}"' in page


@pytest.mark.parametrize("error", device_errors.DeviceError.__subclasses__(), ids=lambda error: error.code)
def test_what_the_device_refuses_has_an_entry_unless_the_bank_must_not_know(
    error: type[device_errors.DeviceError],
) -> None:
    # A page of another origin is no page of the bank's; all else is between customer and device.
    passwords = {"wrong-password", "weak-password"}
    files = {"too-large", "broken-file", "unsupported-file", "wrong-file-password", "foreign-certificate"}
    keeping = {"shared-place", "same-place", *files}
    assert (error.code in OF_DEVICE) != (error.code in {"foreign-page", *passwords, *keeping})


@pytest.mark.parametrize("error", device_errors.DeviceError.__subclasses__(), ids=lambda error: error.code)
def test_what_the_device_refuses_has_words(error: type[device_errors.DeviceError]) -> None:
    assert error.text.endswith((".", "}"))


@pytest.mark.parametrize("error", CATALOGUE.values(), ids=CATALOGUE)
def test_an_entry_leaves_open_what_its_words_can_be_given(error: BankError) -> None:
    assert error.title
    assert error.text
    assert error.remedy
    assert all(map(str.isidentifier, error.open_facts)), "only names stand in braces"
    assert error.title.format() == error.title, "only text and remedy leave a fact open"
    assert error.at_field is None or error.at_field.format(field="이름") != error.at_field


def test_no_two_entries_are_for_one_error_of_the_device() -> None:
    assert len(OF_DEVICE) == sum(error.device is not None for error in CATALOGUE.values())


def test_each_remedy_fits_where_the_entry_leads() -> None:
    for error in CATALOGUE.values():
        if error.leads == Leads.CENTRE:
            assert re.search("고객센터|영업점", error.remedy), error.code
        if "다시 시도" in error.remedy:
            assert error.leads == Leads.RETRY, error.code


def test_a_session_counts_from_a_page_that_failed_as_that_page_says(enter: Enter) -> None:
    visitor = enter().be_at("identified")
    forget_the_old_certificate(visitor)
    visitor.world.clock.move(timedelta(minutes=9))
    failed = visitor.open("/renewal/certificate")
    assert (failed.status_code, visitor.attribute("data-seconds")) == (500, "600")
    visitor.world.clock.move(timedelta(minutes=9))
    assert visitor.open("/account").status_code == 200
    visitor.world.clock.move(timedelta(minutes=10))
    assert visitor.open("/account").location == "/sign-in?next=/account"


def test_a_page_that_failed_can_be_tried_again_until_the_centre_is_the_quickest_help(enter: Enter) -> None:
    visitor = enter().be_at("identified")
    forget_the_old_certificate(visitor)
    pages = [visitor.open("/renewal/certificate").text for _ in range(3)]
    assert ['href="/renewal/certificate">다시 시도</a>' in page for page in pages] == [True] * 3
    assert ["data-centre-first" in page for page in pages] == [False, False, True]
