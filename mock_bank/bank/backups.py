"""Backups of certificates: when the last was made, when it is time for the next
(claim: keep.backup; domain: Safekeeping).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from mock_bank.bank import certificates, errors, notices
from mock_bank.bank.certificates import CertificateView, days_between
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import RegisteredCertificate
from mock_bank.bank.notices import Event
from mock_bank.bank.signatures import signer
from mock_bank.ca.registry import State


@dataclass(frozen=True)
class Reminder:
    """That this certificate should be backed up; the last time was at `exported_at`, if ever."""

    certificate: CertificateView
    exported_at: datetime | None


def reminder(bank: Bank, customer_key: str) -> Reminder | None:
    """What to remind the customer of: their newest certificate in use whose backup is missing or too old.

    One that is due for renewal needs none: soon another takes its place.
    """
    for certificate in certificates.of_customer(bank, customer_key):
        exported_at = _exported_at(bank, certificate.serial)
        in_use = certificate.state == State.VALID and not certificate.due
        if in_use and (exported_at is None or _is_old(bank, exported_at)):
            return Reminder(certificate, exported_at)
    return None


def _exported_at(bank: Bank, serial: str) -> datetime | None:
    found = select(RegisteredCertificate.exported_at).where(RegisteredCertificate.serial == serial)
    return bank.session.scalar(found)


def _is_old(bank: Bank, exported_at: datetime) -> bool:
    return days_between(exported_at.date(), bank.now().date()) > bank.settings.backup_days


def record(bank: Bank, challenge: bytes, certificate_der: bytes, signature: bytes) -> None:
    """Hear from the customer's device that it exported a certificate; one that is not registered here is
    none of the bank's business.

    Raises Refusal REQUEST-MALFORMED unless the certificate's own key signed `challenge`.
    """
    certificate = signer(bank.authority, challenge, certificate_der, signature)
    if certificate is None:
        raise bank.refuse(Refusal(errors.REQUEST_MALFORMED))
    registered = certificates.registered(bank, certificate)
    if registered is None:
        return
    registered.exported_at = bank.now()
    notices.notify(bank, bank.customer(registered.customer_key), Event.EXPORTED, registered.serial)
    bank.record("certificate exported", party="device", serial=registered.serial)
