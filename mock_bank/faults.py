"""What may go wrong in a world, where, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Seam = Literal[
    "sms.send", "identity.verify", "ca.register", "ca.issue", "ca.deliver", "device.store", "bank.record"
]
SEAMS: tuple[Seam, ...] = get_args(Seam)


@dataclass
class Fault:
    """A seam that breaks the next `times` times that it is passed; `struck` counts how often it did."""

    seam: Seam
    times: int = 1
    struck: int = 0


class Struck(Exception):
    """A fault struck at `seam`: what should have happened there did not (or its answer was lost)."""

    def __init__(self, seam: Seam) -> None:
        super().__init__(seam)
        self.seam = seam


class Faults:
    """The faults of one world, in the order in which they were added."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self.all = list(faults)

    def add(self, fault: Fault) -> None:
        """Let `fault` strike from now on, after those that wait at its seam already."""
        self.all.append(fault)

    def pass_seam(self, seam: Seam) -> None:
        """Pass `seam`: nothing happens, or Struck is raised when a fault waits there."""
        for fault in self.all:
            if fault.seam == seam and fault.struck < fault.times:
                fault.struck += 1
                raise Struck(seam)
