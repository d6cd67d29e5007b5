"""What docs/qa.*.md tell a tester to do works as they say: this does it, in a copy of the project."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from harness import cli
from tests.harness.conftest import ROOT, Project

VENV = Path(sys.executable).parent


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


def typed(line: str, project: Project) -> str:
    """What a command says, typed in `project`."""
    program, *arguments = shlex.split(line)
    if "|" in arguments:
        return subprocess.run(f"{VENV}/{line}", shell=True, capture_output=True, text=True).stdout
    if program == "renewal":
        return CliRunner().invoke(cli.main, arguments).output
    return project.run(*arguments).stdout.str() if program == "pytest" else ""


def follow(guide: str, project: Project) -> Iterator[tuple[str, str, str]]:
    """Each promise of the guide: the commands before it, what they said, what they were to say."""
    said = commands = ""
    for block in blocks(guide):
        if block.file:
            project.write(block.file, block.text)
        elif block.language == "sh":
            commands = block.text
            said = "".join(typed(line, project) for line in commands.splitlines())
        elif block.language == "text":
            yield commands, said, block.text


@pytest.mark.parametrize("guide", ["qa.ko.md", "qa.en.md"])
def test_a_tester_who_follows_it_sees_what_it_promises(
    guide: str, our_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "ROOT", our_project.path)
    kept = []
    for commands, said, promised in follow(guide, our_project):
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
