from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.language.editor import GLUE, SNIPPETS, editor_files
from harness.language.vocabulary import Vocabulary


def choose(place: str, text: str) -> None: ...


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, str]:
    vocabulary = Vocabulary()
    vocabulary.define_parameter("place", [r"hard\ disk", "a/b", "하드디스크", "쉼표,"])
    vocabulary.define(
        "when", "{place} choice(s) of {text:string}", "{text:string}(이)라고 {place}을/를 고른다", choose
    )
    return editor_files(vocabulary, tmp_path)


def test_the_extension_is_given_each_phrase_with_types_of_its_own_language(files: dict[Path, str]) -> None:
    lines = files[GLUE].splitlines()[2:]
    assert lines == [
        "defineParameterType({ name: 'place_ko', regexp: [/하드디스크/, /쉼표,/] })",
        r"defineParameterType({ name: 'place', regexp: [/hard disk/, /a\/b/] })",
        "When(`{string}(이)라고 {place_ko}을/를 고른다`) // " + FUNCTION,
        "When(`{place} choice(s) of {string}`) // " + FUNCTION,
    ]


FUNCTION = f"{__name__.replace('.', '/')}.py: choose"


def test_a_snippet_leads_through_the_words_of_a_korean_phrase(files: dict[Path, str]) -> None:
    [snippet] = json.loads(files[SNIPPETS]).values()
    assert snippet == {
        "scope": "cucumber",
        "prefix": "{string}(이)라고 {place}을/를 고른다",
        "body": r'${1:"글"}${2:이}라고 ${3|하드디스크,쉼표\,|}${4|을,를|} 고른다',
    }


def test_a_new_phrase_and_its_feature_change_no_line_of_others(tmp_path: Path) -> None:
    vocabulary = Vocabulary()
    vocabulary.define_parameter("day", [r"in \d+ days", r"\d+일 뒤"], such_as=["in 3 days", "3일 뒤"])
    vocabulary.define("when", "it is {day}", "{day}이다", choose_day)
    vocabulary.define("then", "it is over", "끝난다", over)
    before = editor_files(vocabulary, tmp_path)
    vocabulary.define("given", "it begins {day}", "{day} 시작한다", choose_day)
    feature = tmp_path / "features" / "a.feature"
    feature.parent.mkdir()
    feature.write_text("Feature: A\n  Scenario: B\n    Given it begins in 9 days\n    When it is in 9 days\n")
    for file, text in editor_files(vocabulary, tmp_path).items():
        lost = set(before[file].splitlines()) - set(text.splitlines())
        assert lost == set(), file


def choose_day(day: str) -> None: ...
def over() -> None: ...
