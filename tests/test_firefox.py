"""A chapter of the guide and a whole renewal hold in Firefox too: each change meets a second engine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harness.play.browser import NoBrowser, find_browser

ROOT = Path(__file__).parents[1]
PLAYED = ("features/prepare.feature", "features/demo.feature::Kim Hana renews her certificate")


@pytest.mark.usefixtures("at_our_bank")
def test_a_chapter_and_a_renewal_hold_in_firefox(tmp_path: Path) -> None:
    try:
        find_browser("firefox", headed=False)
    except NoBrowser as missing:
        pytest.skip(str(missing))
    options = ("--browser", "firefox", "-n0", "-q", "--reports=off", "--replay=off", f"--output={tmp_path}")
    # Of the run that plays this one, it is to know no more than its bank.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
    played = subprocess.run(
        [sys.executable, "-m", "pytest", *PLAYED, *options, "-p", "no:cacheprovider"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == pytest.ExitCode.OK, played.stdout + played.stderr
    assert re.search(r"^\d+ passed in", played.stdout, re.MULTILINE), played.stdout  # and none is excused
