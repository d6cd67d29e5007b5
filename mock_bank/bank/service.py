"""When the bank serves its customers (domain: Limits)."""

from __future__ import annotations

from mock_bank.bank import errors
from mock_bank.bank.context import Bank
from mock_bank.bank.errors import Refusal


def check_open(bank: Bank) -> None:
    """Raise Refusal SERVICE-CLOSED outside the service hours: the closing time itself is outside."""
    if bank.settings.service_hours is None:
        return
    opening, closing = bank.settings.service_hours
    if not opening <= bank.now().time() < closing:
        closed = errors.SERVICE_CLOSED.of(opening=f"{opening:%H:%M}", closing=f"{closing:%H:%M}")
        raise bank.refuse(Refusal(closed))
