"""What a step says that has a phrase's words in another order or form, or other words for them.

A way to say something and a step are the stems of their words. A step is said in a way if each has the stems
of the other, with what stands in the place of parameters: nothing that says more may be missing or left over,
be it a "not", a number or a second deed. Only light words may, those that hardly change what is said; an
obvious one may be missing where one phrase alone is left, and a way may have words to spare. Each phrase is a
way to say itself; steps/wordings.toml has others, and says which words are of what sort.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from harness.language.expression import Expression
from harness.language.numbers import in_digits
from harness.language.rendering import Rendering, pattern
from harness.language.stems import NOT, stems
from harness.language.wordings import in_other_words, in_plain_words
from harness.language.words import HANGUL

if TYPE_CHECKING:
    from harness.language.vocabulary import Phrase, Vocabulary

# What may not change its order: quotes, names of values, numbers.
VALUE = re.compile(r'"[^"]*"|<[^<>]+>|\d[\d,.:-]*')
# What of a phrase is no word of it: parameters with their particles, options, all alternatives but the first.
UNSAID = re.compile(
    r"\{[^}]*\}(?:\(?이?\)?라고|에서|에게|으로|로|부터|까지|[은는이가을를와에의만도](?=[ /]|$))?(?:/[가-힣])?"
    r"|\([^)]*\)|/\S+"
)
REASON = re.compile("[어라]서$")
SPARE = re.compile(r"(?:^|(?<= ))\(([^)]*)\)")
# What follows on a name; who is a customer of some sort, 법인 고객이다, has none.
NAMED = "(?: ?고객(?!이다|입니다)|에게|[은는이가의](?![가-힣]))"
# Who is not the customer, and does something or has it done.
PARTY = re.compile(
    "(?:은행|고객센터|인증기관|상담원)[이가](?![가-힣])|^the (?:bank|authority|customer centre) "
)
WHO = {"en": "the customer", "ko": "그"}
PERSON = "customer"
_SAME: dict[str, str] = {}
_WAYS: dict[str, dict[str, Sequence[str]]] = {"en": {}, "ko": {}}
Odd = tuple[int, int, int]  # words that go without saying, light ones that differ, parameters
SORTS: dict[str, set[str]] = {
    "light": set(),
    "light in a Then": set(),
    "obvious": set(),
    "told": set(),
    "sides": set(),
}
# What testers tell as done that a phrase has as being done.
PAST = {"했다": "한다", "되었다": "된다", "됐다": "된다", "갔다": "간다", "눌렀다": "누른다"}


def define_same_words(words: Mapping[str, str]) -> None:
    """Add words that stand for one of the phrases', by that one; those of a sort in SORTS stand for none."""
    for meant, said in words.items():
        first, *others = stems(f"{meant}: {said}") if meant not in SORTS else ["", *stems(said)]
        if meant in SORTS:
            SORTS[meant].update(others)
        else:
            _SAME.update(dict.fromkeys(others, first))


def define_ways(language: str, ways: Mapping[str, Sequence[str]]) -> None:
    """Add other ways to say what phrases say: by that, with parameters as phrases have them."""
    _WAYS[language] |= ways


@dataclass(frozen=True, eq=False)
class Way:
    """A way to say something."""

    said: Expression
    means: Expression  # the same in the words of phrases
    phrases: Callable[[], list[Phrase]]  # one of a kind of step, found when asked for: that takes long
    spare: str = ""  # words that may be said besides


def _telling(said: Iterable[str]) -> list[str]:
    """What of it is more than light words."""
    return [stem for stem in said if stem not in SORTS["light"]]


def _is_in(part: list[str], whole: list[str]) -> bool:
    """Whether a part stands in the whole as it is."""
    return any(whole[start : start + len(part)] == part for start in range(len(whole)))


def _present(text: str) -> str:
    """What has been done as what is done."""
    past = next((one for one in PAST if text.endswith(one)), "")
    return text.removesuffix(past) + PAST.get(past, "")


class Meanings:
    """What steps mean by the phrases of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.read = cache(self._read)
        self.ways = cache(self._all_ways)
        self._words = cache(vocabulary.words)
        self._is_open = cache(self._takes_any)
        self._ordered = cache(self._ordered_of)
        self._stems = cache(self._stems_of)
        self._fixed = cache(self._fixed_of)
        self._by_word = cache(self._ways_by_word)

    def _takes_any(self, type: str) -> bool:
        """Whether a parameter of a type takes just any word."""
        return any(one.fullmatch("any") for language in _WAYS for one in self._words(type, language)[1])

    @cached_property
    def _known(self) -> set[str]:
        """The stems of all that Korean ways say."""
        ways = self._closed("ko")
        said = [_words_alone(way.said) for way in ways]
        for type in {type for way in ways for type in way.said.types}:
            said += self._words(type, "ko")[0]
        known = {*chain(*SORTS.values()), *_SAME, *_SAME.values()}
        return known | {stem for text in {*said} for stem in stems(in_digits(text, "ko"), known)}

    def _all_ways(self, language: str) -> list[Way]:
        """All ways to say something in a language, those of the phrases themselves first."""
        phrases = self._vocabulary.usable_in(language)
        own = [(one, one.in_language(language)) for one in phrases]
        types = self._vocabulary.types
        ways = [Way(said, said, partial(list, [one])) for one, said in own]
        for written, others in _WAYS[language].items():
            means = Expression(written, types, written)
            phrases_of = cache(partial(self._phrases_of, means, own))
            for said, spare in map(_without_spare, others):
                ways.append(Way(Expression(said, types, said), means, phrases_of, spare))
        # Steps of others may lack parameters of ours.
        return [way for way in ways if not way.said.undefined_types and not way.means.undefined_types]

    def _phrases_of(self, means: Expression, own: list[tuple[Phrase, Expression]]) -> list[Phrase]:
        """The phrases, of one kind of step or several, in whose words something is written."""
        if same := [phrase for phrase, said in own if said.source == means.source]:
            return same  # as most are written, and quicker to tell
        text = Rendering(means, {}, "").text
        fitting = {
            phrase: len(_words_alone(said))
            for phrase, said in own
            if said.is_around(text) and self._may_say(said, text)
        }
        return [phrase for phrase, length in fitting.items() if length == max(fitting.values())]

    def _may_say(self, expression: Expression, text: str) -> bool:
        """Whether it says a text in which some words, or parts of words, are parameters yet."""

        def of_parameter(place: int) -> str:
            type = self._vocabulary.types.lookup_by_type_name(expression.types[place])
            return f"(?:{'|'.join(['.*{.*', *(type.regexps if type else ())])})"

        return bool(re.fullmatch(pattern(expression, of_parameter), text))

    def _closed(self, language: str) -> list[Way]:
        """All but what a feature defines: that takes any text, and is meant by its own words only."""
        return [
            one
            for one in self.ways(language)
            if not any(map(self._is_open, one.said.types))
            and not (one.said is one.means and one.phrases()[0].only_in)
        ]

    def _ways_by_word(self, language: str) -> dict[str, list[Way]]:
        """The ways to say something, by a word that each has to have, the rarest; by none if it has none."""
        ways = self._closed(language)
        spare = set(chain(*SORTS.values()))
        counts = Counter(stem for way in ways for stem in self._fixed(way.said))
        found = defaultdict(list)
        for way in ways:
            found[min(self._fixed(way.said).keys() - spare, key=counts.__getitem__, default="")].append(way)
        return found

    def _stems_of(self, text: str) -> Counter[str]:
        return Counter(self._ordered(text))

    def _ordered_of(self, text: str) -> list[str]:
        is_korean = bool(HANGUL.search(VALUE.sub("", text)))
        said = stems(in_digits(text, "ko" if is_korean else "en"), self._known if is_korean else ())
        return [_SAME.get(stem, stem) for stem in said]

    def _fixed_of(self, expression: Expression) -> Counter[str]:
        return self._stems(_words_alone(expression))

    def _read(self, kind: str, text: str) -> dict[Phrase, str]:
        """The phrase of a kind that a text means, with the text in its words; nothing if several are."""
        language = "ko" if HANGUL.search(VALUE.sub("", text)) else "en"
        texts = [text, _present(text)] if kind == "when" else [text]
        for one in dict.fromkeys([*([one, *in_other_words(one)][-1] for one in texts), in_plain_words(text)]):
            ways = chain(*(self._by_word(language).get(stem, []) for stem in [*self._stems(one), ""]))
            found = {*chain(*(self._fitting(way, kind, one, language) for way in ways))}
            least = min((odd for odd, _, _ in found), default=(0,))
            # Where the nearest lacks an obvious word, no other may be meant at all.
            likest = [(phrase, reading) for odd, phrase, reading in found if odd == least or least[0]]
            if likest:
                return dict(likest) if len(likest) == 1 else {}
        return {}

    def _fitting(self, way: Way, kind: str, text: str, language: str) -> Iterator[tuple[Odd, Phrase, str]]:
        """What a text says by a phrase if it is said in a way, and how far the two are apart."""
        fixed, said = self._fixed(way.said), self._stems(text)
        light = self._light(kind, text, language, is_open=not fixed)
        missing, left = fixed - said, said - fixed
        unsaid = missing.keys() - light
        if unsaid - SORTS["obvious"] or (fixed and fixed == missing):
            return
        if missing and not way.said.types and not fixed.keys() - light - SORTS["obvious"]:
            return
        phrases = [phrase for phrase in way.phrases() if phrase.kind == kind]
        if not phrases:
            return
        words = self._words_for(way.said, left, text, language, in_full=bool(missing))
        if words is None:
            return
        left = left - Counter(chain(*(self._stems(word).elements() for word in words.values())))
        spare = self._stems(way.spare).keys()
        if left.keys() - light - spare or left.keys() & self._denied(text, language):
            return
        reading = Rendering(way.said, words, text).text
        if not way.said.matches(reading) or not self._are_alike(reading, text):
            return
        besides = sum(left[one] for one in left.keys() - spare)
        odd = len(unsaid), missing.total() + besides, len(words)
        meant = self._meant(way, words, text, language) if way.means is not way.said else reading
        yield from ((odd, phrase, meant) for phrase in phrases if phrase.says(meant))

    def _light(self, kind: str, text: str, language: str, is_open: bool) -> set[str]:
        """The words of a step that hardly change what is said."""
        light = SORTS["light"] | (SORTS["light in a Then"] if kind == "then" else set())
        is_denied = NOT in (self._stems(text) if language == "en" else self._ordered(text)[-1:])
        # That no error is shown is not that something else is not.
        return light - SORTS["told"] if is_open or is_denied else light

    def _words_for(
        self, expression: Expression, left: Counter[str], text: str, language: str, in_full: bool
    ) -> dict[int, str] | None:
        """What of a text stands for each parameter, by its place; None where nothing does for one of them."""
        words: dict[int, str] = {}
        for place, type in sorted(enumerate(expression.types), key=lambda one: one[1] == PERSON):
            word = self._word(type, left, text, language)
            word = self._by_less(type, left, text, language) if word is None and not in_full else word
            if word is None:
                return None
            words[place] = word
            left = left - self._stems(word)
        return self._in_order(expression, words, text)

    def _are_alike(self, reading: str, text: str) -> bool:
        """Whether values, and old and new, keep their order, and nobody else does it."""
        sides, read = (
            [one for one in self._ordered(said) if one in SORTS["sides"]] for said in (text, reading)
        )
        return (
            VALUE.findall(in_plain_words(reading)) == VALUE.findall(text)
            and set(PARTY.findall(text)) <= set(PARTY.findall(reading))
            and (len({*sides}) < 2 or read == sides)
        )

    def _meant(self, way: Way, words: Mapping[int, str], text: str, language: str) -> str:
        """The text in the words of the phrases that the way stands for."""
        named = {PERSON: WHO[language]} | {name: words[place] for place, name in enumerate(way.said.names)}
        return Rendering(
            way.means, {place: named[name] for place, name in enumerate(way.means.names)}, text
        ).text

    def _word(self, type: str, left: Counter[str], text: str, language: str) -> str | None:
        """What of a text may stand for a parameter: of the words that are there the one that says most."""
        listed, others = self._words(type, language)
        words = [*listed]  # in their order, which decides between two as long
        for other in others:
            if type == PERSON and language == "ko":
                names = [one for one in left if one not in self._known and other.fullmatch(one)]
                words += [one for one in names if re.search(rf"{one}{NAMED}", text)]
            else:
                words += [found[0] for found in other.finditer(text)]
        fitting = [word for word in words if self._stands_in(word, left, text)]
        who = WHO[language] if type == PERSON else None
        return max(fitting, key=lambda word: (len(self._ordered(word)), len(word)), default=who)

    def _denied(self, text: str, language: str) -> set[str]:
        """What is not: that hardly goes without saying, however light it is (나오지 않는다)."""
        ordered = self._ordered(text)
        pairs = pairwise(ordered if language == "en" else ordered[::-1])
        return {stem for negative, stem in pairs if negative == NOT} & SORTS["light in a Then"]

    def _in_order(self, expression: Expression, words: dict[int, str], text: str) -> dict[int, str]:
        """The words with those of one type in the order in which a text has them."""
        ordered = self._ordered(text)
        for type, times in Counter(expression.types).items():
            places = [place for place, one in enumerate(expression.types) if one == type and times > 1]
            said = sorted((words[place] for place in places), key=lambda word: self._place(word, ordered))
            words |= dict(zip(places, said, strict=True))
        return words

    def _place(self, word: str, ordered: list[str]) -> int:
        part = _telling(self._ordered(word))
        return next((start for start in range(len(ordered)) if ordered[start : start + len(part)] == part), 0)

    def _by_less(self, type: str, left: Counter[str], text: str, language: str) -> str | None:
        """The one word of a type that is meant by all but one of its own words: the code is the SMS code."""
        near: dict[tuple[str, ...], str] = {}
        for word in self._words(type, language)[0]:
            said = self._ordered(word)
            rest = [one for one in said if one in left]
            if len(rest) == len(said) - 1 and rest[-1:] == said[-1:] and _is_in(rest, self._ordered(text)):
                near[tuple(said)] = word
        return next(iter(near.values())) if len(near) == 1 else None

    def _stands_in(self, word: str, left: Counter[str], text: str) -> bool:
        said, telling, whole = self._stems(word), _telling(self._ordered(word)), _telling(self._ordered(text))
        turned = telling[1:] + telling[:1] if REASON.search(word) else telling  # 정지된 인증서는
        return (
            bool(said & left)
            and not _telling(said - left)
            and (_is_in(telling, whole) or _is_in(turned, whole))
        )


def _without_spare(way: str) -> tuple[str, str]:
    """A way as it is written, without the words that may be left out, and these: (결과에) 만료일이 나온다."""
    return " ".join(SPARE.sub(" ", way).split()), " ".join(SPARE.findall(way))


def _words_alone(expression: Expression) -> str:
    return UNSAID.sub(" ", expression.standard)
