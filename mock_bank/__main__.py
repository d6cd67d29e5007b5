"""Serve the mock bank: `python -m mock_bank [--port N] [--worlds DIR] [--people FILE] [--attached]`."""

from __future__ import annotations

import os
import signal
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)


def main() -> None:
    """Serve until asked to end; say on stdout, in one line of JSON, where and with which control token."""
    for asked in ENDING:
        signal.signal(asked, _end_at_once)
    # To load all that a bank needs takes a second, in which it may be asked to end.
    from mock_bank.serving import serve

    serve()


def _end_at_once(asked: int, frame: FrameType | None) -> None:
    """While there is nothing yet to be tidied up."""
    os._exit(0)


if __name__ == "__main__":
    main()
