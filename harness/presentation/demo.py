"""`renewal demo`: a feature played as a presentation, in a window where there is one, else into a film."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from harness import ROOT
from harness.errors import HarnessError
from harness.play.browser import NoBrowser, find_browser, has_display
from harness.play.child import child
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
    features = _features(feature or str(FEATURES[language or "ko"]))
    headed = recording is None and _can_show_a_window(tell)
    film = None if headed else _film(recording or RECORDING)
    if film:
        find_browser("chromium", headed=False)
    command = [sys.executable, "-m", "pytest", *features]
    command += [
        "-p",
        "harness.presentation.presenter",
        f"--pace={pace}",
        *([f"--lang={language}"] if language else []),
    ]
    # Told, so that a feature from elsewhere is played with our phrases as well.
    command += ["-p", "conftest", "--rootdir=.", "-c", "pyproject.toml"]
    # A presentation is no run whose results count: the last run's reports stay, and nothing is played twice.
    command += ["--reports=off", "--replay=off", "-p", "no:cacheprovider"]
    command += ["-qq", "--no-header", "--capture=no"]
    # With `=`, or pytest would take the film for a test file of this name.
    command += [f"--record={film}"] if film else ["--headed"]
    with child(command, cwd=ROOT) as pytest:
        pass
    return pytest.returncode


def _features(feature: str) -> list[str]:
    """What pytest, which runs elsewhere, is to run: `feature` is told from where the command was typed."""
    path, ending, rest = feature.partition(".feature")
    file = Path(path + ending).absolute()
    found = sorted(file.rglob("*.feature")) if file.is_dir() else [file] * file.exists()
    if not found or not all(one.suffix == ".feature" for one in found):
        if found:
            en, ko = "is no .feature file", ".feature 파일이 아닙니다"
        elif file.is_dir():
            en, ko = "has no .feature file", "안에 .feature 파일이 없습니다"
        else:
            en, ko = "does not exist", "없는 파일입니다"
        raise HarnessError(
            f"{feature} {en}: name a feature, one of its scenarios as FILE:LINE, or a folder",
            f"{feature}: {ko}. 기능 파일이나 폴더, 또는 ‘파일:줄’로 시나리오 하나를 지정하세요",
        )
    return [f"{one}{rest}" for one in found]


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
