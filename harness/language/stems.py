"""What is left of a word without its endings, in English and in Korean: as much as meanings are compared by.

No dictionary: stems only have to be alike where words are, as `presses` and `pressed`, 만료된다 and 만료되는.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from harness.language.words import HANGUL

NOT = "NOT"
WILL = "WILL"  # what is yet to come, or only wanted: 할 것이다, 하려고 한다
TOKEN = re.compile(r'"[^"]*"|<[^<>]+>|\d(?:[\d,.:/-]*\d)?|[가-힣]+|[A-Za-z]+(?:-[a-z]+)*|[%!?]')
SHORTENED = (
    (re.compile(r"\bcan(?:not|.t)\b", re.I), "can not"),
    (re.compile(r"n['’]t\b"), " not"),
    (re.compile(r"['’](?:s|m|re|ve|ll|d)?\b|['’](?=\s)"), " "),
)
NEGATIVE = re.compile("(?:않|못|없(?![애앤앴])|아니|아닌).*|안|not|no|never|none|neither|without")

# 한다, 했다, 되었다는 …: what makes a verb of a noun, in each form, and what may follow on it.
ALONE = re.compile(
    "(?:에게서|에게|에서|으로|(?:부터|까지)(?:이?다)?|[에로])[은는도]?|이?(?:라고|라는|라|다)|입니다"
    "|[은는이가을를의와과도]"
)
COUNTER = re.compile("(시간|자리|[초분일번개건통장원])(?:부터|까지|뿐이다|이다|[은는이가을를에의로도다]|만)*")
ORDER = re.compile("(.+?)[하으]라[는고]")
INTENT = re.compile("(.+?)려고")
TO_COME = re.compile("(?:것이|예정이?)(?:다|었다|라고|라는)|것입니다|예정입니다")
MADE_VERB = re.compile(
    "(?<=[가-힣]{2})(?:하였|하여|되었|되어|시키|시킨|시켰|당하|당한|당했|[하한할함합해했되된될됨됩돼됐])"
    "[다니습는은을고며면서지어여야라가도를의요음기자려으로]*$"
)
COPULA = re.compile("(?<=.)(?:이다|입니다|이라(?:고|는|서)?|라(?:고|는|서)|뿐이다)$")
VERB = re.compile(
    "(?P<stem>.+?)(?:[었았였]?(?:(?P<whole>습니다|는다)|(?<=[었았였])(?P<past>다))|니다|다)(?:고|는|며)?$"
)
PARTICLE = re.compile(
    "(?<=[가-힣A-Za-z]{2})(?:(?:에게서|에게|한테|에서|으로|부터|까지|[에로])[은는도]?|이나|[은는이가을를의와과도])$"
    "|(?<=[가-힣])(?:에서|으로|[을를에])$"
)
FIRST = ord("가")
FINALS, VOWELS = 28, 21
N, L, B, SS = 4, 8, 17, 20  # ㄴ ㄹ ㅂ ㅆ among the final consonants
CONTRACTED = {14: 13, 9: 8, 6: 20}  # ㅝ ㅘ ㅕ among the vowels, and the stem's ㅜ ㅗ ㅣ


def stems(text: str, known: Collection[str] = ()) -> list[str]:
    """The stems of a text's words, in their order; a Korean one that is not known as those in it."""
    if HANGUL.search(re.sub('"[^"]*"', "", text)):
        return [stem for word in _joined(TOKEN.findall(text), known) for stem in _korean(word, known)]
    for short, whole in SHORTENED:
        text = short.sub(whole, text)
    return [_english(word) for word in TOKEN.findall(text)]


def _joined(words: list[str], known: Collection[str]) -> Iterator[str]:
    """Words, two of them as one where they are known so: 비밀 번호 is 비밀번호."""
    place = 0
    while place < len(words):
        both = "".join(words[place : place + 2])
        is_one = (
            place + 1 < len(words)
            and bool(re.fullmatch("[가-힣]+", both))
            and any(form in known for form in _forms(both))
        )
        yield both if is_one else words[place]
        place += 1 + is_one
        if TO_COME.fullmatch("".join(words[place : place + 1])) and _final(words[place - 1]) == L:
            yield WILL
            place += 1


def _english(word: str) -> str:
    if not word[0].isalpha():
        return word
    word = word.lower()
    if NEGATIVE.fullmatch(word):
        return NOT
    if len(word) < 4 or word.endswith("ss"):
        return word
    stem = re.sub("(?:(?<=ss|sh|ch|x.)es|ing|ed|s)$", "", word)
    stem = word if len(stem) < 3 else stem
    stem = re.sub("([bdgmnprt])\\1$", r"\1", stem) if stem != word else stem
    return re.sub("e$", "", re.sub("ie$|y$", "i", stem)) if len(stem) > 3 else stem


def _korean(word: str, known: Collection[str]) -> list[str]:
    if not HANGUL.match(word):
        return [word if word == WILL else _english(word)]
    if NEGATIVE.fullmatch(word):
        return [NOT]
    if intended := INTENT.fullmatch(word):
        return [*_korean(intended[1], known), WILL]
    if ALONE.fullmatch(word):
        return []
    if counter := COUNTER.fullmatch(word):
        return [counter[1]]
    if order := ORDER.fullmatch(word):
        return [*_korean(order[1], known), "하라"]
    forms = _forms(word)
    if found := next((form for form in forms if form in known), None):
        return [found]
    if word.endswith("만") and len(word) > 1:
        return [*_korean(word[:-1], known), "만"]
    for end in range(len(word) - 2, 1, -1):
        if word[:end] in known:
            rest = _korean(word[end:], known)
            if all(one in known or one == NOT for one in rest):
                return [word[:end], *rest]
    return [forms[0]]


@cache
def _forms(word: str) -> tuple[str, ...]:
    """What a word may be a form of, the likeliest first."""
    return tuple(dict.fromkeys([*_formed(word)][::-1]))


def _formed(word: str) -> Iterator[str]:
    """The same, the likeliest last."""
    yield word
    if len(word) > 1:
        if _final(word) in (N, L):  # 보낸, 누를
            yield _open(word)
        if word[-1] in "고면며지는기게은을어아":
            yield from (word[:-1], _contracted(word[:-1]))
        yield _contracted(word)  # 눌러, 바꿔
        if word[-1] in "은는이가도의":
            yield word[:-1]
    bare = PARTICLE.sub("", word)
    noun = MADE_VERB.sub("", word)
    verb = VERB.fullmatch(word)
    copula = PARTICLE.sub("", COPULA.sub("", word))
    yield bare
    if verb:
        yield verb["stem"] if verb["whole"] or verb["past"] else _contracted(verb["stem"])
    if copula != bare:
        yield copula
    if noun != word:
        yield noun


def _contracted(stem: str) -> str:
    """The stem of a verb of which what followed has been taken: 누르 of 누른 and 눌렀, 바꾸 of 바꿨."""
    final = _final(stem)
    if final in (N, B) or (final == SS and stem[-1] not in "있겠"):
        stem = _open(stem)
    if len(stem) > 1 and stem[-1] in "러라" and (ord(stem[-2]) - FIRST) % FINALS == L:
        return f"{stem[:-2]}{_open(stem[-2])}르"
    place = ord(stem[-1]) - FIRST
    vowel = place // FINALS % VOWELS
    if final in (0, SS) and place % FINALS == 0 and vowel in CONTRACTED:
        return stem[:-1] + chr(FIRST + place + (CONTRACTED[vowel] - vowel) * FINALS)
    return stem


def _final(word: str) -> int:
    """The last consonant of its last syllable, if that is of Hangul."""
    return (ord(word[-1]) - FIRST) % FINALS if HANGUL.match(word[-1]) else -1


def _open(word: str) -> str:
    """A word without the last consonant of its last syllable."""
    place = ord(word[-1]) - FIRST
    return word[:-1] + chr(FIRST + place - place % FINALS)
