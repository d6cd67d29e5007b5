"""reports/guide.html: the guide, claim by claim, and what a run says of each, in one file of its own."""

from __future__ import annotations

import mimetypes
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from urllib.parse import quote

from pydantic import TypeAdapter

from harness.play import runs
from harness.report.coverage import Shown, State, coverage, of_guide
from harness.report.known_bugs import KnownBugs, Proven
from harness.report.record import AGAINST, Attempt, Outcome, Played, Run, Scenario
from harness.seeds.guide import Chapter, Claim, is_beyond

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE = "guide.html"
STATES: tuple[State, ...] = ("broken", "holds", "holds as far as run", "not shown", "not run")
# Bytes of pictures in one page. Those of failures are always in it; of others as many as there is room for.
ROOM = 20_000_000
# Stands for the way from the page to reports/: one rendering serves reports/ and the run's own folder.
HOME = "reports-folder:"


def write(run: Run, root: Path, reports: Path | None = None) -> Path:
    """Write the run's page beside its record, and as that of the last run; returns the latter."""
    reports = reports or root / runs.REPORTS
    text = render(run, root, reports)
    runs.write(reports / runs.RUNS.name / run.id / PAGE, text.replace(HOME, "../../"))
    path = reports / PAGE
    runs.write(path, text.replace(HOME, ""))
    return path


def render(run: Run, root: Path, reports: Path | None = None) -> str:
    """The page as HTML; links to files begin with HOME."""
    page = Page(run, root, reports or root / runs.REPORTS)
    return _environment().get_template("guide.html").render(page=page, run=run)


@dataclass(frozen=True)
class Part:
    """A chapter with its claims."""

    chapter: Chapter
    claims: list[Shown]

    @property
    def held(self) -> int:
        """How many of them hold."""
        return sum(shown.state == "holds" for shown in self.claims)


@dataclass(frozen=True)
class Picture:
    """A picture in the page: in full where it is first told, afterwards only by its id."""

    id: str
    data: str | None


@dataclass(frozen=True)
class Past:
    """A run of which only the record is left."""

    id: str
    started: datetime
    finished: datetime
    commit: str | None
    command: str
    interruption: str | None
    claims: dict[str, State]
    outcomes: Counter[Outcome]

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.finished - self.started).total_seconds()

    @property
    def of_guide(self) -> dict[str, State]:
        """The states of the guide's own claims."""
        return {id: state for id, state in self.claims.items() if not is_beyond(id)}

    @property
    def held(self) -> int:
        """How many claims of the guide held."""
        return sum(state == "holds" for state in self.of_guide.values())

    @property
    def against(self) -> int:
        """How many scenarios went wrong."""
        return sum(self.outcomes[outcome] for outcome in AGAINST)

    @property
    def played(self) -> int:
        """How many scenarios were run."""
        return self.outcomes.total() - self.outcomes["not run"]


class Page:
    """What the template asks for."""

    def __init__(self, run: Run, root: Path, reports: Path) -> None:
        self._reports = reports
        self._run = run
        self._room = ROOM
        self._shown: dict[bytes, str] = {}  # the ids of pictures by what they are: many steps change nothing
        self.claims = coverage(run)
        self._proven = Proven(root)

    @cached_property
    def states(self) -> dict[State, int]:
        """How many claims of the guide are in each state."""
        count = Counter(shown.state for shown in of_guide(self._run))
        return {state: count[state] for state in STATES}

    @property
    def parts(self) -> list[Part]:
        """The chapters in the guide's order; a chapter without headings is called by its id."""
        known = {chapter.id: chapter for chapter in self._run.chapters}
        ids = dict.fromkeys([*known, *(shown.claim.chapter for shown in self.claims)])
        claims = {id: [shown for shown in self.claims if shown.claim.chapter == id] for id in ids}
        return [Part(known.get(id, Chapter(id, id, id)), own) for id, own in claims.items() if own]

    @property
    def untagged(self) -> list[Shown]:
        """Scenarios that show no claim, each as if it were one: by its name."""
        return [
            Shown(Claim("", "", one.name, one.name, "", ""), [one], has_more=False)
            for one in self._run.scenarios
            if not one.claims
        ]

    @cached_property
    def wrong(self) -> list[Scenario]:
        """The scenarios that somebody has to look at: not those that fail as expected."""
        return self._run.with_outcome(AGAINST - {"xfailed"})

    @cached_property
    def browsers(self) -> list[str]:
        """The engines that scenarios were to be played in, if these are several."""
        names = list(dict.fromkeys(one.browser for one in self._run.scenarios if one.browser))
        return names if len(names) > 1 else []

    def known_bugs(self, claim: str) -> KnownBugs | None:
        """What the last proof says of the bugs that break a claim."""
        return self._proven.of(claim)

    def count(self, scenarios: list[Scenario]) -> dict[Outcome, int]:
        """How many of the scenarios had each outcome, in the order of the outcomes."""
        count = Counter(scenario.outcome for scenario in scenarios)
        return {outcome: count[outcome] for outcome in get_args(Outcome) if count[outcome]}

    @cached_property
    def history(self) -> list[Past]:
        """The runs that will be kept, this one first."""
        found = []
        for record in runs.records(self._reports):
            try:
                found.append(TypeAdapter(Past).validate_python(record["run"] | record))
            except (AttributeError, KeyError, TypeError, ValueError):
                continue  # of another version
        this = self._reports / runs.RUNS.name / self._run.id
        doomed = {folder.name for folder in runs.doomed(this)}
        kept = [past for past in found if past.id not in doomed]
        return sorted(kept, key=lambda past: past.id != self._run.id)

    def files(self, attempt: Attempt) -> list[tuple[str, str]]:
        """What an attempt has left: names and addresses."""
        paths = attempt.files(self._reports)
        return [(path.removeprefix(f"{attempt.evidence}/"), f"{HOME}{quote(path)}") for path in paths]

    def pictures(self, attempt: Attempt) -> list[tuple[str, Picture]]:
        """The pictures among that; those of a replay are only linked, for its steps show them."""
        names = [name for name, _ in self.files(attempt) if "/" not in name]
        found = [(name, self._embedded(f"{attempt.evidence}/{name}", attempt)) for name in names]
        return [(name, picture) for name, picture in found if picture]

    def picture(self, played: Played, attempt: Attempt | None) -> Picture | None:
        """The picture of a step."""
        return self._embedded(played.picture, attempt) if played.picture and attempt else None

    def _embedded(self, path: str, attempt: Attempt) -> Picture | None:
        kind = mimetypes.guess_type(path)[0] or ""
        if not kind.startswith("image/"):
            return None
        try:
            content = (self._reports / path).read_bytes()
        except OSError:
            return None
        if content in self._shown:
            return Picture(self._shown[content], None)
        if attempt.outcome not in AGAINST and len(content) > self._room:
            return None
        self._room -= len(content)
        self._shown[content] = f"picture-{len(self._shown) + 1}"
        return Picture(self._shown[content], f"data:{kind};base64,{b64encode(content).decode()}")


@cache
def _environment() -> Environment:
    # Imported here: a run that writes no report needs none of it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("harness.report", "page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"duration": _duration, "ordinal": _ordinal}
    environment.globals |= {"seconds_of": _seconds_of, "HOME": HOME, "STATES": STATES}
    return environment


def _seconds_of(scenarios: list[Scenario]) -> float:
    return sum(attempt.seconds for scenario in scenarios for attempt in scenario.attempts)


def _duration(seconds: float) -> tuple[str, str]:
    """How long that is, in English and in Korean."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return f"{minutes} min {rest} s", f"{minutes}분 {rest}초"
    if seconds < 0.1:
        return (f"{seconds * 1000:.0f} ms",) * 2
    short = f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.1f}"
    return f"{short} s", f"{short}초"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
