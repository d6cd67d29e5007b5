"""What one scenario plays in: the people and faults of its Givens, its world, its browser, their time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, cast

import pytest

from harness.errors import HarnessError
from harness.language.vocabulary import VOCABULARY
from harness.play.bank import Bank, BankGone, elsewhere
from harness.play.excuse import excuse_without
from harness.play.way import way_to_worlds
from harness.play.world import Fault, World
from harness.seeds.named_people import THE_CUSTOMER, Certificate, People, Person, made_up

if TYPE_CHECKING:
    from faker import Faker
    from playwright.sync_api import BrowserContext, Page

KST = timezone(timedelta(hours=9), "KST")
COMPUTER = "computer"
MONDAY_MORNING = datetime(2026, 3, 16, 10, tzinfo=KST)

NOTICE_LEAVING = """() => {
    window.leaving = false;
    window.navigation?.addEventListener("navigate", () => { window.leaving = true; });
}"""
HAS_ARRIVED = "() => !window.leaving"


class Scene:
    """Givens arrange it; its first use opens the world, with all that was arranged in one request.

    Who is in it is then settled, and what this bank does otherwise: arranged later, it raises HarnessError.
    Faults, surroundings and time go on from there.
    """

    def __init__(self, request: pytest.FixtureRequest, people: People, seed: int) -> None:
        self._request = request
        self._known = people
        self._seed = seed
        self._people: dict[str, Person] = {}
        self._faults: list[Fault] = []
        self._settings: dict[str, Any] = {}
        self._surroundings: dict[str, Any] = {}
        self._customer: str | None = None
        self._start = MONDAY_MORNING
        self._world: World | None = None
        self._devices: dict[BrowserContext, str] = {}
        self._page: Page | None = None
        self._checks: list[Callable[[], None]] = []
        self._browser: dict[str, Any] = {}
        self._zoom = 1.0
        self._computers_error = timedelta()
        self._preparations: list[Callable[[BrowserContext], object]] = []

    @property
    def start(self) -> datetime:
        """The moment (KST) at which the world begins."""
        return self._start

    @property
    def faker(self) -> Faker:
        """Faker (ko_KR), seeded for this scenario."""
        return cast("Faker", self._request.getfixturevalue("faker"))

    # Arranging

    def person(self, name: str) -> Person:
        """The person of that name or key as arranged so far; naming a person brings them into the world."""
        if name in THE_CUSTOMER:
            return self.customer
        known = self._people.get(name) or self._known[name]
        return self._people.get(known.key) or self._arrange(known)

    def anyone(self, kind: str = "personal") -> Person:
        """Somebody made up, without certificates."""
        return self._arrange(made_up(self.faker, f"person-{len(self._people) + 1}", kind))

    def change(self, person: Person | str, **fields: Any) -> Person:
        """Arrange a person otherwise, as in `change(person, security="otp")`."""
        return self._arrange(replace(self._arranged(person), **fields))

    @property
    def people(self) -> list[Person]:
        """All who are in the world, as they were arranged."""
        return list(self._people.values())

    def certificates(self, person: Person | str, *certificates: Certificate) -> Person:
        """Arrange which certificates a person has: these, and no others."""
        return self.change(person, certificates=certificates)

    @property
    def customer(self) -> Person:
        """Whom the scenario is about: who was named so, else the first to come into the world."""
        if not self._people:
            raise HarnessError(
                "no step has said who the customer is: begin with a Given that names a person",
                "고객이 누구인지 적은 단계가 없습니다. 사람 이름이 나오는 조건으로 시작하세요",
            )
        return self._people[self._customer or next(iter(self._people))]

    @customer.setter
    def customer(self, person: Person) -> None:
        self._customer = person.key

    @property
    def now(self) -> datetime:
        """The world's time (KST)."""
        return self._world.now if self._world else self._start

    def be_at(self, day: date | None = None, hour: time | None = None) -> None:
        """Arrange on which day, or at which hour, the world begins; one that is open moves on to there."""
        if not self._world:
            self._start = datetime.combine(day or self._start, hour or self._start.time(), KST)
        elif day:
            self._move(day=day.isoformat())
        elif hour:
            self._move(hour=f"{hour:%H:%M}")

    def fault(self, seam: str, effect: str = "error", **details: Any) -> None:
        """Let something go wrong at a seam; the scenario fails if it never does. `details` are Fault's."""
        fault = Fault(seam, effect, **details)
        self._faults.append(fault)
        if self._world:
            self._world.fault(fault)

    def setting(self, **settings: Any) -> None:
        """Arrange what this bank does otherwise than it does by itself, as in `setting(otp_tries=2)`."""
        self._refuse_when_open()
        self._settings |= settings

    def surroundings(self, **surroundings: Any) -> None:
        """Arrange where the customer does their banking, as in `surroundings(network="public")`."""
        self._surroundings |= surroundings
        if self._world:
            self._world.surround(**surroundings)

    def browser(self, **arguments: Any) -> None:
        """Arrange the customer's browsers otherwise, by arguments of Playwright's new_context.

        As in `browser(color_scheme="dark")`; they count for more than the command line's `--device`.
        """
        self._refuse_when_open()
        self._browser |= arguments

    def zoom(self, factor: float) -> None:
        """Arrange that all is so much larger, on a window of the same size."""
        self._refuse_when_open()
        self._zoom = factor

    def computers_error(self, fast: timedelta) -> None:
        """Arrange by how much the customer's computers are fast; they are slow by less than nothing."""
        self._refuse_when_open()
        self._computers_error = fast

    def in_each_browser(self, prepare: Callable[[BrowserContext], object]) -> None:
        """Do something in each of the customer's browsers, now or when it is opened."""
        self._preparations.append(prepare)
        for context in self._devices:
            prepare(context)

    # Acting

    def needs(self, what: str) -> None:
        """Excuse the scenario from here on where its browser lacks that: a name in seeds/browsers.toml."""
        excuse_without(what, self._request)

    @property
    def world(self) -> World:
        """The scenario's own world, opened at the first use."""
        if self._world is None:
            bank: Bank = self._request.getfixturevalue("bank")
            people = self._people.values()
            self._world = World.open(
                bank, self._start, self._seed, people, self._faults, self._settings, self._surroundings
            )
        return self._world

    @property
    def page(self) -> Page:
        """What the customer has before them: pytest-playwright's page, at the world's address and time.

        Set to another tab, or to another browser's page (new_context), the scenario goes on there.
        """
        if self._page is None:
            self._page = cast("Page", self._request.getfixturevalue("page"))
        return self._page

    @page.setter
    def page(self, page: Page) -> None:
        self._page = page

    def new_context(self, device: str = COMPUTER) -> BrowserContext:
        """A browser that knows nothing yet, on the device of that name; relative addresses are the bank's."""
        # The browser first: it starts while the bank gets ready.
        self._say_circumstances()
        new_context = self._request.getfixturevalue("new_context")
        now = self.world.now + self._computers_error
        browser, bank = (self._request.getfixturevalue(name) for name in ("browser", "bank"))
        way = way_to_worlds(browser, self.world.bank_url, elsewhere(bank.url))
        context: BrowserContext = new_context(base_url=self.world.bank_url, **way)
        # Pausing needs a time that lies ahead.
        context.clock.install(time=now - timedelta(seconds=1))
        context.clock.pause_at(now)
        self._devices[context] = device
        for prepare in self._preparations:
            prepare(context)
        return context

    def _say_circumstances(self) -> None:
        """Let pytest-playwright know how the browsers are otherwise, by its own marker.

        Zoom makes the pixels of a page larger, so that fewer of them fit.
        """
        arguments = dict(self._browser)
        if self._zoom != 1:
            usual = {**self._request.getfixturevalue("browser_context_args"), **arguments}
            size = {side: round(pixels / self._zoom) for side, pixels in usual["viewport"].items()}
            arguments |= {
                "viewport": size,
                "device_scale_factor": self._zoom * usual.get("device_scale_factor", 1),
            }
        if arguments:
            self._request.node.add_marker(pytest.mark.browser_context_args(**arguments), append=False)

    @property
    def device(self) -> str:
        """The name of the device at which the customer is."""
        return self._devices[self.page.context]

    def has_another_phone(self, person: Person, phone: str) -> None:
        """Let a person have another phone number from now on, and the bank know it."""
        self.world.change_person(person.key, phone=phone)
        self._people[person.key] = replace(person, phone=phone)

    def pass_time(self, by: timedelta) -> None:
        """Move the world's clock and that of every page: timers due in between fire, once.

        A page that a timer leads away from (as at the end of a session) has gone when this returns.
        """
        self._move(seconds=by.total_seconds())

    def _move(self, **until: Any) -> None:
        pages = self._pages()
        for page in pages:
            # A page that is still loading has not set its timers yet.
            page.wait_for_load_state()
            page.evaluate(NOTICE_LEAVING)
        now = self.world.move(**until) + self._computers_error
        for context in self._devices:
            # Not by fast_forward(), which counts milliseconds in 32 bits, and 25 days for a way back.
            context.clock.pause_at(now)
        for page in pages:
            page.wait_for_function(HAS_ARRIVED)
            # Firefox calls a way interrupted that leads on from a page before it has been told of that page.
            page.wait_for_load_state()

    def _pages(self) -> list[Page]:
        return [page for context in self._devices for page in context.pages]

    def stage(self, person: Person | str, stage: str, way: str = "renewal") -> str:
        """Place a person at a stage (World.stage) in the page's browser; returns the path to go on at."""
        key = self._arranged(person).key
        placed = self.world.stage(key, stage, way)
        cookies = [{**cookie, "url": self.world.bank_url} for cookie in placed.cookies]
        self.page.context.add_cookies(cast(Any, cookies))
        return placed.path

    # Ending

    @property
    def opened(self) -> World | None:
        """The world, if a step has opened it."""
        return self._world

    @property
    def shown(self) -> Page | None:
        """What the customer has before them, if a step has opened a page."""
        return self._page or next(iter(self._pages()), None)

    def check_at_end(self, check: Callable[[], None]) -> None:
        """Have a scenario that passed fail all the same if `check` raises HarnessError then."""
        self._checks.append(check)

    def check(self) -> None:
        """Raise HarnessError if something that was arranged never came to be: it then showed nothing."""
        for check in (self._check_faults, *self._checks):
            check()

    def _check_faults(self) -> None:
        faults = self._world.faults() if self._world and self._faults else self._faults
        if idle := [fault.seam for fault in faults if not fault.struck]:
            en, ko = (", ".join(_said(seam, language) for seam in idle) for language in ("en", "ko"))
            raise HarnessError(
                f"the scenario never came to the fault at {en}: it shows nothing about it. "
                "Add the steps that lead there, or take that line out",
                f"시나리오가 장애가 나는 곳까지 가지 않아, 장애에 대해 보여 주는 것이 없습니다: {ko}. "
                "거기까지 가는 단계를 적거나 그 줄을 빼세요",
            )

    def close(self) -> None:
        """Delete the world; of no avail, and no matter, when the bank is gone."""
        if self._world:
            with suppress(BankGone):
                self._world.close()

    def _arranged(self, person: Person | str) -> Person:
        return self.person(person if isinstance(person, str) else person.key)

    def _arrange(self, person: Person) -> Person:
        self._refuse_when_open()
        self._people[person.key] = person
        return person

    def _refuse_when_open(self) -> None:
        if self._world:
            raise HarnessError(
                "the world is open already, and who and what is in it cannot be changed any more: "
                "move this line above the first step that opens a screen",
                "이미 화면이 열려 사람, 인증서, 설정을 더는 바꿀 수 없습니다. "
                "이 줄을 화면을 여는 첫 단계 위로 옮기세요",
            )


def _said(seam: str, language: str) -> str:
    """What features call a seam; its own name where they have no word for it."""
    word = VOCABULARY.called("work", seam, language)
    return f"“{word}”" if word else seam


SCENE = pytest.StashKey[Scene]()


@pytest.fixture
def scene(request: pytest.FixtureRequest, faker_seed: int) -> Iterator[Scene]:
    """The scene of this scenario; its world is deleted at the end."""
    scene = Scene(request, People.load(request.config.rootpath), faker_seed)
    request.node.stash[SCENE] = scene
    yield scene
    scene.close()
