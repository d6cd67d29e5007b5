"""What the bank's rules need of the world that they work in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from mock_bank.bank.errors import Refusal
from mock_bank.bank.models import AuditEntry, Customer
from mock_bank.ca.authority import Authority
from mock_bank.clock import Clock
from mock_bank.faults import Faults
from mock_bank.settings import Settings
from mock_bank.surroundings import Surroundings


@dataclass(frozen=True)
class Bank:
    """One world's bank while it serves one request.

    `random(*purpose)` draws from the world's seed: the same purpose gives the same numbers again,
    in whatever order things happen.
    """

    session: Session
    clock: Clock
    faults: Faults
    settings: Settings
    surroundings: Surroundings
    authority: Authority
    random: Callable[..., Random]

    def now(self) -> datetime:
        """The world's present moment, in KST."""
        return self.clock.now()

    def customer(self, key: str) -> Customer:
        """The customer of that key, whom there is."""
        return self.session.get_one(Customer, key)

    def record(self, event: str, *, party: str = "bank", **detail: Any) -> None:
        """Write one line into the audit log. `detail` never holds a secret."""
        self.session.add(AuditEntry(at=self.now(), party=party, event=event, detail=detail))

    def refuse(self, refusal: Refusal, *, party: str = "bank", **detail: Any) -> Refusal:
        """Put a refusal into the audit log, commit what led to it, and hand it back to be raised."""
        self.record("refused", party=party, code=refusal.error.code, **detail)
        self.session.commit()
        return refusal
