"""Transfers, and the money that they move.

이체와, 그것으로 오가는 돈.
"""

from __future__ import annotations

import re

from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate
from playwright.sync_api import expect

from harness.errors import HarnessError
from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import then, when
from harness.play.download import content
from harness.play.scene import Scene
from harness.play.world import IssuedCertificate
from pages.account import AccountPage
from pages.fields import Field
from pages.screen import Screen
from pages.transfers import TransferConfirmationPage, TransferPage, TransferReceiptPage
from steps.entries import Entries, entered
from steps.possessions import certificate_of, choose_certificate, password_of, proof_of_payer


@when(
    en="the customer asks for a transfer of {money} to {receiver:customer}",
    ko="고객이 {receiver:customer} 고객에게 {money} 이체를 신청한다",
)
def ask(scene: Scene, entries: Entries, money: int, receiver: str) -> None:
    """Opens the transfer form by itself; then the transfer is to be signed. An OTP counts once: who has just
    used one waits 30 seconds.

    이체 화면을 스스로 열어 신청한다. 그다음 서명해야 이체된다. OTP 번호는 한 번만 쓸 수 있어, 방금 썼다면
    30초가 지나야 한다.
    """
    form = TransferPage(scene.page)
    form.open()
    right = {
        Field.RECEIVER: scene.person(receiver).account.number,
        Field.AMOUNT: str(money),
        Field.MEMO: "",
        **proof_of_payer(scene, form),
    }
    form.hand_in(entered(entries, right))


@when(en="the customer signs the transfer with {certificate}", ko="고객이 {certificate}로 이체에 서명한다")
def sign(scene: Scene, certificate: int) -> None:
    """Needs the transfer's confirmation; the password is right.

    이체 확인 화면에서 쓴다. 비밀번호는 맞게 입력한다.
    """
    _sign(scene, certificate_of(scene, certificate))


@when(
    en="the customer signs the transfer with {owner:customer}'s certificate",
    ko="고객이 {owner:customer} 고객의 인증서로 이체에 서명한다",
)
def sign_with_certificate_of(scene: Scene, owner: str) -> None:
    _sign(scene, certificate_of(scene, 0, owner))


@when(
    en="the customer signs the transfer with {certificate} with a double click",
    ko="고객이 {certificate}로 이체에 서명하면서 확인 버튼을 두 번 누른다",
)
def sign_with_double_click(scene: Scene, certificate: int) -> None:
    _sign(scene, certificate_of(scene, certificate), clicks=2)


def _sign(scene: Scene, certificate: IssuedCertificate, clicks: int = 1) -> None:
    dialog = TransferConfirmationPage(scene.page).open_dialog()
    with scene.page.expect_navigation():
        choose_certificate(scene, dialog, certificate, password_of(scene, certificate), clicks=clicks)


@when(
    en="the customer transfers {money} to {receiver:customer} with {certificate}",
    ko="고객이 {certificate}로 {receiver:customer} 고객에게 {money}을 이체한다",
)
def transfer(scene: Scene, entries: Entries, money: int, receiver: str, certificate: int) -> None:
    """Asks for the transfer and signs it.

    이체를 신청하고 서명까지 한다.
    """
    ask(scene, entries, money, receiver)
    sign(scene, certificate)


@when(
    en="the customer transfers {money} to {receiver:customer}",
    ko="고객이 {receiver:customer} 고객에게 {money}을 이체한다",
)
def transfer_to(scene: Scene, entries: Entries, money: int, receiver: str) -> None:
    """With the newest certificate; asks for the transfer and signs it.

    가장 새로운 인증서로 이체한다. 이체를 신청하고 서명까지 한다.
    """
    transfer(scene, entries, money, receiver, len(scene.world.certificates(scene.customer.key)) - 1)


@when(en="the customer transfers {money}", ko="고객이 {money}을 이체한다")
def transfer_to_the_other(scene: Scene, entries: Entries, money: int) -> None:
    """To the other customer of the scenario, with the newest certificate; asks for the transfer and signs it.

    시나리오에 나오는 다른 고객에게, 가장 새로운 인증서로 이체한다. 이체를 신청하고 서명까지 한다.
    """
    transfer_to(scene, entries, money, _the_other(scene))


@when(en="the customer transfers {money} with {certificate}", ko="고객이 {certificate}로 {money}을 이체한다")
def transfer_with(scene: Scene, entries: Entries, money: int, certificate: int) -> None:
    """To the other customer of the scenario.

    시나리오에 나오는 다른 고객에게 이체한다.
    """
    transfer(scene, entries, money, _the_other(scene), certificate)


def _the_other(scene: Scene) -> str:
    others = [person.name for person in scene.people if person.key != scene.customer.key]
    if len(others) != 1:
        raise HarnessError(
            "who receives it? One other customer has to be in the scenario: Given Lee Yujin is a customer",
            "받는 고객이 누구인지 알 수 없습니다. 다른 고객이 한 명 있어야 합니다: 조건 이유진 고객이 있다",
        )
    return others[0]


@then(
    en="the customer is asked to confirm {money} to {receiver:customer}",
    ko="{receiver:customer} 고객에게 {money}을 보낼지 묻는다",
)
def asked_to_confirm(scene: Scene, entries: Entries, money: int, receiver: str) -> None:
    """What the receiver will read is the memo or, where there is none, the customer's name.

    받는 분 통장에는 입력한 내용이, 입력하지 않았으면 고객의 이름이 표시된다.
    """
    confirmation = TransferConfirmationPage(scene.page)
    expect(confirmation.title).to_be_visible()
    person = scene.person(receiver)
    facts = {
        "이체 번호": str(scene.world.transfers()[-1].id),
        "확인 시각": f"{scene.now:%Y-%m-%d %H:%M:%S}",
        "보내는 계좌": scene.customer.account.number,
        "받는 계좌": person.account.number,
        "받는 분": person.name,
        "금액": f"{money:,}원",
        "받는 분 통장 표시": entered(entries, {Field.MEMO: ""}).get(Field.MEMO) or scene.customer.name,
    }
    lines = confirmation.text.splitlines()
    for name, text in facts.items():
        line = f"{name}: {text}"
        require(line in lines, expected=line, actual=lines, en="to be signed: {}", ko="서명할 내용: {}")
    # Below its heading every line that is signed stands in the table as well.
    for name, _, text in (line.partition(": ") for line in lines[1:]):
        expect(confirmation.fact(name)).to_have_text(text)


@then(en="the receipt names {certificate} and {money}", ko="이체 결과에 {certificate}와 {money}이 나온다")
def receipt_names(scene: Scene, certificate: int, money: int) -> None:
    receipt_names_certificate(scene, certificate)
    receipt = TransferReceiptPage(scene.page)
    expect(receipt.fact("금액")).to_have_text(f"{money:,}원")
    done = [one for one in scene.world.transfers() if one.state == "done"][-1]
    expect(receipt.fact("이체 번호")).to_have_text(str(done.id))
    expect(receipt.fact("일시")).to_have_text(re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"))
    expect(receipt.fact("보내는 계좌")).to_have_text(masked(done.sender))
    expect(receipt.fact("받는 계좌")).to_have_text(masked(done.receiver))


@then(en="the receipt names {certificate}", ko="이체 결과에 {certificate}가 나온다")
def receipt_names_certificate(scene: Scene, certificate: int) -> None:
    receipt = TransferReceiptPage(scene.page)
    expect(receipt.title).to_be_visible()
    expect(receipt.fact("인증서 일련번호")).to_have_text(certificate_of(scene, certificate).serial)


def masked(account: str) -> str:
    """An account number as pages show it."""
    return f"{account[:-6]}****{account[-2:]}"


@then(
    en="the signed document says what was confirmed, and {certificate} signed it",
    ko="서명한 문서에 확인한 내용이 그대로 있고 {certificate}로 서명되어 있다",
)
def document_is_signed(scene: Scene, certificate: int) -> None:
    document = content(TransferReceiptPage(scene.page).download_document())
    transfers = scene.world.transfers()
    require_same(len(transfers), 1, en="transfers asked for: {}", ko="신청한 이체: {}건")
    (moved,) = transfers
    signed = cms.ContentInfo.load(document, strict=True)["content"]
    (signer,) = signed["signer_infos"]
    (held,) = (load_der_x509_certificate(one.dump()) for one in signed["certificates"])
    text = signed["encap_content_info"]["content"].native
    require_same(text.decode(), moved.text, en="text signed: {}", ko="서명한 내용: {}")
    require_same(
        str(held.serial_number),
        certificate_of(scene, certificate).serial,
        en="signed by certificate no. {}",
        ko="서명한 인증서의 일련번호: {}",
    )
    key = held.public_key()
    assert isinstance(key, RSAPublicKey), "the certificate's key is no RSA key"
    # Raises InvalidSignature; no attributes are signed, so the signature is over the text itself (RFC 5652).
    key.verify(signer["signature"].native, text, PKCS1v15(), SHA256())


@then(en="{receiver:customer} receives {money}", ko="{receiver:customer} 고객의 계좌에 {money}이 입금된다")
def receives(scene: Scene, receiver: str, money: int) -> None:
    person = scene.person(receiver)
    received = scene.world.person(person.key).balance - person.account.balance
    require_same(received, money, en="{:,} won received", ko="{:,}원 입금")


@then(en="no money moves", ko="어느 계좌에서도 돈이 출금되지 않는다")
def no_money_moves(scene: Scene) -> None:
    """Every customer of the scenario has as much as at its beginning.

    시나리오에 나오는 모든 고객의 잔액이 처음과 같다.
    """
    people = scene.people
    if not people:
        raise HarnessError(
            "nobody is in this scenario whose money could move: begin with a Given that names a person",
            "이 시나리오에는 계좌가 있는 사람이 없습니다. 사람 이름이 나오는 조건으로 시작하세요",
        )
    before = [f"{person.name} {person.account.balance:,}" for person in people]
    now = [f"{person.name} {scene.world.person(person.key).balance:,}" for person in people]
    require_same(now, before, en="balances: {}", ko="잔액: {}")


@then(
    en="the account history begins with {money} to {receiver:customer}",
    ko="거래 내역 맨 위에 {receiver:customer} 고객에게 보낸 {money}이 나온다",
)
def history_begins_with(scene: Scene, money: int, receiver: str) -> None:
    account = AccountPage(scene.page)
    expect(account.cell(0, "내용")).to_have_text(re.compile(re.escape(scene.person(receiver).name)))
    expect(account.cell(0, "출금")).to_have_text(f"{money:,}원")
    expect(account.cell(0, "입금")).to_have_text("")


@then(en="the balance shown is what the account holds", ko="화면에 나온 잔액이 실제 잔액과 같다")
def balance_agrees(scene: Scene) -> None:
    """Needs the account history.

    거래 내역 화면에서 쓴다.
    """
    balance = f"{scene.world.person(scene.customer.key).balance:,}원"
    account = AccountPage(scene.page)
    expect(account.fact("잔액")).to_have_text(balance)
    expect(account.cell(0, "잔액")).to_have_text(balance)


@then(en="the balance shown is {money}", ko="잔액이 {money}으로 나온다")
def balance_is(scene: Scene, money: int) -> None:
    """Needs the account history.

    거래 내역 화면에서 쓴다.
    """
    expect(AccountPage(scene.page).fact("잔액")).to_have_text(f"{money:,}원")


@then(en="the account history shows {number:count} entry/entries", ko="거래 내역이 {number:count}건 나온다")
def number_of_entries(scene: Scene, number: int) -> None:
    expect(AccountPage(scene.page).title).to_be_visible()
    expect(AccountPage(scene.page).entries).to_have_count(number)


@then(en="the same transfer can still be signed", ko="같은 이체에 다시 서명할 수 있다")
def can_still_be_signed(scene: Scene) -> None:
    expect(Screen(scene.page).failure).to_be_visible()
    expect(TransferConfirmationPage(scene.page).dialog_button).to_be_enabled()
