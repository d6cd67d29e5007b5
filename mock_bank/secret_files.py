"""Files that hold a secret of the server: for its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_secret(file: Path, content: bytes) -> None:
    """Write what nobody but the owner may read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "wb", opener=_for_the_owner_only) as opened:
        opened.write(content)


def load_or_create_secret(file: Path) -> bytes:
    """The 32 random bytes kept in `file`, made there when missing."""
    if not file.exists():
        write_secret(file, secrets.token_bytes(32))
    return file.read_bytes()


def _for_the_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
