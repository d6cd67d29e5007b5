"""Which phrase a step means that has a phrase's words in another order or form.

A phrase and a step are the stems of their words. A step means a phrase if each has the stems of the other,
with what stands in the place of parameters: nothing that says more may be missing or left over, be it a
"not", a number or a second deed. Only light words may, those that hardly change what is said. Where two
phrases are meant as much as each other, neither is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from harness.language.rendering import Rendering
from harness.language.stems import stems
from harness.language.wordings import in_other_words
from harness.language.words import HANGUL, is_spelt, spelt

if TYPE_CHECKING:
    from harness.language.vocabulary import Expression, Phrase, Vocabulary

# What may not change its order: quotes, names of values, numbers.
VALUE = re.compile(r'"[^"]*"|<[^<>]+>|\d[\d,.:-]*')
# What of a phrase is no word of it: parameters with their particles, options, all alternatives but the first.
UNSAID = re.compile(
    r"\{[^}]*\}(?:\(?이?\)?라고|에서|에게|으로|로|부터|까지|[은는이가을를와에의만도](?=[ /]|$))?(?:/[가-힣])?"
    r"|\([^)]*\)|/\S+"
)
NAMED = "(?: ?고객|에게|[은는이가의](?![가-힣]))"  # what follows on a name
WHO = {"en": "the customer", "ko": "그"}
PERSON = "customer"
_SAME: dict[str, str] = {}
LIGHT: dict[str, set[str]] = {"light": set(), "light in a Then": set()}
# What testers tell as done that a phrase has as being done.
PAST = {"했다": "한다", "되었다": "된다", "됐다": "된다", "갔다": "간다", "눌렀다": "누른다"}


def define_same_words(words: Mapping[str, str]) -> None:
    """Add words that stand for one of the phrases', by that one; those of LIGHT stand for none."""
    for meant, said in words.items():
        first, *others = stems(f"{meant}: {said}") if meant not in LIGHT else ["", *stems(said)]
        if meant in LIGHT:
            LIGHT[meant].update(others)
        else:
            _SAME.update(dict.fromkeys(others, first))


def _telling(said: Iterable[str]) -> list[str]:
    """What of it is more than light words."""
    return [stem for stem in said if stem not in LIGHT["light"]]


def _is_in(part: list[str], whole: list[str]) -> bool:
    """Whether a part stands in the whole as it is."""
    return any(whole[start : start + len(part)] == part for start in range(len(whole)))


def _present(text: str) -> str:
    """What has been done as what is done."""
    past = next((one for one in PAST if text.endswith(one)), "")
    return text.removesuffix(past) + PAST.get(past, "")


class Meanings:
    """What the phrases of a vocabulary mean."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # What a feature defines takes any text for a parameter: it is meant by its own words only.
        self._phrases = [one for one in vocabulary.usable if not one.only_in and self._is_closed(one)]
        self.read = cache(self._read)
        self._ordered = cache(self._ordered_of)
        self._stems = cache(self._stems_of)
        self._known = self._all_known()

    def _is_closed(self, phrase: Phrase) -> bool:
        """Whether none of its parameters takes just any word."""
        regexps = [regexp for type in phrase.en.types for regexp in self._vocabulary.regexps(type)]
        return not any(re.fullmatch(regexp, "any") for regexp in regexps)

    def _all_known(self) -> set[str]:
        """The stems of all that phrases say."""
        said = [UNSAID.sub(" ", phrase.ko.standard) for phrase in self._phrases]
        for type in {type for phrase in self._phrases for type in phrase.ko.types}:
            said += spelt(self._vocabulary.regexps_in(type, "ko"))
        known = {*chain(*LIGHT.values()), *_SAME, *_SAME.values()}
        return known | {stem for text in said for stem in stems(text, known)}

    def _stems_of(self, text: str) -> Counter[str]:
        return Counter(self._ordered(text))

    def _ordered_of(self, text: str) -> list[str]:
        return [_SAME.get(stem, stem) for stem in stems(text, self._known)]

    def _read(self, kind: str, text: str) -> dict[Phrase, str]:
        """The phrase of a kind that a text means, with the text in its words; nothing if several are."""
        language = "ko" if HANGUL.search(VALUE.sub("", text)) else "en"
        texts = [text, _present(text)] if kind == "when" else [text]
        for said in dict.fromkeys([*([one, *in_other_words(one)][-1] for one in texts), text]):
            found = [
                (odd, phrase, reading)
                for phrase in self._phrases
                if phrase.kind == kind
                for odd, reading in self._fitting(phrase, said, language)
            ]
            least = min((odd for odd, _, _ in found), default=0)
            likest = [(phrase, reading) for odd, phrase, reading in found if odd == least]
            if likest:
                return dict(likest) if len(likest) == 1 else {}
        return {}

    def _fitting(self, phrase: Phrase, text: str, language: str) -> Iterator[tuple[int, str]]:
        """A text in the words of an expression that it means, and how many light words tell them apart."""
        expression = phrase.in_language(language)
        light = LIGHT["light"] | (LIGHT["light in a Then"] if phrase.kind == "then" else set())
        fixed, said = self._fixed(expression), self._stems(text)
        missing, left = fixed - said, said - fixed
        if missing.keys() - light or not fixed - missing:
            return
        words: dict[int, str] = {}
        for place, type in sorted(enumerate(expression.types), key=lambda one: one[1] == PERSON):
            word = self._word(type, left, text, language)
            if word is None:
                return
            words[place] = word
            left = left - self._stems(word)
        if left.keys() - light:
            return
        reading = Rendering(expression, words, text).text
        if expression.matches(reading) and VALUE.findall(reading) == VALUE.findall(text):
            yield missing.total() + left.total(), reading

    def _fixed(self, expression: Expression) -> Counter[str]:
        return self._stems(UNSAID.sub(" ", expression.standard))

    def _word(self, type: str, left: Counter[str], text: str, language: str) -> str | None:
        """What of a text may stand for a parameter: of the words that are there the one that says most."""
        regexps = self._vocabulary.regexps_in(type, language)
        words = set(spelt(regexps))
        for regexp in (one for one in regexps if not is_spelt(one)):
            if type == PERSON and language == "ko":
                names = filter(re.compile(regexp).fullmatch, left.keys() - self._known)
                words |= {
                    one for one in names if re.search(rf"{one}(?: ?고객|에게|[은는이가의](?![가-힣]))", text)
                }
            else:
                words |= {found[0] for found in re.finditer(regexp, text)}
        fitting = [word for word in words if self._stands_in(word, left, text)]
        who = WHO[language] if type == PERSON else None
        return max(fitting, key=lambda word: (len(self._ordered(word)), len(word)), default=who)

    def _stands_in(self, word: str, left: Counter[str], text: str) -> bool:
        said = self._stems(word)
        return (
            bool(said & left)
            and not _telling(said - left)
            and _is_in(_telling(self._ordered(word)), _telling(self._ordered(text)))
        )
