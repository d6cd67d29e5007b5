"""Everything that can be recorded of one scenario: traces, a film, and what it leaves at its end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.failure.evidence import Evidence, gather
from harness.play.scene import Scene

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from harness.language.expanded import PlayedStep

FILM = "film.mp4"
READING = 1000  # ms of the film in which to see what a step has led to


class Recording:
    """Records into `folder` from the first page on; what cannot be recorded is one of the `gaps`.

    Titles of the film's chapters and of the trace's groups are the steps.
    """

    def __init__(self, folder: Path, title: str, root: Path) -> None:
        self._folder = folder
        self._title = title
        self._root = root  # of the project, from which places are told
        from harness.presentation.film import Film  # needs a library that runs without a failure do not

        self.evidence = Evidence()
        self._left = Evidence()
        self._contexts: list[BrowserContext] = []
        self._film = Film()
        self._filmed: Page | None = None
        self._step: PlayedStep | None = None

    @property
    def gaps(self) -> list[str]:
        """What could not be recorded, and why."""
        return list(dict.fromkeys(self._left.gaps))

    @property
    def files(self) -> list[str]:
        """What lies in the folder that has to be opened to be seen."""
        return sorted(file.name for file in self._folder.glob("*") if file.suffix in (".zip", ".mp4"))

    def watch(self, context: BrowserContext) -> None:
        """Record this context and all of its pages, from now on."""
        with self._left.as_far_as_possible():
            # No screenshots: tracing would film first, in a size in which nobody can read the film.
            context.tracing.start(title=self._title, snapshots=True, sources=True)
            self._contexts.append(context)
            context.on("page", self._turn_to)
            self._open_group(context)

    def begin_step(self, step: PlayedStep) -> None:
        """What follows belongs to that step."""
        self._step = step
        self._film.begin_chapter(_title(step))
        for context in self._contexts:
            with self._left.as_far_as_possible():
                self._open_group(context)

    def end_step(self, shown: Page | None) -> None:
        """The step has led to what that page shows."""
        self._step = None
        for context in self._contexts:
            with self._left.as_far_as_possible():
                context.tracing.group_end()
        self._film.hold(READING)
        if shown:
            self._turn_to(shown)

    def finish(self, scene: Scene | None) -> None:
        """Write it all, and the `evidence` that the scenario leaves at its end."""
        # First what would film and trace the gathering too.
        with self._left.as_far_as_possible():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stop_filming()
        for number, context in enumerate(self._contexts, 1):
            with self._left.as_far_as_possible():
                context.tracing.stop(path=self._folder / f"trace{'' if number == 1 else f'-{number}'}.zip")
        self.evidence = gather(scene)
        self.evidence.keep(self._folder)
        with self._left.as_far_as_possible():
            if self._film.length:
                self._film.write(self._folder / FILM)
        self._left.gaps += self.evidence.gaps

    def _open_group(self, context: BrowserContext) -> None:
        if self._step:
            file = os.path.relpath(self._step.file, self._root)
            line = self._step.line_number
            context.tracing.group(_title(self._step), location={"file": file, "line": line, "column": 1})

    def _turn_to(self, page: Page) -> None:
        if page is self._filmed or page.is_closed():
            return
        with self._left.as_far_as_possible():
            self._stop_filming()
            self._film.roll(page)
            self._filmed = page

    def _stop_filming(self) -> None:
        if self._filmed and not self._filmed.is_closed():
            self._filmed.screencast.stop()
        self._filmed = None


def _title(step: PlayedStep) -> str:
    return " › ".join(one.says for one in (*step.within, step))


RECORDING = pytest.StashKey[Recording]()
