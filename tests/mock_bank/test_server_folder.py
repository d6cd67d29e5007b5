from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from mock_bank import server_folder


def test_no_server_clears_away_what_another_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = tempfile.mkdtemp

    def make_while_nobody_else_can(prefix: str) -> str:
        with pytest.raises(Timeout):
            FileLock(server_folder.turn()).acquire(blocking=False)
        return made(prefix=prefix)

    monkeypatch.setattr(tempfile, "mkdtemp", make_while_nobody_else_can)
    with server_folder.own_folder(None) as folder:
        assert (folder / server_folder.LOCK).exists()
        FileLock(server_folder.turn()).acquire(blocking=False).lock.release()  # the next one's turn
        with server_folder.own_folder(None) as other:
            assert folder.exists()
        assert not other.exists()
    assert not folder.exists()
