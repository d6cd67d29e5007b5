"""What pages, messages and the audit log show of what is not for everybody's eyes (domain: Masking)."""

from __future__ import annotations

import re


def account(number: str) -> str:
    """An account number: 000-123-****89."""
    return number[:-6] + "****" + number[-2:]


def phone(number: str) -> str:
    """A phone number: 010-0000-**01."""
    return number[:-4] + "**" + number[-2:]


def name(full: str) -> str:
    """A name as the centre reads it out: 김*나; of two letters only the first."""
    return re.sub(r"(?<=.).(?=.)|(?<=^.).$", "*", full)
