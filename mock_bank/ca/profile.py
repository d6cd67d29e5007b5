"""What the authority's certificates say: their kinds, whose they are, from when until when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.x509.oid import NameOID

from mock_bank.clock import KST

# ITU-T gave 2.999 away for examples: nobody can take these for policies of the field's 1.2.410.200005.
POLICY_ARC = "2.999.200005.1.1"


@dataclass(frozen=True)
class Kind:
    """A kind of certificate; `fee` is won a year (domain: Fee), `unit` tells kinds apart in a subject."""

    id: str
    label: str
    fee: int
    policy: x509.ObjectIdentifier
    unit: str
    corporate: bool


def _kind(name: str, label: str, fee: int, policy: int, unit: str) -> Kind:
    arc = x509.ObjectIdentifier(f"{POLICY_ARC}.{policy}")
    return Kind(name, label, fee, arc, unit, corporate=name.startswith("corporate"))


# By the unit of a subject: through which bank a certificate was issued.
BANKS = {"DODAM": "도담모의은행", "NOEUL": "노을모의은행"}
HOME, OTHER = BANKS

KINDS = {
    kind.id: kind
    for kind in (
        _kind("personal-bank", "은행/보험용(개인)", 0, 4, "personal4IB"),
        _kind("personal-general", "범용(개인)", 4400, 1, "personal4EC"),
        _kind("corporate-bank", "은행/보험용(기업)", 0, 2, "corporation4IB"),
        _kind("corporate-general", "범용(기업)", 4400, 5, "corporation4EC"),
    )
}
_BY_POLICY = {kind.policy: kind for kind in KINDS.values()}


def subject(person: str, holder: str, kind: Kind, bank: str = HOME) -> x509.Name:
    """Whose certificate it is: cn=<holder>()<digits>,ou=<bank>,ou=<unit>,o=mockSign,c=kr (domain: Files).

    The digits follow from `person`, so a renewal carries the same subject. ValueError when the
    holder's name is longer than 43 bytes: X.509 gives a common name 64.
    """
    digits = str(int.from_bytes(hashlib.sha256(person.encode()).digest()))[-16:]
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "kr"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "mockSign"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, kind.unit),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, bank),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{holder}()000{digits}"),
        ]
    )


def holder_of(certificate: x509.Certificate) -> str:
    """The holder's name, as the subject has it before its digits."""
    return _common_name(certificate.subject).rpartition("()")[0]


def bank_of(certificate: x509.Certificate) -> str:
    """The one of BANKS through which the certificate was issued."""
    return str(certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[-1].value)


def issuer_of(certificate: x509.Certificate) -> str:
    """The issuing authority's name."""
    return _common_name(certificate.issuer)


def kind_of(certificate: x509.Certificate) -> Kind:
    """The kind that the certificate's policy names; KeyError for a policy that is not the mock's."""
    policies = certificate.extensions.get_extension_for_class(x509.CertificatePolicies).value
    return _BY_POLICY[policies[0].policy_identifier]


def serial_of(certificate: x509.Certificate) -> str:
    """The serial number as pages, tables and JSON carry it: decimal text, for it outgrows 64 bits."""
    return str(certificate.serial_number)


def renewed_dates(old_not_after: datetime, now: datetime) -> tuple[datetime, datetime]:
    """From when until when a renewed certificate is valid (domain: Renewal window).

    It starts now and ends a year after the old one's last day, at 23:59:59 KST; a year after
    29 February is 28 February.
    """
    end = old_not_after.astimezone(KST).replace(hour=23, minute=59, second=59)
    if (end.month, end.day) == (2, 29):
        end = end.replace(day=28)
    return now.astimezone(KST), end.replace(year=end.year + 1)


def is_over(not_after: datetime, now: datetime) -> bool:
    """Whether a certificate has expired: the second that `not_after` names still belongs to it."""
    return now >= not_after + timedelta(seconds=1)


def _common_name(name: x509.Name) -> str:
    value = name.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    return value if isinstance(value, str) else value.decode()
