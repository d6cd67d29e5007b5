"""The command `renewal` from its first moment on: asked to end, it goes without a traceback.

What it does is in harness.cli, which takes its time to be imported.
"""

from __future__ import annotations

import os
import signal
import sys
from io import TextIOWrapper
from types import FrameType


def main() -> None:
    """Run the command that was typed."""
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _go)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show is no error
    from harness.cli import main as command

    command()


def _go(number: int, _: FrameType | None) -> None:
    """End at once, as the shell expects: whatever was going on has nothing to put away."""
    os._exit(128 + number)


if __name__ == "__main__":
    main()
