"""The options of a server."""

from __future__ import annotations

import argparse
from ipaddress import ip_address
from pathlib import Path

from mock_bank.terminal import said


def read_options() -> argparse.Namespace:
    """The options of this process; what is wrong with them ends it with 2."""
    parser = argparse.ArgumentParser(prog="mock_bank", description="A mock bank for tests.")
    parser.add_argument(
        "--host",
        type=_address,
        help="let other machines in at this address, 0.0.0.0 at all (default: this machine alone); "
        "they need the token of RENEWAL_BANK_TOKEN. For test networks only",
    )
    parser.add_argument("--port", type=_port, default=8765, help="0 takes any free port")
    parser.add_argument("--worlds", type=Path, help="where worlds lie; else in a folder that goes away")
    parser.add_argument("--people", type=Path, help="who may be chosen in the lobby (seeds/people.toml)")
    parser.add_argument(
        "--defect", metavar="NAME", help="have the known bug of that name (mock_bank/defects/)"
    )
    parser.add_argument("--attached", action="store_true", help="end when standard input does")
    return parser.parse_args()


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            said(
                f"{text!r} is no address: write numbers, as 10.0.0.2, or 0.0.0.0 for all that there are",
                f"{text!r}: 주소가 아닙니다. 10.0.0.2처럼 숫자로 적으세요. 0.0.0.0은 모든 주소입니다",
            )
        ) from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(
            said(
                f"{text!r} is no port: a whole number from 0 to 65535",
                f"{text!r}: 포트 번호가 아닙니다. 0부터 65535까지의 정수를 적으세요",
            )
        )
    return int(text)
