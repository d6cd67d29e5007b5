from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from harness.cli import main
from harness.errors import HarnessError
from harness.language.new import new_feature

ROOT = Path(__file__).parents[3]
FILES = {"en": "features/our-bank.feature", "ko": "features/ko/우리은행.feature"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without features."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


@pytest.mark.parametrize("language", FILES)
def test_it_says_what_to_type_next(root: Path, language: str) -> None:
    file = FILES[language]
    said = new_feature(Path(file).stem, language, root)
    assert f"pytest {file}" in said
    assert f"renewal check {file}" in said
    assert f"renewal steps --lang {language}" in said


def test_what_it_says_can_be_pasted_though_the_name_has_a_space(root: Path) -> None:
    assert 'pytest "features/our bank.feature"' in new_feature("our bank", "en", root)


def test_the_name_may_come_with_its_ending_and_in_pieces_of_syllables(root: Path) -> None:
    new_feature(unicodedata.normalize("NFD", "우리은행.feature"), "ko", root)
    [file] = (root / "features" / "ko").iterdir()
    assert file.name == "우리은행.feature"
    assert "기능: 우리은행\n" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", FILES)
def test_what_is_there_is_never_overwritten(root: Path, language: str) -> None:
    file = root / FILES[language]
    new_feature(file.stem, language, root)
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(HarnessError, match=re.escape(FILES[language])):
        new_feature(file.stem, language, root)
    assert file.read_text(encoding="utf-8") == "mine"


SILLY = ["", " ", " a", "a ", ".", "..", ".feature", "-", "a/b", "a\\b", "/etc/a", "a:b", "a[1]", "a\nb"]
SILLY += ["a*", 'a"b', "NAME?", "con", "LPT1", "a.b", "a" * 81]


@pytest.mark.parametrize("name", SILLY)
def test_a_name_that_is_no_good_everywhere_is_refused(root: Path, name: str) -> None:
    with pytest.raises(HarnessError, match="cannot name a feature file"):
        new_feature(name, "en", root)
    assert not (root / "features").exists()


@pytest.mark.parametrize("asked", [[], ["--lang", "ko"]])
def test_a_refusal_is_in_the_language_of_the_feature(asked: list[str]) -> None:
    result = CliRunner().invoke(main, ["new", "a/b", *asked])
    assert "기능 파일 이름으로 쓸 수 없습니다" in result.output


def test_a_refusal_is_one_message_without_traceback() -> None:
    result = CliRunner().invoke(main, ["new", "a/b", "--lang", "en"])
    assert result.exit_code == 1
    assert result.output == (
        "Error: 'a/b' cannot name a feature file: use letters, digits, spaces, - and _, at most 80\n"
    )
