"""What the bank's rules need of the world that they work in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from mock_bank.bank.errors import BankError, Refusal
from mock_bank.bank.models import AuditEntry, Customer
from mock_bank.ca.authority import Authority
from mock_bank.clock import Clock
from mock_bank.faults import Faults, Seam, Struck


@dataclass(frozen=True)
class Bank:
    """One world's bank while it serves one request.

    `random(*purpose)` draws from the world's seed: the same purpose gives the same numbers again,
    in whatever order things happen.
    """

    session: Session
    clock: Clock
    faults: Faults
    authority: Authority
    random: Callable[..., Random]

    def now(self) -> datetime:
        """The world's present moment, in KST."""
        return self.clock.now()

    def customer(self, key: str) -> Customer:
        """The customer of that key; KeyError when there is none."""
        customer = self.session.get(Customer, key)
        if customer is None:
            raise KeyError(key)
        return customer

    def record(self, event: str, *, party: str = "bank", **detail: Any) -> None:
        """Write one line into the audit log. `detail` never holds a secret."""
        self.session.add(AuditEntry(at=self.now(), party=party, event=event, detail=detail))

    @contextmanager
    def seam(self, seam: Seam, error: BankError) -> Iterator[None]:
        """Pass `seam` and then do the block; a fault that waits there becomes the customer's `error`."""
        try:
            self.faults.pass_seam(seam)
        except Struck as struck:
            self.record("fault struck", seam=struck.seam)
            self.session.commit()
            raise Refusal(error) from struck
        yield

    def refuse(self, refusal: Refusal, **detail: Any) -> Refusal:
        """Put a refusal into the audit log, commit what led to it, and hand it back to be raised."""
        self.record("refused", code=refusal.error.code, **detail)
        self.session.commit()
        return refusal
