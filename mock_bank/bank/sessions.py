"""Visits: rows that the world's clock judges (domain: Limits)."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import select, update

from mock_bank.bank import errors
from mock_bank.bank.context import Bank
from mock_bank.bank.models import BankSession

COOKIE = "visit"  # under this name a browser keeps the id of its visit
IDLE_LIMIT = timedelta(minutes=10)


def start(bank: Bank) -> BankSession:
    """A new visit of somebody who is not signed in."""
    visit = BankSession(id=secrets.token_urlsafe(24), data={}, last_seen=bank.now())
    bank.session.add(visit)
    return visit


def resume(bank: Bank, visit_id: str | None) -> BankSession:
    """The visit of that id, or a new one; one idle for too long is signed out, and has begun nothing."""
    visit = bank.session.get(BankSession, visit_id) if visit_id else None
    if visit is None:
        return start(bank)
    idle = bank.now() - visit.last_seen >= IDLE_LIMIT
    if idle and visit.customer_key:
        bank.record("session expired", customer=visit.customer_key)
        end(visit, errors.SESSION_EXPIRED.code)
    elif idle and visit.procedure_id:
        end(visit, errors.PROCEDURE_EXPIRED.code)
    visit.last_seen = bank.now()
    return visit


def sign_in(bank: Bank, customer_key: str, serial: str) -> BankSession:
    """A signed-in visit under a new id; the customer's other visits end."""
    others = update(BankSession).where(BankSession.customer_key == customer_key)
    bank.session.execute(
        others.values(customer_key=None, serial=None, data={}, ended=errors.SESSION_ELSEWHERE.code)
    )
    visit = start(bank)
    visit.customer_key = customer_key
    visit.serial = serial
    return visit


def end_signed_in_with(bank: Bank, serial: str) -> None:
    """Sign out whoever is signed in with that certificate, which is in force no longer."""
    for visit in bank.session.scalars(select(BankSession).where(BankSession.serial == serial)):
        bank.record("session ended", customer=visit.customer_key, serial=serial)
        end(visit, errors.SESSION_CERTIFICATE.code)


def end(visit: BankSession, code: str | None = None) -> None:
    """Sign the visit out; `code` says why when it was not the customer's wish."""
    visit.customer_key = None
    visit.serial = None
    visit.procedure_id = None
    visit.identified = False
    visit.data = {}
    visit.ended = code
