"""The types of what stands between a phrase's words: what they take, and what they make of it.

Words are in words.toml. Here stands what their names mean, which part of them some phrases take, and the
types that are numbers, times and amounts. These refuse what cannot be, with a HarnessError that
`renewal check` tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from zoneinfo import available_timezones

import pages
from harness.check.likeness import likest
from harness.errors import HarnessError
from harness.language.korean import quoted
from harness.language.meanings import define_same_words, define_ways
from harness.language.renamed import define_renamed
from harness.language.toml_file import TomlFile
from harness.language.vocabulary import NAMING, VOCABULARY, parameter
from harness.language.wordings import define_wordings
from harness.language.words import load_words
from harness.seeds.named_people import PASSWORD
from pages.failures import ADVICE, TITLES
from pages.fields import Field
from pages.labels import Place, State
from pages.procedures import IssuedPage
from pages.result import ResultPage
from pages.screen import Screen
from pages.things import Kind, Thing
from steps.calling import Calling
from steps.foreign_files import FOREIGN_FILES
from steps.possessions import FILE_PASSWORD, NEW_PASSWORD, OTHER_BANKS

# --- words ---

HERE = Path(__file__).parent
LISTED = load_words(HERE / "words.toml")
for module in iter_modules(pages.__path__, "pages."):
    import_module(module.name)
# Those that have a word: pages/ has others, of which these are kinds.
SCREENS = {screen.__name__: screen for screen in Screen.kinds() if screen.__name__ in LISTED["screen"]}
PASSWORDS = {"old": PASSWORD, "new": NEW_PASSWORD, "file": FILE_PASSWORD}
TRIES = {
    Field.ACCOUNT_PASSWORD: "password_tries",
    Field.CARD_FIRST: "card_tries",
    Field.OTP: "otp_tries",
    Field.SMS_CODE: "code_tries",
}

# What the names in words.toml mean; of other types a name is its own meaning.
MEANINGS: dict[str, Callable[[str], Any]] = {
    "place": Place.of,
    "state": State.of,
    "certificate": {"old": 0, "new": 1, "other-bank": OTHER_BANKS}.__getitem__,
    "password": PASSWORDS.__getitem__,
    "foreign_file": FOREIGN_FILES.__getitem__,
    # The page lists them in the words that Korean features have.
    "need": lambda name: LISTED["need"][name].usual("ko"),
    "screen": SCREENS.__getitem__,
    "field": Field.of,
    "advice": ADVICE.__getitem__,
    "wrong": {"fast": 1, "slow": -1}.__getitem__,
}

TERMS = {Field.ELECTRONIC_BANKING_TERMS, Field.CERTIFICATE_SERVICE_TERMS}
APPLICATION = {Field.NAME, Field.NUMBER, Field.ACCOUNT, Field.PHONE, Field.EMAIL}
PROOF = {Field.ACCOUNT_PASSWORD, Field.SMS_CODE, Field.CARD_FIRST, Field.CARD_SECOND, Field.OTP}
# What forms are filled in with: a file and a reference number are handed over by phrases of their own.
ENTERED = set(Field) - TERMS - {Field.FILE, Field.REFERENCE}
TYPED = ENTERED - {Field.OLD_CERTIFICATE, Field.PLACE}

# Types that take a part of another type's words: those whose meaning fits.
PARTS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "menu": ("screen", lambda screen: screen.menu),
    "address": ("screen", lambda screen: screen.path),
    "step": ("screen", lambda screen: screen.step),
    # Nobody is at the result without having renewed in this scenario.
    "start": ("screen", lambda screen: screen.path and screen not in (ResultPage, IssuedPage)),
    "medium": ("place", {Place.REMOVABLE_DISK, Place.PHONE}.__contains__),
    "terms": ("field", TERMS.__contains__),
    "applied": ("field", APPLICATION.__contains__),
    "proof": ("field", PROOF.__contains__),
    "limited": ("field", TRIES.__contains__),
    "entry": ("field", ENTERED.__contains__),
    "typed": ("field", TYPED.__contains__),
    "digits": ("field", (TYPED - {Field.NAME, Field.EMAIL}).__contains__),
    "held_state": ("state", {State.VALID, State.SUSPENDED, State.REVOKED}.__contains__),
    "new_state": ("state", {State.SUSPENDED, State.REVOKED, State.REPLACED}.__contains__),
    "recorded": ("failure", lambda code: code in TITLES and code != "BANK-NO-ANSWER"),
}


for type, words in LISTED.items():
    if type in ("thing", "value", "size"):
        continue  # words of a grammar: see below
    more = LISTED["errand"] if type == "work" else {}
    VOCABULARY.define_words(type, {**more, **words}, MEANINGS.get(type, str))
for part, (whole, fits) in PARTS.items():
    meaning = MEANINGS.get(whole, str)
    fitting = {name: word for name, word in LISTED[whole].items() if fits(meaning(name))}
    VOCABULARY.define_words(part, fitting, meaning)

# --- other words for what phrases say ---

OTHER_WORDS = TomlFile(HERE, Path("wordings.toml")).content
for language in ("en", "ko"):
    define_wordings(language, OTHER_WORDS[language])
    define_same_words(OTHER_WORDS["same"][language])
    define_ways(language, OTHER_WORDS["ways"][language])
for language, renamed in TomlFile(HERE, Path("renamed.toml")).content.items():
    define_renamed(language, renamed)

# --- things on a screen ---

CALLINGS = [Calling(language, LISTED["thing"], LISTED["field"]) for language in ("en", "ko")]
# By the kinds that fit, and whether our own fields do: entries.py has phrases that type into these.
THINGS: dict[str, tuple[set[Kind], bool, list[str]]] = {
    "thing": (
        set(Kind),
        True,
        [
            *('"…"', 'the "…" button', 'the last button in the "…" dialog', "the SMS code"),
            *('"…" 버튼', '"…" 창의 마지막 버튼', "인증번호 칸"),
        ],
    ),
    "box": ({Kind.CHECKBOX}, False, ['the "…" checkbox', '"…" 체크박스']),
    "choice": ({Kind.CHOICE, Kind.ROW}, False, ['the "…" choice', '"…" 선택지']),
    "blank": ({Kind.FIELD}, False, ['the "…" field', '"…" 칸']),
}


def _thing(words: str) -> Thing:
    return next(filter(None, (calling.thing(words) for calling in CALLINGS)))


def _say_thing(thing: Thing, language: str) -> str:
    return CALLINGS[language == "ko"].said(thing)


for type, (kinds, with_fields, such_as) in THINGS.items():
    parameter(type, [calling.regexp(kinds, with_fields) for calling in CALLINGS], _thing, such_as, _say_thing)

# --- values that a scenario names ---

NOTED = {said: name for name, word in LISTED["value"].items() for said in (*word.en, *word.ko)}


def _value(words: str) -> str | Thing:
    """The name of a value that we know, or the thing on the screen that has it."""
    return NOTED.get(words) or _thing(words)


def _say_value(value: str | Thing, language: str) -> str:
    return _say_thing(value, language) if isinstance(value, Thing) else LISTED["value"][value].usual(language)


parameter(NAMING, r'<[^<>"]+>', lambda words: words[1:-1])
parameter(
    "value",
    [
        f"{'|'.join(map(re.escape, said))}|{calling.regexp(set(Kind), with_fields=True)}"
        for calling, said in zip(
            CALLINGS,
            ([one for word in LISTED["value"].values() for one in word.all(lang)] for lang in ("en", "ko")),
            strict=True,
        )
    ],
    _value,
    such_as=[
        *("the newest SMS code", "the reference number", '"…"'),
        *("새로 온 인증번호", "문의 번호", '"…" 항목'),
    ],
    say=_say_value,
)

# --- numbers, times, amounts ---

MOST_TIMES = 100
DIALOG_TRIES = 3  # after so many wrong passwords the certificate dialog closes (domain: Limits)
MOST_DAYS = 3650  # a certificate of the mock bank ends within ten years of the world's day
MOST_MONEY = 10**15
LONGEST = 20  # digits, which are more than any number here may have
YEARS = (2010, 2050)  # the mock bank's time
UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "초": timedelta(seconds=1),
    "분": timedelta(minutes=1),
    "시간": timedelta(hours=1),
    "일": timedelta(days=1),
}
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1280, 720)}
PIXELS = (200, 7680)  # of a watch, and of the largest screens
NOBODYS_PHONE = "010-0000-"  # (domain: Test data)
ZOOMS = (25, 500)  # percent, as browsers zoom
NO_DAYS_LEFT = {"its last day today": "오늘 만료", "no days left": "만료됨", "no days": "-"}
NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "어제": -1, "오늘": 0, "내일": 1}


def _refuse(text: str, en: str, ko: str) -> HarnessError:
    return HarnessError(f"“{text}” cannot be: {en}", f"{quoted(text, '은')} 쓸 수 없습니다. {ko}")


def _number(text: str, least: int, most: int) -> int:
    """The number in a text, which may have commas before each three digits."""
    found = re.search(r"-?[\d,]+", text)
    digits = found[0] if found else "0"
    if "," in digits and not re.fullmatch(r"-?\d{1,3}(,\d{3})+", digits):
        raise _refuse(text, "commas stand before each three digits", "쉼표는 세 자리마다 찍습니다")
    number = int(digits.replace(",", "")[:LONGEST])
    if not least <= number <= most:
        raise _refuse(
            text, f"a number from {least:,} to {most:,} can", f"{least:,}부터 {most:,}까지 쓸 수 있습니다"
        )
    return number


def _times(text: str) -> int:
    return _number(text, 1, MOST_TIMES)


def _tries(text: str) -> int:
    return _number(text, 1, DIALOG_TRIES)


def _count(text: str) -> int:
    return _number(text, 0, MOST_TIMES)


def _day(text: str) -> int:
    """Days from today: `in 14 days`, `yesterday`, `3 days ago`, `14일 뒤에`."""
    if text in NAMED_DAYS:
        return NAMED_DAYS[text]
    days = _number(text, 0, MOST_DAYS)
    return -days if text.endswith(("ago", "전에")) else days


def _left(text: str) -> str:
    """What the list of certificates says of the days left."""
    if re.search(r"\d", text):
        return f"{_number(text, 1, MOST_DAYS)}일 남음"
    return NO_DAYS_LEFT.get(text, text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refuse(text, "there is no such day in the calendar", "달력에 없는 날짜입니다") from None


def _today(text: str) -> date:
    day, (first, last) = _date(text), YEARS
    if not first <= day.year <= last:
        raise _refuse(
            text,
            f"the mock bank's time runs from {first} to {last}",
            f"모의 은행의 시간은 {first}년부터 {last}년까지입니다",
        )
    return day


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise _refuse(text, "a time of day is 00:00 to 23:59", "시각은 00:00부터 23:59까지입니다") from None


def _countdown(text: str) -> str:
    if ":" not in text:  # whole minutes
        return f"{text[0]}:00"
    if int(text[-2:]) > 59:
        raise _refuse(text, "a minute has 60 seconds", "1분은 60초입니다")
    return text


def _duration(text: str) -> timedelta:
    unit = UNITS[re.sub(r"[-\d,\s]", "", text).removesuffix("s")]
    most = timedelta(days=MOST_DAYS) // unit
    return _number(text, 1, most) * unit


def _size(text: str) -> tuple[int, int]:
    """Width and height in pixels."""
    for name, word in LISTED["size"].items():
        if text in (*word.en, *word.ko):
            return SIZES[name]
    width, height = (int(number[:LONGEST]) for number in re.findall(r"\d+", text))
    least, most = PIXELS
    if not (least <= width <= most and least <= height <= most):
        raise _refuse(
            text,
            f"both sides have from {least:,} to {most:,} pixels",
            f"너비와 높이는 {least:,}부터 {most:,}까지 쓸 수 있습니다",
        )
    return width, height


def _say_size(size: tuple[int, int], language: str) -> str:
    named = next((name for name, one in SIZES.items() if one == size), None)
    if named:
        return LISTED["size"][named].usual(language)
    return ("x" if language == "ko" else " by ").join(map(str, size))


def _phone(text: str) -> str:
    if not text.startswith(NOBODYS_PHONE):
        raise _refuse(
            text,
            f"made-up customers have made-up numbers, which begin with {NOBODYS_PHONE}",
            f"가상의 고객이므로 {NOBODYS_PHONE}으로 시작하는 가상의 번호만 쓸 수 있습니다",
        )
    return text


def _percent(text: str) -> float:
    return _number(text, *ZOOMS) / 100


def _zone(text: str) -> str:
    known = available_timezones()
    if text not in known:
        nearest = likest(text, sorted(known))
        raise _refuse(
            text,
            f"the world has no such time zone; the nearest is “{nearest}”",
            f"없는 시간대입니다. 가장 가까운 이름: “{nearest}”",
        )
    return text


def _money(text: str) -> int:
    return _number(text, 0, MOST_MONEY)


NUMBER = r"-?\d+"
DATE = r"\d{4}-\d{2}-\d{2}"
MONEY, WON = r"-?[\d,]*\d won", r"-?[\d,]*\d원"
parameter(
    "customer",
    [r"[A-Z]\w+(?: [A-Z]\w+)+", "the customer", r"[가-힣]{2,6}", "그"],
    such_as=["Kim Hana", "Lee Yujin", "Moui Foods", "김하나", "이유진", "모의식품"],
)
parameter("times", NUMBER, _times, such_as=["2", "3"])
parameter("tries", NUMBER, _tries, such_as=["1", "2", "3"])
parameter("count", NUMBER, _count, such_as=["0", "1", "2"])
parameter(
    "day",
    [
        *(r"in \d+ days?", r"\d+ days? ago", "yesterday", "today", "tomorrow"),
        *(r"\d+일 뒤에", r"\d+일 전에", "어제", "오늘", "내일"),
    ],
    _day,
    such_as=["in 14 days", "3 days ago", "14일 뒤에", "3일 전에"],
)
parameter(
    "left",
    [r"\d+ days? left", *NO_DAYS_LEFT, r"\d+일 남음", *NO_DAYS_LEFT.values()],
    _left,
    such_as=["31 days left", "1 day left", "31일 남음", "1일 남음"],
)
parameter("date", DATE, _date, such_as=["2027-03-30"])
parameter("today", DATE, _today, such_as=["2028-02-15"])
parameter("clock", r"\d{2}:\d{2}", _clock, such_as=["09:00", "23:30"])
parameter("countdown", [r"\d:\d{2}|\d minutes?", r"\d:\d{2}|\d분"], _countdown, such_as=["3:00", "2:00"])
parameter(
    "duration",
    [r"-?\d+ (?:second|minute|hour|day)s?", r"-?\d+(?:초|분|시간|일)"],
    _duration,
    such_as=["40 seconds", "3 minutes", "1 day", "40초", "3분", "1일"],
)
parameter(
    "size",
    [
        *(*(said for word in LISTED["size"].values() for said in word.en), r"\d+ by \d+"),
        *(*(said for word in LISTED["size"].values() for said in word.ko), r"\d+ ?[x×] ?\d+"),
    ],
    _size,
    such_as=["390 by 844", "휴대폰", "390x844"],
    say=_say_size,
)
parameter("phone", r"\d{2,3}-\d{3,4}-\d{4}", _phone, such_as=["010-0000-1234"])
parameter("percent", r"\d+ ?%", _percent, such_as=["200%"])
parameter("zone", r"[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+-]+)*", _zone, such_as=["America/New_York", "UTC"])
parameter("money", [MONEY, WON], _money, such_as=["10,000 won", "10,000원"])
parameter("fee", [MONEY, "free", WON, "무료"], _money, such_as=["4,400 won", "4,400원"])
