"""What the documents say is so: their commands do something, what they name is there, their features pass."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from harness.cli import main
from tests.harness.conftest import ROOT, Project

QA = r"\]\((\w[\w.]+)\)|`((?:seeds|tests|\.vscode)/[\w./]*)`"
# How each document names files and folders.
FILES = {
    "README.md": r"[`(](?!film)([\w./]+(?:/|\.toml|\.png|\.mp4))[`)]",
    "docs/qa.en.md": QA,
    "docs/qa.ko.md": QA,
    "docs/maintainers.md": r"`(?!reports/)([\w.]+/[\w./]*|\w+\.(?:toml|txt))`",
    "docs/machines.md": r"`((?:tests|docs|harness)/[\w./]*)`",
}
TEXTS = {document: (ROOT / document).read_text(encoding="utf-8") for document in FILES}
README, GUIDE = TEXTS["README.md"], TEXTS["docs/maintainers.md"]
# In the text or in a table; of lines to be typed others follow those of pytest and `renewal`.
COMMAND = re.compile(r"`((?:pytest|renewal|make|python -m) [^`\n]+)|^(make \w+)", re.MULTILINE)
COMMANDS = {(document, "".join(found)) for document in TEXTS for found in COMMAND.findall(TEXTS[document])}
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


def commands(program: str) -> list[str]:
    return sorted({command for _, command in COMMANDS if command.split()[0] == program})


@pytest.fixture
def features(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A place from which the documents' paths lead to features, those that readers write among them."""
    project.ours()
    shutil.rmtree(project.path / "features")
    for name in NAMED:
        project.write(name, (ROOT / name).read_text(encoding="utf-8"))
    for name, language in WRITTEN.items():
        template = (ROOT / "seeds" / f"new.{language}.feature").read_text(encoding="utf-8")
        folder = "features/ko" if language == "ko" else "features"
        project.write(f"{folder}/{name}.feature", template.replace("NAME", name))
    for folder in FOLDERS:
        (project.path / folder).mkdir()
    monkeypatch.chdir(project.path)
    return project


def test_pytest_finds_what_it_is_to_run(features: Project) -> None:
    for command in commands("pytest"):
        result = features.run("--collect-only", "-q", "-p", "no:cacheprovider", *shlex.split(command)[1:])
        said = result.stdout.str()
        assert result.ret == pytest.ExitCode.OK, (command, said)
        assert re.search(r"^[1-9]\d*(/\d+)? tests? collected", said, re.MULTILINE), (command, said)


@pytest.mark.usefixtures("features")
def test_renewal_takes_its_commands() -> None:
    for command in commands("renewal"):
        _, name, *arguments = shlex.split(command)
        context = main.commands[name].make_context(name, arguments)
        if feature := context.params.get("feature"):
            assert Path(feature.partition(".feature")[0] + ".feature").exists(), command


def test_make_and_python_know_theirs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in commands("make"):
        assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE), command
    for command in commands("python"):
        module = Path(*command.split()[2].split("."))
        assert (ROOT / module / "__main__.py").exists() or (ROOT / module.with_suffix(".py")).exists()


def test_tables_of_commands_and_lines_to_be_typed_are_among_them() -> None:
    assert ("docs/qa.en.md", 'pytest -k "31 and days"') in COMMANDS
    assert ("README.md", "make demo") in COMMANDS
    assert {document for document, _ in COMMANDS} == {*FILES}


def test_the_options_of_the_demonstration_are_there() -> None:
    said = CliRunner().invoke(main, ["demo", "--help"]).output
    assert {*re.findall(r"`--(lang|record|pace)\b", README)} == {"lang", "record", "pace"}
    assert all(f"--{option}" in said for option in ("lang", "record", "pace"))


@pytest.mark.parametrize("document", FILES)
def test_files_and_folders_are_there(document: str) -> None:
    named = {"".join(found) for found in re.findall(FILES[document], TEXTS[document])}
    assert named
    there = (ROOT, (ROOT / document).parent)
    assert [path for path in named if not any((folder / path).exists() for folder in there)] == []


def test_the_feature_of_the_readme_passes(our_project: Project) -> None:
    (feature,) = re.findall(r"```gherkin\n(.*?)```", README, re.DOTALL)
    our_project.write("readme.feature", dedent(feature))
    our_project.run("readme.feature").assert_outcomes(passed=1)


def test_the_rooms_are_those_that_the_linter_holds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    floors = [(len(layers) - 1 - at, set(re.split(r" [:|] ", layer))) for at, layer in enumerate(layers)]
    told: dict[int, set[str]] = {}
    for floor, rooms, happens in re.findall(r"^\| (\d) \| (.+?) \| (.+?) \|$", GUIDE, re.MULTILINE):
        names = {Path(room).stem for room in re.findall(r"`harness/([\w./]+)`", rooms)}
        told.setdefault(int(floor), set()).update(names)
        for name in names:
            room = ROOT / "harness" / name / "__init__.py"
            says = room.read_text(encoding="utf-8")[3:].lower() if room.exists() else happens.lower()
            assert says.startswith(happens.lower()), name
    assert sorted(told.items(), reverse=True) == floors
