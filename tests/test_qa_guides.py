"""What docs/qa.*.md tell a tester to do works as they say: this does it, in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What a run needs, and the features that come with it: they have scenarios of the same claim.
COPIED = ["features", "harness", "mock_bank", "pages", "seeds", "steps", "conftest.py", "pyproject.toml"]
PROGRAMS = {"renewal", "pytest"}


@dataclass
class Block:
    """What stands between two lines of three backticks, and the file that it is to be saved in, if any."""

    language: str
    file: str
    text: str


def blocks(guide: str) -> Iterator[Block]:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    for language, file, content in re.findall(
        r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    ):
        yield Block(language, file, content)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
        else:
            shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "tests").mkdir()
    return tmp_path


def run(command: str, project: Path) -> str:
    """What a command says, typed in `project` with its programs and its modules before all others."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "PYTHONPATH": str(project), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, shell=True, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def follow(guide: str, project: Path) -> Iterator[tuple[str, str, str]]:
    """Each promise of the guide: the commands before it, what they said, what they were to say."""
    said = commands = ""
    for block in blocks(guide):
        if block.file:
            (project / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            commands = block.text
            lines = [line for line in commands.splitlines() if line.split()[0] in PROGRAMS]
            said = "".join(run(line, project) for line in lines)
        elif block.language == "text":
            yield commands, said, block.text


@pytest.mark.usefixtures("at_our_bank")
@pytest.mark.parametrize("guide", ["qa.ko.md", "qa.en.md"])
def test_a_tester_who_follows_it_sees_what_it_promises(guide: str, project: Path) -> None:
    kept = []
    for commands, said, promised in follow(guide, project):
        # A line holds what is promised, with anything at `…`; the lines come in this order.
        pattern = ".*".join(re.escape(part.strip()) for part in re.split(r"[…\n]", promised) if part.strip())
        assert re.search(pattern, said, re.DOTALL), f"{commands}\nwas to say\n{promised}\nbut said\n{said}"
        kept.append(promised)
    assert len(kept) == 8
    assert "1 failed, 1 passed" in kept[1]
    assert all("1 passed" in promised for promised in kept[4:])


@pytest.mark.parametrize("guide", ["qa.ko.md", "qa.en.md"])
def test_the_file_that_it_shows_is_what_new_writes(guide: str) -> None:
    language = guide.split(".")[1]
    template = (ROOT / "seeds" / f"new.{language}.feature").read_text(encoding="utf-8")
    shown = [block.text for block in blocks(guide) if block.language == "gherkin" and not block.file]
    assert shown == [template.replace("NAME", {"ko": "우리은행", "en": "our-bank"}[language])]


@pytest.mark.parametrize("guide", ["qa.ko.md", "qa.en.md"])
def test_its_other_commands_and_files_are_there(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    named = re.findall(r"\]\((\w[\w.]+)\)", text) + re.findall(r"`((?:seeds|tests|\.vscode)/[\w./]*)`", text)
    assert f"steps.{guide.split('.')[1]}.md" in named
    assert [path for path in named if not ((ROOT / "docs" / path).exists() or (ROOT / path).exists())] == []
