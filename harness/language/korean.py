"""Korean particles, which sound otherwise after a consonant than after a vowel; and how sentences end."""

from __future__ import annotations

import re

# After a consonant, and after a vowel.
PARTICLES = {
    "이": "가",
    "을": "를",
    "은": "는",
    "과": "와",
    "이라고": "라고",
    "이라는": "라는",
    "이라": "라",
    "이나": "나",
}
# Digits, and capital letters read one by one, that end in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알.
CLOSED = "013678LMNR"
CLOSED_WITH_LIEUL = "178LR"
# OTP is read letter by letter, and Otp may be a word.
READ_SINGLY = re.compile(r"[0-9]$|(?<![A-Za-z])[A-Z]+$")
NIEUN, BIEUP, BIEUP_SIOT, SSANG_SIOT = 4, 17, 18, 20  # ㄴ, ㅂ, ㅄ, ㅆ
FINALS = 28  # final consonants, none of them being the first
POLITE = re.compile("([가-힣])(습니다|니다|음|어요?)$")
# How else a sentence may end, and how the phrases do: politely, shortly, as in a memo.
ENDINGS = [
    (re.compile(ending), plain)
    for ending, plain in (
        ("[.。]$", ""),
        ("(?<=[보쓰놓쌓])입니다$", "인다"),
        ("입니다$|이에요$|예요$", "이다"),
        ("(?<=[가-힣]{2})(?:하다|함|해요?)$", "한다"),
        ("(?<=[가-힣]{2})(?:되다|됨|돼요?)$", "된다"),
    )
]
LIEUL = 8  # ㄹ among the final consonants: 로 follows it as if there were none


def ends_closed(text: str, but_for_lieul: bool = False) -> bool | None:
    """Whether the last syllable of a text ends in a consonant; None if nobody knows how it is read."""
    text = text.rstrip("\"'”’»)}]>:.")
    last = text[-1:]
    if READ_SINGLY.search(text):
        return last in CLOSED and not (but_for_lieul and last in CLOSED_WITH_LIEUL)
    if not re.fullmatch("[가-힣]", last):
        return None
    final = (ord(last) - ord("가")) % FINALS
    return final != 0 and not (but_for_lieul and final == LIEUL)


def plain(text: str) -> str:
    """A sentence with the ending that phrases have: 한다 for 합니다, 해요, and 함."""
    for ending, instead in ENDINGS:
        text = ending.sub(instead, text)
    return POLITE.sub(_plain, text)


def _plain(polite: re.Match[str]) -> str:
    last, ending = polite.groups()
    final = (ord(last) - ord("가")) % FINALS
    if ending != "니다" and final in (BIEUP_SIOT, SSANG_SIOT):  # 있습니다, 없음, 했어요
        return f"{last}다"
    if ending == "습니다":
        return f"{last}는다"
    if ending == "니다" and final == BIEUP:
        return f"{chr(ord(last) - BIEUP + NIEUN)}다"
    return polite[0]


def with_particle(text: str, particle: str) -> str:
    """A text and the right form of a particle, of which the one after a consonant is named."""
    other = PARTICLES[particle]
    closed = ends_closed(text)
    if closed is None:
        particle = f"(이){other}" if particle == f"이{other}" else f"{particle}({other})"
    return f"{text}{other if closed is False else particle}"


def quoted(word: str, particle: str) -> str:
    """A word in quotes and the right form of a particle."""
    return with_particle(f"“{word}”", particle)
