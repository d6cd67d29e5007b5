"""What code refers to is there: headings of docs/domain.md, claims of seeds/guide.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from mock_bank.settings import Settings

ROOT = Path(__file__).parents[1]
DOMAIN = (ROOT / "docs/domain.md").read_text(encoding="utf-8")
HEADINGS = set(re.findall(r"^## (.+)$", DOMAIN, re.MULTILINE))
CLAIMS = set(tomllib.loads((ROOT / "seeds/guide.toml").read_text(encoding="utf-8"))["claims"])

FOLDERS = ("features", "harness", "mock_bank", "pages", "seeds", "steps", "tests")
SUFFIXES = {".css", ".feature", ".html", ".js", ".py", ".toml"}

# Up to the end of the line: a reference that goes on in the next one is half a name, and told as such.
TO_A_HEADING = re.compile(r"\bdomain: *([^\n;).\"]*)")
# A bracket after the word is a type's: `(claims: list[str])`.
TO_A_CLAIM = re.compile(r"\(claims?: *([^\n;)\[]*)[;)\n]")


def references(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Where, as path:line, and to what."""
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES]
    for file in sorted(set(files) - {Path(__file__)}):
        text = file.read_text(encoding="utf-8", errors="replace")
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            for name in found[1].split(", "):
                yield f"{file.relative_to(ROOT)}:{line}", name.strip()


@pytest.mark.parametrize(
    ("pattern", "there"), [(TO_A_HEADING, HEADINGS), (TO_A_CLAIM, CLAIMS)], ids=["headings", "claims"]
)
def test_every_reference_leads_somewhere(pattern: re.Pattern[str], there: set[str]) -> None:
    found = list(references(pattern))
    assert len(found) > 30
    assert [(where, name) for where, name in found if name not in there] == []


def test_every_heading_is_referred_to() -> None:
    assert HEADINGS - {name for _, name in references(TO_A_HEADING)} == set()


@pytest.mark.parametrize("section", DOMAIN.split("\n## ")[1:], ids=lambda section: section.partition("\n")[0])
def test_every_heading_has_sources(section: str) -> None:
    assert re.search(r"^Sources.*\]\(https?://", section, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_limits_tell_what_each_setting_is_unless_a_world_sets_it(setting: str) -> None:
    (told,) = re.findall(rf"^\|[^|]+\| ([^|]+) \| `{setting}` \|$", DOMAIN, re.MULTILINE)
    assert told == _as_told(getattr(Settings(), setting))


def _as_told(value: int | tuple[time, time]) -> str:
    return f"{value:,}" if isinstance(value, int) else "–".join(f"{moment:%H:%M}" for moment in value)
