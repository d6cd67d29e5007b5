"""What a failed scenario leaves behind: its page and its world at that moment, in a folder of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from harness.play import runs
from harness.play.scene import Scene
from harness.play.world import CODE, Event, World

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Milliseconds: a page that works, however busy the machine is, has told by then what it shows.
PAGE_LIMIT = 60_000
TEXT, WORLD = "failure.txt", "world.zip"  # files in the folder of a failure
HIDDEN = "•••"
# What is typed into these is secret. A snapshot tells it all the same.
SECRET_FIELDS = "input[type=password], input[autocomplete=one-time-code]"
# Halves of a security card's code, too short to be told from other numbers but where they are typed.
TYPED_HALF = re.compile(r'(textbox .*: )"?\d\d"?$', re.MULTILINE)
# In Playwright's own log: what it typed.
FILLED = re.compile(r'(?<=fill\(").*?(?="\))')


@dataclass
class Evidence:
    """What could still be had. A page never opened and a bank that is gone leave nothing; `gaps` says why."""

    title: str | None = None
    error_code: str | None = None
    snapshot: str = ""  # the page as assistive technology reads it, in Playwright's YAML
    audit: list[Event] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    secrets: set[str] = field(default_factory=set)
    folder: Path | None = None  # where the files lie

    def conceal(self, text: str) -> str:
        """`text` without what only the customer may know."""
        # Whole words only: four digits of a security card are not those of a date or an account.
        # The longest first: one may be a part of another. With any spaces: a snapshot tells those of a
        # pasted code otherwise than the code's field.
        for secret in sorted(filter(None, self.secrets), key=len, reverse=True):
            words = r"\s+".join(map(re.escape, secret.split()))
            text = re.sub(rf"(?<![\w-]){words}(?![\w-])", HIDDEN, text)
        return FILLED.sub(HIDDEN, TYPED_HALF.sub(rf"\1{HIDDEN}", text))

    def keep(self, folder: Path) -> None:
        """Write the files into `folder`; that it cannot be done is one more gap."""
        with self.as_far_as_possible():
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in self.files.items():
                (folder / name).write_bytes(content)
            self.folder = folder

    def add(self, name: str, text: str) -> None:
        """Write one more file beside the others, if they could be written."""
        with self.as_far_as_possible():
            if self.folder:
                (self.folder / name).write_bytes(encoded(text))

    @contextmanager
    def as_far_as_possible(self) -> Iterator[None]:
        """Go on without what a dead bank or a closed page no longer tells, whatever is wrong with it.

        An error in here would hide the failure that it is all about.
        """
        try:
            yield
        except Exception as error:
            self.gaps.append(str(error).partition("\n")[0] or type(error).__name__)


def gather(scene: Scene | None) -> Evidence:
    """Everything about a scenario that still plays; never raises for what is gone."""
    evidence = Evidence(secrets=secrets_of(scene))
    if scene is None:
        return evidence
    if scene.opened:
        with evidence.as_far_as_possible():
            _ask_world(evidence, scene.opened, [person.key for person in scene.people])
    if scene.shown:
        with evidence.as_far_as_possible():
            _look_at(evidence, scene.shown)
    return evidence


def secrets_of(scene: Scene | None) -> set[str]:
    """What only the scenario's people know, without asking the bank."""
    people = scene.people if scene else []
    return {
        *(person.account.password for person in people),
        *(certificate.password for person in people for certificate in person.certificates),
    }


def _ask_world(evidence: Evidence, world: World, people: list[str]) -> None:
    evidence.audit = world.audit()
    evidence.secrets.update(code for message in world.messages() for code in CODE.findall(message.text))
    for held in map(world.person, people):
        evidence.secrets.update(held.security_card.values(), filter(None, [held.otp]))
    evidence.files[WORLD] = world.zipped()


def _look_at(evidence: Evidence, page: Page) -> None:
    # First what has a time limit: a page that hangs would keep the rest waiting for ever.
    snapshot = page.aria_snapshot(timeout=PAGE_LIMIT)
    typed = page.locator(SECRET_FIELDS).evaluate_all("fields => fields.map(field => field.value)")
    evidence.secrets.update(value for value in typed if len(value.strip()) > 2)
    evidence.snapshot = evidence.conceal(snapshot)
    evidence.title = page.title() or page.url
    evidence.error_code = _error_code(page)
    said = [f"{one.type}: {one.text}\n" for one in page.console_messages()]
    said += [f"uncaught: {error}\n" for error in page.page_errors()]
    evidence.files["page.txt"] = encoded(f"{page.url}\n{evidence.title}\n\n{evidence.snapshot}\n")
    evidence.files["console.txt"] = encoded(evidence.conceal("".join(said)))
    evidence.files["screenshot.png"] = page.screenshot(full_page=True, timeout=PAGE_LIMIT)


def encoded(text: str) -> bytes:
    """The text in UTF-8, which has no half a character, as a page that cuts an emoji leaves it: escaped."""
    return text.encode("utf-8", "backslashreplace")


def _error_code(page: Page) -> str | None:
    carriers = page.locator("[data-error-code]").filter(visible=True)
    return carriers.last.get_attribute("data-error-code") if carriers.count() else None


def name_of(nodeid: str) -> str:
    """What the folders of a test are called: the same for every run, worker and seed.

    The name is for people; the number tells apart what a file system, or cutting it short, does not.
    """
    path, _, name = nodeid.partition("::")
    readable = "-".join(re.findall(r"\w+", f"{Path(path).stem} {name}"))[:60].strip("-")
    return f"{readable}-{crc32(nodeid.encode()):08x}"


def folder_of(item: pytest.Item) -> Path:
    """Where the evidence of a test lies, with the run that it failed in."""
    return runs.folder(item.config) / "failures" / name_of(item.nodeid)
