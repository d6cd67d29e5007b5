"""Files of TOML that nobody can use: one message, with the place, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.check.project import known_tags
from harness.errors import HarnessError
from harness.seeds.guide import CLAIMS_FILE, load_chapters, load_claims
from harness.seeds.named_people import PEOPLE_FILE, People
from harness.seeds.tags import TAGS_FILE
from tests.harness.conftest import ROOT, Project

PEOPLE = (ROOT / PEOPLE_FILE).read_text(encoding="utf-8")
GUIDE = (ROOT / CLAIMS_FILE).read_text(encoding="utf-8")
CERTIFICATES = re.compile(r"certificates = \[\n.*\n\]")


def refusal(
    root: Path, file: Path, content: str, read: Callable[[Path], object], encoding: str = "utf-8"
) -> HarnessError:
    """What reading a file of this content says."""
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(content, encoding=encoding)
    with pytest.raises(HarnessError) as refused:
        read(root)
    assert re.search("[가-힣]", refused.value.in_language("ko"))
    return refused.value


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", " has nobody: begin each person with a line as [people.kim-hana]"),
        ("people = 3", ":1: [people]: a table is wanted, not 3"),
        ("\n[people]\nkim = 3", ":3: [people.kim]: a table is wanted, not 3"),
        ("people = [1]", ":1: [people]: a table is wanted, not [ … ]"),
        (
            CERTIFICATES.sub("certificates = 3", PEOPLE, count=1),
            ":16: [people.kim-hana] certificates: a list in [ ] is wanted, not 3",
        ),
        (
            CERTIFICATES.sub("certificates = [3]", PEOPLE, count=1),
            ":16: [people.kim-hana] certificates 1: a table is wanted, not 3",
        ),
        (
            PEOPLE.replace("days_left = 14", 'days_left = "soon"'),
            ":16: [people.kim-hana] certificates 1 days_left: a whole number is wanted, not “soon”",
        ),
        (
            PEOPLE.replace("days_left = 14", "days_left = 14.5"),
            ":16: [people.kim-hana] certificates 1 days_left: a whole number is wanted, not 14.5",
        ),
        (
            PEOPLE.replace('security = "otp"', 'security = "pin"', 1),
            ":30: [people.lee-yujin] security: one of these is wanted, not “pin”: security-card, otp",
        ),
        (
            PEOPLE.replace("balance = 800_000", "balance = true"),
            ":29: [people.lee-yujin] account balance: a whole number is wanted, not true",
        ),
        (PEOPLE.replace('"김하나"', "3"), ":6: [people.kim-hana] name: a text in quotes is wanted, not 3"),
        (
            PEOPLE.replace('"김하나"', '" "'),
            ":6: [people.kim-hana] name: a text that people can read is wanted, not ' '",
        ),
        (
            PEOPLE.replace('"김하나"', '"김\u200b하나"'),
            ":6: [people.kim-hana] name: a text that people can read is wanted, not '김\\u200b하나'",
        ),
        (
            PEOPLE.replace('"Lee Yujin"', '"Kim Hana"', 1),
            ":22: [people.lee-yujin] english: [people.kim-hana] is called “Kim Hana” already: give each",
        ),
        (PEOPLE.replace('"김하나"', '"a"\nname = "b"'), ':7: this name is there twice: name = "b"'),
        (PEOPLE.replace('"김하나"', '"김하나'), ":6: this is no TOML: Illegal character"),
        ("a = " + "[" * 5000, ":1: this is nested too deep"),
        ("a = " + "9" * 5000, ":1: this is no TOML: Exceeds the limit"),
    ],
)
def test_people_that_nobody_can_be(tmp_path: Path, content: str, told: str) -> None:
    refused = refusal(tmp_path, PEOPLE_FILE, content, People.load)
    assert refused.in_language("en").startswith(f"seeds/people.toml{told}")


@pytest.mark.parametrize(("encoding", "line"), [("cp949", 6), ("utf-16", 1)])
def test_a_file_in_another_encoding(tmp_path: Path, encoding: str, line: int) -> None:
    for file, content, read in ((PEOPLE_FILE, PEOPLE, People.load), (CLAIMS_FILE, GUIDE, load_claims)):
        refused = refusal(tmp_path, file, content, read, encoding)
        assert str(refused) == f"{file.as_posix()}:{line}: this is not UTF-8: save the file in that encoding"


def test_what_is_wrong_is_told_in_korean_without_a_word_of_english(tmp_path: Path) -> None:
    content = PEOPLE.replace("days_left = 14", 'days_left = "soon"')
    assert refusal(tmp_path, PEOPLE_FILE, content, People.load).in_language("ko") == (
        "seeds/people.toml:16: [people.kim-hana] certificates 1 days_left: 정수를 적으세요. 지금 값: “soon”"
    )


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / PEOPLE_FILE).parent.mkdir()
    (tmp_path / PEOPLE_FILE).write_text(PEOPLE, encoding="utf-8-sig")
    assert People.load(tmp_path)["김하나"].english == "Kim Hana"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / PEOPLE_FILE).mkdir(parents=True)
    with pytest.raises(HarnessError, match=r"seeds/people.toml cannot be read"):
        People.load(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("claims = 3", ":1: [claims]: a table is wanted, not 3"),
        ("[claims]\na = 3", ":2: [claims.a]: a table is wanted, not 3"),
        ("chapters = 3", ":1: [chapters]: a table is wanted, not 3"),
        (
            GUIDE.replace('en = "', "en = 3 # ", 1),
            ":5: [chapters.need] en: a text in quotes is wanted, not 3",
        ),
    ],
)
def test_a_guide_that_claims_nothing(tmp_path: Path, content: str, told: str) -> None:
    refused = refusal(tmp_path, CLAIMS_FILE, content, lambda root: (load_chapters(root), load_claims(root)))
    assert refused.in_language("en").startswith(f"seeds/guide.toml{told}")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[tool", ":1: this is no TOML"),
        ("[tool.pytest.ini_options]\nmarkers = 3", ":2: [tool.pytest] ini_options markers: a list"),
        ("[tool.pytest.ini_options]\nmarkers = [3]", ":2: [tool.pytest] ini_options markers 1: a text"),
    ],
)
def test_settings_that_cannot_be_read(tmp_path: Path, content: str, told: str) -> None:
    refused = refusal(tmp_path, Path("pyproject.toml"), content, lambda root: known_tags(root, {}))
    assert refused.in_language("en").startswith(f"pyproject.toml{told}")


@pytest.mark.parametrize("file", [CLAIMS_FILE, PEOPLE_FILE, TAGS_FILE])
def test_a_run_ends_at_once(project: Project, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "ko")
    project.write(str(file), "")
    (project.path / file).write_text('a = "이름"', encoding="cp949")
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    project.refuse(f"ERROR: {file.as_posix()}:1: UTF-8이 아닙니다. 파일을 UTF-8 인코딩으로 저장하세요")
