"""A pytest that a command starts, to play features for something else than their results."""

from __future__ import annotations

import sys
from pathlib import Path

from harness import ROOT
from harness.errors import HarnessError
from harness.play.child import child


def features(name: str) -> list[str]:
    """What pytest, which runs elsewhere, is to run: `name` is told from where the command was typed.

    A feature, one of its scenarios as FILE:LINE or as a node id, or a folder; HarnessError if it is none.
    """
    path, ending, rest = name.partition(".feature")
    file = Path(path + ending).absolute()
    found = sorted(file.rglob("*.feature")) if file.is_dir() else [file] * file.exists()
    if not found or not all(one.suffix == ".feature" for one in found):
        if found:
            en, ko = "is no .feature file", ".feature 파일이 아닙니다"
        elif file.is_dir():
            en, ko = "has no .feature file", "안에 .feature 파일이 없습니다"
        else:
            en, ko = "does not exist", "없는 파일입니다"
        raise HarnessError(
            f"{name} {en}: name a feature, one of its scenarios as FILE:LINE, or a folder",
            f"{name}: {ko}. 기능 파일이나 폴더, 또는 ‘파일:줄’로 시나리오 하나를 지정하세요",
        )
    return [f"{one}{rest}" for one in found]


def play(features: list[str], *options: str) -> int:
    """Have pytest play them in the project; returns its exit code."""
    command = [sys.executable, "-m", "pytest", *features, *options]
    # Told, so that a feature from elsewhere is played with our phrases as well.
    command += ["-p", "conftest", "--rootdir=.", "-c", "pyproject.toml"]
    # The last run's reports stay, and nothing is played twice.
    command += ["--reports=off", "--replay=off", "-p", "no:cacheprovider", "-qq", "--no-header"]
    with child(command, cwd=ROOT) as playing:
        pass
    return playing.returncode
