"""What some browsers cannot show, as seeds/browsers.toml lists it, so that scenarios are excused there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from harness.language.toml_file import TomlFile

BROWSERS_FILE = Path("seeds") / "browsers.toml"
NEEDS_TAG = "needs."
# As of --browser, where `firefox` is Playwright's own and the system's, and `moz-firefox` the system's alone.
Name = Literal["chromium", "firefox", "moz-firefox", "webkit"]


@dataclass(frozen=True)
class Need:
    """What a scenario may need, the browsers that lack it, and why they do."""

    lacking: tuple[Annotated[str, Name], ...]
    en: str
    ko: str


def load_needs(root: Path) -> dict[str, Need]:
    """The needs in seeds/browsers.toml under `root`, by name; none if there is no such file.

    Raises HarnessError with the place of what is wrong.
    """
    if not (root / BROWSERS_FILE).exists():
        return {}
    file = TomlFile(root, BROWSERS_FILE)
    needs = {name: file.record(Need, ("needs", name)) for name in file.tables("needs")}
    for name in needs:
        if not re.fullmatch(r"[\w-]+", name):
            raise file.wrong(
                ("needs", name),
                "a need is one word of letters, digits, - and _",
                "띄어 쓰지 않은 한 낱말로 적으세요. 글자, 숫자, -, _만 씁니다",
            )
    return needs
