"""Known bugs: each alters one place that is there, and a bank that has one says so to tests alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from harness.seeds.guide import is_beyond
from mock_bank.defects import PACKAGE, Defect, DefectError, altered_package, load
from mock_bank.server_folder import turn
from tests.asking import ask

ROOT = PACKAGE.parent
DEFECTS = load()
BAD = "sms-code-holds-five-minutes"


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_it_has_words_a_place_and_what_that_becomes(defect: Defect) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)+", defect.name)
    assert re.fullmatch(r"[A-Z].*\.", defect.en)
    assert re.fullmatch(r".*[가-힣].*다\.", defect.ko)
    text = defect.altered()
    assert text != (PACKAGE / defect.file).read_text(encoding="utf-8")
    if defect.file.endswith(".py"):
        compile(text, defect.file, "exec")
    elif defect.file.endswith(".html"):
        Environment().parse(text)
    elif defect.file.endswith(".js") and (node := shutil.which("node")):
        subprocess.run([node, "--input-type=module", "--check"], input=text, text=True, check=True)


def test_every_claim_has_one_and_every_one_of_the_guide_two_at_least() -> None:
    claims = tomllib.loads((ROOT / "seeds/guide.toml").read_text(encoding="utf-8"))["claims"]
    count = Counter(claim for defect in DEFECTS.values() for claim in defect.claims)
    assert set(count) == set(claims)
    assert not [claim for claim in claims if count[claim] < 2 and not is_beyond(claim)]


def test_who_follows_the_maintainers_guide_has_added_one(tmp_path: Path) -> None:
    guide = (ROOT / "docs/maintainers.md").read_text(encoding="utf-8")
    section = guide.partition("## To add a defect\n")[2].partition("\n## ")[0]
    table = section.partition("```toml\n")[2].partition("```")[0]
    ((name, fields),) = tomllib.loads(table).items()
    assert name not in DEFECTS
    test_it_has_words_a_place_and_what_that_becomes(Defect(name, **fields))
    copy = tmp_path / "mock_bank"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (copy / "defects/pages.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{table}")
    with bank("--defect", name, root=tmp_path) as (url, token):
        assert ask("GET", f"{url}/control/defect", headers=token).json() == {"defect": name}


def test_no_two_do_the_same() -> None:
    places = Counter((one.file, one.find, one.becomes) for one in DEFECTS.values())
    assert len(places) == len(DEFECTS)


@pytest.mark.parametrize(
    ("find", "where"), [("no such text", "no longer stands"), ("    ", "stands \\d+ times")]
)
def test_a_place_that_is_gone_or_there_twice_is_told(find: str, where: str) -> None:
    defect = replace(DEFECTS[BAD], find=find)
    with pytest.raises(
        DefectError, match=rf"{BAD} cannot be made: what it alters {where} in mock_bank/bank/identity.py"
    ):
        defect.altered()


def test_only_its_file_is_another(tmp_path: Path) -> None:
    package = altered_package(BAD, tmp_path)
    files = [
        path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
    other = [path for path in files if (package / path).read_bytes() != (PACKAGE / path).read_bytes()]
    assert other == [Path(DEFECTS[BAD].file)]


@contextmanager
def bank(*options: str, root: Path = ROOT) -> Iterator[tuple[str, dict[str, str]]]:
    """A running bank: its address on loopback, and the header with its token."""
    command = [sys.executable, "-m", "mock_bank", "--port", "0", *options]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            ready = json.loads(process.stdout.readline())
            yield (
                ready["url"].replace("localhost", "127.0.0.1"),
                {"Authorization": f"Bearer {ready['token']}"},
            )
        finally:
            process.terminate()


def test_a_bank_that_has_one_is_another_and_says_so_to_tests_alone_as_long_as_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    world = {"now": "2026-03-16T10:00:00+09:00", "seed": 1}
    with bank("--defect", "error-page-lacks-the-hours") as (url, token):
        told = ask("GET", f"{url}/control/defect", headers=token).json()
        opened = ask("POST", f"{url}/control/worlds", headers=token, json=world).json()
        host = opened["bank_url"].removeprefix("http://")
        error = ask("GET", f"{url}/no-such-page", headers={"Host": host})
        pages = [error, ask("GET", f"{url}/", headers={"Host": host}), ask("GET", f"{url}/")]
        assert list(tmp_path.glob("*/mock_bank")), "it runs from a copy"
    assert told == {"defect": "error-page-lacks-the-hours"}
    assert "<dt>고객센터</dt>" in error.text
    assert "</a><br>평일" not in error.text
    assert not [page.url for page in pages if "error-page-lacks" in page.text or "defect" in page.text]
    assert [one.name for one in tmp_path.iterdir()] == [turn().name]  # an empty file


def test_an_unknown_one_is_answered_with_the_nearest() -> None:
    command = [sys.executable, "-m", "mock_bank", "--defect", "sms-code-holds-five-minute"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert told.stderr.startswith(f"mock bank: there is no defect sms-code-holds-five-minute; nearest: {BAD}")
    assert told.stderr.count("\n") == 1
