"""How often the suggestions for a step that no phrase says hold the phrase that its author wants."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from harness.check.keywords import keyword, step_kind
from harness.check.suggestions import Suggestions
from harness.language.composite import with_composites
from harness.language.vocabulary import VOCABULARY, Vocabulary
from harness.seeds.named_people import People
from tests.harness.check.test_check import ROOT

HERE = Path(__file__).parent
ASKED = tomllib.loads((HERE / "natural_steps.toml").read_text(encoding="utf-8"))
UNSAID = ASKED.pop("unsaid")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return with_composites(VOCABULARY, ROOT)


@pytest.fixture(scope="module")
def suggestions(vocabulary: Vocabulary) -> Suggestions:
    return Suggestions(vocabulary, People.load(ROOT))


def suggested(suggestions: Suggestions, said: str, language: str) -> list[str]:
    """The phrases that a step is answered with: what says it, or else what `renewal check` offers."""
    kind, text = step_kind(said, language), said.partition(" ")[2]
    assert kind
    phrases = suggestions.vocabulary.matching(kind, text)
    if not phrases:
        miss = suggestions.near_miss(kind, text, language)
        phrases = [miss.phrase] if miss else []
        if not miss or not suggestions.is_slip(miss, language):
            phrases += [phrase for phrase, _ in suggestions.nearest(kind, text, language)]
    return [f"{keyword(phrase.kind, language)} {phrase.in_language(language).standard}" for phrase in phrases]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_phrase_wanted_is_one(vocabulary: Vocabulary, language: str) -> None:
    wanted = {one for half in ASKED.values() for phrases in half[language].values() for one in phrases}
    assert wanted <= {one.in_language(language).standard for one in vocabulary.phrases}


@pytest.mark.parametrize(
    ("half", "language", "at_once", "in_the_end"),
    [
        ("natural", "ko", 0.8, 1),
        ("natural", "en", 0.94, 1),
        ("tuned", "ko", 0.89, 0.98),
        ("tuned", "en", 0.94, 1),
        ("held-back", "ko", 0.94, 1),
        ("held-back", "en", 0.94, 1),
        ("second", "ko", 0.85, 0.97),
        ("second", "en", 0.96, 1),
        ("second-held-back", "ko", 0.92, 1),
        ("second-held-back", "en", 0.92, 1),
        ("third-held-back", "ko", 0.96, 1),
        ("third-held-back", "en", 0.95, 1),
        ("fourth", "ko", 0.86, 0.98),
        ("fourth", "en", 0.92, 1),
        ("fourth-held-back", "ko", 0.9, 0.98),
        ("fourth-held-back", "en", 0.88, 1),
        ("fifth", "ko", 0.88, 1),
        ("fifth", "en", 0.92, 1),
        ("fifth-held-back", "ko", 0.84, 1),
        ("fifth-held-back", "en", 0.84, 1),
    ],
)
def test_a_tester_who_has_no_list_finds_the_words(
    suggestions: Suggestions, half: str, language: str, at_once: float, in_the_end: float
) -> None:
    asked = ASKED[half][language]
    read = {said: phrases(suggestions.vocabulary, said, language) for said in asked}
    right = [said for said, wanted in asked.items() if {*read[said]} & {*wanted}]
    assert {said for said in asked if read[said]} == {*right}, "read as something else"
    answers = {
        said: {answer.partition(" ")[2] for answer in suggested(suggestions, said, language)}
        for said in asked
    }
    found = [said for said, wanted in asked.items() if answers[said] & {*wanted}]
    assert len(right) >= at_once * len(asked), set(asked) - set(right)
    assert len(found) >= in_the_end * len(asked), set(asked) - set(found)


def phrases(vocabulary: Vocabulary, said: str, language: str) -> list[str]:
    """The phrases that say a step, or are meant by it."""
    kind = step_kind(said, language)
    assert kind
    return [
        phrase.in_language(language).standard for phrase in vocabulary.matching(kind, said.partition(" ")[2])
    ]


@pytest.mark.parametrize(
    ("language", "said"), [(language, one) for language in UNSAID for one in UNSAID[language]]
)
def test_what_says_something_else_is_read_as_nothing(
    vocabulary: Vocabulary, language: str, said: str
) -> None:
    assert not phrases(vocabulary, said, language)


@pytest.mark.parametrize(
    ("language", "kind", "text", "first"),
    [
        ("ko", "when", "고객이 3분 기다린다", "3분이 지난다"),
        ("en", "when", "the customer waits 3 minutes", "3 minutes pass"),
        ("en", "then", "the OTP is locked", "the customer is told that the OTP is locked"),
        ("ko", "then", "OTP가 잠긴다", "OTP가 잠겼다고 나온다"),
        ("ko", "then", "갱신이 완료된다", "갱신 완료 화면이 보인다"),
        ("ko", "then", "남은 횟수가 2번이다", "2번 더 시도할 수 있다고 나온다"),
        ("en", "given", "issuing the certificate fails 1 time", "issuing the certificate fails once"),
        (
            "ko",
            "given",
            "김하나 고객의 인증서가 3일 전에 만료되고 말았다",
            "김하나 고객의 인증서가 3일 전에 만료되었다",
        ),
        (
            "ko",
            "given",
            "김하나 고객에게 3일 뒤에 끝날 인증서가 또 하나 더 있다",
            "김하나 고객에게 3일 뒤에 만료되는 인증서가 하나 더 있다",
        ),
    ],
)
def test_the_first_suggestion_has_the_words_of_the_step(
    suggestions: Suggestions, language: str, kind: str, text: str, first: str
) -> None:
    assert suggestions.nearest(kind, text, language)[0][1] == first


@pytest.mark.parametrize(
    "text",
    [
        "거래 내역이 2027-03-16 나온다",
        "거래 내역이 2027년 3월 16일로 나온다",
        "거래 내역에 50,000원이 나온다",
    ],
)
def test_a_number_within_a_date_or_an_amount_is_none_by_itself(suggestions: Suggestions, text: str) -> None:
    steps = [step for _, step in suggestions.nearest("then", text, "ko")]
    assert "거래 내역이 {number}건 나온다" in steps


def test_whatever_is_written_something_is_suggested(suggestions: Suggestions) -> None:
    for text in ("everything is fine", "모두 괜찮다", "?", "xyzzy"):
        assert suggestions.nearest("then", text, "ko" if text[0] >= "가" else "en")
