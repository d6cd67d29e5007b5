"""A renewal: a state machine whose every arrow is one request, kept as a whole, so that trying again goes on
from the last.

applied -> identified (identity.py) -> registered -> issued -> stored -> confirmed

A certificate that is issued anew comes the same way, from a renewal without an old one: no old key signs for
it, and whatever the customer has of its kind ends (domain: Issuing anew).
"""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from sqlalchemy import Select, delete, select

from mock_bank.bank import accounts, certificates, errors, notices, parties, sessions
from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.models import Customer, Question, RegisteredCertificate, Renewal, RenewalState
from mock_bank.bank.notices import Event
from mock_bank.bank.signatures import UNREADABLE, signed_by
from mock_bank.ca.keys import KEY_BITS
from mock_bank.ca.profile import Kind, renewed_dates, serial_of, subject
from mock_bank.ca.registry import IssuedCertificate, State

_REFUSED = {
    State.EXPIRED: errors.RENEWAL_EXPIRED,
    State.SUSPENDED: errors.RENEWAL_SUSPENDED,
    State.REVOKED: errors.RENEWAL_REVOKED,
    State.REPLACED: errors.RENEWAL_REPLACED,
}


_FREE = ("email",)  # a customer may give another one


@dataclass(frozen=True)
class Application:
    """The registration data that the customer fills in (claim: step.3)."""

    name: str
    number: str
    account: str
    phone: str
    email: str

    @classmethod
    def of(cls, customer: Customer) -> Application:
        """The data as the bank has them."""
        account = customer.account.number
        return cls(customer.name, customer.number, account, customer.phone, customer.email)


def check_eligible(bank: Bank, certificate: CertificateView) -> None:
    """Raise Refusal unless this certificate may be renewed today (domain: Renewal window)."""
    if certificate.is_other_bank_s:
        error = errors.RENEWAL_OTHER_BANK.of(bank=certificate.bank_label)
        raise bank.refuse(Refusal(error), serial=certificate.serial)
    if certificate.state in _REFUSED:
        raise bank.refuse(Refusal(_REFUSED[certificate.state]), serial=certificate.serial)
    if not certificate.due:
        raise bank.refuse(
            Refusal(errors.RENEWAL_EARLY), serial=certificate.serial, days_left=certificate.days_left
        )


def of(bank: Bank, old_serial: str) -> Renewal | None:
    """The renewal of that certificate, if one was applied for."""
    return bank.session.scalars(select(Renewal).where(Renewal.old_serial == old_serial)).one_or_none()


def that_made(bank: Bank, new_serial: str) -> Renewal | None:
    """The renewal or the issuing anew that ended in that certificate, if one did."""
    return bank.session.scalars(select(Renewal).where(Renewal.new_serial == new_serial)).one_or_none()


def present(bank: Bank, serial: str) -> Renewal | None:
    """The renewal that a certificate's holder is in: its own or, until it is due, the one that made it."""
    if own := of(bank, serial):
        return own
    last, certificate = that_made(bank, serial), certificates.view(bank, serial)
    if last is None or last.old_serial is None:
        return None
    ended = last.state == RenewalState.CONFIRMED
    return None if ended and (certificate.due or certificate.state != State.VALID) else last


def apply(bank: Bank, customer: Customer, serial: str, application: Application) -> Renewal:
    """Take the application (again, as long as identity is not verified); the renewal is `applied`.

    Raises Refusal IDENTITY-MISMATCH about all data that are not those of the certificate's holder
    (claim: error.identity.mismatch).
    """
    _check_holder(bank, customer, application)
    renewal = of(bank, serial)
    if renewal is None:
        kind = certificates.view(bank, serial).kind
        renewal = Renewal(old_serial=serial, kind_id=kind.id, customer=customer, state=RenewalState.APPLIED)
        bank.session.add(renewal)
    renewal.email = application.email
    bank.record("renewal applied for", serial=serial)
    return renewal


def apply_anew(bank: Bank, kind: Kind, application: Application) -> Renewal:
    """Take the application of somebody who signs with no certificate, or find the one that is not finished.

    Raises Refusal IDENTITY-MISMATCH when the data are no customer's: it tells no stranger which of them are.
    """
    customer = applicant(bank, application)
    renewal = _unfinished(bank, customer, kind)
    if renewal is None:
        renewal = Renewal(kind_id=kind.id, customer=customer, state=RenewalState.APPLIED)
        bank.session.add(renewal)
    renewal.email = application.email
    bank.record("certificate applied for", customer=customer.key, kind=kind.id)
    return renewal


def applicant(bank: Bank, application: Application) -> Customer:
    """The customer whose data these are. Raises Refusal IDENTITY-MISMATCH when they are nobody's."""
    account = accounts.of_number(bank, application.account)
    if account is None or _wrong_fields(account.customer, application):
        raise bank.refuse(Refusal(errors.IDENTITY_MISMATCH))
    return account.customer


def _unfinished(bank: Bank, customer: Customer, kind: Kind) -> Renewal | None:
    """What the customer has begun to have issued anew of that kind: there is one at most."""
    begun = _of_kind(customer, kind).where(
        Renewal.old_serial.is_(None), Renewal.state != RenewalState.CONFIRMED
    )
    return bank.session.scalars(begun).one_or_none()


def _of_kind(customer: Customer, kind: Kind) -> Select[Renewal]:
    return select(Renewal).where(Renewal.customer_key == customer.key, Renewal.kind_id == kind.id)


def _check_holder(bank: Bank, customer: Customer, application: Application) -> None:
    if wrong := _wrong_fields(customer, application):
        faults = [(field, errors.IDENTITY_MISMATCH) for field in wrong]
        raise bank.refuse(Refusal.at(*faults), fields=wrong)


def _wrong_fields(customer: Customer, application: Application) -> list[str]:
    entered, registered = asdict(application), asdict(Application.of(customer))
    return [
        field
        for field, value in registered.items()
        if field not in _FREE and _plain(entered[field]) != _plain(value)
    ]


def _plain(text: str) -> str:
    """One form for what can be written in several: ㈜ and (주), one syllable or its letters."""
    return unicodedata.normalize("NFKC", text)


def cancel(bank: Bank, renewal: Renewal) -> None:
    """Forget a renewal that the authority does not know of yet; it may be begun anew.

    Raises Refusal RENEWAL-PASSED when it is registered: what is paid for is finished (domain: Who does what).
    """
    if renewal.state.reached(RenewalState.REGISTERED):
        raise bank.refuse(Refusal(errors.RENEWAL_PASSED), procedure=renewal.id)
    bank.record("renewal cancelled", procedure=renewal.id, serial=renewal.old_serial)
    bank.session.execute(delete(Question).where(Question.procedure_id == renewal.id))
    bank.session.delete(renewal)
    bank.session.commit()


def challenge(renewal: Renewal) -> bytes:
    """What the device signs, together with its request, to show that the holder asks for this renewal."""
    return f"dodam renewal {renewal.id} of {renewal.old_serial}".encode()


@dataclass(frozen=True)
class Request:
    """What a device asks for: its name for the key, PKCS#10 (DER), the old key's signature, where there is an
    old one, and the place.
    """

    device_key: str
    der: bytes
    signature: bytes
    place: str


def register(bank: Bank, renewal: Renewal, request: Request) -> None:
    """Take the fee, once, and register the request for a new key; the renewal is `registered`.

    Raises Refusal when the old certificate did not sign it, another request was registered before, the
    fee cannot be paid or the authority fails; Waiting while the authority does not answer.
    """
    if renewal.state.reached(RenewalState.REGISTERED):
        if renewal.device_key != request.device_key:
            raise bank.refuse(Refusal(errors.REQUEST_TAKEN), procedure=renewal.id)
        return
    _check_request(bank, renewal, request)
    fee = renewal.kind.fee
    accounts.check_balance(bank, renewal.customer.account, fee)
    parties.ask(bank, "ca.register", renewal)
    accounts.withdraw(bank, renewal.customer.account, fee, f"인증서 {renewal.label} 수수료")
    renewal.fee = fee
    renewal.request = request.der
    renewal.device_key = request.device_key
    renewal.place = request.place
    renewal.state = RenewalState.REGISTERED
    bank.record("renewal registered", procedure=renewal.id, fee=renewal.fee)


def subject_of(bank: Bank, renewal: Renewal) -> x509.Name:
    """Whose certificate it will be: the old one's holder, as the old one says."""
    if renewal.old_serial is None:
        return subject(renewal.customer_key, renewal.customer.name, renewal.kind)
    return bank.authority.issued(renewal.old_serial).certificate.subject


def _check_request(bank: Bank, renewal: Renewal, sent: Request) -> None:
    try:
        request = x509.load_der_x509_csr(sent.der)
        subject, key, signed = request.subject, request.public_key(), request.is_signature_valid
    except UNREADABLE as error:
        raise bank.refuse(Refusal(errors.REQUEST_REFUSED), procedure=renewal.id) from error
    if subject != subject_of(bank, renewal):
        raise bank.refuse(Refusal(errors.REQUEST_OTHER), procedure=renewal.id)
    genuine = (
        signed
        and isinstance(key, RSAPublicKey)
        and key.key_size == KEY_BITS
        and _is_new(bank, renewal, key)
        and _is_signed_by_old(bank, renewal, sent)
    )
    if not genuine:
        raise bank.refuse(Refusal(errors.REQUEST_REFUSED), procedure=renewal.id)


def _is_new(bank: Bank, renewal: Renewal, key: RSAPublicKey) -> bool:
    """Whether no certificate that the customer has registered here is for that key."""
    held = certificates.of_customer(bank, renewal.customer_key)
    return all(bank.authority.issued(one.serial).certificate.public_key() != key for one in held)


def _is_signed_by_old(bank: Bank, renewal: Renewal, sent: Request) -> bool:
    if renewal.old_serial is None:
        return True
    old = bank.authority.issued(renewal.old_serial).certificate
    return signed_by(old, challenge(renewal) + sent.der, sent.signature)


def issue(bank: Bank, renewal: Renewal) -> bytes:
    """Have the authority issue the new certificate, once; the renewal is `issued`. Returns its DER.

    Raises Refusal when the authority fails, before it issues or after, or when nothing is registered;
    Waiting while the authority does not answer (claims: error.server, error.delay). A damaged answer is
    passed on as it came: the device finds that out, and the renewal is as if no answer had come.
    """
    if renewal.request is None:
        raise bank.refuse(Refusal(errors.RENEWAL_ORDER), procedure=renewal.id)
    if renewal.new_serial is not None:
        return bank.authority.issued(renewal.new_serial).der
    issued = bank.authority.issued_for(_request_id(renewal)) or _have_issued(bank, renewal, renewal.request)
    answer = parties.ask(bank, "ca.deliver", renewal)
    if answer.damage is not None:
        return bank.authority.damaged(issued, answer.damage)
    renewal.new_serial = issued.serial
    renewal.state = RenewalState.ISSUED
    bank.record("certificate issued", party="ca", procedure=renewal.id, serial=issued.serial)
    return issued.der


def _have_issued(bank: Bank, renewal: Renewal, request_der: bytes) -> IssuedCertificate:
    parties.ask(bank, "ca.issue", renewal)
    now = bank.now()
    # Where there is no old one, a year counts from today.
    last_day = certificates.view(bank, renewal.old_serial).not_after if renewal.old_serial else now
    not_before, not_after = renewed_dates(last_day, now)
    public_key = x509.load_der_x509_csr(request_der).public_key()
    assert isinstance(public_key, RSAPublicKey), "only a request for an RSA key is registered"
    return bank.authority.issue(
        request_id=_request_id(renewal),
        person=renewal.customer_key,
        holder=renewal.customer.name,
        kind=renewal.kind,
        public_key=public_key,
        not_before=not_before,
        not_after=not_after,
    )


def waits_for_certificate(bank: Bank, renewal: Renewal) -> bool:
    """Whether the customer waits for the authority to issue, or to deliver what it issued."""
    return parties.waits(bank, "ca.issue", renewal) or parties.waits(bank, "ca.deliver", renewal)


def _request_id(renewal: Renewal) -> str:
    return f"renewal {renewal.id}"


def check_in_force(bank: Bank, renewal: Renewal) -> None:
    """Raise Refusal when the old certificate was suspended, revoked or replaced while it is renewed.

    That it expires meanwhile does not matter: what is registered can be finished (domain: Renewal window).
    Where there is no old one, nothing can have become of it.
    """
    if renewal.old_serial is None:
        return
    state = bank.authority.issued(renewal.old_serial).kept_state
    if state != State.VALID and not renewal.state.reached(RenewalState.STORED):
        raise bank.refuse(Refusal(_REFUSED[state]), procedure=renewal.id, serial=renewal.old_serial)


def store(bank: Bank, renewal: Renewal, thumbprint: str) -> None:
    """Hear from the device that it stored the new certificate; the old one is replaced from now on.

    The renewal is `stored`. Raises Refusal when it is another certificate, when none is issued, or when
    the old one is in force no longer.
    """
    if renewal.state.reached(RenewalState.STORED):
        return
    if renewal.new_serial is None:
        raise bank.refuse(Refusal(errors.RENEWAL_ORDER), procedure=renewal.id)
    if certificates.view(bank, renewal.new_serial).thumbprint != thumbprint:
        raise bank.refuse(Refusal(errors.STORED_OTHER), procedure=renewal.id)
    check_in_force(bank, renewal)
    replaced = _replaced_by(bank, renewal)
    bank.session.add(RegisteredCertificate(serial=renewal.new_serial, customer_key=renewal.customer_key))
    renewal.state = RenewalState.STORED
    bank.record("certificate stored", party="device", serial=renewal.new_serial, place=renewal.place)
    for serial in replaced:
        bank.record("certificate replaced", party="ca", serial=serial)
        if renewal.old_serial is None:  # who renews is signed in with the old one, and goes on with the new
            sessions.end_signed_in_with(bank, serial)
    # One commit for both parties: between two, the customer could sign in with neither certificate.
    bank.authority.replace(*replaced)


def _replaced_by(bank: Bank, renewal: Renewal) -> list[str]:
    """The serials of what ends with the storing: the old certificate or, where there is none, all of the kind
    that could still be used, also what was issued before and never stored.
    """
    if renewal.old_serial is not None:
        return [renewal.old_serial]
    customer, kind = renewal.customer, renewal.kind
    held = [one.serial for one in certificates.of_this_bank(bank, customer.key) if one.kind == kind]
    begun = [one.new_serial for one in bank.session.scalars(_of_kind(customer, kind)) if one.new_serial]
    ending = (State.VALID, State.SUSPENDED)
    return [
        serial
        for serial in dict.fromkeys([*held, *begun])
        if serial != renewal.new_serial and bank.authority.status(serial) in ending
    ]


def hear_of_storing(bank: Bank, certificate: x509.Certificate) -> None:
    """Learn from a signature by an issued certificate that the device has stored it, if nobody told before.

    The old one may lie there no longer, so it has to be good for signing in. Raises Refusal, as `store` does.
    """
    serial = serial_of(certificate)
    made = that_made(bank, serial) if certificates.is_issued(bank, certificate) else None
    if made is not None and bank.authority.status(serial) == State.VALID:
        store(bank, made, certificates.view(bank, serial).thumbprint)


def report_device(bank: Bank, renewal: Renewal, error: BankError) -> Refusal:
    """Note what the customer's device could not do, in the catalogue's words, to be raised."""
    return bank.refuse(Refusal(error), party="device", procedure=renewal.id)


def confirm(bank: Bank, renewal: Renewal) -> None:
    """Write down that the renewal is over, and tell the customer; it is `confirmed`.

    Raises Refusal RECORD-FAILED.
    """
    if renewal.state.reached(RenewalState.CONFIRMED):
        return
    parties.ask(bank, "bank.record", renewal)
    renewal.state = RenewalState.CONFIRMED
    event = Event.ISSUED if renewal.old_serial is None else Event.RENEWED
    notices.notify(bank, renewal.customer, event, renewal.new_serial or "", renewal.email)
    bank.record("renewal confirmed", procedure=renewal.id)
