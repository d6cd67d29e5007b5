"""A renewal: a state machine whose every arrow is one commit, so that trying again goes on from the last.

applied -> identified (identity.py) -> registered -> issued -> stored -> confirmed
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select

from mock_bank.bank import accounts, certificates, errors
from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import Customer, RegisteredCertificate, Renewal, RenewalState
from mock_bank.bank.sign_in import signed_by
from mock_bank.ca.profile import renewed_dates
from mock_bank.ca.registry import IssuedCertificate, State

_REFUSED = {
    State.EXPIRED: errors.RENEWAL_EXPIRED,
    State.SUSPENDED: errors.RENEWAL_SUSPENDED,
    State.REVOKED: errors.RENEWAL_REVOKED,
    State.REPLACED: errors.RENEWAL_REPLACED,
}


@dataclass(frozen=True)
class Application:
    """The registration data that the customer fills in (claim: step.3)."""

    name: str
    number: str
    account: str
    phone: str
    email: str


def check_eligible(bank: Bank, certificate: CertificateView) -> None:
    """Raise Refusal unless this certificate may be renewed today (domain: Renewal window)."""
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
    """The renewal that ended in that certificate, if one did."""
    return bank.session.scalars(select(Renewal).where(Renewal.new_serial == new_serial)).one_or_none()


def apply(bank: Bank, customer: Customer, serial: str, application: Application) -> Renewal:
    """Take the application (again, as long as identity is not verified); the renewal is `applied`.

    Raises Refusal IDENTITY-MISMATCH when the data are not those of the certificate's holder
    (claim: error.identity.mismatch).
    """
    _check_holder(bank, customer, application)
    renewal = of(bank, serial)
    if renewal is None:
        renewal = Renewal(old_serial=serial, customer=customer, state=RenewalState.APPLIED)
        bank.session.add(renewal)
    renewal.applied_at = bank.now()
    renewal.email = application.email
    bank.session.flush()
    bank.record("renewal applied for", renewal=renewal.id, serial=serial)
    bank.session.commit()
    return renewal


def _check_holder(bank: Bank, customer: Customer, application: Application) -> None:
    registered = {
        "name": customer.name,
        "number": customer.number,
        "account": customer.account.number,
        "phone": customer.phone,
    }
    wrong = [field for field, value in registered.items() if getattr(application, field) != value]
    if wrong:
        raise bank.refuse(Refusal(errors.IDENTITY_MISMATCH, field=wrong[0]), fields=wrong)


def challenge(renewal: Renewal) -> bytes:
    """What the device signs, together with its request, to show that the holder asks for this renewal."""
    return f"dodam renewal {renewal.id} of {renewal.old_serial}".encode()


def register(bank: Bank, renewal: Renewal, request_der: bytes, signature: bytes, device_key: str) -> None:
    """Take the fee, once, and register the request for a new key; the renewal is `registered`.

    Raises Refusal when the old certificate did not sign it, the fee cannot be paid, or the authority
    does not answer.
    """
    if renewal.state.reached(RenewalState.REGISTERED):
        return
    old = certificates.view(bank, renewal.old_serial)
    check_eligible(bank, old)
    _check_request(bank, renewal, request_der, signature)
    with bank.seam("ca.register", errors.CA_REGISTER):
        accounts.withdraw(bank, renewal.customer.account, old.kind.fee, "인증서 갱신 수수료")
        renewal.fee = old.kind.fee
        renewal.request = request_der
        renewal.device_key = device_key
        renewal.state = RenewalState.REGISTERED
        bank.record("renewal registered", renewal=renewal.id, fee=renewal.fee)
        bank.session.commit()


def _check_request(bank: Bank, renewal: Renewal, request_der: bytes, signature: bytes) -> None:
    old = _issued(bank, renewal.old_serial).certificate
    try:
        request = x509.load_der_x509_csr(request_der)
    except ValueError as error:
        raise bank.refuse(Refusal(errors.REQUEST_REFUSED), renewal=renewal.id) from error
    genuine = (
        request.is_signature_valid
        and isinstance(request.public_key(), RSAPublicKey)
        and request.subject == old.subject
        and _public_bytes(request) != _public_bytes(old)
        and signed_by(old, challenge(renewal) + request_der, signature)
    )
    if not genuine:
        raise bank.refuse(Refusal(errors.REQUEST_REFUSED), renewal=renewal.id)


def _public_bytes(of: x509.Certificate | x509.CertificateSigningRequest) -> bytes:
    return of.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def issue(bank: Bank, renewal: Renewal) -> bytes:
    """Have the authority issue the new certificate, once; the renewal is `issued`. Returns its DER.

    Raises Refusal CA-ISSUE when the authority fails before it issues, CA-DELIVER when only its answer
    is lost (claim: error.server).
    """
    if renewal.new_serial is not None:
        return _issued(bank, renewal.new_serial).der
    assert renewal.request is not None, "a registered renewal holds its request"
    old = certificates.view(bank, renewal.old_serial)
    with bank.seam("ca.issue", errors.CA_ISSUE):
        not_before, not_after = renewed_dates(old.not_after, bank.now())
        public_key = x509.load_der_x509_csr(renewal.request).public_key()
        assert isinstance(public_key, RSAPublicKey), "only a request for an RSA key is registered"
        issued = bank.authority.issue(
            request_id=f"renewal {renewal.id}",
            person=renewal.customer_key,
            holder=old.holder,
            kind=old.kind,
            public_key=public_key,
            not_before=not_before,
            not_after=not_after,
        )
    with bank.seam("ca.deliver", errors.CA_DELIVER):
        renewal.new_serial = issued.serial
        renewal.state = RenewalState.ISSUED
        bank.record("certificate issued", party="ca", renewal=renewal.id, serial=issued.serial)
        bank.session.commit()
    return issued.der


def store(bank: Bank, renewal: Renewal, place: str, thumbprint: str) -> None:
    """Hear from the device that it stored the new certificate; the old one is replaced from now on.

    The renewal is `stored`. Raises Refusal STORED-OTHER when it is another certificate.
    """
    if renewal.state.reached(RenewalState.STORED):
        return
    assert renewal.new_serial is not None, "an issued renewal has its certificate"
    if certificates.view(bank, renewal.new_serial).thumbprint != thumbprint:
        raise bank.refuse(Refusal(errors.STORED_OTHER), renewal=renewal.id)
    bank.authority.replace(renewal.old_serial)
    bank.session.add(
        RegisteredCertificate(
            serial=renewal.new_serial, customer_key=renewal.customer_key, registered_at=bank.now()
        )
    )
    renewal.place = place
    renewal.state = RenewalState.STORED
    bank.record("certificate stored", party="device", serial=renewal.new_serial, place=place)
    bank.record("certificate replaced", party="ca", serial=renewal.old_serial)
    bank.session.commit()


def confirm(bank: Bank, renewal: Renewal) -> None:
    """Write down that the renewal is over; it is `confirmed`. Raises Refusal RECORD-FAILED."""
    if renewal.state.reached(RenewalState.CONFIRMED):
        return
    with bank.seam("bank.record", errors.RECORD_FAILED):
        renewal.state = RenewalState.CONFIRMED
        bank.record("renewal confirmed", renewal=renewal.id)
        bank.session.commit()


def _issued(bank: Bank, serial: str) -> IssuedCertificate:
    issued = bank.authority.find(serial)
    assert issued is not None, "the authority keeps what it issued"
    return issued
