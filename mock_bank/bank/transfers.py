"""Transfers: the customer confirms a text and signs it; a genuine signature over it moves the money."""

from __future__ import annotations

from cryptography import x509
from sqlalchemy import select

from mock_bank.bank import accounts, certificates, documents, errors, identity, in_force, masking, renewal
from mock_bank.bank.context import Bank
from mock_bank.bank.documents import NotGenuine, SignedDocument
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.identity import Evidence
from mock_bank.bank.models import Account, Customer, Transfer, TransferState
from mock_bank.ca.profile import serial_of
from mock_bank.ca.registry import State

_REFUSED = {
    State.EXPIRED: errors.TRANSFER_EXPIRED,
    State.SUSPENDED: errors.TRANSFER_SUSPENDED,
    State.REVOKED: errors.TRANSFER_REVOKED,
    State.REPLACED: errors.TRANSFER_REPLACED,
    State.UNKNOWN: errors.TRANSFER_UNREGISTERED,
}


def confirm(
    bank: Bank, customer: Customer, number: str, amount: int, memo: str, evidence: Evidence
) -> Transfer:
    """Draw up a transfer of `amount` won to the account of that `number`, to be signed by the customer.

    The receiver reads `memo`, or the customer's name when it is empty. Raises Refusal about all fields
    that are wrong: no such account here, the customer's own, over a limit, over the balance. What is in
    order needs `evidence` of the account's holder: Refusal, as of `identity.check_payer` (domain: Transfers).
    """
    to = accounts.of_number(bank, number)
    faults = [
        *(("account", error) for error in _faults_of_receiver(customer, to)),
        *(("amount", error) for error in _faults_of_amount(bank, customer.account, amount)),
    ]
    if to is None or faults:
        raise _refused(bank, Refusal.at(*faults), customer.account, amount)
    identity.check_payer(bank, customer, evidence)
    transfer = Transfer(
        customer_key=customer.key,
        from_account=customer.account.number,
        to_account=to.number,
        to_name=to.customer.name,
        amount=amount,
        memo=memo or customer.name,
        created_at=bank.now(),
    )
    bank.session.add(transfer)
    bank.session.flush()
    transfer.text = _text(bank, transfer)
    bank.record("transfer confirmed", transfer=transfer.id, amount=amount)
    return transfer


def find(bank: Bank, customer_key: str, transfer_id: int) -> Transfer:
    """The customer's transfer of that number. Raises Refusal NOT-FOUND, for another's as well."""
    transfer = bank.session.get(Transfer, transfer_id)
    if transfer is None or transfer.customer_key != customer_key:
        raise bank.refuse(Refusal(errors.NOT_FOUND), transfer=transfer_id)
    return transfer


def _text(bank: Bank, transfer: Transfer) -> str:
    # No two transfers are confirmed by the same text, so that a signature counts for one alone.
    unique = bank.random("transfer", transfer.id).getrandbits(128)
    return "\n".join(
        [
            "도담모의은행 이체",
            f"이체 번호: {transfer.id}",
            f"보내는 계좌: {transfer.from_account}",
            f"받는 계좌: {transfer.to_account}",
            f"받는 분: {transfer.to_name}",
            f"금액: {transfer.amount:,}원",
            f"받는 분 통장 표시: {transfer.memo}",
            f"확인 시각: {transfer.created_at:%Y-%m-%d %H:%M:%S}",
            f"확인 값: {unique:032x}",
        ]
    )


def facts(transfer: Transfer) -> list[list[str]]:
    """Name and value of all that the customer confirms, read from the very text that is to be signed."""
    return [line.split(": ", 1) for line in transfer.text.split("\n")[1:]]


def sign(bank: Bank, transfer: Transfer, signature: bytes) -> None:
    """Take the customer's signature (CMS, DER) over the transfer's text, and move the money, in one commit.

    Raises Refusal, and nothing has moved: the signature is not genuine, or not by a certificate in force
    that the customer registered here, or over something else; or the account no longer allows the
    amount (claims: after.transaction, need.legal). A transfer that is done is not done again.
    """
    if transfer.state == TransferState.DONE:
        return
    document = _read(bank, transfer, signature)
    _check_signer(bank, transfer, document.certificate)
    _check_content(bank, transfer, document.content)
    sender, receiver = (
        bank.session.get_one(Account, number) for number in (transfer.from_account, transfer.to_account)
    )
    for error in _faults_of_amount(bank, sender, transfer.amount):
        raise _refused(bank, Refusal(error), sender, transfer.amount)
    accounts.withdraw(bank, sender, transfer.amount, f"이체 {transfer.to_name}")
    accounts.deposit(bank, receiver, transfer.amount, transfer.memo)
    transfer.state = TransferState.DONE
    transfer.done_at = bank.now()
    transfer.balance_after = sender.balance
    transfer.serial = serial_of(document.certificate)
    transfer.signature = signature
    bank.record("transfer done", transfer=transfer.id, serial=transfer.serial)


def _read(bank: Bank, transfer: Transfer, signature: bytes) -> SignedDocument:
    try:
        return documents.read(signature)
    except NotGenuine as reason:
        error = Refusal(errors.TRANSFER_SIGNATURE)
        raise bank.refuse(error, transfer=transfer.id, reason=str(reason)) from reason


def _check_signer(bank: Bank, transfer: Transfer, certificate: x509.Certificate) -> None:
    serial = serial_of(certificate)
    renewal.hear_of_storing(bank, certificate)
    registered = certificates.registered(bank, certificate)
    if registered is None:
        raise bank.refuse(Refusal(errors.TRANSFER_UNREGISTERED), transfer=transfer.id, serial=serial)
    if registered.customer_key != transfer.customer_key:
        raise bank.refuse(Refusal(errors.TRANSFER_OTHER), transfer=transfer.id, serial=serial)
    state = in_force.status(bank, certificate, errors.TRANSFER_STATUS)
    if state != State.VALID:
        raise bank.refuse(Refusal(_REFUSED[state]), transfer=transfer.id, serial=serial)


def _check_content(bank: Bank, transfer: Transfer, content: bytes) -> None:
    if content == transfer.text.encode():
        return
    texts = bank.session.scalars(select(Transfer.text).where(Transfer.id != transfer.id))
    replayed = any(content == text.encode() for text in texts)
    error = errors.TRANSFER_REPLAYED if replayed else errors.TRANSFER_DATA
    raise bank.refuse(Refusal(error), transfer=transfer.id)


def _faults_of_receiver(customer: Customer, to: Account | None) -> list[BankError]:
    if to is None:
        return [errors.TRANSFER_UNKNOWN]
    return [errors.TRANSFER_OWN] if to is customer.account else []


def left_today(bank: Bank, account: Account) -> int:
    """The won that may still be transferred from the account on this day (KST)."""
    sent = bank.session.scalars(select(Transfer).where(Transfer.from_account == account.number))
    today = bank.now().date()
    of_today = sum(one.amount for one in sent if one.done_at and one.done_at.date() == today)
    return bank.settings.daily_limit - of_today


def _faults_of_amount(bank: Bank, account: Account, amount: int) -> list[BankError]:
    faults = []
    limit, left = bank.settings.transfer_limit, left_today(bank, account)
    if amount > limit:
        faults.append(errors.TRANSFER_LIMIT.of(limit=f"{limit:,}"))
    elif amount > left:
        faults.append(errors.TRANSFER_DAY.of(limit=f"{bank.settings.daily_limit:,}", left=f"{left:,}"))
    if amount > account.balance:
        faults.append(errors.TRANSFER_BALANCE)
    return faults


def _refused(bank: Bank, refusal: Refusal, account: Account, amount: int) -> Refusal:
    return bank.refuse(refusal, account=masking.account(account.number), amount=amount)
