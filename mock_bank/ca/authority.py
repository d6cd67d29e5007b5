"""What the authority does for the bank: issue, replace, suspend, revoke and tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.certificate import customer_certificate, is_signed_by
from mock_bank.ca.crl import revocation_list
from mock_bank.ca.damage import damaged
from mock_bank.ca.profile import HOME, Kind, serial_of, subject
from mock_bank.ca.registry import IssuedCertificate, PublishedList, State
from mock_bank.ca.status import answer
from mock_bank.clock import KST, Clock
from mock_bank.faults import Damage


class Authority:
    """The authority in one world. Serials are decimal text; `next_serial` says the next one to give.

    It is a party of its own: what it has done it commits before it answers, so that an answer that
    gets lost undoes nothing (domain: Who does what). It shares the bank's session: what the bank has
    not committed before it asks is committed with it.
    """

    def __init__(
        self, session: Session, clock: Clock, key: AuthorityKey, next_serial: Callable[[], int]
    ) -> None:
        self._session = session
        self._clock = clock
        self._key = key
        self._next_serial = next_serial

    @property
    def certificate(self) -> x509.Certificate:
        """Its own, by which everybody can check what it signed."""
        return self._key.certificate

    def issue(
        self,
        *,
        request_id: str,
        person: str,
        holder: str,
        kind: Kind,
        public_key: RSAPublicKey,
        not_before: datetime,
        not_after: datetime,
        bank: str = HOME,
    ) -> IssuedCertificate:
        """The certificate for a request: issued now or, when asked before, the one issued then.

        A request never yields two, whatever its repetition brings (domain: Who does what).
        """
        if issued := self.issued_for(request_id):
            return issued
        certificate = customer_certificate(
            self._key.key,
            subject=subject(person, holder, kind, bank),
            kind=kind,
            public_key=public_key,
            serial=self._next_serial(),
            not_before=not_before,
            not_after=not_after,
        )
        issued = IssuedCertificate(
            serial=serial_of(certificate),
            request_id=request_id,
            person=person,
            holder=holder,
            kind_id=kind.id,
            not_before=certificate.not_valid_before_utc.astimezone(KST),
            not_after=certificate.not_valid_after_utc.astimezone(KST),
            der=certificate.public_bytes(Encoding.DER),
        )
        self._session.add(issued)
        self._session.commit()
        return issued

    def issued_for(self, request_id: str) -> IssuedCertificate | None:
        """The certificate issued for that request, if one was."""
        return self._session.scalar(
            select(IssuedCertificate).where(IssuedCertificate.request_id == request_id)
        )

    def damaged(self, issued: IssuedCertificate, damage: Damage) -> bytes:
        """A certificate (DER) as it reaches the customer when something went wrong on the way or before."""
        return damaged(self._key.key, issued, damage)

    def replace(self, *serials: str) -> None:
        """Another takes the place of these certificates, of all in one commit (domain: Renewal window)."""
        self._change(*serials, state=State.REPLACED)

    def suspend(self, serial: str) -> None:
        """Take its force away for the time being."""
        self._change(serial, state=State.SUSPENDED)

    def restore(self, serial: str) -> None:
        """Give a suspended one its force back."""
        self._change(serial, state=State.VALID)

    def revoke(self, serial: str, reason: str) -> None:
        """Take its force away for good, for a reason that the register keeps."""
        self._change(serial, state=State.REVOKED, reason=reason)

    def status(self, serial: str) -> State:
        """The state of a certificate at this moment of the world."""
        issued = self.find(serial)
        return issued.state(self._clock.now()) if issued else State.UNKNOWN

    def answer_status(self, request: bytes) -> bytes:
        """The answer (OCSP response, DER) to whoever asks for a certificate's status by an OCSP request."""
        return answer(self._key, request, self.find, self._clock.now()).public_bytes(Encoding.DER)

    def revocation_list(self) -> bytes:
        """All that is in force no longer, as a list that everybody can check (CRL, DER)."""
        now = self._clock.now()
        published = PublishedList(made_at=now)
        self._session.add(published)
        self._session.commit()
        register = self._session.scalars(select(IssuedCertificate).order_by(IssuedCertificate.not_before))
        return revocation_list(self._key, register, now, published.number).public_bytes(Encoding.DER)

    def issued(self, serial: str) -> IssuedCertificate:
        """The register's entry for a serial that it has given."""
        return self._session.get_one(IssuedCertificate, serial)

    def find(self, serial: str) -> IssuedCertificate | None:
        """The register's entry for a serial."""
        return self._session.get(IssuedCertificate, serial)

    def verify(self, certificate: x509.Certificate) -> bool:
        """Whether this authority signed the certificate; says nothing of its state."""
        return is_signed_by(certificate, self._key.certificate)

    def _change(self, *serials: str, state: State, reason: str | None = None) -> None:
        for issued in map(self.issued, serials):
            issued.stored_state, issued.reason = state.value, reason
            issued.changed_at = self._clock.now()
        self._session.commit()
