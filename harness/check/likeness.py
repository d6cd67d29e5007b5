"""How like each other texts are. The library is imported only when something is wrong."""

from __future__ import annotations

from collections.abc import Sequence


def likest(text: str, words: Sequence[str]) -> str:
    """The one of the words that is most like a text."""
    from rapidfuzz import process

    return str(process.extractOne(text, words)[0])


def by_likeness(text: str, words: Sequence[str]) -> list[str]:
    """The words, those most like a text first."""
    from rapidfuzz import process

    return [str(word) for word, _, _ in process.extract(text, words, limit=None)]


def is_like_any(text: str, words: Sequence[str], least: int) -> bool:
    """Whether one of the words is like a text to so many percent at least."""
    from rapidfuzz import fuzz, process

    return process.extractOne(text, words, scorer=fuzz.ratio, score_cutoff=least) is not None


def slips(written: str, known: str) -> int:
    """How many letters are wrong, missing, too many, or in each other's place."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(written, known))
