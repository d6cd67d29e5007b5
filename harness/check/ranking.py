"""How much of a text other texts say: by pieces of words, of which the rare ones tell most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from math import fsum, log

WORD = re.compile(r"\{\w+\}|\w+")
PIECE = 3  # letters, the end of a word being one of them; Korean endings and English ones differ at will
UNSAID = 0.4  # how much a piece that the text lacks counts against one that it has


@cache
def pieces(text: str) -> frozenset[str]:
    """The beginnings and insides of a text's words; a parameter is a piece of its own."""
    found: set[str] = set()
    for word in WORD.findall(text.casefold()):
        if word.startswith("{"):
            found.add(word)
        else:
            # A syllable of Hangul says as much as two letters.
            length = 2 if word[0] >= "가" else PIECE
            padded = f" {word}"
            found.update(padded[start : start + length] for start in range(max(1, len(padded) - length + 1)))
    return frozenset(found)


class Ranking:
    """Compares by pieces, each worth the more the fewer of the known texts have it."""

    def __init__(self, known: Collection[str]) -> None:
        counts = Counter(piece for text in known for piece in pieces(text))
        self._worth = {piece: log(1 + len(known) / count) for piece, count in counts.items()}
        self._rare = log(1 + len(known))
        self.worth = cache(self._sum)

    def likeness(self, text: frozenset[str], other: frozenset[str]) -> float:
        """From 0 to 1: how much of a text is said by another one, and little besides; both in pieces."""
        common = self._sum(text & other)
        unsaid = UNSAID * (self.worth(other) - common)
        return common / (self.worth(text) + unsaid or 1)

    def share(self, part: str, text: frozenset[str]) -> float:
        """From 0 to 1: how much of a part is in a text, which is in pieces."""
        own = pieces(part)
        return self._sum(own & text) / (self.worth(own) or 1)

    def _sum(self, found: Iterable[str]) -> float:
        # Exactly: a sum of floats depends on the order of a set, which differs from run to run.
        return fsum(self._worth.get(piece, self._rare) for piece in found)
