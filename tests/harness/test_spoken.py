"""Which language is spoken where."""

from __future__ import annotations

import ast
import gettext
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from harness import spoken as module
from harness.cli import main
from harness.errors import HarnessError
from harness.spoken import OF_TERMINAL, asked_for, said, spoken
from tests.harness.conftest import Project

CATALOGUE = Path(module.__file__).with_name("locale") / "ko" / "LC_MESSAGES"
HANGUL = re.compile("[가-힣]")
KOREAN = """
    # language: ko
    기능: 세기
      시나리오: 하나
        조건 계수기가 있다
"""


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in OF_TERMINAL:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def korean_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ko")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ko_KR.eucKR"}, "ko"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LANGUAGE": "en:ko", "LANG": "ko_KR.UTF-8"}, "en"),
    ],
)
def test_the_terminal_s_language(
    nothing_set: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name, value in variables.items():
        nothing_set.setenv(name, value)
    assert spoken() == language


def test_windows_tells_it_otherwise(nothing_set: pytest.MonkeyPatch) -> None:
    nothing_set.setattr("locale.getlocale", lambda: ("Korean_Korea", "949"))
    assert spoken() == "ko"


@pytest.mark.usefixtures("korean_terminal")
def test_a_feature_s_language_comes_before_the_terminal_s_and_what_is_asked_for_before_both() -> None:
    assert spoken("en", "en") == "en"
    assert spoken("en", "ko") == "ko", "of several the terminal's"
    with asked_for("en"):
        assert (spoken("ko"), spoken(), said("a", "가", "ko")) == ("en", "en", "a")
    assert (spoken(), os.environ["LANGUAGE"]) == ("ko", "ko")


@pytest.mark.usefixtures("korean_terminal")
def test_a_message_as_a_string_is_in_the_terminal_s_language() -> None:
    error = HarnessError("flat", "평평하다")
    assert (str(error), error.in_language("en")) == ("평평하다", "flat")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("xyzzy", "오류: 'xyzzy': 없는 명령입니다."),
        ("stepz", "오류: 'stepz': 없는 명령입니다. 혹시 이것인가요? 'setup', 'steps'"),
        ("steps --lange ko", "오류: '--lange': 없는 옵션입니다. 혹시 이것인가요? '--lang'"),
        ("steps --lang", "오류: '--lang' 옵션 뒤에 값을 적어야 합니다."),
        (
            "steps --format x",
            "오류: '--format' 값이 잘못되었습니다: 'x' 대신 다음 중 하나를 적으세요: 'text', 'md', 'json'",
        ),
        ("setup --headed=1", "오류: '--headed' 옵션에는 값을 적지 않습니다."),
        ("bank --port 99999", "오류: '--port' 값이 잘못되었습니다: 99999: 범위(0<=x<=65535)를 벗어났습니다."),
        ("bank --port x", "오류: '--port' 값이 잘못되었습니다: 'x': 숫자가 아닙니다."),
        ("new", "오류: 빠진 인수: 'NAME'."),
        ("new a b", "오류: 필요 없는 인수가 있습니다: b"),
        ("check nope", "오류: '[PATH...]' 값이 잘못되었습니다: 'nope': 없는 파일이나 폴더입니다."),
        ("check README.md", "오류: .feature 파일이 아닙니다: README.md"),
        ("check docs", "오류: 검사할 .feature 파일이 없습니다"),
        (
            "demo nope",
            "오류: nope: 없는 파일입니다. 기능 파일이나 폴더, 또는 ‘파일:줄’로 시나리오 하나를 지정하세요",
        ),
        ("demo --record a.gif", "오류: --record a.gif: 영상 파일의 확장자는 .mp4 또는 .webm이어야 합니다"),
    ],
)
@pytest.mark.usefixtures("korean_terminal")
def test_what_a_command_refuses_is_told_in_korean(typed: str, told: str) -> None:
    result = CliRunner().invoke(main, typed.split())
    assert result.exit_code
    assert result.output.splitlines()[-1] == told


def test_the_language_asked_for_is_known_before_click_has_read_the_options() -> None:
    assert "없는 옵션입니다" in CliRunner().invoke(main, ["steps", "--lang=ko", "--nope"]).output
    assert "No such option" in CliRunner().invoke(main, ["steps", "--nope"]).output


def test_the_catalogue_is_what_its_source_says() -> None:
    """Made by `make docs`."""
    source = (CATALOGUE / "messages.po").read_text(encoding="utf-8")
    text = r'((?:".*"\n)+)'
    pairs = re.findall(rf"^msgid {text}(?:msgid_plural .+\n)?msgstr(?:\[0\])? {text}", source, re.MULTILINE)
    with (CATALOGUE / "messages.mo").open("rb") as compiled:
        made = gettext.GNUTranslations(compiled)
    for en, ko in pairs:
        said, told = (ast.literal_eval(f"({one})") for one in (en, ko))
        assert told in (made.gettext(said), made.ngettext(said, "", 1))
    assert len(pairs) == source.count("\nmsgid ")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--evidence", "none"], "'none' 대신 다음 중 하나를 적으세요: "),
        (["--bank-url", "http://localhost:1"], "--bank-url을 쓰려면 그 은행의 토큰이 필요합니다. "),
        (["a.feature:99"], "a.feature에 99번째 줄이 없습니다. 모두 4줄입니다"),
    ],
)
@pytest.mark.usefixtures("korean_terminal")
def test_what_a_run_refuses_is_told_in_korean(
    project: Project, monkeypatch: pytest.MonkeyPatch, options: list[str], told: str
) -> None:
    monkeypatch.delenv("RENEWAL_BANK_TOKEN", raising=False)
    project.write("a.feature", KOREAN)
    project.refuse(f"*{told}*", *options)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], ["보고서: reports/guide.html", "안내서: 내용 0개 중 0개 확인"]),
        (["--lang", "en"], ["Report: reports/guide.html", "Guide: 0 of 0 claims held"]),
    ],
)
def test_a_run_ends_in_the_language_of_its_features_or_in_the_one_asked_for(
    project: Project, options: list[str], told: list[str]
) -> None:
    project.people()
    project.write("a.feature", KOREAN)
    assert project.run(*options).outlines[-2:] == told


def test_a_check_ends_in_the_language_of_its_features(tmp_path: Path) -> None:
    feature = tmp_path / "a.feature"
    feature.write_text("# language: ko\n기능:\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["check", str(feature)]).output.splitlines()[-1] == (
        "기능 파일 1개, 시나리오 0개, 지적 사항 1건"
    )
    english = CliRunner().invoke(main, ["check", str(feature), "--lang", "en"]).output
    assert english.splitlines()[-1] == "1 feature file, no scenarios, 1 finding"
    assert not HANGUL.search(english.splitlines()[0].partition(": ")[2])


ENGLISH = re.compile(r" +(?!.*[가-힣]).*[a-z]{3,} [a-z]{2,}")  # a line of prose


@pytest.mark.parametrize("command", ["", *sorted(main.commands)])
@pytest.mark.usefixtures("korean_terminal")
def test_help_is_in_the_language_of_the_terminal(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines() -> list[str]:
        said = CliRunner().invoke(main, [*command.split(), "--help"]).output.splitlines()
        return [line for line in said if "--help" not in line]  # which click says once for all

    assert not [line for line in lines() if ENGLISH.match(line)]
    monkeypatch.setenv("LANGUAGE", "en")
    assert not [line for line in lines() if HANGUL.search(line)]
