"""What a failure says first, in words: of a page made for it, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from harness.errors import HarnessError
from harness.failure.layout import in_a_line, laid_out
from harness.failure.mismatch import require
from harness.failure.problem import explained

LONG = (
    "인증서 비밀번호를 다섯 번 잘못 입력하면 그 인증서는 더 쓸 수 없으므로 은행에 와서 새로 받아야 합니다. "
)
PAGE = f"""
    <title>본인 확인</title>
    <main data-error-code="RENEWAL-EARLY">
      <h1>본인 확인</h1><p>{LONG}남은 기간은 14일입니다.</p>
      <button disabled>인증번호 받기</button><button style="display: none">숨은</button>
      <div style="position: relative"><button>덮인</button>
        <div style="position: absolute; inset: 0; background: white">덮개</div></div>
      <button>둘</button><button>둘</button>
      <input aria-label="이름" readonly value="김하나"><output></output>
    </main>
"""


@pytest.fixture
def main(page: Page) -> Iterator[Locator]:
    """The part of a page that has something of each kind."""
    page.set_content(PAGE)
    page.set_default_timeout(1_000)  # enough for Playwright to try, and to say what it met
    expect.set_options(timeout=1)  # it looks once whatever the limit
    yield page.get_by_role("main")
    expect.set_options(timeout=None)


def failure(act: Callable[[], object]) -> pytest.ExceptionInfo[BaseException]:
    """What `act` raises."""
    with pytest.raises((AssertionError, Exception)) as error:
        act()
    return error


def said(error: pytest.ExceptionInfo[BaseException], language: str, blank: bool = False) -> list[str]:
    """What the report of an error says, without the line of Python."""
    lines = explained(error, Path(), language, blank, lambda text: text.replace("김하나", "•••"))
    return laid_out({name: lines[name] for name in lines if name != "python"}, language).splitlines()


PART = (
    [
        "Expected   “남은 기간은 13일” in the text",
        "But        “…로 받아야 합니다. 남은 기간은 14일입니다. 인증번호 받기숨은 덮인 덮개 둘둘”",
    ],
    [
        "기대       텍스트에 “남은 기간은 13일” 포함",
        "실제       “… 받아야 합니다. 남은 기간은 14일입니다. 인증번호 받기숨은 덮인 덮개 둘둘”",
    ],
)
EXPECTATIONS: dict[str, tuple[Callable[[Locator], object], list[str], list[str]]] = {
    "code": (
        lambda main: expect(main.or_(main.get_by_role("alert")).last).to_have_attribute(
            "data-error-code", "RENEWAL-EXPIRED"
        ),
        [
            "Expected   error code “RENEWAL-EXPIRED”",
            "But        “RENEWAL-EARLY”",
            'Where      get_by_role("main").or_(get_by_role("main").get_by_role("alert")).last',
        ],
        [
            "기대       오류 코드 “RENEWAL-EXPIRED”",
            "실제       “RENEWAL-EARLY”",
            '위치       get_by_role("main").or_(get_by_role("main").get_by_role("alert")).last',
        ],
    ),
    "attribute": (
        lambda main: expect(main).to_have_attribute("lang", "ko"),
        ["Expected   attribute lang “ko”", "But        no attribute lang"],
        ["기대       속성 lang “ko”", "실제       속성 lang 없음"],
    ),
    "missing": (
        lambda main: expect(main.get_by_role("heading", name="약관 동의")).to_be_visible(),
        ["Expected   heading “약관 동의” to be visible", "But        the screen has no heading “약관 동의”"],
        ["기대       “약관 동의” 제목이 보인다", "실제       화면에 “약관 동의” 제목이 없다"],
    ),
    "hidden": (
        lambda main: expect(main.get_by_text("숨은")).to_be_visible(),
        ["Expected   text “숨은” to be visible", "But        there, but hidden"],
        ["기대       “숨은” 텍스트가 보인다", "실제       있지만 숨어 있다"],
    ),
    "text": (
        lambda main: expect(main.get_by_role("heading")).to_have_text("본인 인증"),
        ["Expected   text “본인 인증”", "But        “본인 확인”"],
        ["기대       텍스트 “본인 인증”", "실제       “본인 확인”"],
    ),
    "a long text": (
        lambda main: expect(main.get_by_role("paragraph")).to_have_text(f"{LONG}남은 기간은 13일입니다."),
        [
            "Expected   text “…증서는 더 쓸 수 없으므로 "
            "은행에 와서 새로 받아야 합니다. 남은 기간은 13일입니다.”",
            "But        “…증서는 더 쓸 수 없으므로 은행에 와서 새로 받아야 합니다. 남은 기간은 14일입니다.”",
        ],
        [
            "기대       텍스트 “…서는 더 쓸 수 없으므로 "
            "은행에 와서 새로 받아야 합니다. 남은 기간은 13일입니다.”",
            "실제       “…서는 더 쓸 수 없으므로 은행에 와서 새로 받아야 합니다. 남은 기간은 14일입니다.”",
        ],
    ),
    "a part": (lambda main: expect(main).to_contain_text("남은 기간은 13일"), *PART),
    "a pattern": (lambda main: expect(main).to_contain_text(re.compile(r"^남은 기간은\s*13일")), *PART),
    "no part": (
        lambda main: expect(main).not_to_contain_text("14일"),
        [
            "Expected   no “14일” in the text",
            "But        “…받아야 합니다. 남은 기간은 14일입니다. 인증번호 받기숨은 덮인 덮개 둘둘”",
        ],
        [
            "기대       텍스트에 “14일” 없음",
            "실제       “… 받아야 합니다. 남은 기간은 14일입니다. 인증번호 받기숨은 덮인 덮개 둘둘”",
        ],
    ),
    "another code than this": (
        lambda main: expect(main).not_to_have_attribute("data-error-code", "RENEWAL-EARLY"),
        ["Expected   not error code “RENEWAL-EARLY”", "But        “RENEWAL-EARLY”"],
        ["기대       오류 코드 “RENEWAL-EARLY” 아님", "실제       “RENEWAL-EARLY”"],
    ),
    "nothing": (
        lambda main: expect(main.get_by_role("status")).to_have_text("끝"),
        ["Expected   text “끝”", "But        no text"],
        ["기대       텍스트 “끝”", "실제       텍스트 없음"],
    ),
    "count": (
        lambda main: expect(main.get_by_role("button", name="둘")).to_have_count(3),
        ["Expected   3 × button “둘”", "But        2"],
        ["기대       “둘” 버튼 3개", "실제       2"],
    ),
    "more than one": (
        lambda main: expect(main.get_by_role("button", name="둘")).to_be_enabled(),
        ["Expected   button “둘” to be enabled", "But        2 × button “둘”, where one was expected"],
        ["기대       “둘” 버튼이 활성 상태다", "실제       “둘” 버튼 2개 (하나여야 한다)"],
    ),
    "value": (
        lambda main: expect(main.get_by_label("이름")).to_have_value("박두리"),
        ["Expected   “박두리” entered in field “이름”", "But        “•••”"],
        ["기대       “이름” 칸에 “박두리” 입력", "실제       “•••”"],
    ),
    "description": (
        lambda main: expect(main.get_by_label("이름")).to_have_accessible_description("여권대로"),
        ["Expected   description “여권대로”", "But        no text"],
        ["기대       설명 “여권대로”", "실제       텍스트 없음"],
    ),
    "said by the step": (
        lambda main: expect(main.get_by_role("heading"), "the title").to_have_text("끝"),
        ["Expected   the title", "           text “끝”", "But        “본인 확인”"],
        ["기대       the title", "           텍스트 “끝”", "실제       “본인 확인”"],
    ),
}


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_what_was_expected_comes_first_and_in_words(main: Locator, name: str) -> None:
    check, english, korean = EXPECTATIONS[name]
    error = failure(lambda: check(main))
    assert said(error, "en")[: len(english)] == english
    assert said(error, "ko")[: len(korean)] == korean


WAITS: dict[str, tuple[Callable[[Locator], object], str, str]] = {
    "missing": (
        lambda main: main.get_by_role("button", name="다음", exact=True).click(),
        "the screen has no button “다음”",
        "화면에 “다음” 버튼이 없습니다",
    ),
    "disabled": (
        lambda main: main.get_by_role("button", name="인증번호 받기").click(),
        "button “인증번호 받기” is there, but disabled",
        "“인증번호 받기” 버튼이 있지만 비활성 상태입니다",
    ),
    "hidden": (
        lambda main: main.get_by_text("숨은").click(),
        "text “숨은” is there, but hidden",
        "“숨은” 텍스트가 있지만 숨어 있습니다",
    ),
    "covered": (
        lambda main: main.get_by_role("button", name="덮인").click(),
        "button “덮인” is there, but covered by something else",
        "“덮인” 버튼이 있지만 다른 것에 가려져 있습니다",
    ),
    "read-only": (
        lambda main: main.get_by_label("이름").fill("박두리"),
        "field “이름” is there, but cannot be filled in",
        "“이름” 칸이 있지만 입력할 수 없습니다",
    ),
    "many": (
        lambda main: main.get_by_role("button", name="둘").click(),
        "the screen has more than one button “둘”: 2",
        "화면에 “둘” 버튼이 2개 있습니다",
    ),
    "a field by its pattern": (
        lambda main: main.get_by_label(re.compile("^(인증번호)$")).or_(main.get_by_label("없다")).fill("1"),
        "the screen has no field “인증번호”",
        "화면에 “인증번호” 칸이 없습니다",
    ),
    "unnamed": (
        lambda main: main.locator("nav").inner_text(),
        'the screen has no get_by_role("main").locator("nav")',
        '화면에 get_by_role("main").locator("nav")이(가) 없습니다',
    ),
}


@pytest.mark.parametrize("name", WAITS)
def test_what_was_waited_for_in_vain_is_said_as_a_person_would(main: Locator, name: str) -> None:
    act, english, korean = WAITS[name]
    error = failure(lambda: act(main))
    for language, label, words in (("en", "Problem", english), ("ko", "문제   ", korean)):
        problem, where = said(error, language)
        assert problem == f"{label}    {words}"
        assert where.split()[0] in ("Where", "위치")


def test_a_screen_that_does_not_come_is_missed(page: Page) -> None:
    def wait() -> None:
        with page.expect_navigation(timeout=500):
            pass

    error = failure(wait)
    assert said(error, "en") == ["Problem    no other screen came within 0.5 s"]
    assert said(error, "ko") == ["문제       0.5초 안에 다음 화면이 나오지 않았습니다"]


def test_where_no_screen_was_opened_that_is_said(page: Page) -> None:
    page.set_default_timeout(500)
    button = page.get_by_role("button", name="다음")
    error = failure(button.click)
    assert said(error, "en", blank=True)[0] == (
        "Problem    no screen has been opened yet: write a step before this one that opens a screen"
    )
    assert said(error, "ko", blank=True)[0] == (
        "문제       아직 열린 화면이 없습니다. 화면을 여는 단계를 이 단계보다 앞에 적으세요"
    )
    error = failure(lambda: expect(button).to_be_visible(timeout=500))
    assert said(error, "en", blank=True)[1] == ("But        no screen has been opened yet")
    assert said(error, "ko", blank=True)[1] == ("실제       아직 열린 화면이 없다")


def test_a_message_for_people_is_told_in_the_feature_s_language() -> None:
    def flat() -> None:
        raise HarnessError("the world is flat", "세상이 평평합니다")

    assert said(failure(flat), "en") == ["Problem    the world is flat"]
    assert said(failure(flat), "ko") == ["문제       세상이 평평합니다"]


def test_a_step_s_own_check_is_told_in_the_feature_s_language() -> None:
    def money() -> None:
        require(False, expected=4000, actual=4400, en="{:,} won taken", ko="{:,}원 출금")

    def messages() -> None:
        require(False, expected=[], actual=["[1]", "[2]"], en="text messages: {}", ko="문자: {}")

    def signed() -> None:
        text = f"{LONG}김하나 받는 분"
        require(False, expected=f"{text} 1", actual=f"{text} 2", en="text signed: {}", ko="서명한 내용: {}")

    require(True, expected=4000, actual=4000, en="{:,} won taken", ko="{:,}원 출금")
    assert said(failure(money), "en") == ["Expected   4,000 won taken", "But        4,400 won taken"]
    assert said(failure(money), "ko") == ["기대       4,000원 출금", "실제       4,400원 출금"]
    assert said(failure(messages), "en") == [
        "Expected   text messages: none",
        "But        text messages: [1], [2]",
    ]
    assert said(failure(messages), "ko") == ["기대       문자: 없음", "실제       문자: [1], [2]"]
    assert said(failure(signed), "en") == [
        "Expected   text signed: …그 인증서는 더 쓸 수 없으므로 "
        "은행에 와서 새로 받아야 합니다. ••• 받는 분 1",
        "But        text signed: …그 인증서는 더 쓸 수 없으므로 "
        "은행에 와서 새로 받아야 합니다. ••• 받는 분 2",
    ]
    with pytest.raises(AssertionError, match="expected 4,000 won taken, actual 4,400 won taken"):
        money()


def test_of_a_plain_assert_only_its_message_is_told() -> None:
    places = {"hard-disk", "phone"}

    def silent() -> None:
        assert "hard-disk" not in places

    def speaking() -> None:
        assert "hard-disk" not in places, "the hard disk holds a certificate"

    assert said(failure(speaking), "en") == ["Expected   the hard disk holds a certificate"]
    assert said(failure(silent), "en")[0].startswith("Expected   assert 'hard-disk' not in {")


def test_a_list_of_failures_says_both_what_was_expected_and_what_was_there() -> None:
    compared = {"expected": ["error code “A”"], "actual": ["“B”"], "where": ["get_by_role"]}
    assert in_a_line(compared, "en") == "Expected: error code “A”; But: “B”"
    assert in_a_line(compared, "ko") == "기대: error code “A”; 실제: “B”"
    assert in_a_line({"expected": ["assert 1 == 2"]}, "en") == "assert 1 == 2"
    assert in_a_line({"problem": ["the world is flat", "and wide"]}, "en") == "the world is flat"
    assert in_a_line({"problem": []}, "en") == ""
