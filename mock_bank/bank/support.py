"""The customer centre: where to call, and the reference numbers that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError
from mock_bank.bank.models import Incident


@dataclass(frozen=True)
class Centre:
    """How to reach the customer centre."""

    phone: str = "1500-0000"
    hours: str = "평일 09:00–18:00 (KST)"


CENTRE = Centre()


def open_incident(bank: Bank, error: BankError, customer_key: str | None) -> str:
    """Note that a customer saw `error`; return the reference number to give to the centre."""
    count = bank.session.scalar(select(func.count()).select_from(Incident)) or 0
    reference = f"{bank.now():%y%m%d}-{count + 1:04}"
    bank.session.add(Incident(reference=reference, at=bank.now(), code=error.code, customer_key=customer_key))
    bank.session.commit()
    return reference
