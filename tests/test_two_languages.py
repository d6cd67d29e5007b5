"""Two languages, one meaning: of every phrase, and of what the features check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness import ROOT
from harness.errors import HarnessError
from harness.language.composite import with_composites
from harness.language.expanded import PlayedStep, feature_of
from harness.language.gherkin import PHRASE_TAGS, parse
from harness.language.rendering import Rendering
from harness.language.vocabulary import NAME, VOCABULARY, ListOf, Phrase, Table
from harness.seeds.named_people import People
from pages.things import Thing
from steps.parameters import LISTED

PEOPLE = People.load(ROOT)
WHOLE = with_composites(VOCABULARY, ROOT)
BOTH = [phrase for phrase in VOCABULARY.phrases if not phrase.only_in]
TABLES = [phrase.table for phrase in BOTH if isinstance(phrase.table, Table)]
THINGS = [
    ('"a"', '"a"'),
    ("the SMS code", "인증번호 칸"),
    *((f'the "a" {word.usual("en")}', f'"a" {word.usual("ko")}') for word in LISTED["thing"].values()),
]
# English words with Korean ones, where the types do not list them in pairs.
PAIRS = {
    "string": [('"a b"', '"a b"')],
    "int": [("3", "3")],
    "named": [("<a>", "<a>")],
    "size": [("phone", "휴대폰"), ("390 by 844", "390x844")],
    "fee": [("4,400 won", "4,400원"), ("free", "무료")],
    "thing": THINGS,
    "value": [("the newest SMS code", "새로 온 인증번호"), ("the reference number", "문의 번호"), *THINGS],
    "box": [('the "a" checkbox', '"a" 체크박스')],
    "choice": [('the "a" choice', '"a" 선택지'), ('the "a" row', '"a" 행')],
    "blank": [('the "a" field', '"a" 칸')],
}


def pairs(type: str) -> list[tuple[str, str]]:
    """Words of a type that mean the same, English and Korean."""
    if names := VOCABULARY.names(type):
        words = [
            tuple(VOCABULARY.called(type, name, language) for language in ("en", "ko")) for name in names
        ]
        return [(str(en), str(ko)) for en, ko in words]
    such_as = (VOCABULARY.such_as(type, language) for language in ("en", "ko"))
    return PAIRS.get(type) or list(zip(*such_as, strict=True))


def in_both(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """The phrase as a step in English and in Korean, until each pair of each parameter has had its turn."""
    words = {name: pairs(type) for name, type in zip(phrase.en.names, phrase.en.types, strict=True)}
    for turn in range(max(map(len, words.values()), default=1)):
        said = {name: found[turn % len(found)] for name, found in words.items()}
        en, ko = (
            Rendering(one, {at: said[name][side] for at, name in enumerate(one.names)}, "").text
            for side, one in enumerate((phrase.en, phrase.ko))
        )
        yield en, ko


def meant(value: Any) -> Any:
    """An argument; of people and things, which go by another name in each language, which of them it is."""
    if isinstance(value, Thing):
        return replace(value, words="", name=meant(value.name), within=meant(value.within))
    try:
        return PEOPLE[value].key if isinstance(value, str) else value
    except HarnessError:
        # What a scenario notes has a name of its language.
        return "the customer" if value in ("the customer", "그") else NAME.sub("<>", value)


@pytest.mark.parametrize("phrase", BOTH, ids=lambda phrase: phrase.source)
def test_a_phrase_hands_the_same_to_the_same_function_in_both_languages(phrase: Phrase) -> None:
    for en, ko in in_both(phrase):
        assert VOCABULARY.matching(phrase.kind, en) == [phrase], en
        assert VOCABULARY.matching(phrase.kind, ko) == [phrase], ko
        in_english, in_korean = (
            {name: meant(value) for name, value in phrase.parse_arguments(text).items()} for text in (en, ko)
        )
        assert in_english == in_korean, (en, ko)


def test_all_words_of_a_value_mean_that_value() -> None:
    for type, words in LISTED.items():
        for word in words.values():
            assert len({str(meant(VOCABULARY.value(type, said))) for said in (*word.en, *word.ko)}) == 1, word


@pytest.mark.parametrize("table", TABLES, ids=lambda table: ", ".join(table.columns))
def test_a_table_has_the_same_columns_in_both_languages(table: Table) -> None:
    assert table.named([*table.columns]) == table.named([*table.columns.values()]) == [*table.columns]


# --- features ---

# Scenarios in Korean that check what none in English checks of the same claims, and why.
OTHERWISE = {"갱신 완료 화면은 전과 같다": "each language has pictures of its own, with names of its own"}


def checks(feature: Path) -> Iterator[tuple[str, frozenset[str], set[str]]]:
    """Its scenarios: the name, the claims, and what is checked, by whatever phrase in whatever language."""
    document = parse(feature.read_text(encoding="utf-8").split("\n"), "en").document
    assert document
    played = feature_of(feature, document, WHOLE.matching)
    for scenario in played.scenarios.values():
        if scenario.tags & {*PHRASE_TAGS}:
            continue  # checked where it is said
        claims = frozenset(tag for tag in played.tags | scenario.tags if tag.startswith("guide."))
        steps = [step for step in scenario.steps if step.type == "then" and isinstance(step, PlayedStep)]
        yield scenario.name.partition("[")[0], claims, {_checked(step) for step in steps}


def _checked(step: PlayedStep) -> str:
    (phrase,) = WHOLE.matching("then", step.name)
    arguments = {name: meant(value) for name, value in phrase.parse_arguments(step.name).items()}
    below: list[Any] = []
    if step.cells and isinstance(phrase.table, Table):
        below = [{name: meant(value) for name, value in row.items()} for row in phrase.table.rows(step.cells)]
    elif step.cells and isinstance(phrase.table, ListOf):
        below = phrase.table.items(step.cells)
    return f"{phrase.function.__qualname__} {sorted(arguments.items())} {below}"


def test_a_korean_feature_checks_of_a_claim_what_an_english_one_checks() -> None:
    english: dict[str, set[str]] = {}
    for feature in (ROOT / "features").glob("*.feature"):
        for _, claims, checked in checks(feature):
            for claim in claims or {""}:
                english.setdefault(claim, set()).update(checked)
    differing = {
        name
        for feature in (ROOT / "features/ko").glob("*.feature")
        for name, claims, checked in checks(feature)
        if checked - set().union(*(english.get(claim, set()) for claim in claims or {""}))
    }
    assert differing == set(OTHERWISE)
