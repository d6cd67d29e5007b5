"""Certificates that another bank issued: registered here by who holds them, used here, renewed there."""

from __future__ import annotations

import re

from mock_bank.bank import accounts, certificates, errors, identity, in_force
from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.identity import Evidence
from mock_bank.bank.models import Customer, RegisteredCertificate
from mock_bank.bank.signatures import signer
from mock_bank.ca.profile import serial_of
from mock_bank.ca.registry import State


def find_customer(bank: Bank, number: str, account: str, password: str) -> Customer:
    """Whose account it is: `number` is their registration number. Nobody needs to be signed in for this.

    Raises Refusal IDENTITY-MISMATCH about both numbers, or as `identity.check_password` does.
    """
    found = accounts.of_number(bank, account)
    if found is None or _digits(found.customer.number) != _digits(number):
        faults = [(field, errors.IDENTITY_MISMATCH) for field in ("number", "account")]
        raise bank.refuse(Refusal.at(*faults))
    identity.check_password(bank, found.customer, password)
    return found.customer


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def register(
    bank: Bank,
    customer: Customer,
    challenge: bytes,
    certificate_der: bytes,
    signature: bytes,
    evidence: Evidence,
) -> CertificateView:
    """Register the certificate that signed `challenge`; from now on it signs in and signs transfers.

    Raises Refusal: the signature is not genuine, the certificate is somebody else's, registered already or
    not in force, or the card or the OTP is wrong (domain: Other banks).
    """
    certificate = signer(bank.authority, challenge, certificate_der, signature)
    if certificate is None or not certificates.is_issued(bank, certificate):
        raise bank.refuse(Refusal(errors.REGISTER_SIGNATURE))
    serial = serial_of(certificate)
    issued = bank.authority.issued(serial)
    # What a real bank learns from the certificate's hash of the registration number (VID).
    if issued.person != customer.key:
        raise bank.refuse(Refusal(errors.REGISTER_HOLDER), serial=serial)
    if certificates.registered(bank, certificate):
        raise bank.refuse(Refusal(errors.REGISTER_KNOWN), serial=serial)
    view = certificates.view(bank, serial)
    state = in_force.status(bank, certificate, errors.REGISTER_STATUS)
    if state != State.VALID:
        error = errors.REGISTER_STATE.of(state=state.label, bank=view.bank_label)
        raise bank.refuse(Refusal(error), serial=serial)
    identity.check_means(bank, customer, evidence)
    bank.session.add(RegisteredCertificate(serial=serial, customer_key=customer.key))
    bank.record("certificate registered", customer=customer.key, serial=serial)
    return view


def registered(bank: Bank, customer_key: str) -> list[CertificateView]:
    """The customer's certificates of other banks that are registered here."""
    return [one for one in certificates.of_customer(bank, customer_key) if one.is_other_bank_s]


def end(bank: Bank, customer_key: str, serial: str) -> None:
    """End the registration of that certificate. Raises Refusal NOT-FOUND when the customer has no such."""
    if serial not in [one.serial for one in registered(bank, customer_key)]:
        raise bank.refuse(Refusal(errors.NOT_FOUND), serial=serial)
    found = bank.session.get_one(RegisteredCertificate, serial)
    bank.session.delete(found)
    bank.record("registration ended", customer=customer_key, serial=serial)
