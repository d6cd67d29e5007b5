"""Which certificate the device takes for a key that waits."""

from __future__ import annotations

from datetime import datetime

from cryptography import x509

from mock_bank.ca.certificate import is_signed_by
from mock_bank.ca.profile import is_over, renewed_dates
from mock_bank.device.errors import Refused


def accept(
    certificate: bytes,
    request: x509.CertificateSigningRequest,
    old: x509.Certificate | None,
    authority: x509.Certificate,
    now: datetime,
) -> None:
    """Pass when `certificate` (DER) is what `request` asked for, and renews `old` or, where there is none,
    holds for a year; Refused says why not.
    """
    try:
        received = x509.load_der_x509_certificate(certificate)
    except (ValueError, x509.InvalidVersion):
        raise Refused("받은 인증서가 손상되었습니다. 저장을 다시 시도해 주세요.") from None
    if not is_signed_by(received, authority):
        raise Refused("모의인증원이 발급한 인증서가 아니어서 저장하지 않았습니다. 고객센터로 문의해 주세요.")
    if received.public_key() != request.public_key():
        raise Refused(
            "이 기기에서 만든 개인키의 인증서가 아니어서 저장하지 않았습니다. 고객센터로 문의해 주세요."
        )
    if received.subject != request.subject:
        raise Refused("신청한 명의의 인증서가 아니어서 저장하지 않았습니다. 고객센터로 문의해 주세요.")
    if received.not_valid_before_utc > now or is_over(received.not_valid_after_utc, now):
        raise Refused(
            "지금 사용할 수 있는 기간의 인증서가 아니어서 저장하지 않았습니다. 고객센터로 문의해 주세요."
        )
    begins = old.not_valid_after_utc if old else received.not_valid_before_utc
    if received.not_valid_after_utc != renewed_dates(begins, now)[1]:
        raise Refused("규칙에 맞는 기간의 인증서가 아니어서 저장하지 않았습니다. 고객센터로 문의해 주세요.")
