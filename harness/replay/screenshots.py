"""Pictures of what a step has led to, for scenarios that are to leave them: all with --evidence=full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.failure.evidence import PAGE_LIMIT, name_of
from harness.play import runs
from harness.play.scene import SCENE
from harness.report.observer import STEP_LOG

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUALITY = 60  # of a JPEG: text is still sharp, and half as large
PICTURES = pytest.StashKey[Path]()  # where a scenario is to leave pictures that would leave none


def pictures_of(item: pytest.Item) -> Path:
    """The folder for the pictures of this attempt at a scenario: with its run, whose record names them."""
    name, attempt = name_of(item.nodeid), item.stash[STEP_LOG].attempt
    return runs.folder(item.config) / "pictures" / (name if attempt == 1 else f"{name}-{attempt}")


def take_picture(node: pytest.Item) -> None:
    """Take one of what the step that has just ended shows, if that is wanted and there is a page."""
    scene = node.stash.get(SCENE, None)
    page = scene.shown if scene else None
    folder = node.stash.get(PICTURES, None)
    if node.config.getoption("--evidence") == "full":
        folder = folder or pictures_of(node)
    if not (folder and page) or page.is_closed():
        return
    log = node.stash[STEP_LOG]
    file = folder / f"{len(log.played):02}.jpg"
    if _taken(page, file):
        log.picture(file.relative_to(node.config.rootpath / runs.REPORTS).as_posix())


def _taken(page: Page, file: Path) -> bool:
    from playwright.sync_api import Error

    try:
        # An animation would be played to its end first, which changes what is seen next.
        page.screenshot(path=file, type="jpeg", quality=QUALITY, animations="allow", timeout=PAGE_LIMIT)
    except (Error, OSError):  # of a page that hangs, a disk that is full: no matter of the scenario's
        return False
    return True
