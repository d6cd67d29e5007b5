"""A renewal that breaks at every seam and at every commit, in turn and in pairs, ends as one that did not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations, combinations_with_replacement, count, product
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from mock_bank.app import Server
from mock_bank.bank.models import AuditEntry, Renewal, RenewalState
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.device.places import Place
from mock_bank.enrolment import enrol
from mock_bank.faults import DAMAGES, EFFECTS, SEAMS, Fault
from mock_bank.people import Person
from mock_bank.stages import Stage, WayName
from mock_bank.world import Worlds
from tests.mock_bank.bank import invariants
from tests.mock_bank.bank.conftest import NOW, PERSON
from tests.mock_bank.bank.visitor import Visitor


@dataclass(frozen=True)
class Crash:
    """The server dies right after its nth commit, or after the first that says this in the audit log."""

    after: int | str


class Died(BaseException):
    """Nothing in a server that dies can catch that."""


class Commits:
    """Counts the commits that the server makes while somebody watches, and lets it die after some of them."""

    def __init__(self, deadly: set[int | str], saved: Path) -> None:
        self._deadly = deadly
        self._saved = saved
        self._said: set[int | str] = set()
        self.done = 0
        self.left_behind = b""

    @contextmanager
    def watched(self) -> Iterator[None]:
        event.listen(Session, "after_flush", self._flushed)
        event.listen(Session, "after_commit", self._committed)
        try:
            yield
        finally:
            event.remove(Session, "after_flush", self._flushed)
            event.remove(Session, "after_commit", self._committed)

    def _flushed(self, session: Session, context: object) -> None:
        self._said |= {entry.event for entry in session.new if isinstance(entry, AuditEntry)}
        self._said |= {BY_THE_AUTHORITY for entry in session.new if isinstance(entry, IssuedCertificate)}

    def _committed(self, session: Session) -> None:
        self.done += 1
        deaths = self._deadly & {self.done, *self._said}
        self._said.clear()
        if deaths:
            self._deadly -= deaths
            self.left_behind = self._saved.read_bytes()
            raise Died


class Bank:
    """A bank that starts anew whenever it dies, and a visitor in it."""

    def __init__(self, root: Path, visitor: Visitor) -> None:
        self._root = root
        self.visitor = visitor

    def renew(self, deadly: set[int | str]) -> int:
        """Go to the renewal's end, trying again whatever breaks; return how many commits that took."""
        commits = Commits(deadly, self._state)
        for _ in range(20):
            struck = self._struck()
            try:
                with commits.watched():
                    more = self.visitor.step()
            except Died:
                self._start_anew(commits.left_behind)
                invariants.check(self.visitor)
            else:
                if not more or self._struck() != struck:
                    invariants.check(self.visitor)
                if not more:
                    return commits.done
            self._let_time_pass()
        raise AssertionError("trying again does not end the renewal")

    def _struck(self) -> int:
        return sum(fault.struck for fault in self.visitor.world.faults.all)

    @property
    def _state(self) -> Path:
        return self.visitor.world.folder / "world.json"

    def _start_anew(self, left_behind: bytes) -> None:
        """Another process begins with what lay on the disc when the first one died."""
        self._state.write_bytes(left_behind)
        server = copy(self.visitor.server)
        server._worlds = Worlds(self._root)  # to build the sites anew takes long and adds nothing here
        self.visitor = self.visitor.restarted(server, server._worlds.get(self.visitor.world.id))

    def _let_time_pass(self) -> None:
        """A minute: what is silent is given up, what is slow has answered."""
        self.visitor.world.clock.move(timedelta(minutes=1))
        self.visitor.world.save()


class Start:
    """A world whose visitor is at one stage, to be copied: quicker than to bring everybody there."""

    def __init__(self, root: Path, stage: Stage | None, way: WayName) -> None:
        self._root = root
        self._worlds = Worlds(root)
        self._server = Server(self._worlds, "token", {})
        person = Person.model_validate(PERSON)
        world = self._worlds.create(NOW, 7, [person])
        enrol(world)
        # The new certificate takes the old one's place on the device: nothing there to fall back upon.
        self._visitor = Visitor(self._server, world, person, Place.HARD_DISK, way)
        if stage:
            self._visitor.be_at(stage)
        self._numbers = count(1)

    def bank(self, faults: list[Fault]) -> Bank:
        """One more bank that stands there, and in which these faults wait."""
        original = self._visitor.world.folder
        folder = original.with_name(f"{original.name}{next(self._numbers):04x}")
        shutil.copytree(original, folder)
        world = self._worlds.get(folder.name)
        for fault in faults:
            world.faults.add(replace(fault))
        world.save()
        return Bank(self._root, self._visitor.restarted(self._server, world))


@pytest.fixture(scope="module", params=["renewal", "issue"])
def way(request: pytest.FixtureRequest) -> WayName:
    """A certificate issued anew is a renewal as well, but for the old certificate."""
    return cast(WayName, request.param)


@pytest.fixture(scope="module")
def beginning(
    tmp_path_factory: pytest.TempPathFactory,
    keys_made_once: None,
    templates_compiled_once: None,
    way: WayName,
) -> Start:
    return Start(tmp_path_factory.mktemp("beginning"), "signed in" if way == "renewal" else None, way)


@pytest.fixture(scope="module")
def last_page(
    tmp_path_factory: pytest.TempPathFactory,
    keys_made_once: None,
    templates_compiled_once: None,
    way: WayName,
) -> Start:
    return Start(tmp_path_factory.mktemp("last page"), "identified", way)


def ends_well(start: Start, *breaks: Fault | Crash) -> int:
    """Renew with these breaks, and check all that has to hold; return how many commits it took."""
    bank = start.bank([one for one in breaks if isinstance(one, Fault)])
    commits = bank.renew({one.after for one in breaks if isinstance(one, Crash)})
    with bank.visitor.world.bank() as opened:
        assert opened.session.query(Renewal).one().state == RenewalState.CONFIRMED
    struck = [fault.struck for fault in bank.visitor.world.faults.all]
    assert struck == [1] * len(struck), "a fault that does not strike shows nothing"
    return commits


BY_THE_AUTHORITY = "issued by the authority"
OUTSIDE_OF_RENEWALS = ("ca.status", "device.sign")  # passed when somebody signs in, or signs a document
EVERY_FAULT = [
    Fault(seam, effect, seconds=30 if effect == "slow" else None, damage=damage)
    for seam in SEAMS
    if seam not in OUTSIDE_OF_RENEWALS
    for effect in EFFECTS[seam]
    for damage in (DAMAGES[seam] if effect == "damaged" else (None,))
]
BEFORE_THE_LAST_PAGE = ("sms.send", "identity.verify")
# From the first page after signing in to the result; where nobody signs in, from the bank's first page.
COMMITS: dict[WayName, int] = {"renewal": 19, "issue": 22}

# In pairs one fault of a kind will do, and the commits that bring the renewal on.
FAULTS_IN_PAIRS = [
    Fault("ca.register"),
    Fault("ca.issue", "no answer"),
    Fault("ca.deliver"),
    Fault("ca.deliver", "damaged", damage="key"),
    Fault("device.store", "pulled out"),
    Fault("bank.record"),
]
CRASHES_IN_PAIRS = [
    Crash("renewal registered"),
    Crash(BY_THE_AUTHORITY),
    Crash("certificate issued"),
    Crash("certificate stored"),
    Crash("renewal confirmed"),
]
PAIRS: list[tuple[Fault | Crash, Fault | Crash]] = [
    *combinations_with_replacement(FAULTS_IN_PAIRS, 2),
    *product(FAULTS_IN_PAIRS, CRASHES_IN_PAIRS),
    *combinations(CRASHES_IN_PAIRS, 2),
]


def name(one: Fault | Crash) -> str:
    return f"crash after {one.after}" if isinstance(one, Crash) else f"{one.seam} {one.damage or one.effect}"


def test_an_undisturbed_renewal_has_as_many_commits_as_are_broken_here(
    beginning: Start, way: WayName
) -> None:
    assert ends_well(beginning) == COMMITS[way]


@pytest.mark.parametrize("fault", EVERY_FAULT, ids=name)
def test_every_fault_in_turn(beginning: Start, last_page: Start, fault: Fault) -> None:
    ends_well(beginning if fault.seam in BEFORE_THE_LAST_PAGE else last_page, fault)


@pytest.mark.parametrize(
    ("way", "commit"),
    [(way, commit) for way, last in COMMITS.items() for commit in range(1, last + 1)],
    indirect=["way"],
    scope="module",
)
def test_every_commit_in_turn(beginning: Start, commit: int) -> None:
    ends_well(beginning, Crash(commit))


@pytest.mark.parametrize(("first", "second"), PAIRS, ids=name)
def test_every_pair_of_breaks(last_page: Start, first: Fault | Crash, second: Fault | Crash) -> None:
    ends_well(last_page, first, second)
