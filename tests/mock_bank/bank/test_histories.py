"""Whatever a customer does, in whatever order, while faults and time come and go: what has to hold, holds.

RENEWAL_EXAMPLES sets how many histories are tried; the same ones each time.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mock_bank.app import Server
from mock_bank.stages import WayName
from mock_bank.world import Worlds


@pytest.mark.parametrize("going", ["renewal", "issue"])
def test_every_history_keeps_what_has_to_hold(
    tmp_path: Path, keys_made_once: None, templates_compiled_once: None, going: WayName
) -> None:
    from tests.mock_bank.bank.histories import Histories, play

    class Here(Histories):
        root = tmp_path
        way = going
        server = Server(Worlds(tmp_path), "token", {})

    play(Here, examples=int(os.environ.get("RENEWAL_EXAMPLES", "10")))
