"""Korean particles, which sound otherwise after a consonant than after a vowel."""

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
LIEUL = 8  # ㄹ among the final consonants: 로 follows it as if there were none


def ends_closed(text: str, but_for_lieul: bool = False) -> bool | None:
    """Whether the last syllable of a text ends in a consonant; None if it is not Korean."""
    last = text.rstrip("\"'”’»)}]>:.")[-1:]
    if not re.fullmatch("[가-힣]", last):
        return None
    final = (ord(last) - ord("가")) % 28
    return final != 0 and not (but_for_lieul and final == LIEUL)


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
