"""Whatever a customer does, in whatever order, while faults and time come and go: what has to hold, holds.

A module of its own, imported when its test runs: hypothesis would cost every run 0.3 s of collecting.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import timedelta
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mock_bank.app import Server
from mock_bank.device.places import Place
from mock_bank.enrolment import enrol
from mock_bank.faults import DAMAGES, EFFECTS, SEAMS, Fault
from mock_bank.people import Person
from mock_bank.stages import Stage, WayName
from mock_bank.world import Worlds
from tests.mock_bank.bank import invariants
from tests.mock_bank.bank.conftest import NOW, PERSON
from tests.mock_bank.bank.visitor import Visitor

FAULTS = st.sampled_from(
    [
        Fault(seam, effect, seconds=seconds, damage=damage)
        for seam in SEAMS
        for effect in EFFECTS[seam]
        for seconds in ((20, 90) if effect == "slow" else (None,))
        for damage in (DAMAGES[seam] if effect == "damaged" else (None,))
    ]
)
# What a customer may do beside the present step: look around, err, press what an old page still shows, cheat.
DETOURS: list[Callable[[Visitor], object]] = [
    *(partial(Visitor.open, path=path) for path in ("/", "/certificates/manage", "/renewal", "/issue")),
    *(partial(Visitor.look, page=page) for page in ("terms", "identity", "certificate", "result")),
    partial(Visitor.apply, name="김두나"),
    partial(Visitor.apply, number="<b>"),
    partial(Visitor.apply, phone="010-0000-0009"),
    partial(Visitor.identify, account_password="0000"),
    partial(Visitor.identify, sms_code="000000"),
    partial(Visitor.identify, card_first="00"),
    partial(Visitor.identify, card_second="?"),
    Visitor.get_code,
    Visitor.issue,
    partial(Visitor.ask, path="/session/extend"),
    partial(Visitor.tell, page="stored", place="cloud", thumbprint="0" * 64),
    partial(Visitor.tell, page="device-error", code="no-such-key"),
    partial(Visitor.tell, page="device-error", code="wrong-password"),
]


class Histories(RuleBasedStateMachine):
    """A customer with two browsers, who renews a certificate or has one issued anew."""

    server: Server
    root: Path
    way: WayName

    @initialize(
        place=st.sampled_from([Place.HARD_DISK, Place.REMOVABLE_DISK]),
        stage=st.sampled_from([None, "applied", "identified"]),
        faults=st.lists(FAULTS, max_size=3),
    )
    def begin(self, place: Place, stage: Stage | None, faults: list[Fault]) -> None:
        worlds = self.server._worlds
        person = Person.model_validate(PERSON)
        world = worlds.create(NOW, 7, [person])
        enrol(world)
        self.here, self.there = (Visitor(self.server, world, person, place, self.way) for _ in range(2))
        if stage is not None:
            self.here.be_at(stage).open("/")
        for fault in faults:
            self.break_something(fault)

    @rule(steps=st.integers(1, 4))
    def go_on(self, steps: int) -> None:
        for _ in range(steps):
            self.here.step()

    @rule(detour=st.sampled_from(DETOURS))
    def do_something_else(self, detour: Callable[[Visitor], object]) -> None:
        detour(self.here)

    @rule()
    def sign_in_elsewhere(self) -> None:
        self.here, self.there = self.there, self.here
        self.here.sign_in()

    @rule()
    def close_the_browser_before_the_bank_hears(self) -> None:
        self.here.finish(tells=False)

    @rule(fault=FAULTS)
    def break_something(self, fault: Fault) -> None:
        self.here.world.faults.add(copy(fault))
        self.here.world.save()

    @rule(seconds=st.sampled_from([1, 30, 60, 180, 600]))
    def let_time_pass(self, seconds: int) -> None:
        self.here.world.clock.move(timedelta(seconds=seconds))
        self.here.world.save()

    @rule()
    def start_the_server_anew(self) -> None:
        server = copy(self.server)
        server._worlds = Worlds(self.root)  # to build the sites anew takes long and adds nothing here
        world = server._worlds.get(self.here.world.id)
        self.here, self.there = self.here.restarted(server, world), self.there.restarted(server, world)

    # What holds whatever happens

    @invariant()
    def all_holds(self) -> None:
        if hasattr(self, "here"):
            invariants.check(self.here)

    def teardown(self) -> None:
        """When nothing breaks any more, the renewal comes to its end, unless the customer is locked out."""
        if not hasattr(self, "here"):
            return
        for fault in self.here.world.faults.all:
            fault.times = fault.struck
        for _ in range(12):
            if not self.here.step():
                return
            self.here.world.clock.move(timedelta(seconds=91))
            invariants.check(self.here)
        with self.here.world.bank() as bank:
            customer = bank.customer(self.here.person.key)
            assert 3 in (customer.account.password_tries, customer.card_tries)


def play(machine: type[Histories], examples: int) -> None:
    """Try so many histories, the same ones each time; raises what the first that breaks a rule raises."""
    tried = settings(
        max_examples=examples,
        stateful_step_count=20,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=tried)
