"""Every command that a document names, in its text and in its tables, is followed as far as it may be."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli import main

ROOT = Path(__file__).parents[1]
COMMAND = re.compile(r"`((?:pytest|renewal|make|python -m) [^`\n]+)`")
COMMANDS = sorted(
    {
        (document, command)
        for document in (
            "README.md",
            "docs/qa.en.md",
            "docs/qa.ko.md",
            "docs/maintainers.md",
            "docs/machines.md",
        )
        for command in COMMAND.findall((ROOT / document).read_text(encoding="utf-8"))
    }
)
# The files that the guides have their readers write, by the name that `renewal new` is given.
WRITTEN = {"our-bank": "en", "우리은행": "ko"}
FOLDERS = ("FOLDER", "폴더")  # as a command names one that its reader has


def commands(program: str) -> list[str]:
    return sorted({command for _, command in COMMANDS if command.split()[0] == program})


@pytest.fixture(scope="module")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place from which the documents' paths lead to features, those that readers write among them."""
    place = tmp_path_factory.mktemp("project")
    for name in ("harness", "mock_bank", "pages", "seeds", "steps", "conftest.py", "pyproject.toml"):
        (place / name).symlink_to(ROOT / name)
    (place / "features/ko").mkdir(parents=True)
    (place / "tests").mkdir()
    for feature in (ROOT / "features").rglob("*.feature"):
        (place / feature.relative_to(ROOT)).symlink_to(feature)
    for name, language in WRITTEN.items():
        template = (ROOT / "seeds" / f"new.{language}.feature").read_text(encoding="utf-8")
        file = place / "features" / ("ko" if language == "ko" else "") / f"{name}.feature"
        file.write_text(template.replace("NAME", name), encoding="utf-8")
    for folder in FOLDERS:
        (place / folder).mkdir()
    return place


@pytest.mark.parametrize("command", commands("pytest"))
def test_pytest_finds_what_it_is_to_run(command: str, features: Path) -> None:
    words = [sys.executable, "-m", *shlex.split(command), "--collect-only", "-q", "-p", "no:cacheprovider"]
    place = ROOT if " tests/" in command else features
    environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONUTF8": "1"}
    run = subprocess.run(
        words, cwd=place, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert run.returncode == pytest.ExitCode.OK, run.stdout + run.stderr
    assert re.search(r"^[1-9]\d*(/\d+)? tests? collected", run.stdout, re.MULTILINE), run.stdout


@pytest.mark.parametrize("command", commands("renewal"))
def test_renewal_takes_it(command: str, features: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(features)
    _, name, *arguments = shlex.split(command)
    context = main.commands[name].make_context(name, arguments)
    if feature := context.params.get("feature"):
        assert Path(feature.partition(".feature")[0] + ".feature").exists()


@pytest.mark.parametrize("command", commands("make"))
def test_make_knows_it(command: str) -> None:
    assert re.search(
        rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("command", commands("python"))
def test_python_has_its_module(command: str) -> None:
    module = Path(*command.split()[2].split("."))
    assert (ROOT / module / "__main__.py").exists() or (ROOT / module.with_suffix(".py")).exists()


def test_tables_of_commands_are_among_them() -> None:
    assert ("docs/qa.en.md", 'pytest -k "31 and days"') in COMMANDS
    assert {document for document, _ in COMMANDS} == {
        "README.md",
        "docs/qa.en.md",
        "docs/qa.ko.md",
        "docs/maintainers.md",
        "docs/machines.md",
    }
