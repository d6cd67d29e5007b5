"""Steps in other words than their phrases have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import pytest

from harness import ROOT
from harness.check.keywords import step_kind
from harness.errors import HarnessError
from harness.language.composite import with_composites
from harness.language.numbers import in_digits
from harness.language.used_steps import used_steps
from harness.language.vocabulary import VOCABULARY
from harness.language.wordings import read_wordings, readings
from steps.parameters import OTHER_WORDS
from tests.harness.conftest import Project


@pytest.mark.parametrize(
    ("kind", "text", "phrase"),
    [
        ("when", "3분 기다린다", "3분이 지난다"),
        ("when", "사용자가 로그아웃합니다.", "고객이 로그아웃한다"),
        ("when", '"확인" 버튼을 클릭한다', '고객이 "확인" 버튼을 누른다'),
        ("given", "오늘은 2027년 3월 1일이다", "오늘은 2027-03-01이다"),
        ("given", "Kim Hana's balance is 500 won", "Kim Hana's account holds 500 won"),
        ("when", 'the user types "클릭한다" into the name', 'the customer enters "클릭한다" as the name'),
        # The same words in another order or form.
        ("when", "인증서관리 메뉴를 선택합니다", "고객이 인증서 관리 메뉴를 고른다"),
        ("then", "새 인증서 상태가 사용 중이다", "새 인증서가 사용 중 상태로 나온다"),
        ("given", "이유진의 인증서는 효력이 정지됐습니다", "이유진 고객의 인증서가 효력 정지 상태다"),
        ("when", "I've deleted the old certificate", "the customer deletes the old certificate"),
        ("then", "Lee Yujin got 5 won", "Lee Yujin receives 5 won"),
    ],
)
def test_other_words_for_the_same_are_read_as_the_phrase(kind: str, text: str, phrase: str) -> None:
    (read,) = VOCABULARY.matching(kind, text)
    assert [read] == VOCABULARY.matching(kind, phrase)
    assert read.parse_arguments(text) == read.parse_arguments(phrase)


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("ko", "밤 11시 50분이다", "23:50이다"),
        ("ko", "밤 12시 10분이다", "00:10이다"),
        ("ko", "오후 3시 반이다", "15:30이다"),
        ("ko", "5만 4천 원을", "54000원을"),
        ("ko", "만 원을 두 번", "10000원을 2번"),
        ("ko", "두 번째 탭, 첫 번째", "두 번째 탭, 첫 번째"),
        ("ko", "2027년 3월 1일이다", "2027-03-01이다"),
        ("ko", "이틀 뒤 2주 뒤", "2일 뒤 14일 뒤"),
        ("ko", "네 시간 3차례 문자 한 통", "4시간 3번 문자 1건"),
        ("en", "four minutes, half an hour", "4 minutes, 30 minutes"),
        ("en", "at 11:45 pm and midnight", "at 23:45 and 00:00"),
        ("en", "on March 1, 2027 for KRW 5,000", "on 2027-03-01 for 5,000 won"),
        ("en", "two weeks ago, twice in the second tab", "14 days ago, 2 times in the second tab"),
    ],
)
def test_numbers_in_words_are_read_as_digits(language: str, said: str, written: str) -> None:
    assert in_digits(said, language) == written


def test_what_stands_in_quotes_is_left_alone() -> None:
    assert all('"재시도한다. 클릭한다"' in text for text in readings('"재시도한다. 클릭한다"를 클릭한다'))


def test_no_step_of_a_feature_is_read_as_another_phrase_than_it_says() -> None:
    vocabulary = with_composites(VOCABULARY, ROOT)
    for step in used_steps(ROOT / "features"):
        read = [one for one in vocabulary.phrases if one.kind == step.kind and one.is_matching(step.text)]
        assert len(read) == 1, (step.text, read)


# Phrases whose steps may as well be said with another one.
ALIKE = {
    "{work} fails once",
    "the customer is sent to {advice}",
    "the customer presses the {key} key",
    "the customer asks for the new certificate with a double click",
}


def test_the_words_of_a_step_mean_its_phrase_and_its_arguments_or_nothing() -> None:
    for step in used_steps(ROOT / "features"):
        for phrase, reading in VOCABULARY.meant(step.kind, step.text).items():
            (said,) = VOCABULARY.matching(step.kind, step.text)
            if said.en.standard not in ALIKE:
                assert phrase is said, (step.text, reading)
                assert phrase.parse_arguments(reading) == said.parse_arguments(step.text), step.text


def test_every_way_is_one_to_say_a_phrase() -> None:
    """And its phrase's parameters are its own, but for the customer."""
    vocabulary = with_composites(VOCABULARY, ROOT)
    for language in ("en", "ko"):
        ways = [way for way in vocabulary.ways(language) if way.said is not way.means]
        assert {way.means.source for way in ways} == {*OTHER_WORDS["ways"][language]}
        for way in ways:
            assert {*way.means.names} - {"customer"} <= {*way.said.names} <= {*way.means.names}, (
                way.said.source
            )


@pytest.mark.parametrize(("written", "meant"), [("(", "a"), ("a", r"\1")])
def test_a_wording_that_cannot_be_read_is_named(written: str, meant: str) -> None:
    with pytest.raises(HarnessError, match=r"wordings\.toml"):
        read_wordings("en", {written: meant})


def test_a_step_reads_the_same_whatever_was_read_before_by_whichever_vocabulary(project: Project) -> None:
    """Another one has words of its own for a type of the same name, and neither takes the other's."""
    asked = tomllib.loads((ROOT / "tests/harness/check/natural_steps.toml").read_text(encoding="utf-8"))
    said = [(one, language) for language in ("en", "ko") for one in asked["tuned"][language]]
    steps = [(str(step_kind(*one)), one[0].partition(" ")[2]) for one in said]
    first = all_read(steps)
    project.steps("""
        from harness.language.vocabulary import given, parameter
        parameter("state", ["open", "ajar"])
        @given(en="the door is {state}", ko="문이 {state} 상태다")
        def door(state): assert state == "ajar"
    """)
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given ajar is the door\n")
    project.run("-p", "no:random_order").assert_outcomes(passed=1)
    assert all_read(steps[::-1]) == first


def all_read(steps: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """What each step reads as, by a vocabulary that has read nothing yet."""
    vocabulary = with_composites(VOCABULARY, ROOT)
    return {
        (kind, text): [
            (phrase.en.source, reading) for phrase, reading in vocabulary.readings(kind, text).items()
        ]
        for kind, text in steps
    }
