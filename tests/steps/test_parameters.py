"""The words that may stand in a phrase, and the numbers, times and amounts."""

from __future__ import annotations

import pytest

from harness.errors import HarnessError
from harness.language.vocabulary import load_phrases
from pages.fields import Field
from pages.labels import Label, Place, State
from steps.parameters import LISTED, MEANINGS, PARTS, SCREENS

VOCABULARY = load_phrases()


@pytest.mark.parametrize(("type", "labels"), [("place", Place), ("state", State)])
def test_every_label_of_the_screens_has_a_word(type: str, labels: type[Label]) -> None:
    assert set(LISTED[type]) == {label.id for label in labels}


def test_every_screen_has_a_word() -> None:
    assert set(LISTED["screen"]) == set(SCREENS)


def test_every_list_and_every_meaning_is_of_a_type_that_some_phrase_takes() -> None:
    taken = {type for phrase in VOCABULARY.phrases for type in phrase.en.types}
    taken |= {type for phrase in VOCABULARY.phrases for type in getattr(phrase.table, "types", {}).values()}
    taken |= {getattr(phrase.table, "type", "") for phrase in VOCABULARY.phrases}
    assert set(LISTED) <= taken
    assert set(MEANINGS) <= set(LISTED)
    assert set(PARTS) <= taken


@pytest.mark.parametrize(
    ("type", "text", "en", "ko"),
    [
        ("today", "2027-02-29", "no such day", "달력에 없는 날짜"),
        ("today", "9999-12-31", "from 2010 to 2050", "2010년부터 2050년까지"),
        ("date", "2026-00-10", "no such day", "달력에 없는 날짜"),
        ("clock", "25:70", "00:00 to 23:59", "23:59까지"),
        ("countdown", "2:60", "60 seconds", "60초"),
        ("duration", "0 minutes", "from 1 to", "1부터"),
        ("duration", "99999999999일", "to 3,650", "3,650까지"),
        ("duration", "-3 days", "from 1 to", "1부터"),
        ("times", "0", "from 1 to 100", "100까지"),
        ("times", "-1", "from 1 to 100", "100까지"),
        ("times", "1" + "0" * 30, "from 1 to 100", "100까지"),
        ("tries", "4", "from 1 to 3", "3까지"),
        ("count", "-1", "from 0", "0부터"),
        ("day", "in 3651 days", "to 3,650", "3,650까지"),
        ("left", "0 days left", "from 1", "1부터"),
        ("money", "1,00 won", "three digits", "세 자리"),
        ("money", "-5 won", "from 0", "0부터"),
        ("money", "1" + "0" * 16 + "원", "to 1,000", "까지"),
        ("fee", "4,4,00 won", "three digits", "세 자리"),
        ("phone", "010-1234-5678", "begin with 010-0000-", "010-0000-으로 시작하는"),
        ("size", "0 by 0", "from 200 to 7,680", "200부터 7,680까지"),
        ("size", "390x99999", "from 200 to 7,680", "200부터 7,680까지"),
        ("percent", "0%", "from 25 to 500", "25부터 500까지"),
        ("percent", "1000 %", "from 25 to 500", "25부터 500까지"),
        ("zone", "Asia/Seul", "the nearest is “Asia/Seoul”", "가장 가까운 이름: “Asia/Seoul”"),
    ],
)
def test_what_cannot_be_is_refused_in_both_languages(type: str, text: str, en: str, ko: str) -> None:
    assert VOCABULARY.is_word(type, text)
    with pytest.raises(HarnessError) as error:
        VOCABULARY.value(type, text)
    assert en in str(error.value)
    assert ko in error.value.in_language("ko")
    assert f"“{text}”" in error.value.in_language("ko")


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        ("money", "1,234,567 won", 1234567),
        ("money", "4400원", 4400),
        ("fee", "무료", 0),
        ("day", "어제", -1),
        ("day", "3 days ago", -3),
        ("left", "14 days left", "14일 남음"),
        ("left", "no days left", "만료됨"),
        ("size", "태블릿", (820, 1180)),
        ("size", "390 by 844", (390, 844)),
        ("wrong", "느리다", -1),
        ("field", "보안카드 앞 두 자리", Field.CARD_FIRST),
        ("certificate", "다른 인증서", 1),
    ],
)
def test_a_word_means_the_same_in_both_languages(type: str, text: str, value: object) -> None:
    assert VOCABULARY.value(type, text) == value
