"""The guide: its chapters and what it claims, and facts of the field beyond it, which are claims like these.

Which claims hold is told by harness.report.coverage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from harness.errors import HarnessError, InBothLanguages
from harness.language.toml_file import TomlFile

CLAIMS_FILE = Path("seeds") / "guide.toml"
GUIDE_TAG = "guide."  # before the id of what the guide claims
FIELD_TAG = "field."  # begins the id of a fact beyond the guide, which is its tag
# What a scenario's reports carry in user_properties, across from xdist's workers to the controller.
SCENARIO_PROPERTY = "scenario"
CLAIM_PROPERTY = "claim"


Part = TypeVar("Part", "Claim", "Chapter")


@dataclass(frozen=True)
class Chapter:
    """A part of the guide, by its headings."""

    id: str
    en: str
    ko: str


@dataclass(frozen=True)
class Claim(InBothLanguages):
    """One thing that the guide says, or the field knows, and what a customer observes when it holds."""

    id: str
    chapter: str
    en: str
    ko: str
    en_shows: str
    ko_shows: str

    @property
    def tag(self) -> str:
        """The tag that its scenarios carry, without the @."""
        return self.id if is_beyond(self.id) else GUIDE_TAG + self.id


def is_beyond(id: str) -> bool:
    """Whether the claim of that id is no matter of the guide's."""
    return id.startswith(FIELD_TAG)


def claimed(tag: str) -> str | None:
    """The id of the claim that a tag, without the @, stands for; None of another tag."""
    return tag if is_beyond(tag) else tag.removeprefix(GUIDE_TAG) if tag.startswith(GUIDE_TAG) else None


def load_claims(root: Path) -> dict[str, Claim]:
    """The claims in seeds/guide.toml under `root`, by id; none if there is no such file.

    Raises HarnessError with the place of what is wrong.
    """
    return _records(root, "claims", Claim)


def load_chapters(root: Path) -> dict[str, Chapter]:
    """The chapters in seeds/guide.toml under `root`, by id; HarnessError as from load_claims."""
    return _records(root, "chapters", Chapter)


def _records(root: Path, kind: str, what: type[Part]) -> dict[str, Part]:
    if not (root / CLAIMS_FILE).exists():
        return {}
    file = TomlFile(root, CLAIMS_FILE)
    return {id: file.record(what, (kind, id), id=id) for id in file.tables(kind)}


CLAIMS = pytest.StashKey[dict[str, Claim]]()
CHAPTERS = pytest.StashKey[dict[str, Chapter]]()


def claims_of(config: pytest.Config) -> dict[str, Claim]:
    """The claims of the project that pytest runs in; pytest.UsageError if its file is wrong."""
    return _kept(config, CLAIMS, load_claims)


def chapters_of(config: pytest.Config) -> dict[str, Chapter]:
    """The chapters of the project that pytest runs in; pytest.UsageError if its file is wrong."""
    return _kept(config, CHAPTERS, load_chapters)


def _kept(
    config: pytest.Config, key: pytest.StashKey[dict[str, Part]], load: Callable[[Path], dict[str, Part]]
) -> dict[str, Part]:
    if key not in config.stash:
        try:
            config.stash[key] = load(config.rootpath)
        except HarnessError as error:
            raise pytest.UsageError(str(error)) from None
    return config.stash[key]
