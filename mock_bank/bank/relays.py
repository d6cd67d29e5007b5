"""A certificate on its way from the customer's PC to their phone, under a number (domain: Files).

What lies at the bank is a file that the customer's device has encrypted. The bank cannot open it, keeps it
for minutes, and hands it out once.
"""

from __future__ import annotations

from datetime import timedelta

from asn1crypto import pkcs12
from sqlalchemy import func, select

from mock_bank.bank import certificates, errors, notices
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Relay
from mock_bank.bank.notices import Event
from mock_bank.bank.signatures import UNREADABLE, signer

LIFETIME = timedelta(minutes=5)  # domain: Limits
_SEALED = {"pkcs8_shrouded_key_bag", "cert_bag"}


def deposit(bank: Bank, challenge: bytes, certificate_der: bytes, signature: bytes, file: bytes) -> Relay:
    """Take a certificate's encrypted `file` (PKCS#12) from the customer's device; the number is new.

    Raises Refusal REQUEST-MALFORMED unless the certificate's own key signed `challenge`, or when the file is
    none or holds a key in the clear.
    """
    certificate = signer(bank.authority, challenge, certificate_der, signature)
    if certificate is None or not is_sealed(file):
        raise bank.refuse(Refusal(errors.REQUEST_MALFORMED))
    count = bank.session.scalars(select(func.count()).select_from(Relay)).one()
    number = "".join(bank.random("relay", count).choices("0123456789", k=12))
    relay = Relay(number=number, file=file, ends_at=bank.now() + LIFETIME)
    bank.session.add(relay)
    if registered := certificates.registered(bank, certificate):
        notices.notify(bank, bank.customer(registered.customer_key), Event.EXPORTED, registered.serial)
    bank.record("certificate deposited", party="device", relay=relay.id)
    return relay


def is_sealed(file: bytes) -> bool:
    """Whether it is a PKCS#12 file (RFC 7292) whose keys nobody reads without its password."""
    try:
        safes = pkcs12.Pfx.load(file, strict=True).authenticated_safe
        return all(
            safe["content_type"].native == "encrypted_data"
            or {bag["bag_id"].native for bag in pkcs12.SafeContents.load(safe["content"].native)} <= _SEALED
            for safe in safes
        )
    except (*UNREADABLE, KeyError):
        return False


def fetch(bank: Bank, number: str) -> bytes:
    """Hand the file out that lies under the number, and keep it no longer.

    Raises Refusal RELAY-UNKNOWN, RELAY-USED or RELAY-EXPIRED.
    """
    relay = bank.session.scalars(select(Relay).where(Relay.number == number)).one_or_none()
    if relay is None:
        raise bank.refuse(Refusal(errors.RELAY_UNKNOWN))
    if relay.file is None:
        error = errors.RELAY_USED if relay.fetched else errors.RELAY_EXPIRED
        raise bank.refuse(Refusal(error), relay=relay.id)
    file, relay.file, relay.fetched = relay.file, None, True
    bank.record("certificate fetched", party="device", relay=relay.id)
    return file


def forget(bank: Bank) -> bool:
    """Delete the files that nobody has fetched in time; whether there were any."""
    over = select(Relay).where(Relay.file.is_not(None), Relay.ends_at <= bank.now())
    forgotten = bank.session.scalars(over).all()
    for relay in forgotten:
        relay.file = None
    return bool(forgotten)
