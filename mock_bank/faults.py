"""What may go wrong in a world: where, how, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Seam = Literal[
    "sms.send",
    "identity.verify",
    "ca.register",
    "ca.issue",
    "ca.deliver",
    "ca.status",
    "device.store",
    "device.sign",
    "bank.record",
]
Effect = Literal["error", "no answer", "slow", "damaged", "full", "pulled out"]
Damage = Literal["signature", "subject", "key", "dates", "start", "cut", "other data", "replayed"]
SEAMS: tuple[Seam, ...] = get_args(Seam)

# What may be wrong with a certificate that arrives, with what a device that is not itself any more signs, and
# with what is passed off as the authority's word on a certificate.
DAMAGES: dict[Seam, tuple[Damage, ...]] = {
    "ca.deliver": ("signature", "subject", "key", "dates", "start", "cut"),
    "device.sign": ("other data", "replayed"),
    "ca.status": ("signature", "cut", "other data", "replayed"),
}

# Another party may fail, be silent or be slow; the bank and the device, which ask nobody, only fail.
EFFECTS: dict[Seam, tuple[Effect, ...]] = {
    "sms.send": ("error", "no answer", "slow"),
    "identity.verify": ("error", "no answer", "slow"),
    "ca.register": ("error", "no answer", "slow"),
    "ca.issue": ("error", "no answer", "slow"),
    "ca.deliver": ("error", "no answer", "slow", "damaged"),
    "ca.status": ("error", "damaged"),
    "device.store": ("error", "full", "pulled out"),
    "device.sign": ("damaged",),
    "bank.record": ("error",),
}


@dataclass
class Fault:
    """A seam that breaks the next `times` times that it is passed; `struck` counts how often it did.

    A slow answer comes after `seconds` of the world's time; `damage` says what is wrong with a damaged one.
    Raises ValueError for a combination that does not exist.
    """

    seam: Seam
    effect: Effect = "error"
    times: int = 1
    seconds: float | None = None
    damage: Damage | None = None
    struck: int = 0

    def __post_init__(self) -> None:
        if self.effect not in EFFECTS[self.seam]:
            raise ValueError(
                f"{self.seam} has no effect {self.effect!r}; it has: {_list(EFFECTS[self.seam])}"
            )
        if (self.effect == "slow") != (self.seconds is not None):
            raise ValueError(f"{self.seam} {self.effect!r}: 'seconds' belongs to 'slow', and to that alone")
        if (self.effect == "damaged") != (self.damage is not None):
            raise ValueError(f"{self.seam} {self.effect!r}: 'damage' belongs to 'damaged', and to that alone")
        if self.damage is not None and self.damage not in DAMAGES[self.seam]:
            raise ValueError(
                f"{self.seam} has no damage {self.damage!r}; it has: {_list(DAMAGES[self.seam])}"
            )


def _list(effects: Iterable[str]) -> str:
    return ", ".join(map(repr, effects))


class Faults:
    """The faults of one world, in the order in which they were added."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self.all = list(faults)

    def add(self, fault: Fault) -> None:
        """Let `fault` strike from now on, after those that wait at its seam already."""
        self.all.append(fault)

    def strike(self, seam: Seam) -> Fault | None:
        """Pass `seam`: the fault that waits there, which has struck herewith; None when nothing happens."""
        for fault in self.all:
            if fault.seam == seam and fault.struck < fault.times:
                fault.struck += 1
                return fault
        return None
