"""The known bugs that a mock bank can be started with, read as data: the bank is reached over HTTP only."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from harness import ROOT
from harness.errors import HarnessError, InBothLanguages

FOLDER = ROOT / "mock_bank" / "defects"


@dataclass(frozen=True)
class Defect(InBothLanguages):
    """A bug: what a bank that has it does wrong, and the ids of the claims that it breaks."""

    name: str
    en: str
    ko: str
    claims: list[str]


def load_defects() -> dict[str, Defect]:
    """All known bugs by name, in the catalogue's order: by the party that has them."""
    return {
        name: Defect(name, table["en"], table["ko"], table["claims"])
        for path in sorted(FOLDER.glob("*.toml"))
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def check_defect(name: str) -> None:
    """Raise HarnessError, with the nearest names, when no known bug is called that."""
    known = load_defects()
    if name not in known:
        raise HarnessError(*no_such(name, known))


def no_such(name: str, known: Iterable[str]) -> tuple[str, str]:
    """That nothing is called `name`, and what is called nearly so, in English and in Korean."""
    near = ", ".join(get_close_matches(name, list(known))) or "`renewal defects`"
    return f"there is no {name}; nearest: {near}", f"{name}: 그런 이름이 없습니다. 비슷한 이름: {near}"
