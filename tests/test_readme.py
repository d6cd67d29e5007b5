"""What the README says is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner

from harness.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_feature_passes(tmp_path: Path) -> None:
    (feature,) = re.findall(r"```gherkin\n(.*?)```", README, re.DOTALL)
    file = tmp_path / "readme.feature"
    file.write_text(dedent(feature), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "conftest",
        "--rootdir",
        ".",
        "-c",
        "pyproject.toml",
        "--reports=off",  # those in the project's folder are of the project's runs
        str(file),
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "1 passed" in run.stdout, run.stdout


def test_its_folders_files_and_picture_are_there() -> None:
    named = {
        path
        for path in re.findall(r"[`(]([\w./]+(?:/|\.toml|\.png|\.mp4))[`)]", README)
        if "film" not in path
    }
    assert {"features/", "mock_bank/", "seeds/people.toml", "docs/renewal.png", "docs/renewal.mp4"} <= named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_its_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    commands = set(re.findall(r"`renewal (\w+)", README))
    assert commands <= set(main.commands)
    assert "demo" in commands
    for option in re.findall(r"--(lang|record|pace)\b", README):
        assert f"--{option}" in CliRunner().invoke(main, ["demo", "--help"]).output
