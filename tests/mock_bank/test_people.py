"""The file of people that the lobby offers: what is wrong in it is said, with the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mock_bank.people import PeopleError, load_people

SEEDS = (Path(__file__).parents[2] / "seeds/people.toml").read_text(encoding="utf-8")
NAME = 'english = "Kang Jinho"'
KANG = "FILE:LINE: [people.kang-jinho]"
DAYS = "certificates.0.days_left: Input should be"


def refusal(file: Path) -> str:
    with pytest.raises(PeopleError) as refused:
        load_people(file)
    return str(refused.value).replace(str(file), "FILE")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"000-223-456781"',
            '"000-123-456789"',
            "FILE: two people have the account number 000-123-456789; give each an account of their own",
        ),
        (
            'account = { number = "000-123-456789", password = "1357", balance = 1_500_000 }',
            'account = { number = "000-123-456789", password = "1", balance = -1 }',
            "FILE:LINE: [people.kim-hana] account.password: String should have at least 4 characters; "
            "account.balance: Input should be greater than or equal to 0",
        ),
        ("days_left = 200", "days_left = 200_000", f"{KANG} {DAYS} less than or equal to"),
        ("days_left = 200", 'days_left = "200"', f"{KANG} {DAYS} a valid integer"),
        ("days_left = 200", "days_left = true", f"{KANG} {DAYS} a valid integer"),
        (f"{NAME}\n", "", f"{KANG} english: Field required"),
        (NAME, f'{NAME}\nsex = "male"', f"{KANG} sex: Extra inputs are not permitted"),
        (NAME, f"{NAME}\n{NAME}", "FILE is not TOML: Cannot overwrite a value (at line"),
        (
            "[people.kang-jinho]",
            "[people.kim-hana]",
            "FILE is not TOML: Cannot declare ('people', 'kim-hana') twice (at line",
        ),
    ],
)
def test_a_file_of_people_that_cannot_be_used_says_why(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "people.toml"
    assert SEEDS.count(old) == 1
    file.write_text(SEEDS.replace(old, new), encoding="utf-8")
    about = re.search(r"\[people[^]]+\]", said)
    line = SEEDS[: SEEDS.index(about[0])].count("\n") + 1 if about else None
    assert refusal(file).startswith(said.replace("LINE", str(line)))


def test_it_is_said_in_the_language_of_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ko")
    file = tmp_path / "people.toml"
    file.write_text(SEEDS.replace("days_left = 200", "days_left = 200_000"), encoding="utf-8")
    assert refusal(file).endswith("[people.kang-jinho] certificates.0.days_left: 3650 이하여야 합니다")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "FILE has no people: each is a table [people.<key>]"),
        ("people = 3", "FILE has no people: each is a table [people.<key>]"),
        ("[people]", "FILE has no people: each is a table [people.<key>]"),
        ("[people]\nkim = 3", "FILE:2: people.kim is 3, and has to be a table [people.kim]"),
        (
            "[[people.kim]]\nname = 'Kim'",
            "FILE: people.kim is [{'name': 'Kim'}], and has to be a table [people.kim]",
        ),
        ("[people.kim]\nname = 3", "FILE:1: [people.kim] name: Input should be a valid string"),
        ("people = [", "FILE is not TOML: Invalid value (at end of document)"),
        ("x = " + "[" * 5000, "FILE is not TOML: "),
        ("x = " + "9" * 5000, "FILE is not TOML: "),
    ],
)
def test_what_is_no_file_of_people_says_why(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "people.toml"
    file.write_text(text, encoding="utf-8")
    assert refusal(file).startswith(said)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("certificates", "3", "Input should be a valid tuple"),
        ("certificates", "[3]", "certificates.0: Input should be a valid dictionary"),
        ("security", '"magic"', "security: Input should be 'security-card' or 'otp'"),
        ("account", "3", "account: Input should be a valid dictionary"),
        ("phone", '"010-1234-5678"', "phone: String should match pattern"),
    ],
)
def test_a_person_with_a_wrong_field_is_told_with_the_place(
    tmp_path: Path, field: str, value: str, said: str
) -> None:
    kang = SEEDS[SEEDS.index("[people.kang-jinho]") :].split("\n\n")[0]
    altered = re.sub(rf"(?ms)^{field} = (\[.*?^\]|[^\n]*)$", f"{field} = {value}", kang)
    file = tmp_path / "people.toml"
    file.write_text(altered, encoding="utf-8")
    assert refusal(file).startswith("FILE:1: [people.kang-jinho] ")
    assert said in refusal(file)


def test_a_file_that_an_editor_saved_in_the_korean_code_page_says_so(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text("# people\n[people.kim]\nname = '김하나'", encoding="cp949")
    assert refusal(file) == "FILE:3: not UTF-8; save the file as UTF-8"


def test_a_mark_of_utf_8_at_the_beginning_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(SEEDS, encoding="utf-8-sig")
    assert "kim-hana" in load_people(file)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    said = "FILE cannot be read (No such file or directory); name a file of people with --people"
    assert refusal(tmp_path / "people.toml") == said
    assert "cannot be read" in refusal(tmp_path)
