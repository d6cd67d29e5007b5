"""Numbers, amounts and times as people say them, in the digits that phrases have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

Written = str | Callable[[re.Match[str]], str]

ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
ENGLISH |= {"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
KOREAN = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7, "일주": 7, "열흘": 10, "보름": 15}
DAYS_OF = {"week": 7, "month": 30, "주": 7, "달": 30, "개월": 30}
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
AFTERNOON = ("pm", "오후", "저녁", "밤", "낮")
UNITS = "second|minute|hour|day|week|month"
COUNTED = "번|회|차례|개|건|통|시간|장|자리|달|주"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(words)


def _count(word: str) -> str:
    return str(KOREAN.split("|").index(word) + 1 if word in KOREAN else 1)


def _clock(said: re.Match[str]) -> str:
    """23:40 for 밤 11시 40분, 11:40 pm."""
    hour, part = int(said["hour"]), (said["part"] or "").replace(".", "").lower()
    if part in AFTERNOON and hour <= 12:
        late = part != "밤" or 6 <= hour < 12  # 밤 12시, 밤 1시: the day has begun
        hour = hour % 12 + 12 * late
    elif part:
        hour %= 12
    minute = "30" if said.groupdict().get("half") else said["minute"] or "00"
    return f"{hour:02}:{minute:0>2}"


def _won(said: re.Match[str]) -> str:
    """54000원 for 5만 4천 원."""
    tens = int(said["tens"] or 1) if said["only"] is None else 0
    return f"{tens * 10_000 + int(said['thousands'] or said['only'] or 0) * 1_000}원"


def _date(said: re.Match[str]) -> str:
    month, months = said["month"].lower(), MONTHS.split("|")
    number = months.index(month) + 1 if month in months else int(month)
    return f"{said['year']}-{number:02}-{int(said['day']):02}"


MONTH = rf"(?P<month>{MONTHS})"
DAY, YEAR = r"(?P<day>\d\d?)(?:st|nd|rd|th)?", r"(?P<year>\d{4})\b"
HOUR, MINUTE = r"(?P<hour>\d\d?)", r"(?P<minute>\d\d?)"
IN_ENGLISH: dict[str, Written] = {
    rf"\b({_any_of(ENGLISH)})(?= [a-z])": lambda said: str(ENGLISH[said[1].lower()]),
    r"\bhalf an hour\b": "30 minutes",
    rf"\b(?:an?|one) (?={UNITS})\b": "1 ",
    r"\bone (?=time|e-mail|text|certificate)": "1 ",
    r"\btwice\b": "2 times",
    r"\b(\d+) (week|month)s?\b": lambda said: f"{int(said[1]) * DAYS_OF[said[2]]} days",
    r"\b(\d+) mins?\b": r"\1 minutes",
    r"\b(\d+) secs?\b": r"\1 seconds",
    rf"\b{HOUR}(?::{MINUTE})? ?(?P<part>[ap]\.?m\b\.?)": _clock,
    r"\bmidnight\b": "00:00",
    r"\bKRW ?([\d,]+)|₩ ?([\d,]+)|\b([\d,]+) ?KRW\b": r"\1\2\3 won",
    rf"\b{MONTH} {DAY},? {YEAR}": _date,
    rf"\b{DAY} {MONTH} {YEAR}": _date,
}
IN_KOREAN: dict[str, Written] = {
    rf"(?<![가-힣])({KOREAN}|하나의) ?(?={COUNTED})(?!..?째)": lambda said: _count(said[1]),
    rf"(?<![가-힣])({_any_of(DAYS)})(?=[가이를을만]? |에|$)": lambda said: f"{DAYS[said[1]]}일",
    r"(\d+) ?(주|달|개월)일?(?=[가이를을만]? |$)": lambda said: f"{int(said[1]) * DAYS_OF[said[2]]}일",
    r"(\d+)(?:회|차례)": r"\1번",
    r"(\d+)(?:통|장)(?=[이의은만]|$| )": r"\1건",
    r"(?<![가-힣\d])(?:(?P<tens>\d*)만(?: ?(?P<thousands>\d)천)?|(?P<only>\d+)천) ?원": _won,
    r"(\d) 원": r"\1원",
    r"(?P<year>\d{4})(?:년 ?|[./])(?P<month>\d\d?)(?:월 ?|[./])(?P<day>\d\d?)일?": _date,
    rf"(?:(?P<part>오전|오후|밤|저녁|아침|새벽|낮) ?)?{HOUR}시(?!간)(?: ?{MINUTE}분| ?(?P<half>반))?": _clock,
    "자정(?=[이에])": "00:00",
}


@cache
def _written(language: str) -> list[tuple[re.Pattern[str], Written]]:
    said = IN_KOREAN if language == "ko" else IN_ENGLISH
    return [(re.compile(one, re.IGNORECASE), written) for one, written in said.items()]


def in_digits(text: str, language: str) -> str:
    """A text with digits for what it counts in words."""
    for said, written in _written(language):
        text = said.sub(written, text)
    return text
