"""What the bank asks of others, and how long it waits for their answers, in the world's time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mock_bank.bank import errors
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.models import Procedure, Question
from mock_bank.faults import Damage, Fault, Seam

_FAILED: dict[Seam, BankError] = {
    "sms.send": errors.SMS_FAILED,
    "identity.verify": errors.IDENTITY_SERVER,
    "ca.register": errors.CA_REGISTER,
    "ca.issue": errors.CA_ISSUE,
    "ca.deliver": errors.CA_DELIVER,
    "bank.record": errors.RECORD_FAILED,
}
_LATE: dict[Seam, BankError] = {
    "sms.send": errors.SMS_TIMEOUT,
    "identity.verify": errors.IDENTITY_TIMEOUT,
    "ca.register": errors.CA_TIMEOUT,
    "ca.issue": errors.CA_TIMEOUT,
    "ca.deliver": errors.CA_TIMEOUT,
}


class Waiting(Exception):
    """The answer is not there yet."""


@dataclass(frozen=True)
class Answer:
    """What came back: to what was asked when, and how it is damaged, if it is."""

    asked_at: datetime
    damage: Damage | None = None


def ask(bank: Bank, seam: Seam, procedure: Procedure) -> Answer:
    """Ask for a procedure what is asked at `seam`, or go on waiting for what was asked before.

    Raises Waiting while the answer is on its way, and Refusal when it fails or has not come within the
    limit (claim: error.delay). Asked again after that, an answer that is late is waited for anew.
    """
    question = bank.session.get(Question, (procedure.id, seam))
    if question is None:
        fault = bank.faults.strike(seam)
        if fault is None:
            return Answer(bank.now())
        bank.record("fault struck", seam=seam, effect=fault.effect)
        if fault.effect == "error":
            raise bank.refuse(Refusal(_FAILED[seam]), procedure=procedure.id)
        if fault.effect == "damaged":
            return Answer(bank.now(), fault.damage)
        question = Question(procedure_id=procedure.id, seam=seam, answer_at=_answer_at(bank, fault))
        bank.session.add(question)
    return _hear(bank, question)


def waits(bank: Bank, seam: Seam, procedure: Procedure) -> bool:
    """Whether the customer waits for what was asked at `seam`."""
    question = bank.session.get(Question, (procedure.id, seam))
    return question is not None and question.asked_at is not None


def still_waits(bank: Bank, seam: Seam, procedure: Procedure) -> bool:
    """Whether the customer waits, the answer is not there, and the limit has not passed."""
    question = bank.session.get(Question, (procedure.id, seam))
    if question is None or question.asked_at is None or _is_answered(bank, question.asked_at, question):
        return False
    return bank.now() < _limit(bank, question.asked_at)


def _limit(bank: Bank, asked_at: datetime) -> datetime:
    return asked_at + timedelta(seconds=bank.settings.answer_limit)


def _is_answered(bank: Bank, asked_at: datetime, question: Question) -> bool:
    """Whether the answer is there and came in time: one after the limit found nobody waiting."""
    in_time = min(bank.now(), _limit(bank, asked_at))
    return question.answer_at is not None and question.answer_at <= in_time


def _answer_at(bank: Bank, fault: Fault) -> datetime | None:
    return None if fault.seconds is None else bank.now() + timedelta(seconds=fault.seconds)


def _hear(bank: Bank, question: Question) -> Answer:
    question.asked_at = asked_at = question.asked_at or bank.now()
    if _is_answered(bank, asked_at, question):
        bank.session.delete(question)
        return Answer(asked_at)
    if bank.now() < _limit(bank, asked_at):
        raise Waiting
    if question.answer_at is None:
        bank.session.delete(question)
    else:
        question.asked_at = None
    late = _LATE[question.seam].of(limit=bank.settings.answer_limit)
    raise bank.refuse(Refusal(late), procedure=question.procedure_id, seam=question.seam)
