"""Serve the mock bank: `python -m mock_bank [--port N] [--worlds DIR] [--people FILE] ...`."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from mock_bank.defects import DefectError, altered
from mock_bank.options import read_options

ENDING = (signal.SIGINT, signal.SIGTERM)


def main() -> None:
    """Serve until asked to end; say on stdout, in one line of JSON, where and with which control token."""
    for asked in ENDING:
        signal.signal(asked, _end_at_once)
    options = read_options()
    try:
        with altered(options.defect):
            # To load all that a bank needs takes a second, in which it may be asked to end; and nothing of it
            # may be loaded before it is altered.
            from mock_bank.serving import serve

            serve(options)
    except (DefectError, OSError) as error:
        print(f"mock bank: {error}", file=sys.stderr)
        sys.exit(2)


def _end_at_once(asked: int, frame: FrameType | None) -> None:
    """While there is nothing yet to be tidied up."""
    os._exit(0)


if __name__ == "__main__":
    main()
