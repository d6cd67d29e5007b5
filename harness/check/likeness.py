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


def like_enough(text: str, sentences: Sequence[str], limit: int, least: int = 50) -> list[int]:
    """Which of the sentences are like a text to so many percent at least, the likest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(text, sentences, scorer=fuzz.ratio, limit=limit, score_cutoff=least)
    return [index for _, _, index in found]


def slips(written: str, known: str) -> int:
    """How many letters are wrong, missing, too many, or in each other's place."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(written, known))
