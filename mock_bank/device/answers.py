"""What the agent says of certificates, as JSON can hold it."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

from cryptography import x509

from mock_bank.ca.profile import holder_of, is_over, issuer_of, kind_of
from mock_bank.clock import KST
from mock_bank.device.records import Installed
from mock_bank.device.store import thumbprint


def row(certificate: x509.Certificate, now: datetime) -> dict[str, str]:
    """A certificate as the dialog's list shows it."""
    return {
        "id": thumbprint(certificate),
        "holder": holder_of(certificate),
        "kind": kind_of(certificate).id,
        "kind_label": kind_of(certificate).label,
        "issuer": issuer_of(certificate),
        "not_after": last_day(certificate),
        "state": "expired" if is_over(certificate.not_valid_after_utc, now) else "valid",
    }


def kept(installed: Installed) -> dict[str, str]:
    """Where a certificate lies from now on."""
    return {"place": installed.place, "thumbprint": installed.thumbprint, "path": installed.path}


def last_day(certificate: x509.Certificate) -> str:
    """The last day of a certificate, as Korea has it."""
    return certificate.not_valid_after_utc.astimezone(KST).date().isoformat()


def base64(octets: bytes) -> str:
    """Octets, the way that they are sent."""
    return b64encode(octets).decode("ascii")
