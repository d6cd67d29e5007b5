"""A soak goes on where it stopped, and ends with one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import __main__ as soak
from tests.soak.__main__ import Round


def test_it_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "SEEN", tmp_path / "reports" / "soak.json")
    monkeypatch.setattr(soak, "_play", lambda seed: Round(seed, "abc", 600, ("a race",) if seed == 2 else ()))
    assert soak.main(600) == 0
    assert soak.main(1500) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "seed 2 of abc: a race" in lines
    assert lines[-1] == "soak: 1,800 scenarios run, 1 failed; seeds 1 to 3; commits abc"
