"""What docs/maintainers.md names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/maintainers.md").read_text(encoding="utf-8")


def test_its_files_and_folders_are_there() -> None:
    named = set(re.findall(r"`([\w.]+/[\w./]*|\w+\.(?:toml|txt))`", GUIDE))
    assert {"mock_bank/", "harness/world.py", "pyproject.toml"} <= named
    assert [path for path in named if path != "reports/" and not (ROOT / path).exists()] == []


def test_its_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"`make (\w+)", GUIDE)
    assert targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
