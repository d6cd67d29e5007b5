"""Steps to paste: the phrases nearest to a text, with what the text says put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from harness.check.likeness import by_likeness, is_like_any
from harness.check.ranking import Ranking, pieces
from harness.check.synonyms import with_synonyms
from harness.language.composite import ANY_TEXT
from harness.language.expression import Expression
from harness.language.rendering import Rendering, pattern
from harness.language.vocabulary import Phrase, Vocabulary
from harness.language.wordings import QUOTED, readings
from harness.seeds.named_people import People

# The types whose words are people of seeds/people.toml.
PEOPLE_TYPES = ("customer", "person")
# How the types that Cucumber brings along are written.
BUILT_IN = {
    "int": {"en": "a number in digits", "ko": "숫자"},
    "float": {"en": "a number in digits", "ko": "숫자"},
    "string": {"en": 'a text in straight quotes: "…"', "ko": '곧은 따옴표 안의 글: "…"'},
    "word": {"en": "one word", "ko": "띄어 쓰지 않은 말"},
    ANY_TEXT: {"en": "any text", "ko": "아무 글"},
}
MOST_WORDS = 12
ALIKE = 60  # percent: what is meant for one of a type's words, in a phrase that has hardly a word of its own

ENOUGH = 0.6  # how much of a word stands in a text that means it
QUOTE_OR_NUMBER = re.compile(r'"[^"]*"|\d[\d,.:-]*')
NUMBER = r"-?\d+"
WRITTEN_DATE = r"\d+년|\d+월"
WAITING = r"[\w-]*<[^<>]+>[\w-]*"  # a word that is not known yet
DIGITS = re.compile(r"\\d(?:\+|\{[\d,]+\})?|\[\\d,\](?:\+|\*\\d)")  # in a regular expression


@dataclass(frozen=True)
class NearMiss:
    """A phrase that would match but for one word, and the type whose words may stand there."""

    phrase: Phrase
    type: str
    word: str


class Suggestions:
    """Finds what may be meant by a text that no phrase matches."""

    def __init__(self, vocabulary: Vocabulary, people: People | None) -> None:
        self.vocabulary = vocabulary
        self.people = people
        self._listed = cache(vocabulary.words)
        self._pattern = cache(self._pattern_of)
        self._ranking = cache(self._ranking_of)
        self._likest_word = cache(self._likest_word_of)
        self._word_in = cache(self._word_of)
        self._own_pieces = cache(self._own_pieces_of)

    def nearest(self, kind: str, text: str, language: str, limit: int = 4) -> list[tuple[Phrase, str]]:
        """The phrases of a kind most like a text, each as a step with the text's own words filled in."""
        meant = pieces(with_synonyms(self._with_types(text, language)))
        ranking = self._ranking(language)
        likest: dict[Phrase, tuple[float, Expression]] = {}
        for way in self.vocabulary.ways(language):
            for phrase in way.phrases():
                if phrase.kind == kind:
                    like = ranking.likeness(meant, self._pieces_of(way.said, text, language))
                    if like > likest.get(phrase, (-1.0,))[0]:
                        likest[phrase] = like, way.means
        found: list[tuple[Phrase, str]] = []
        ordered = sorted(likest.items(), key=lambda one: one[1][0], reverse=True)
        for phrase, (like, means) in ordered:
            own, other = (self.filled(one, text, language) for one in (phrase.in_language(language), means))
            step = own if own.count("{") <= other.count("{") else other
            if like < ordered[0][1][0] / 2 or len(found) == limit:
                break
            if not re.search(r"\b1 times\b", step):  # no English
                found.append((phrase, step))
        return found

    def _pieces_of(self, expression: Expression, text: str, language: str) -> frozenset[str]:
        """What an expression says, with the words that a text has for its parameters."""
        said = self._own_pieces(expression)
        for type in expression.types:
            if type not in self._shown_types:
                word = self._word_in(text, type, language) or self._likest_word(text, type, language)
                said |= pieces(word or f"{{{type}}}")
        return said

    def _own_pieces_of(self, expression: Expression) -> frozenset[str]:
        types = {place: f"{{{type}}}" for place, type in enumerate(expression.types)}
        said = pieces(Rendering(expression, types, "").text)
        return said - {f"{{{type}}}" for type in expression.types if type not in self._shown_types}

    def _with_types(self, text: str, language: str) -> str:
        """A text with `{type}` for what shows no more than its type: names, quotes, and all with digits."""
        words = {type: self._word_in(text, type, language) for type in self._shown_types}
        for type in PEOPLE_TYPES:
            text = text.replace(words.get(type) or "\n", " ")
        return " ".join([QUOTE_OR_NUMBER.sub(" ", text), *(f"{{{type}}}" for type in words if words[type])])

    @cached_property
    def _shown_types(self) -> list[str]:
        types = [type.name for type in self.vocabulary.parameter_types]
        people = [type for type in types if type in PEOPLE_TYPES and self.people]
        return [*people, *self._measures, *self._numbers, "string"]

    @cached_property
    def _numbers(self) -> list[str]:
        """The types whose words are numbers, and nothing else."""
        types = self.vocabulary.parameter_types
        return ["int", "float", *(type.name for type in types if list(type.regexps) == [NUMBER])]

    @cached_property
    def _measures(self) -> dict[str, str]:
        """The types whose words have digits, and the regular expressions of those words."""
        patterns = {
            type.name: "|".join(regexp for regexp in type.regexps if r"\d" in regexp)
            for type in self.vocabulary.parameter_types
            if type.name not in self._numbers
        }
        return {type: pattern for type, pattern in patterns.items() if pattern}

    @cached_property
    def _not_numbers(self) -> re.Pattern[str]:
        """What has digits, and is no number."""
        return re.compile("|".join([WRITTEN_DATE, *self._measures.values()]))

    def _ranking_of(self, language: str) -> Ranking:
        return Ranking([one.in_language(language).standard for one in self.vocabulary.usable_in(language)])

    def near_miss(self, kind: str, text: str, language: str) -> NearMiss | None:
        """The phrase that matches all of a text except for one word; the one with most of its own words."""
        misses = [
            (len(re.sub(r"\(.*?\)|\{.*?\}|\s", "", phrase.in_language(language).readable)), miss)
            for phrase in self.vocabulary.usable_in(language)
            if phrase.kind == kind
            for miss in self._misses(phrase, text, language)
        ]
        enough = len(text.replace(" ", "")) / 4
        misses = [(own, miss) for own, miss in misses if own >= enough or self.is_slip(miss, language)]
        return max(misses, key=lambda one: (one[0], -len(one[1].word)))[1] if misses else None

    def is_slip(self, miss: NearMiss, language: str) -> bool:
        """Whether a wrong word is a slip of the pen for one that is known, rather than another thing."""
        return is_like_any(miss.word, self.words(miss.type, language), ALIKE)

    def _misses(self, phrase: Phrase, text: str, language: str) -> Iterator[NearMiss]:
        expression = phrase.in_language(language)
        if not expression.is_around(text) or any(map(self._is_grammar, expression.types)):
            return  # has hardly a word of its own beside a name
        for index, type in enumerate(expression.types):
            if found := self._pattern(expression, index).fullmatch(text):
                yield NearMiss(phrase, type, found["wrong"].strip())

    def words_like(self, word: str, type: str, language: str) -> str:
        """What may stand in a type's place, for people, the likest first; of many only the likest."""
        ordered = by_likeness(word, self.words(type, language))
        if len(ordered) > MOST_WORDS:
            ordered = [*ordered[: MOST_WORDS // 2], "…"]
        return ", ".join(ordered)

    def words(self, type: str, language: str) -> list[str]:
        """What may stand in a type's place: words, or how a number and the like is written."""
        if type in PEOPLE_TYPES and self.people:
            return self.people.names(language)
        if type in BUILT_IN:
            return [BUILT_IN[type][language]]
        if type in self._numbers:
            return [BUILT_IN["int"][language]]
        if self._is_grammar(type):
            return self.vocabulary.such_as(type, language)
        return [_legible(regexp) for regexp in self.vocabulary.regexps_in(type, language)]

    def _is_grammar(self, type: str) -> bool:
        """Whether a type has a way to call anything, by a name in quotes, rather than words."""
        return type not in BUILT_IN and any(QUOTED.pattern in one for one in self.vocabulary.regexps(type))

    def filled(self, expression: Expression, text: str, language: str) -> str:
        """The phrase as a step, with what `text` has for its parameters; `{name}` for the others."""
        return Rendering(expression, self._words_in(expression, text, language), text).text

    def _words_in(self, expression: Expression, text: str, language: str) -> dict[int, str]:
        """The words of a text for an expression's parameters, by their places."""
        words: dict[int, str] = {}
        left = text
        # First the types with words of their own: a type that takes any word would take theirs.
        for index in sorted(
            range(len(expression.types)), key=lambda one: self._is_open(expression.types[one])
        ):
            if word := self._word_in(left, expression.types[index], language):
                words[index] = word
                left = left.replace(word, "\n", 1)
            elif (
                word := self._likest_word(text, expression.types[index], language)
            ) and word not in words.values():
                words[index] = word
        return words

    def _is_open(self, type: str) -> bool:
        """Whether a type lists no words."""
        return type not in PEOPLE_TYPES and not self._listed(type, "en")[0]

    def _word_of(self, text: str, type: str, language: str) -> str | None:
        if type in ("word", ANY_TEXT):  # would take any; it is a name most often
            names = self.people.names(language) if type == ANY_TEXT and self.people else []
            return next((name for name in names if name in text), None)
        listed, others = self._listed(type, language)
        if type in PEOPLE_TYPES and self.people:
            # Anybody but for a pronoun, which is a part of other words too.
            words = [name for name in self.people.names(language) if name in text]
            words = words or [word for word in listed if re.search(rf"(?<!\S){word}", text)]
        else:
            if type in self._numbers:  # 3 is a number, and that of 3 minutes is none
                text = self._not_numbers.sub("\n", text)
            words = [word for word in listed if word in text]
            words += [found[0] for other in others for found in _whole(other).finditer(text)]
        if self._is_grammar(type):
            words = [word for word in words if re.search(r'[ "]', word)]  # `button` by itself says little
        # What is more than a text in quotes: that may be another parameter's.
        return max(words, key=lambda word: (not word.endswith('"'), len(word)), default=None)

    def _likest_word_of(self, text: str, type: str, language: str) -> str | None:
        """The one of a type's own words that a text has most of, if it has enough of it."""
        if type in PEOPLE_TYPES or type in BUILT_IN:
            return None
        meant, ranking = pieces(with_synonyms(text)), self._ranking(language)
        words = self._listed(type, language)[0]
        likest = max(words, key=lambda word: ranking.share(word, meant), default=None)
        return likest if likest and ranking.share(likest, meant) >= ENOUGH else None

    def might_be(self, kind: str, text: str) -> list[Phrase]:
        """The phrases that a text may be meant for in which `<…>` stands for words that are not known yet."""
        phrases = [phrase for phrase in self.vocabulary.usable if phrase.kind == kind]
        found = ([phrase for phrase in phrases if self._may_say(phrase, said)] for said in readings(text))
        return next(filter(None, found), [])

    def _may_say(self, phrase: Phrase, text: str) -> bool:
        return any(
            one.frames(text) and self._pattern(one, None).fullmatch(text) for one in (phrase.en, phrase.ko)
        )

    def _pattern_of(self, expression: Expression, wrong: int | None) -> re.Pattern[str]:
        """What the expression matches if anything may stand for one of its parameters; without one, `<…>`."""

        def of_parameter(index: int) -> str:
            if index == wrong:
                return "(?P<wrong>.+?)"
            known = self._any_of(expression.types[index])
            if wrong is None:  # of a date, say, a part may wait, too
                known = f"{DIGITS.sub(lambda digits: f'(?:{digits[0]}|<[^<>]+>)', known)}|{WAITING}"
            return f"(?:{known})"

        return re.compile(pattern(expression, of_parameter))

    def _any_of(self, type: str) -> str:
        return f"(?:{'|'.join(f'(?:{regexp})' for regexp in self.vocabulary.regexps(type))})"


@cache
def _whole(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """What a pattern matches if a number in it is neither the end nor the beginning of another one."""
    return re.compile(rf"(?<![\d.,:-])(?:{pattern.pattern})(?!\d)") if r"\d" in pattern.pattern else pattern


def _legible(regexp: str) -> str:
    r"""A regular expression for people: `in \d+ days?` is `in N day(s)`."""
    shown = regexp.removeprefix("-?")
    shown = re.sub(r"\(\?:([^()]*)\)", lambda group: group[1].replace("|", "/"), shown)
    shown = re.sub(r"\\d\{(\d+)\}", lambda digits: "N" * int(digits[1]), shown)
    shown = re.sub(r"\\d\+|\[\\d,\](?:\+|\*\\d)|\\d", "N", shown)
    shown = re.sub(r"([a-z])\?", r"(\1)", shown)
    return re.sub(r"\\(.)", r"\1", shown)
