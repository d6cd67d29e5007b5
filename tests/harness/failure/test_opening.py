"""What a failure has left is opened by one command, whatever it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harness.failure.opening import show
from harness.play.scene import Scene
from tests.asking import ask
from tests.harness.test_cli import RENEWAL, on_loopback


def opened(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([RENEWAL, "open", path.name], cwd=path.parent, capture_output=True, text=True)


def test_the_world_of_a_failure_goes_on_as_a_bank(scene: Scene, browser_name: str, tmp_path: Path) -> None:
    scene.person("Kim Hana")
    (tmp_path / "world.zip").write_bytes(scene.world.zipped())
    command = [RENEWAL, "open", "world.zip"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as bank:
        assert bank.stdout
        said = bank.stdout.readline()
        found = re.fullmatch(
            r"What the customer knows and has, .*: (http://localhost:\d+/worlds/\w+)\n", said
        )
        assert found, said
        desk = ask("GET", on_loopback(found[1]))
        bank.terminate()
    assert "김하나" in desk.text
    assert "2026-03-30" in desk.text  # of a certificate that can be read there, and is known


@pytest.fixture
def failure(tmp_path: Path) -> Path:
    folder = tmp_path / "how a scenario failed"
    (folder / "replay").mkdir(parents=True)
    for name in ("failure.txt", "screenshot.png", "world.zip", "replay/film.mp4", "replay/trace.zip"):
        (folder / name).touch()
    return folder


@pytest.mark.skipif(os.name != "posix", reason="quoted as a shell of Unix has it")
def test_of_a_folder_it_is_said_how_each_thing_in_it_is_opened(failure: Path) -> None:
    assert opened(failure).stdout.splitlines() == [
        f"renewal open 'how a scenario failed/{name}'"
        for name in ("replay/film.mp4", "replay/trace.zip", "screenshot.png", "world.zip")
    ]


def test_what_is_nothing_of_a_failure_is_told(failure: Path) -> None:
    assert "is no failure's folder" in opened(failure.parent).stderr
    assert opened(failure / "world.zip").stderr == (
        "Error: world.zip holds no world; let the scenario fail once more\n"
    )


def test_a_trace_is_shown_until_the_viewer_ends(failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    viewer = 'import sys; print(*sys.argv[1:]); sys.exit("trace-2.zip" not in sys.argv)'
    (failure / "viewer.py").write_text(viewer)
    monkeypatch.setattr("harness.failure.opening.VIEWER", [sys.executable, str(failure / "viewer.py")])
    assert show(failure / "replay/trace-2.zip") == 1
    monkeypatch.chdir(failure / "replay")
    assert show(Path("trace-2.zip")) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="it has a program for all of them")
def test_anything_else_is_opened_by_the_system(failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (failure / "xdg-open").write_text('#!/bin/sh\necho "$@" > opened\n')
    (failure / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert opened(failure / "screenshot.png").returncode == 0
    assert "screenshot.png" in (failure / "opened").read_text()
