"""What a customer does to a control is done by pages/hands.py, or it would need a mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [file for folder in ("pages", "steps") for file in sorted((ROOT / folder).glob("*.py"))]
BY_MOUSE = re.compile(r"\.(?:click|dblclick|check|uncheck|set_checked|fill)\((?!.*hands)")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_clicked_or_filled_in_elsewhere(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = [line.strip() for line in lines if BY_MOUSE.search(line) and "hands." not in line]
    assert found == [] or file.stem == "hands"
