"""The options of a server."""

from __future__ import annotations

import argparse
from pathlib import Path

from mock_bank.terminal import said


def read_options() -> argparse.Namespace:
    """The options of this process; what is wrong with them ends it with 2."""
    parser = argparse.ArgumentParser(prog="mock_bank", description="A mock bank for tests, on loopback only.")
    parser.add_argument("--port", type=_port, default=8765, help="0 takes any free port")
    parser.add_argument("--worlds", type=Path, help="where worlds lie; else in a folder that goes away")
    parser.add_argument("--people", type=Path, help="who may be chosen in the lobby (seeds/people.toml)")
    parser.add_argument(
        "--defect", metavar="NAME", help="have the known bug of that name (mock_bank/defects/)"
    )
    parser.add_argument("--attached", action="store_true", help="end when standard input does")
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(
            said(
                f"{text!r} is no port: a whole number from 0 to 65535",
                f"{text!r}: 포트 번호가 아닙니다. 0부터 65535까지의 정수를 적으세요",
            )
        )
    return int(text)
