"""`renewal demo`: a feature played as a presentation, in a window where there is one, else into a film."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from harness.browser import NoBrowser, find_browser
from harness.errors import HarnessError
from harness.film import CODECS

ROOT = Path(__file__).parent.parent
# What is shown unless a feature is named, by the language of its steps.
FEATURES = {"ko": ROOT / "features/ko/시연.feature", "en": ROOT / "features/demo.feature"}
RECORDING = ROOT / "reports/demo.mp4"
PACE = 250  # ms between a browser's actions


def present(feature: str | None, recording: Path | None, language: str, tell: Callable[[str], None]) -> int:
    """Play `feature` (a file or node id; else the language's own); return pytest's exit code.

    Without a display, or a browser that can show a window, it is recorded. Raises HarnessError for a
    recording whose ending names no film.
    """
    headed = recording is None and _can_show_a_window(tell)
    film = None if headed else _film(recording or RECORDING)
    command = [sys.executable, "-m", "pytest", feature or str(FEATURES[language]), "-p", "harness.presenter"]
    command += ["--slowmo", str(PACE), "--quiet", "--no-header", "--capture=no", "-p", "no:cacheprovider"]
    command += ["--record", str(film)] if film else ["--headed"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _can_show_a_window(tell: Callable[[str], None]) -> bool:
    displays = (os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform not in ("darwin", "win32") and not any(displays):
        tell("There is no display here: the demo is recorded instead.")
        return False
    try:
        find_browser("chromium", headed=True)
    except NoBrowser:
        tell("No browser here can show a window: the demo is recorded instead.")
        return False
    return True


def _film(recording: Path) -> Path:
    if recording.suffix not in CODECS:
        endings = " or ".join(CODECS)
        raise HarnessError(f"--record {recording}: a film's name ends in {endings}; choose one of them")
    return recording.absolute()
