"""What is altered: the rules of the mock bank."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "mock_bank"
RULES = ("bank", "bank/web", "ca", "device")  # folders of the package
KEPT = ROOT / "reports" / "mutants"  # what was recorded and seen


def files() -> list[str]:
    """The files with rules, as paths below mock_bank/."""
    return [
        path.relative_to(PACKAGE).as_posix()
        for folder in RULES
        for path in sorted((PACKAGE / folder).glob("*.py"))
    ]


def text_of(file: str) -> str:
    """What stands in one of them."""
    return (PACKAGE / file).read_text(encoding="utf-8")


def digest(*paths: Path) -> str:
    """What changes with any of these files, and with any file of these folders."""
    found = sha256()
    for path in sorted(file for top in paths for file in [top, *top.rglob("*")] if file.is_file()):
        if "__pycache__" not in path.parts:
            found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
