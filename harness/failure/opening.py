"""What a failure has left, opened to be looked at again."""

from __future__ import annotations

import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from harness.errors import HarnessError
from harness.failure.evidence import TEXT
from harness.failure.layout import in_a_shell
from harness.play.child import child

# Served, for whatever browser there is: its own window needs one that Playwright has fetched.
VIEWER = [sys.executable, "-m", "playwright", "show-trace", "--port", "0"]
_TRACE = re.compile(r"trace(-\d+)?\.zip")
_LOOKED_AT = (".zip", ".mp4", ".png")


def commands(folder: Path) -> list[str]:
    """How each thing that lies in a failure's folder is opened. HarnessError if it is none."""
    if not (folder / TEXT).exists():
        raise HarnessError(
            f"{folder} is no failure's folder; a failure's text names it under “Evidence”",
            f"{folder}: 실패가 남긴 폴더가 아닙니다. 실패 내용의 “증거”에 적힌 폴더를 지정하세요",
        )
    files = sorted(file for file in [*folder.iterdir(), *folder.glob("*/*")] if file.suffix in _LOOKED_AT)
    return [in_a_shell(["renewal", "open", str(file)]) for file in files]


@contextmanager
def unpacked(packed: Path) -> Iterator[tuple[Path, str]]:
    """A folder with which a mock bank goes on with a packed world, and that world's id. HarnessError."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(packed) as archive:
                archive.extractall(folder)
            (state,) = Path(folder).glob("worlds/*/world.json")
        except (zipfile.BadZipFile, ValueError):
            raise HarnessError(
                f"{packed} holds no world; let the scenario fail once more",
                f"{packed} 안에 모의은행이 없습니다. 시나리오를 다시 실패하게 하세요",
            ) from None
        yield Path(folder), state.parent.name


def show(file: Path) -> int:
    """Show a trace in Playwright's viewer until Ctrl-C, all else as the system does."""
    if not _TRACE.fullmatch(file.name):
        return click.launch(str(file))
    with child([*VIEWER, str(file)]) as viewer:
        viewer.wait()
    return viewer.returncode
