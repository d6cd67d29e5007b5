"""Every command that a document names, in its text and in its tables, is followed as far as it may be."""

from __future__ import annotations

import json
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
# What of the project the commands name: what is found there is found among all of it.
NAMED = (
    "features/demo.feature",
    "features/how.feature",
    "features/need.feature",
    "features/ko/갱신.feature",
    "tests/mock_bank/test_defects.py",
)
# Commands of one process: most of what each would cost is its beginning.
COLLECT = """
import contextlib, io, json, shlex, sys
import pytest

collected = {}
for command in sys.argv[1:]:
    options = ["--collect-only", "-q", "-p", "no:cacheprovider", "-W", "ignore:Module already imported"]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main([*shlex.split(command)[1:], *options])
    collected[command] = code, said.getvalue()
print(json.dumps(collected))
"""


def commands(program: str) -> list[str]:
    return sorted({command for _, command in COMMANDS if command.split()[0] == program})


@pytest.fixture(scope="module")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place from which the documents' paths lead to features, those that readers write among them."""
    place = tmp_path_factory.mktemp("project")
    for name in ("harness", "mock_bank", "pages", "seeds", "steps", "conftest.py", "pyproject.toml"):
        (place / name).symlink_to(ROOT / name)
    (place / "features/ko").mkdir(parents=True)
    for name in NAMED:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).symlink_to(ROOT / name)
    for name, language in WRITTEN.items():
        template = (ROOT / "seeds" / f"new.{language}.feature").read_text(encoding="utf-8")
        file = place / "features" / ("ko" if language == "ko" else "") / f"{name}.feature"
        file.write_text(template.replace("NAME", name), encoding="utf-8")
    for folder in FOLDERS:
        (place / folder).mkdir()
    return place


@pytest.fixture(scope="module")
def collected(features: Path) -> dict[str, tuple[int, str]]:
    """How each command of pytest ends, and what it says, if it is to collect only."""
    run = subprocess.run(
        [sys.executable, "-c", COLLECT, *commands("pytest")],
        cwd=features,
        env={**os.environ, "PYTHONPATH": str(features), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    made: dict[str, tuple[int, str]] = json.loads(run.stdout)
    return made


@pytest.mark.parametrize("command", commands("pytest"))
def test_pytest_finds_what_it_is_to_run(command: str, collected: dict[str, tuple[int, str]]) -> None:
    code, said = collected[command]
    assert code == pytest.ExitCode.OK, said
    assert re.search(r"^[1-9]\d*(/\d+)? tests? collected", said, re.MULTILINE), said


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
