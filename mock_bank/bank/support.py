"""The customer centre: where to call, and the reference numbers that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select

from mock_bank.bank import errors, masking
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import CATALOGUE, BankError, Leads, Refusal
from mock_bank.bank.models import Incident, Procedure, RenewalState

# From this failed try of a renewal on, the centre is the quickest help (claim: error.persistent).
CENTRE_FIRST = 3

_PROGRESS = {
    RenewalState.APPLIED: "신청서 작성 완료, 본인 확인 전",
    RenewalState.IDENTIFIED: "본인 확인 완료, 발급 신청 전",
    RenewalState.REGISTERED: "발급 신청 완료, 인증서 발급 전",
    RenewalState.ISSUED: "인증서 발급 완료, 저장 전",
    RenewalState.STORED: "인증서 저장 완료, 기록 전",
}


@dataclass(frozen=True)
class Centre:
    """How to reach the customer centre."""

    phone: str = "1500-0000"
    hours: str = "평일 09:00–18:00 (KST)"


CENTRE = Centre()


@dataclass(frozen=True)
class Case:
    """What the centre sees under a number: what happened to whom, and where their renewal is now."""

    error: BankError
    at: datetime
    customer: str
    progress: str


def open_incident(
    bank: Bank, error: BankError, customer_key: str | None, procedure: Procedure | None
) -> Incident:
    """Note that a customer saw `error`, under the reference number to give to the centre."""
    count = bank.session.scalars(select(func.count()).select_from(Incident)).one()
    incident = Incident(
        reference=f"{bank.now():%y%m%d}-{count + 1:04}",
        at=bank.now(),
        code=error.code,
        customer_key=procedure.customer_key if procedure else customer_key,
        procedure_id=procedure.id if procedure else None,
    )
    bank.session.add(incident)
    return incident


def comes_first(bank: Bank, incident: Incident) -> bool:
    """Whether trying again has failed so often that the customer should call instead.

    All failures of one procedure count together; of what is none only the same failure counts.
    """
    together = (
        Incident.procedure_id == incident.procedure_id
        if incident.procedure_id
        else and_(Incident.customer_key.is_(incident.customer_key), Incident.code == incident.code)
    )
    codes = bank.session.scalars(select(Incident.code).where(together))
    failed_tries = sum(CATALOGUE[code].leads == Leads.RETRY for code in codes)
    return CATALOGUE[incident.code].leads == Leads.RETRY and failed_tries >= CENTRE_FIRST


def look_up(bank: Bank, reference: str) -> Case:
    """What the centre knows of a reference number. Raises Refusal SUPPORT-UNKNOWN when there is no such."""
    incident = bank.session.get(Incident, reference)
    if incident is None:
        raise bank.refuse(Refusal.at(("reference", errors.SUPPORT_UNKNOWN)))
    customer = bank.customer(incident.customer_key) if incident.customer_key else None
    return Case(
        error=CATALOGUE[incident.code],
        at=incident.at,
        customer=masking.name(customer.name) if customer else "로그인 전",
        progress=_progress(bank, incident),
    )


def _progress(bank: Bank, incident: Incident) -> str:
    begun = select(Procedure).order_by(Procedure.id.desc())
    latest = begun.where(Procedure.customer_key == incident.customer_key)
    concerned = begun.where(Procedure.id == incident.procedure_id)
    procedure = bank.session.scalars(concerned if incident.procedure_id else latest).first()
    if procedure is None:
        return "신청한 갱신 없음"
    return _PROGRESS.get(procedure.state, f"{procedure.label} 완료")
