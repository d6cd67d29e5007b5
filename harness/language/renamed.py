"""What phrases were called before: whoever still says it so is told what to write now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from harness.language.korean import PARTICLES, with_particle

SLOT = re.compile(rf"(\S*)\{{({'|'.join(PARTICLES)})\}}")
_RENAMED: dict[str, list[tuple[re.Pattern[str], str]]] = {"en": [], "ko": []}


def define_renamed(language: str, renamed: Mapping[str, str]) -> None:
    """Add regular expressions of what was said, and what is said now, with `{을}` for the form that fits."""
    _RENAMED[language] += [(re.compile(before), now) for before, now in renamed.items()]


def as_called_now(text: str, language: str) -> Iterator[str]:
    """What a step's text may have become, the fewest changes first."""
    for before, now in _RENAMED[language]:
        said = SLOT.sub(lambda slot: with_particle(slot[1], slot[2]), before.sub(now, text))
        if said != text:
            yield (text := said)
