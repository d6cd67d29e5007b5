"""What docs/maintainers.md names is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/maintainers.md").read_text(encoding="utf-8")


def test_its_files_and_folders_are_there() -> None:
    named = set(re.findall(r"`([\w.]+/[\w./]*|\w+\.(?:toml|txt))`", GUIDE))
    assert {"mock_bank/", "harness/play/world.py", "pyproject.toml"} <= named
    assert [path for path in named if not path.startswith("reports/") and not (ROOT / path).exists()] == []


def test_its_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"`make (\w+)", GUIDE)
    assert targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_its_rooms_are_those_that_the_linter_holds() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    floors = [(len(layers) - 1 - at, set(re.split(r" [:|] ", layer))) for at, layer in enumerate(layers)]
    told: dict[int, set[str]] = {}
    for floor, rooms, happens in re.findall(r"^\| (\d) \| (.+?) \| (.+?) \|$", GUIDE, re.MULTILINE):
        names = {Path(room).stem for room in re.findall(r"`harness/([\w./]+)`", rooms)}
        told.setdefault(int(floor), set()).update(names)
        for name in names:
            room = ROOT / "harness" / name / "__init__.py"
            assert not room.exists() or room.read_text(encoding="utf-8")[3:].lower().startswith(
                happens.lower()
            ), name
    assert sorted(told.items(), reverse=True) == floors
