"""Signing in: a signature over the bank's challenge, by a certificate that is valid now."""

from __future__ import annotations

from mock_bank.bank import certificates, errors, in_force, renewal
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import RegisteredCertificate
from mock_bank.bank.signatures import signer
from mock_bank.ca.profile import serial_of
from mock_bank.ca.registry import State

_REFUSED = {
    State.EXPIRED: errors.SIGN_IN_EXPIRED,
    State.SUSPENDED: errors.SIGN_IN_SUSPENDED,
    State.REVOKED: errors.SIGN_IN_REVOKED,
    State.REPLACED: errors.SIGN_IN_REPLACED,
    State.UNKNOWN: errors.SIGN_IN_UNKNOWN,
}


def sign_in(bank: Bank, challenge: bytes, certificate_der: bytes, signature: bytes) -> RegisteredCertificate:
    """Whose valid certificate signed `challenge`.

    Raises Refusal: the signature or its certificate is not genuine, the authority does not say what has
    become of the certificate, it is not registered here, or it is expired, suspended, revoked or replaced
    (claims: need.banking, after.sign-in).
    """
    certificate = signer(bank.authority, challenge, certificate_der, signature)
    if certificate is None:
        raise bank.refuse(Refusal(errors.SIGN_IN_SIGNATURE))
    serial = serial_of(certificate)
    state = in_force.status(bank, certificate, errors.SIGN_IN_STATUS)
    renewal.hear_of_storing(bank, certificate)
    registered = certificates.registered(bank, certificate)
    if registered is None:
        raise bank.refuse(Refusal(errors.SIGN_IN_UNKNOWN), serial=serial)
    if state in _REFUSED:
        raise bank.refuse(Refusal(_REFUSED[state]), serial=serial)
    bank.record("signed in", customer=registered.customer_key, serial=serial)
    return registered
