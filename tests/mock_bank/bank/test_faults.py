"""What may go wrong, effect by effect: it strikes as often as said, and no more."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from mock_bank.faults import DAMAGES, EFFECTS, SEAMS, Effect, Fault, Faults, Seam
from tests.mock_bank.bank.conftest import Control
from tests.mock_bank.bank.test_control import WORLD


def facts(seam: Seam, effect: Effect) -> dict[str, Any]:
    """What belongs to an effect at a seam, beside its name."""
    if effect == "damaged":
        return {"damage": DAMAGES[seam][0]}
    return {"seconds": 5} if effect == "slow" else {}


def test_a_fault_strikes_as_often_as_said_and_then_no_more() -> None:
    faults = Faults([Fault("ca.issue", times=2), Fault("ca.deliver")])
    faults.add(Fault("ca.issue", "no answer"))
    struck = [faults.strike("ca.issue") for _ in range(4)]
    assert [fault and fault.effect for fault in struck] == ["error", "error", "no answer", None]
    assert [fault.struck for fault in faults.all] == [2, 0, 1]


def test_nothing_strikes_at_another_seam() -> None:
    assert Faults([Fault("ca.issue")]).strike("ca.deliver") is None


@pytest.mark.parametrize("seam", SEAMS)
def test_every_seam_has_effects_and_refuses_the_others(seam: Seam) -> None:
    for effect in EFFECTS[seam]:
        assert Fault(seam, effect, **facts(seam, effect)).struck == 0
    for effect in set(get_args(Effect)) - set(EFFECTS[seam]):
        with pytest.raises(ValueError, match=f"{seam} has no effect '{effect}'"):
            Fault(seam, effect, seconds=5)


def test_a_world_tells_its_faults_whole(control: Control) -> None:
    slow = {"seam": "ca.issue", "effect": "slow", "times": 2, "seconds": 40.0}
    damaged = {"seam": "ca.deliver", "effect": "damaged", "times": 1, "damage": "dates"}
    opened = control("POST", "/worlds", json={**WORLD, "faults": [slow, damaged]}).get_json()
    assert opened["faults"] == [
        slow | {"damage": None, "struck": 0},
        damaged | {"seconds": None, "struck": 0},
    ]
    added = control("POST", f"/worlds/{opened['id']}/faults", json={"seam": "device.store", "effect": "full"})
    assert added.status_code == 201
    assert added.get_json()["faults"][2]["effect"] == "full"
