"""A world: all of one scenario's bank, in one folder.

The folder holds clock, seed, people, settings, surroundings and faults (world.json), the database
(bank.sqlite), what lies on each device (devices/) and what the customer carries along (carried/). Nothing
that matters is kept in memory alone, so a server that starts again finds its worlds as they were; deleting
the folder is the reset, keeping it is the evidence.
"""

from __future__ import annotations

import io
import json
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from random import Random
from threading import RLock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_bank.bank import passing
from mock_bank.bank.context import Bank
from mock_bank.ca.authority import Authority
from mock_bank.ca.authority_key import AuthorityKey
from mock_bank.ca.keys import Keys
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.clock import Clock
from mock_bank.database import create_template, open_database
from mock_bank.device.device import Device
from mock_bank.faults import Fault, Faults, Seam
from mock_bank.people import Person
from mock_bank.secret_files import load_or_create_secret
from mock_bank.settings import Settings
from mock_bank.surroundings import COMPUTER, Surroundings
from mock_bank.terminal import said


class World:
    """One isolated bank. Who works in it holds its `lock`, best by Worlds.held."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        seed: int,
        faults: Faults,
        people: Iterable[Person],
        settings: Settings,
        surroundings: Surroundings,
        worlds: Worlds,
        keys_taken: int = 0,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.seed = seed
        self.faults = faults
        self.people = {person.key: person for person in people}
        self.settings = settings
        self.surroundings = surroundings
        self.lock = RLock()
        self._worlds = worlds
        self._keys_taken = keys_taken
        self._devices: dict[str, Device] = {}
        self._saved = ""

    @property
    def id(self) -> str:
        """The world's name in addresses."""
        return self.folder.name

    def random(self, *purpose: object) -> Random:
        """Numbers for one purpose, the same for the same seed whatever else was drawn before."""
        return Random(f"{self.seed}:{purpose!r}")

    @contextmanager
    def bank(self) -> Iterator[Bank]:
        """The bank at work on this world's database, once it has seen to what time brought; clock and faults
        are saved at the end.
        """
        with self.lock, open_database(self.folder / "bank.sqlite") as session:
            try:
                bank = Bank(
                    session,
                    self.clock,
                    self.faults,
                    self.settings,
                    self.surroundings,
                    self._authority(session),
                    self.random,
                )
                passing.catch_up(bank)
                yield bank
            finally:
                self.save()

    @contextmanager
    def authority(self) -> Iterator[Authority]:
        """The authority at work on its register, which lies in this world's database."""
        with self.lock, open_database(self.folder / "bank.sqlite") as session:
            yield self._authority(session)

    def _authority(self, session: Session) -> Authority:
        return Authority(session, self.clock, self._worlds.authority_key, lambda: self._next_serial(session))

    @property
    def device(self) -> Device:
        """The customer's own computer."""
        return self.device_named(COMPUTER)

    def device_named(self, name: str) -> Device:
        """The device of that name: there is any that somebody goes to."""
        if name not in self._devices:
            self._devices[name] = Device(
                self.folder / "devices" / name,
                self.folder / "carried",
                self.take_key,
                self._worlds.authority_key.certificate,
                self.clock,
                self._strike,
                name in self.surroundings.shared_devices,
            )
        return self._devices[name]

    def surround(self, surroundings: Surroundings) -> None:
        """Have the customer be elsewhere from now on; each device learns anew whether others use it."""
        self.surroundings = surroundings
        self._devices.clear()
        self.save()

    def devices(self) -> list[str]:
        """The names of the customer's own computer and of all devices on which something has been kept."""
        kept = (device.name for device in (self.folder / "devices").glob("*"))
        return sorted({COMPUTER, *kept})

    def take_key(self) -> RSAPrivateKey:
        """A key that nobody in this world has had."""
        with self.lock:
            key = self._worlds.keys.nth(self._keys_taken)
            self._keys_taken += 1
            self.save()
        return key

    def _strike(self, seam: Seam) -> Fault | None:
        fault = self.faults.strike(seam)
        if fault:
            self.save()
        return fault

    def _next_serial(self, session: Session) -> int:
        issued = session.scalar(select(func.count()).select_from(IssuedCertificate))
        return self.random("serial", issued).randrange(1 << 63, 1 << 159)

    def save(self) -> None:
        """Write down what world.json holds: all of it or, if that fails, nothing."""
        state = {
            "now": self.clock.now().isoformat(),
            "ticking": self.clock.ticking,
            "seed": self.seed,
            "keys taken": self._keys_taken,
            "people": [person.model_dump() for person in self.people.values()],
            "settings": self.settings.model_dump(mode="json"),
            "surroundings": self.surroundings.model_dump(mode="json"),
            "faults": [asdict(fault) for fault in self.faults.all],
        }
        text = json.dumps(state)
        if text != self._saved:  # most requests change nothing of it
            written = self.folder / "world.json.new"
            written.write_text(text)
            written.replace(self.folder / "world.json")
            self._saved = text


class BrokenFolder(ValueError):
    """A folder of worlds does not hold what a server has put there; the message says where and what to do."""


class UnknownWorld(KeyError):
    """No world of that id is open."""


class Worlds:
    """All worlds of one server, below one folder, and what they share: keys, and the site's secret."""

    def __init__(self, root: Path) -> None:
        """Go on in the folder `root`, or begin there. BrokenFolder, OSError."""
        self._root = root
        self._open: dict[str, World] = {}
        self._lock = RLock()
        self.keys = Keys()
        try:
            self.authority_key = AuthorityKey.load_or_create(root / "authority")
        except (ValueError, TypeError) as error:
            raise BrokenFolder(
                said(
                    f"{root / 'authority'} holds no key and certificate; remove it: {error}",
                    f"{root / 'authority'} 안에 쓸 수 있는 키와 인증서가 없습니다. 지우세요: {error}",
                )
            ) from None
        self.site_secret = load_or_create_secret(root / "site-secret")
        self._template = root / "template.sqlite"
        self._template.unlink(missing_ok=True)
        create_template(self._template)

    def create(
        self,
        now: datetime,
        seed: int,
        people: Iterable[Person],
        *,
        ticking: bool = False,
        faults: Iterable[Fault] = (),
        settings: Settings | None = None,
        surroundings: Surroundings | None = None,
    ) -> World:
        """Open a new world; its people are yet to be enrolled (enrolment.py)."""
        folder = self._root / "worlds" / secrets.token_hex(4)
        folder.mkdir(parents=True)
        shutil.copyfile(self._template, folder / "bank.sqlite")
        clock = Clock(now, ticking=ticking)
        settings, surroundings = settings or Settings(), surroundings or Surroundings()
        world = World(folder, clock, seed, Faults(faults), people, settings, surroundings, self)
        world.save()
        with self._lock:
            self._open[world.id] = world
        return world

    @contextmanager
    def held(self, world_id: str) -> Iterator[World]:
        """Work in the world of that id, one after the other. Raises UnknownWorld.

        A world may have been deleted or started anew before one's turn comes: then it is looked up again.
        """
        while True:
            world = self.get(world_id)
            with world.lock:
                if self.get(world_id) is world:
                    yield world
                    return

    def get(self, world_id: str) -> World:
        """The world of that id, from its folder if the server has started since. Raises UnknownWorld."""
        with self._lock:
            if world_id not in self._open:
                self._open[world_id] = self._load(world_id)
            return self._open[world_id]

    def _load(self, world_id: str) -> World:
        if world_id not in self.ids():
            raise UnknownWorld(world_id)
        folder = self._root / "worlds" / world_id
        state = json.loads((folder / "world.json").read_text())
        clock = Clock(datetime.fromisoformat(state["now"]), ticking=state["ticking"])
        faults = Faults(Fault(**fault) for fault in state["faults"])
        people = [Person.model_validate(person) for person in state["people"]]
        settings = Settings.model_validate(state["settings"])
        surroundings = Surroundings.model_validate(state["surroundings"])
        keys = state["keys taken"]
        return World(folder, clock, state["seed"], faults, people, settings, surroundings, self, keys)

    def restart(self, world_id: str) -> None:
        """Lose what the server has in memory of a world, as when it starts anew. Raises UnknownWorld."""
        with self.held(world_id), self._lock:
            del self._open[world_id]

    def ids(self) -> list[str]:
        """The ids of all worlds that are open."""
        return sorted(state.parent.name for state in self._root.glob("worlds/*/world.json"))

    def pack(self, world: World) -> bytes:
        """A zip that is, unpacked, the folder of a server that goes on with a world."""
        shared = [*(self._root / "authority").glob("*"), self._root / "site-secret"]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted([*world.folder.rglob("*"), *shared]):
                archive.write(file, file.relative_to(self._root))
        return packed.getvalue()

    def delete(self, world_id: str) -> None:
        """Forget a world and all that is in it. Raises UnknownWorld."""
        with self.held(world_id) as world:
            with self._lock:
                (world.folder / "world.json").unlink()  # without it there is no world to be found here
                del self._open[world_id]
            shutil.rmtree(world.folder)
