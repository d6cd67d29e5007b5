"""Anything on a screen by its name: each phrase does the same in both languages, and tells what is not so."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from harness.errors import HarnessError
from harness.failure.mismatch import Mismatch
from harness.failure.picture import OtherPicture
from harness.play.excuse import Excused
from pages.fields import Field
from pages.not_there import NotThere
from tests.steps.conftest import VOCABULARY, Stage, in_vain

SCREEN = """
<p role="status">보냈습니다</p>
<p aria-live="polite" style="position: absolute; left: -9999px">늘렸습니다</p>
<form onsubmit="return false">
  <label>이메일 <input id="email" value="hana" aria-invalid="true" aria-describedby="wrong"></label>
  <p id="wrong">주소가 아닙니다</p>
  <label>비밀번호 <input type="password"></label>
  <label><input type="checkbox" id="agree"> 동의</label>
  <label><input type="radio" name="place"> 휴대폰</label>
  <label><input type="radio" name="place"> 클라우드</label>
  <button onclick="this.textContent = '누름'">다음</button> <button disabled>저장</button>
</form>
<table><caption>목록</caption>
  <tr><th>이름</th><th>일</th></tr>
  <tr><td>김하나</td><td><input type="radio" name="who" aria-label="하나">
    <a href="#hana">고르기</a></td></tr>
  <tr><td>이유진</td><td><input type="radio" name="who" aria-label="유진">
    <a href="#yujin">고르기</a></td></tr>
</table>
"""


@pytest.fixture
def screen(stage: Stage) -> Stage:
    stage.show(SCREEN)
    return stage


@pytest.mark.parametrize(
    ("en", "ko", "then"),
    [
        ('the customer presses "다음"', '고객이 "다음"을 누른다', '"누름" is visible'),
        (
            'the customer presses the "다음" button twice at once',
            '고객이 "다음" 버튼을 더블 클릭한다',
            'the "누름" button is visible',
        ),
        ('the customer ticks "동의"', '고객이 "동의"에 체크한다', 'the "동의" checkbox is ticked'),
        ('the customer chooses "클라우드"', '고객이 "클라우드"를 고른다', '"클라우드" is chosen'),
        (
            'the customer chooses the "이유진" row',
            '고객이 "이유진" 행을 고른다',
            'the "유진" choice is chosen',
        ),
        (
            'the customer types "a@b.kr" into "이메일"',
            '고객이 "이메일"에 "a@b.kr"을 입력한다',
            '"이메일" reads "a@b.kr"',
        ),
        (
            'the customer types "x" into the "비밀번호" field',
            '고객이 "비밀번호" 칸에 "x"를 입력한다',
            'the "비밀번호" field reads "x"',
        ),
    ],
)
def test_what_is_done_to_a_thing(screen: Stage, en: str, ko: str, then: str) -> None:
    for language in (en, ko):
        screen.show(SCREEN)
        with in_vain(), pytest.raises(AssertionError):
            screen.play("then", then)
        screen.play("when", language)
        screen.play("then", then)


def test_the_thing_in_a_row(screen: Stage) -> None:
    for text in (
        'the customer presses the "고르기" link in the "이유진" row',
        '고객이 "이유진" 행의 "고르기" 링크를 누른다',
    ):
        screen.play("when", 'the customer presses the first "고르기" link')
        expect(screen.page).to_have_url("about:blank#hana")
        screen.play("when", text)
        expect(screen.page).to_have_url("about:blank#yujin")


def test_a_tick_is_taken_away_and_a_key_pressed(screen: Stage) -> None:
    screen.play("when", '고객이 "동의"에 체크한다')
    screen.play("when", '고객이 "동의" 체크박스의 체크를 해제한다')
    screen.play("then", '"동의"가 체크되어 있지 않다')
    screen.play("when", "고객이 스페이스 키를 누른다")
    screen.play("then", '"동의"가 체크되어 있다')
    screen.play("then", '초점이 "동의"에 있다')


# What holds, and the like that does not.
HELD = [
    ('"다음" is visible', '"다음" is not visible'),
    ('"다음" 버튼이 보인다', '"다음" 버튼이 보이지 않는다'),
    ('"없음" is not visible', '"없음" is visible'),
    ('the "다음" button is enabled', 'the "저장" button is enabled'),
    ('"저장"이 비활성화되어 있다', '"다음"이 비활성화되어 있다'),
    ('the "비밀번호" field is empty', 'the "이메일" field is empty'),
    ('"이메일" 칸이 잘못되었다고 표시되어 있다', '"비밀번호" 칸이 잘못되었다고 표시되어 있다'),
    ('there are 2 rows in the "목록" table', 'there are 3 rows in the "목록" table'),
    ('"고르기" 링크가 2개 있다', '"고르기" 링크가 1개 있다'),
    ('at "이메일" it says "주소가 아닙니다"', 'at "비밀번호" it says "주소가 아닙니다"'),
    ('in the "김하나" row it says "고르기"', 'in the "김하나" row it does not say "고르기"'),
    ('"비밀번호" 칸에 "주소"라고 나오지 않는다', '"이메일" 칸에 "주소"라고 나오지 않는다'),
    ('"이메일"에 "hana"가 남아 있다', '"이메일"에 "yujin"이 남아 있다'),
    ('a screen reader announces "늘렸습니다"', 'a screen reader announces "주소가 아닙니다"'),
    ('화면 낭독기가 "보냈습니다"라고 알린다', '화면 낭독기가 "이름"이라고 알린다'),
    ("nothing sticks out of the screen", '"없음" is visible'),
]


@pytest.mark.parametrize(("holds", "fails"), HELD)
def test_how_a_thing_is(screen: Stage, holds: str, fails: str) -> None:
    screen.play("then", holds)
    with in_vain(), pytest.raises(AssertionError):
        screen.play("then", fails)


@pytest.mark.parametrize(
    ("words", "en", "ko"),
    [
        ('the "다듬" button', 'no "다듬" button here; there are: “다음”, “저장”', "있는 것: “다음”, “저장”"),
        ('"고르기" 링크', "there are 2 of it here", "화면에 2개 있습니다"),
    ],
)
def test_what_is_not_to_be_found_is_told_with_what_there_is(
    screen: Stage, words: str, en: str, ko: str
) -> None:
    with in_vain(), pytest.raises(NotThere) as error:
        screen.play("then", f"{words} is enabled")
    assert en in error.value.in_language("en")
    assert ko in error.value.in_language("ko")


def test_forms_leave_alone_what_was_typed(screen: Stage) -> None:
    screen.play("when", 'the customer types "a@b.kr" into "이메일"')
    assert screen.entries == {Field.EMAIL: None}
    screen.entries.check()


def test_a_page_that_breaks_rules_or_the_window(stage: Stage) -> None:
    stage.show('<img src="x.png"><p id="wide" style="width: 9999px">너무 넓다</p>')
    with pytest.raises(Mismatch, match="image-alt"):
        stage.play("then", "화면에 접근성 문제가 없다")
    with pytest.raises(Mismatch, match="너무 넓다"):
        stage.play("then", "화면 밖으로 넘치는 것이 없다")


def test_the_picture_that_was_kept(screen: Stage, tmp_path: Path) -> None:
    screen.others["request"] = SimpleNamespace(node=SimpleNamespace(path=tmp_path / "our-bank.feature"))
    folder = tmp_path / "our-bank.pictures"

    def look() -> None:
        screen.play("then", 'the screen looks like the picture "list"')

    with pytest.raises(HarnessError, match=r"list\.\w+-\w+\.new\.png"):
        look()
    (new,) = folder.iterdir()
    kept = new.rename(folder / new.name.replace(".new", ""))
    look()
    screen.page.get_by_text("김하나").evaluate("cell => { cell.textContent = '김두나'; }")
    with pytest.raises(OtherPicture, match="pixels, red in"):
        look()
    assert len(list(folder.iterdir())) == 3
    screen.play("when", 'the customer presses "다음"')
    screen.page.get_by_text("김두나").evaluate("cell => { cell.innerHTML = '김하나<br>'.repeat(99); }")
    with pytest.raises(OtherPicture, match="pixels large"):
        look()
    kept.rename(folder / "list.another-system.png")
    with pytest.raises(Excused, match=r"list\.another-system\.png"):
        look()


@pytest.mark.parametrize("text", ['"" 버튼', 'the "" field', 'the first " " row'])
def test_a_thing_without_a_name_is_refused_before_anything_runs(text: str) -> None:
    assert VOCABULARY.is_word("thing", text)
    with pytest.raises(HarnessError) as error:
        VOCABULARY.value("thing", text)
    assert "이름이 없습니다" in error.value.in_language("ko")


def test_a_thing_that_cannot_be_typed_into_fits_no_such_phrase() -> None:
    assert not VOCABULARY.is_word("blank", 'the "다음" button')
    assert not VOCABULARY.is_word("box", '"다음" 버튼')


@pytest.mark.parametrize(
    ("en", "ko"),
    [
        ('"다음"', '"다음"'),
        ('the "다음" button', '"다음" 버튼'),
        ('the last "선택" button in the second "김하나" row', '두 번째 "김하나" 행의 마지막 "선택" 버튼'),
        ("the SMS code in the dialog", "창의 인증번호 칸"),
        ('row in the "인증서 목록" table', '"인증서 목록" 표의 행'),
    ],
)
def test_a_thing_is_called_in_both_languages(en: str, ko: str) -> None:
    thing = VOCABULARY.value("thing", en)
    assert VOCABULARY.value("thing", ko) == thing
    assert VOCABULARY.said("thing", thing, "ko") == ko
    assert VOCABULARY.value("thing", VOCABULARY.said("thing", thing, "en") or "") == thing
