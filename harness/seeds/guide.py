"""The guide: its chapters and what it claims. Which claims hold is told by harness.report.coverage."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from harness.errors import HarnessError

CLAIMS_FILE = Path("seeds") / "guide.toml"
CLAIM_TAG = "guide."
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
class Claim:
    """One thing that the guide says, and what a customer observes when it holds."""

    id: str
    chapter: str
    en: str
    ko: str
    en_shows: str
    ko_shows: str

    @property
    def tag(self) -> str:
        """The tag that its scenarios carry, without the @."""
        return CLAIM_TAG + self.id


def load_claims(root: Path) -> dict[str, Claim]:
    """The claims in seeds/guide.toml under `root`, by id; none if there is no such file.

    Raises HarnessError naming the claim that lacks something or has too much.
    """
    return {id: _made(Claim, "claims", id, table) for id, table in _tables(root, "claims").items()}


def load_chapters(root: Path) -> dict[str, Chapter]:
    """The chapters in seeds/guide.toml under `root`, by id; HarnessError as from load_claims."""
    return {id: _made(Chapter, "chapters", id, table) for id, table in _tables(root, "chapters").items()}


def _tables(root: Path, kind: str) -> dict[str, dict[str, str]]:
    path = root / CLAIMS_FILE
    if not path.exists():
        return {}
    try:
        tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8")).get(kind, {})
    except tomllib.TOMLDecodeError as error:
        raise HarnessError(f"{CLAIMS_FILE}: {error}") from None
    return tables


def _made(what: Callable[..., Part], kind: str, id: str, table: Mapping[str, str]) -> Part:
    try:
        return what(id, **table)
    except TypeError as error:
        problem = str(error).partition("() ")[2]
        raise HarnessError(f'{CLAIMS_FILE}: [{kind}."{id}"]: {problem}') from None


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
