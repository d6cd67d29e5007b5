"""The words that may stand in a phrase."""

from __future__ import annotations

import re
from itertools import dropwhile

from harness.language.phrasebook import HANGUL
from harness.language.vocabulary import load_phrases

# `OTP` is Korean as well, and the `d` of `\d` is no word.
ENGLISH = re.compile(r"(?<!\\)[a-z]")


def test_no_english_word_comes_after_a_korean_one() -> None:
    types = load_phrases().parameter_types
    assert "work" in {type.name for type in types}
    from_korean_on = {
        type.name: dropwhile(lambda word: not HANGUL.search(word), type.regexps) for type in types
    }
    misplaced = [
        f"{name}: {word}"
        for name, words in from_korean_on.items()
        for word in words
        if ENGLISH.search(word) and not HANGUL.search(word)
    ]
    assert misplaced == []
