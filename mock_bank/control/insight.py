"""What tests see of a world: messages, audit log, certificates, files, what people hold in their hands."""

from __future__ import annotations

from datetime import datetime

from flask import Response, current_app, send_from_directory
from sqlalchemy import select

from mock_bank.bank import accounts, identity
from mock_bank.bank.context import Bank
from mock_bank.bank.models import AuditEntry, Customer, Message, Transfer
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.control import answers, found
from mock_bank.control.audit_words import in_korean
from mock_bank.control.refusals import ControlError
from mock_bank.device.records import StoredFile
from mock_bank.world import World


def show_defect() -> answers.Defect:
    """The name of the known bug that this bank was started with (mock_bank/defects/), if any."""
    return answers.Defect(defect=current_app.config["DEFECT"])


def list_messages(world_id: str) -> answers.Messages:
    """Every SMS and every e-mail that the bank sent, the oldest first."""
    with found.world(world_id) as world, world.bank() as bank:
        sent = bank.session.scalars(select(Message).order_by(Message.id))
        messages = [
            answers.Sent(at=one.at.isoformat(), post=one.post, to=one.to, text=one.text) for one in sent
        ]
    return answers.Messages(messages=messages)


def list_audit(world_id: str) -> answers.Audit:
    """The audit log, the oldest line first."""
    with found.world(world_id) as world, world.bank() as bank:
        entries = bank.session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        audit = [
            answers.Event(
                at=one.at.isoformat(),
                party=one.party,
                event=one.event,
                detail=one.detail,
                ko=in_korean(one.party, one.event, one.detail),
            )
            for one in entries
        ]
    return answers.Audit(audit=audit)


def list_certificates(world_id: str) -> answers.Certificates:
    """Every certificate that the authority issued, in that order, with its present state."""
    with found.world(world_id) as world, world.bank() as bank:
        register = bank.session.scalars(select(IssuedCertificate).order_by(IssuedCertificate.not_before))
        certificates = [described(issued, bank.now()) for issued in register]
    return answers.Certificates(certificates=certificates)


def described(issued: IssuedCertificate, now: datetime) -> answers.Certificate:
    """A certificate as the control API tells of it."""
    return answers.Certificate(
        person=issued.person,
        serial=issued.serial,
        holder=issued.holder,
        kind=issued.kind.id,
        state=issued.state(now),
        not_before=issued.not_before.isoformat(),
        not_after=issued.not_after.isoformat(),
    )


def list_store(world_id: str) -> answers.Files:
    """The files on the devices, and those that the customer carries along."""
    with found.world(world_id) as world:
        stored = _stored(world)
    files = [
        answers.File(device=_device_of(path), place=one.place, path=path, certificate=one.serial)
        for path, one in stored.items()
    ]
    return answers.Files(files=files)


def _stored(world: World) -> dict[str, StoredFile]:
    """The files by their paths: what the customer carries along lies on every device, and is one file."""
    return {file.path: file for name in world.devices() for file in world.device_named(name).files()}


def _device_of(path: str) -> str | None:
    """The device on which a file lies; none for what the customer carries from one to the other."""
    root, device, *_ = path.split("/")
    return device if root == "devices" else None


def download_stored(world_id: str, path: str) -> Response:
    """One of those files, as it lies there."""
    with found.world(world_id) as world:
        if path not in _stored(world):
            raise ControlError(404, f"{path!r} is no file of a device", f"{path!r}: 기기에 없는 파일입니다")
        return send_from_directory(world.folder.absolute(), path)


def list_transfers(world_id: str) -> answers.Transfers:
    """Every transfer that a customer confirmed, the oldest first."""
    with found.world(world_id) as world, world.bank() as bank:
        confirmed = bank.session.scalars(select(Transfer).order_by(Transfer.id))
        transfers = [_transfer(one) for one in confirmed]
    return answers.Transfers(transfers=transfers)


def _transfer(transfer: Transfer) -> answers.TransferState:
    return answers.TransferState(
        id=transfer.id,
        state=transfer.state,
        sender=transfer.from_account,
        receiver=transfer.to_account,
        amount=transfer.amount,
        text=transfer.text,
        serial=transfer.serial,
    )


def _account(bank: Bank, customer: Customer) -> answers.Account:
    entries = [
        answers.Entry(at=entry.at.isoformat(), text=entry.text, amount=entry.amount, balance=entry.balance)
        for entry in accounts.history(bank, customer.account)
    ]
    return answers.Account(number=customer.account.number, balance=customer.account.balance, entries=entries)


def show_person(world_id: str, key: str) -> answers.Hands:
    """What a person holds in their hands at this moment: card or OTP, and the account's balance."""
    with found.world(world_id) as world, world.bank() as bank:
        person = found.person(world, key)
        customer = bank.customer(key)
        return answers.Hands(
            key=key,
            name=person.name,
            account=_account(bank, customer),
            security_card=customer.card_codes or None,
            otp=identity.otp_now(bank, customer) if customer.otp_secret else None,
        )
