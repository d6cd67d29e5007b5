"""Transfers that go through (claim: after.transaction)."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from threading import Barrier

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from mock_bank.app import Server
from mock_bank.bank import transfers
from mock_bank.bank.models import AuditEntry, Transfer
from mock_bank.settings import Settings
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import NEIGHBOUR, NOW, TOKEN, Enter
from tests.mock_bank.bank.test_support import facts
from tests.mock_bank.bank.transferring import (
    MINE,
    THEIRS,
    balances,
    customer,
    document,
    draft,
    fill_in,
    send,
    shown_text,
    transfer,
)
from tests.mock_bank.bank.visitor import Visitor, code_of, words_of

TEXT = """\
도담모의은행 이체
이체 번호: 1
보내는 계좌: 000-123-456789
받는 계좌: 000-123-000002
받는 분: 이둘
금액: 4,000원
받는 분 통장 표시: 점심값
확인 시각: 2026-03-16 10:00:00
확인 값: """


def rows(page: str) -> list[list[str]]:
    """The table's rows, cell by cell."""
    bodies = re.findall(r"<tbody.*?</tbody>", page, re.DOTALL)
    return [
        [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        for body in bodies
        for row in body.split("</tr>")[:-1]
    ]


def test_the_customer_confirms_exactly_what_is_signed(enter: Enter) -> None:
    visitor = customer(enter)
    draft(visitor, memo="점심값")
    text = shown_text(visitor)
    assert text.startswith(TEXT)
    assert re.fullmatch("[0-9a-f]{32}", text.removeprefix(TEXT))
    assert [f"{name}: {value}" for name, value in facts(visitor.page).items()] == text.split("\n")[1:]


def test_a_signature_moves_the_money_and_the_receipt_names_its_certificate(enter: Enter) -> None:
    visitor = customer(enter)
    page = visitor.open(transfer(visitor))
    assert balances(visitor) == {MINE: 6_000, THEIRS: 4_700}
    assert "<h1>이체 완료</h1>" in page.text
    assert facts(page.text) == {
        "이체 번호": "1",
        "일시": "2026-03-16 10:00:00",
        "보내는 계좌": "000-123-****89",
        "받는 계좌": "000-123-****02",
        "받는 분": "이둘",
        "금액": "4,000원",
        "이체 후 잔액": "6,000원",
        "서명한 인증서": "범용(개인) 김하나",
        "인증서 일련번호": visitor.first_issued().serial,
    }


def test_the_receipt_keeps_the_balance_of_its_moment(enter: Enter) -> None:
    visitor = customer(enter)
    first = transfer(visitor)
    transfer(visitor, amount="1000")
    assert facts(visitor.open(first).text)["이체 후 잔액"] == "6,000원"


def test_the_history_tells_both_sides(enter: Enter) -> None:
    visitor = customer(enter)
    transfer(visitor, memo="점심값")
    transfer(visitor, amount="500")
    page = visitor.open("/account").text
    assert (facts(page)["계좌번호"], facts(page)["잔액"]) == ("000-123-****89", "5,500원")
    now = "2026-03-16 10:00:00"
    assert rows(page) == [
        [now, "이체 이둘", "500원", "", "5,500원"],
        [now, "이체 이둘", "4,000원", "", "6,000원"],
    ]
    theirs = Visitor(visitor.server, visitor.world, NEIGHBOUR).be_at("signed in").open("/account").text
    assert rows(theirs) == [
        [now, "김하나", "", "500원", "5,200원"],
        [now, "점심값", "", "4,000원", "4,700원"],
    ]


def test_an_empty_history_says_so(enter: Enter) -> None:
    page = customer(enter).open("/account").text
    assert "거래 내역이 없습니다." in page
    assert "<table" not in page


def test_a_renewal_without_a_fee_leaves_no_trace_in_the_history(enter: Enter) -> None:
    visitor = enter(certificate={"kind": "personal-bank"}).be_at("identified")
    visitor.finish()
    assert rows(visitor.open("/account").text) == []


def test_the_receipt_offers_the_document_as_it_was_signed(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    send(visitor, address, signed := document(visitor))
    offered = visitor.open(f"{address}/document")
    assert (offered.mimetype, offered.data) == ("application/pkcs7-mime", signed)
    assert offered.headers["Content-Disposition"] == "attachment; filename=transfer-1.p7m"


# Once, however often it is asked for


def signed_at_once(visitor: Visitor, *signed: tuple[str, bytes]) -> list[TestResponse]:
    """What comes of documents for these addresses, sent at once from a window each."""
    together = Barrier(len(signed))

    def sign(window: Visitor, address: str, document: bytes) -> TestResponse:
        together.wait()
        return send(window, address, document)

    windows = [visitor.restarted(visitor.server, visitor.world) for _ in signed]
    with ThreadPoolExecutor() as pool:
        asked = [pool.submit(sign, window, *one) for window, one in zip(windows, signed, strict=True)]
    return [one.result() for one in asked]


def test_two_threads_at_once_move_the_money_once(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    answers = signed_at_once(visitor, *[(address, document(visitor))] * 2)
    assert [answer.location for answer in answers] == [address, address]
    assert balances(visitor) == {MINE: 6_000, THEIRS: 4_700}


def test_two_transfers_at_once_share_one_balance(enter: Enter) -> None:
    visitor = customer(enter)
    answers = signed_at_once(
        visitor, *((draft(visitor, amount="6,000"), document(visitor)) for _ in range(2))
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert balances(visitor) == {MINE: 4_000, THEIRS: 6_700}


def test_a_server_that_starts_anew_knows_what_was_confirmed(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)
    root = visitor.world.folder.parents[1]
    worlds = Worlds(root)
    after = visitor.restarted(Server(worlds, TOKEN, {}), worlds.get(visitor.world.id))
    assert send(after, address, document(after)).location == address
    assert balances(after) == {MINE: 6_000, THEIRS: 4_700}


def test_the_first_commit_has_all_of_it(enter: Enter) -> None:
    visitor = customer(enter)
    address = draft(visitor)

    class Died(BaseException):
        """The server, right after it has committed."""

    def die(session: Session) -> None:
        raise Died

    with visitor.world.bank() as bank:
        event.listen(bank.session, "after_commit", die)
        transfers.sign(bank, bank.session.get_one(Transfer, 1), document(visitor))
        with pytest.raises(Died):
            bank.session.commit()
    assert balances(visitor) == {MINE: 6_000, THEIRS: 4_700}
    page = visitor.open(address).text
    assert "<h1>이체 완료</h1>" in page
    assert facts(page)["인증서 일련번호"] == visitor.first_issued().serial
    assert visitor.open(f"{address}/document").status_code == 200


# The form


@pytest.mark.parametrize("typed", ["4000", "4,000", " 4 000 ", "４０００", "４，０００", "04000"])
def test_an_amount_may_be_typed_as_people_do(enter: Enter, typed: str) -> None:
    visitor = customer(enter)
    draft(visitor, amount=typed)
    assert facts(visitor.page)["금액"] == "4,000원"


@pytest.mark.parametrize("typed", ["000123000002", "０００-123-000002", "000–123–000002"])
def test_an_account_may_be_typed_as_people_do(enter: Enter, typed: str) -> None:
    visitor = customer(enter)
    draft(visitor, account=typed)
    assert facts(visitor.page)["받는 계좌"] == THEIRS


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"account": ""}, "받는 계좌번호: 받는 계좌번호를 입력해 주세요."),
        ({"account": "123"}, "받는 계좌번호: 받는 계좌번호는 숫자 12자리로 입력해 주세요."),
        ({"amount": ""}, "이체 금액: 이체 금액을 입력해 주세요."),
        *(
            ({"amount": wrong}, "이체 금액: 이체 금액은 1원 이상의 숫자로 입력해 주세요.")
            for wrong in ("0", "-4000", "4.5", "4e3", "사천", "四", "9" * 5000)
        ),
        ({"memo": "가" * 11}, "받는 분 통장 표시: 받는 분 통장 표시는 10자까지 입력할 수 있습니다."),
        ({"memo": "밥\n금액: 1원"}, "받는 분 통장 표시에 쓸 수 없는 문자가 있습니다."),
        ({"memo": "<b>"}, "받는 분 통장 표시에 쓸 수 없는 문자가 있습니다."),
    ],
)
def test_a_wrong_entry_is_said_at_its_field(enter: Enter, entries: dict[str, str], said: str) -> None:
    visitor = customer(enter)
    page = fill_in(visitor, **entries)
    assert page.status_code == 200
    assert said in unescape(page.text)
    assert visitor.rows(Transfer) == []


@pytest.mark.parametrize(
    ("entries", "code", "field"),
    [
        ({"account": "000-999-999999"}, "TRANSFER-UNKNOWN", "account"),
        ({"account": MINE}, "TRANSFER-OWN", "account"),
        ({"amount": "10,001"}, "TRANSFER-BALANCE", "amount"),
        ({"amount": "9" * 100}, "TRANSFER-LIMIT", "amount"),
    ],
)
def test_what_cannot_be_transferred_is_said_at_the_field(
    enter: Enter, entries: dict[str, str], code: str, field: str
) -> None:
    visitor = customer(enter)
    refused = fill_in(visitor, **entries)
    assert (refused.status_code, code_of(refused)) == (404 if code == "TRANSFER-UNKNOWN" else 409, code)
    assert f'id="{field}-error"' in refused.text
    assert refused.text.count('class="field__error"') == 1
    assert visitor.rows(Transfer) == []


def test_all_that_is_wrong_with_a_transfer_is_said_at_once(enter: Enter) -> None:
    visitor = customer(enter)
    page = words_of(fill_in(visitor, account=MINE, amount="10,000,001"))
    said = dict(re.findall(r'id="(\w+)-error">([^<]*)<', page))
    assert "받는 계좌가 같습니다" in said["account"]
    assert re.search("1회 이체 한도.*잔액이 부족합니다", said["amount"])
    assert visitor.rows(Transfer) == []


def test_all_of_the_balance_and_all_of_the_limit_can_be_transferred(enter: Enter) -> None:
    visitor = customer(enter, settings=Settings(transfer_limit=10_000))
    transfer(visitor, amount="10,000")
    assert balances(visitor) == {MINE: 0, THEIRS: 10_700}


def test_the_day_s_limit_counts_what_was_sent_since_midnight(enter: Enter) -> None:
    visitor = customer(enter, now=NOW.replace(hour=23, minute=20), settings=Settings(daily_limit=5_000))
    transfer(visitor)
    assert facts(visitor.open("/transfers").text)["오늘 남은 한도"] == "1,000원"
    refused = fill_in(visitor, amount="1,001")
    assert code_of(refused) == "TRANSFER-DAY"
    assert "1일 이체 한도 5,000원을 넘는 금액입니다. 오늘은 1,000원까지 더 이체할 수 있습니다." in words_of(
        refused
    )
    visitor.world.clock.move(timedelta(hours=10))
    transfer(visitor.be_at("signed in"))
    assert balances(visitor) == {MINE: 2_000, THEIRS: 8_700}


def test_two_drafts_do_not_get_over_the_day_s_limit(enter: Enter) -> None:
    visitor = customer(enter, settings=Settings(daily_limit=5_000))
    first, signed_first = draft(visitor), document(visitor)
    second, signed_second = draft(visitor), document(visitor)
    send(visitor, first, signed_first)
    assert code_of(send(visitor, second, signed_second)) == "TRANSFER-DAY"
    assert balances(visitor) == {MINE: 6_000, THEIRS: 4_700}


# Who may


def test_what_cannot_be_sent_anyway_counts_no_try_and_uses_nothing_up(enter: Enter) -> None:
    visitor = customer(enter)
    before = visitor.proof_of_payer()
    fill_in(visitor, amount="10,001", account_password="0000")
    assert visitor.proof_of_payer() == before
    assert "남은 횟수 2회" in words_of(fill_in(visitor, account_password="0000"))


def test_three_wrong_card_answers_lock_transfers_and_renewals_alike(enter: Enter) -> None:
    visitor = customer(enter)
    for _ in range(3):
        fill_in(visitor, card_first="00", card_second="00")
    assert code_of(fill_in(visitor)) == "IDENTITY-CARD-LOCKED"
    visitor.be_at("applied").get_code()
    assert code_of(visitor.identify()) == "IDENTITY-CARD-LOCKED"


def test_an_otp_counts_once(enter: Enter) -> None:
    visitor = customer(enter, security="otp")
    draft(visitor)
    assert code_of(fill_in(visitor)) == "IDENTITY-OTP"
    visitor.world.clock.move(timedelta(seconds=30))
    draft(visitor)


# Whose it is


def test_a_receipts_document_belongs_to_its_customer(enter: Enter) -> None:
    visitor = customer(enter)
    address = transfer(visitor)
    other = Visitor(visitor.server, visitor.world, NEIGHBOUR).be_at("signed in")
    assert other.open(f"{address}/document").status_code == 404


def test_a_draft_has_no_document(enter: Enter) -> None:
    visitor = customer(enter)
    assert visitor.open(f"{draft(visitor)}/document").status_code == 404


@pytest.mark.parametrize("number", ["2", "0", "-1", "one", "9" * 40])
def test_a_transfer_that_does_not_exist_is_not_found(enter: Enter, number: str) -> None:
    answer = customer(enter).open(f"/transfers/{number}")
    assert (answer.status_code, code_of(answer)) == (404, "NOT-FOUND")


# What is written down


def test_the_audit_log_tells_of_the_transfer(enter: Enter) -> None:
    visitor = customer(enter)
    transfer(visitor)
    told = [entry.event for entry in visitor.rows(AuditEntry)]
    assert told[-4:] == ["transfer confirmed", "money withdrawn", "money deposited", "transfer done"]
