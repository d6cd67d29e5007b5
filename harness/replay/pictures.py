"""Pictures of what a step has led to, for scenarios that are to leave them: all with --evidence=full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.evidence import PAGE_LIMIT, folder_of
from harness.features import ScenarioItem
from harness.report import runs
from harness.report.witness import STEP_LOG
from harness.scene import SCENE

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUALITY = 60  # of a JPEG: text is still sharp, and half as large
PICTURES = pytest.StashKey[Path]()  # where a scenario's pictures are to lie


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Have every scenario leave pictures, if a run is to leave them all."""
    if isinstance(item, ScenarioItem) and item.config.getoption("--evidence") == "full":
        item.stash.setdefault(PICTURES, pictures_of(item))


def pictures_of(item: pytest.Item) -> Path:
    """The folder for a scenario's pictures: with its run, whose record names them."""
    return runs.folder(item.config) / "pictures" / folder_of(item.nodeid).name


def take_picture(node: pytest.Item) -> None:
    """Take one of what the step that has just ended shows, if that is wanted and there is a page."""
    scene = node.stash.get(SCENE, None)
    page = scene.shown if scene else None
    folder = node.stash.get(PICTURES, None)
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
