"""What phrases were called before: whoever still says it so is told what to write now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from harness.language.korean import PARTICLES, with_particle
from harness.language.wordings import read_wordings

SLOT = re.compile(rf"(\S*)\{{({'|'.join(PARTICLES)})\}}")
_RENAMED: dict[str, dict[str, str]] = {"en": {}, "ko": {}}


def define_renamed(language: str, renamed: Mapping[str, str]) -> None:
    """Add regular expressions of what was said, and what is said now, with `{을}` for the form that fits."""
    _RENAMED[language] |= renamed
    _read.cache_clear()


@cache
def _read(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Those of a language, for the first step that needs them."""
    return read_wordings(language, _RENAMED[language], "renamed.toml")


def as_called_now(text: str, language: str) -> Iterator[str]:
    """What a step's text may have become, the fewest changes first. HarnessError as for wordings."""
    for before, now in _read(language):
        said = SLOT.sub(lambda slot: with_particle(slot[1], slot[2]), before.sub(now, text))
        if said != text:
            yield (text := said)
