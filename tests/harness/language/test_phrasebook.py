"""An area of phrases, named in English.

이 모듈의 한국어 이름.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from textwrap import dedent

import pytest

from harness.language.phrasebook import Entry, Phrasebook, make_phrasebook
from harness.language.phrasebook_formats import as_json, as_markdown, as_text
from harness.language.used_steps import UsedStep, used_steps
from harness.language.vocabulary import Vocabulary


def holds() -> None:
    """What the customer is asked for.

    고객에게 묻는 것.
    """


def expires(person: str, left: int) -> None: ...


def colour(tint: str) -> None: ...


@pytest.fixture
def vocabulary() -> Vocabulary:
    vocabulary = Vocabulary()
    vocabulary.define_parameter("person", ["[A-Z][a-z]+", "[가-힣]{2,3}"])
    vocabulary.define_parameter("days", [r"\d+ days?", "today", r"\d+일", "오늘"], len, ["9 days", "9일"])
    vocabulary.define_parameter("tint", [r"deep\ red", "blue", "빨강", "파랑"])
    vocabulary.define("then", "the customer is asked for:", "고객에게 묻는다:", holds)
    vocabulary.define("given", "{person} has {left:days} left", "{person}에게 {left:days} 남았다", expires)
    vocabulary.define("given", "it is {tint}", "색은 {tint}이다", colour)
    return vocabulary


@pytest.fixture
def features(tmp_path: Path) -> Path:
    write(
        tmp_path / "features" / "a.feature",
        """
        Feature: A
          @skip
          Scenario: Not run
            Given Nobody has 99 days left

          Scenario Outline: Run
            Given <who> has <left> left
            Then the customer is asked for:
              | name  | why |
              | phone |     |
            Examples:
              | who  | left    |
              | Hana | 3 days  |
              | Bora | today   |

          Scenario: Run later
            Given Hana has 3 days left
        """,
    )
    write(
        tmp_path / "features" / "ko" / "나.feature",
        """
        # language: ko
        기능: 나
          배경:
            먼저 하나에게 14일 남았다
          시나리오: 실행된다
            그러면 고객에게 묻는다:
        """,
    )
    write(tmp_path / "features" / "ko" / "broken.feature", "No feature\n")
    return tmp_path / "features"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip(), encoding="utf-8")


def book(vocabulary: Vocabulary, features: Path, language: str) -> Phrasebook:
    return make_phrasebook(vocabulary, used_steps(features), language)


def entries(book: Phrasebook) -> dict[str, Entry]:
    return {entry.phrase.function.__name__: entry for area in book.areas for entry in area.entries}


def test_an_example_is_the_shortest_step_that_is_run(vocabulary: Vocabulary, features: Path) -> None:
    english = entries(book(vocabulary, features, "en"))["expires"]
    assert english.example == UsedStep("given", "Bora has today left", (), "features/a.feature", "Run", "en")


def test_an_example_is_in_the_lists_language_if_there_is_one(vocabulary: Vocabulary, features: Path) -> None:
    korean = entries(book(vocabulary, features, "ko"))["expires"].example
    assert korean
    assert (korean.text, korean.feature) == ("하나에게 14일 남았다", "features/ko/나.feature")
    (features / "ko" / "나.feature").unlink()
    other = entries(book(vocabulary, features, "ko"))["expires"].example
    assert other
    assert (other.text, other.language) == ("Bora has today left", "en")
    assert "예(영어 기능 파일에서): Given Bora has today left" in as_text(book(vocabulary, features, "ko"))


def test_a_phrase_that_no_feature_uses_says_so(vocabulary: Vocabulary, features: Path) -> None:
    assert entries(book(vocabulary, features, "en"))["colour"].example is None
    lines = as_text(book(vocabulary, features, "en")).splitlines()
    place = lines.index("  Given it is {tint}")
    assert lines[place + 1].strip() == "(no feature uses this phrase yet)"


def test_areas_and_phrases_are_explained_in_the_lists_language(
    vocabulary: Vocabulary, features: Path
) -> None:
    for language, title, meaning in [
        ("en", "An area of phrases, named in English.", "What the customer is asked for."),
        ("ko", "이 모듈의 한국어 이름.", "고객에게 묻는 것."),
    ]:
        [area] = book(vocabulary, features, language).areas
        assert (area.name, area.title) == ("test_phrasebook", title)
        assert [entry.phrase.kind for entry in area.entries] == ["given", "given", "then"]
        assert area.entries[2].meaning == meaning


@pytest.mark.parametrize(
    ("language", "tints", "days"),
    [
        ("en", ["deep red", "blue"], ["today", "9 days"]),
        ("ko", ["빨강", "파랑"], ["오늘", "9일"]),
    ],
)
def test_words_are_all_that_fit_or_some(
    vocabulary: Vocabulary, features: Path, language: str, tints: list[str], days: list[str]
) -> None:
    words = book(vocabulary, features, language).words
    assert (words["tint"].all_of_them, words["tint"].words) == (True, tints)
    assert (words["days"].all_of_them, words["days"].words) == (False, days)


def test_the_list_as_markdown_shows_a_table_below_its_step(vocabulary: Vocabulary, features: Path) -> None:
    text = as_markdown(book(vocabulary, features, "en"))
    assert "- **`Given {person} has {days} left`**  \n  Example: `Given Bora has today left` " in text
    assert "([features/a.feature](../features/a.feature))" in text
    assert (
        "  ```gherkin\n  Then the customer is asked for:\n    | name | why |\n    | phone |  |\n  ```" in text
    )
    assert "- **`{tint}`** one of: `deep red`, `blue`" in text


def test_the_list_as_json_has_all_of_a_phrase(vocabulary: Vocabulary, features: Path) -> None:
    [area] = json.loads(as_json(book(vocabulary, features, "ko")))
    assert area["phrases"][0] == {
        "kind": "given",
        "phrase": "{person}에게 {days} 남았다",
        "meaning": "",
        "parameters": {
            "person": {"all": False, "words": ["[가-힣]{2,3}"]},
            "days": {"all": False, "words": ["오늘", "9일"]},
        },
        "example": {
            "step": "조건 하나에게 14일 남았다",
            "below": [],
            "feature": "features/ko/나.feature",
            "scenario": "실행된다",
            "language": "ko",
        },
        "steps": [],
        "function": f"{__name__}.expires",
    }


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("format", [as_markdown, as_text])
def test_a_new_phrase_and_its_feature_change_no_line_of_others(
    vocabulary: Vocabulary, features: Path, language: str, format: Callable[[Phrasebook], str]
) -> None:
    before = format(book(vocabulary, features, language)).splitlines()
    vocabulary.define("given", "it is dark", "어둡다", dark)
    write(
        features / "a new one.feature",
        """
        Feature: Before all others by the alphabet
          Scenario: What was there, and the new
            Given Hana has 3 days left
            And Bora has today left
            And Zoe has 365 days left
            And it is dark
        """,
    )
    after = format(book(vocabulary, features, language)).splitlines()
    changed = [line for line in ndiff(before, after) if line[0] in "-+" and line[2:].strip()]
    assert not [line for line in changed if line.startswith("-")]
    assert len(changed) == 2
    assert ("dark" if language == "en" else "어둡다") in changed[0]


def dark() -> None: ...
