"""What customers have done to their certificates: revoked for good, suspended, restored (domain: Revocation).

applied -> identified (identity.py) -> confirmed
"""

from __future__ import annotations

from mock_bank.bank import certificates, errors, notices, sessions
from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Change, Customer, RenewalState
from mock_bank.bank.notices import Event
from mock_bank.ca.registry import State

REASON = "고객 신청"
# What a certificate has to be for what it shall become.
_FROM = {
    State.REVOKED: (State.VALID, State.SUSPENDED),
    State.SUSPENDED: (State.VALID,),
    State.VALID: (State.SUSPENDED,),
}
_TOLD = {
    State.REVOKED: Event.REVOKED,
    State.SUSPENDED: Event.SUSPENDED,
    State.VALID: Event.RESTORED,
}


def begin(bank: Bank, customer: Customer, becomes: State) -> Change:
    """Take the customer's wish; the change is `applied`."""
    change = Change(customer=customer, becomes=becomes, state=RenewalState.APPLIED)
    bank.session.add(change)
    bank.record("change applied for", customer=customer.key, becomes=becomes)
    return change


def choices(bank: Bank, change: Change) -> list[CertificateView]:
    """The customer's certificates to which it can be done. Raises Refusal CHANGE-NONE if there are none."""
    held = certificates.of_this_bank(bank, change.customer_key)
    fitting = [one for one in held if one.state in _FROM[change.becomes]]
    if not fitting:
        raise bank.refuse(Refusal(errors.CHANGE_NONE), procedure=change.id)
    return fitting


def decide(bank: Bank, change: Change, serial: str) -> None:
    """Do it to the certificate of that serial, at once; the change is `confirmed`, and not done again.

    Raises Refusal when it cannot be done to that certificate.
    """
    if change.state.reached(RenewalState.CONFIRMED):
        return
    if serial not in [one.serial for one in choices(bank, change)]:
        raise bank.refuse(Refusal(errors.REQUEST_MALFORMED), procedure=change.id)
    change.serial, change.state = serial, RenewalState.CONFIRMED
    sessions.end_signed_in_with(bank, serial)  # nobody is with one that is only now restored
    notices.notify(bank, change.customer, _TOLD[change.becomes], serial)
    if change.becomes == State.REVOKED:
        bank.record("certificate revoked", party="ca", serial=serial)
        bank.authority.revoke(serial, REASON)
    elif change.becomes == State.SUSPENDED:
        bank.record("certificate suspended", party="ca", serial=serial)
        bank.authority.suspend(serial)
    else:
        bank.record("certificate restored", party="ca", serial=serial)
        bank.authority.restore(serial)
