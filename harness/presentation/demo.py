"""`renewal demo`: a feature played as a presentation, in a window where there is one, else into a film."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from harness import ROOT
from harness.errors import HarnessError
from harness.play import own_run
from harness.play.browser import NoBrowser, find_browser, has_display
from harness.play.remote_browser import GRID
from harness.presentation.film import CODECS
from harness.spoken import said

# What is shown unless a feature is named, by the language of its steps.
FEATURES = {"ko": ROOT / "features/ko/시연.feature", "en": ROOT / "features/demo.feature"}
RECORDING = ROOT / "reports/demo.mp4"


def present(
    feature: str | None,
    recording: Path | None,
    language: str | None,
    pace: float,
    tell: Callable[[str], None],
) -> int:
    """Play `feature`: a file, FILE:LINE, a node id or a folder; else the demonstration in `language`.

    Cards are in `language`, or in the feature's own. `pace`: 2 is twice as quick. Without a display, or a
    browser that can show a window, it is recorded. Returns pytest's exit code; raises HarnessError, before
    anything is shown, where there is no feature, no browser, or no place for a film.
    """
    os.environ.pop(GRID, None)  # who looks on is here, and so is the window
    features = own_run.features(feature or str(FEATURES[language or "ko"]))
    headed = recording is None and _can_show_a_window(tell)
    film = None if headed else _film(recording or RECORDING)
    if film:
        find_browser("chromium", headed=False)
    options = ["-p", "harness.presentation.presenter", "--capture=no", f"--pace={pace}"]
    options += [f"--lang={language}"] if language else []
    # With `=`, or pytest would take the film for a test file of this name.
    options += [f"--record={film}"] if film else ["--headed"]
    return own_run.play(features, *options)


def _can_show_a_window(tell: Callable[[str], None]) -> bool:
    if not has_display():
        tell(
            said("There is no display here: the demo is recorded instead.", "화면이 없어 시연을 녹화합니다.")
        )
        return False
    try:
        find_browser("chromium", headed=True)
    except NoBrowser:
        tell(
            said(
                "No browser here can show a window: the demo is recorded instead.",
                "창을 띄울 수 있는 브라우저가 없어 시연을 녹화합니다.",
            )
        )
        return False
    return True


def _film(recording: Path) -> Path:
    if recording.suffix not in CODECS:
        raise HarnessError(
            f"--record {recording}: a film's name ends in {' or '.join(CODECS)}; choose one of them",
            f"--record {recording}: 영상 파일의 확장자는 {' 또는 '.join(CODECS)}이어야 합니다",
        )
    try:
        recording.parent.mkdir(parents=True, exist_ok=True)
        with recording.open("ab") as file:
            empty = not file.tell()
    except OSError as error:
        raise HarnessError(
            f"--record {recording}: nothing can be written there ({error.strerror}); choose another place",
            f"--record {recording}: 여기에 쓸 수 없습니다 ({error.strerror}). 다른 위치를 고르세요",
        ) from None
    if empty:
        recording.unlink()
    return recording.absolute()
