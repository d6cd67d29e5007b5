from __future__ import annotations

import pytest
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

from harness.language.expression import Expression
from harness.language.vocabulary import ListOf, Table, Vocabulary


@pytest.fixture
def vocabulary() -> Vocabulary:
    vocabulary = Vocabulary()
    vocabulary.define_parameter("person", [r"[A-Z]\w+ [A-Z]\w+", r"[가-힣]{2,4}?"])
    vocabulary.define_parameter("days", r"\d+", int)
    vocabulary.define(
        "given", "{person} has {left:days} day(s) left", "{left:days}일이 {person}에게 남았다", expiry
    )
    return vocabulary


def expiry(person: str, left: int) -> None: ...


def nothing() -> None: ...


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("Kim Hana has 14 days left", {"person": "Kim Hana", "left": 14}),
        ("Kim Hana has 1 day left", {"person": "Kim Hana", "left": 1}),
        ("14일이 김하나에게 남았다", {"person": "김하나", "left": 14}),
    ],
)
def test_a_step_gives_its_arguments_by_name_in_either_language(
    vocabulary: Vocabulary, text: str, arguments: dict[str, object]
) -> None:
    [phrase] = vocabulary.matching("given", text)
    assert phrase.parse_arguments(text) == arguments


@pytest.mark.parametrize(
    "text", ["Kim Hana has many days left", "Kim Hana has 14 days left!", "14일이 김하나에게"]
)
def test_other_texts_match_nothing(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.matching("given", text) == []


def test_a_phrase_matches_steps_of_its_own_kind_only(vocabulary: Vocabulary) -> None:
    assert vocabulary.matching("when", "Kim Hana has 14 days left") == []


@pytest.mark.parametrize("particle", ["이", "가"])
def test_korean_particles_are_alternatives(vocabulary: Vocabulary, particle: str) -> None:
    phrase = vocabulary.define("when", "{person} signs in", "{person}이/가 로그인한다", lambda person: None)
    text = f"김하나{particle} 로그인한다"
    assert vocabulary.matching("when", text) == [phrase]
    assert phrase.parse_arguments(text) == {"person": "김하나"}


def test_a_phrase_knows_its_area_and_place(vocabulary: Vocabulary) -> None:
    [phrase] = vocabulary.phrases
    assert phrase.area == "test_vocabulary"
    assert phrase.file.name == "test_vocabulary.py"
    assert phrase.line == expiry.__code__.co_firstlineno
    assert phrase.en.readable == "{person} has {left} day(s) left"
    assert phrase.in_language("ko").readable == "{left}일이 {person}에게 남았다"
    assert phrase.in_language("fr") is phrase.en


def test_a_table_gives_its_rows_by_the_english_names_of_its_columns() -> None:
    table = Table({"kind": "종류", "days left": "남은 날"}, needed=["kind"])
    expected = [{"kind": "bank", "days left": "14"}]
    assert table.rows([["kind", "days left"], ["bank", "14"]]) == expected
    assert table.rows([["남은 날", "종류"], ["14", "bank"]]) == expected


def test_a_table_and_a_list_say_what_their_words_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = Vocabulary()
    vocabulary.define_parameter("days", [r"\d+ days?", r"\d+일"], lambda text: int(text.rstrip("days일 ")))
    monkeypatch.setattr("harness.language.vocabulary.VOCABULARY", vocabulary)
    table = Table({"kind": "종류", "left": "남은 날"}, types={"left": "days"})
    assert table.rows([["종류", "남은 날"], ["은행", "14일"]]) == [{"kind": "은행", "left": 14}]
    assert ListOf("days").items([["1 day"], ["2 days"]]) == [1, 2]


PLACE = rf"test_vocabulary\.py:{nothing.__code__.co_firstlineno}: "


@pytest.mark.parametrize(
    ("en", "ko", "message"),
    [
        ("{person}", "{days}", r"English phrase names \['person'\], the Korean one \['days'\]"),
        ("{person} and {person}", "{person}와 {person}", "two parameters of one name"),
        ("{person}", "{person}", "the function takes no argument named person"),
        ("a quiet day", "{left:days}일이 {person}에게 남았다", "English phrase names"),
    ],
)
def test_languages_and_function_have_to_agree(vocabulary: Vocabulary, en: str, ko: str, message: str) -> None:
    with pytest.raises(ValueError, match=PLACE + f".*{message}"):
        vocabulary.define("given", en, ko, nothing)


def test_a_phrase_is_defined_once(vocabulary: Vocabulary) -> None:
    vocabulary.define("given", "a quiet day", "조용한 날", nothing)
    with pytest.raises(ValueError, match=PLACE + "this phrase is defined already at .*test_vocabulary"):
        vocabulary.define("given", "a silent day", "조용한 날", nothing)


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("a/an (very )quiet/still day", ["a quiet day", "an still day", "a very quiet day"]),
        ("{int}day(s)", ["1day", "2days"]),
        ("day(s)/night(s) and/or", ["day and", "nights or", "night and"]),
        ("a-b/c", ["a-b", "c"]),
        ("half \\{int} \\(or so)", ["half {int} (or so)"]),
        ("(a word or two )later", ["later", "a word or two later"]),
        ("{string}이/가 {int}일을/를", ['"a"이 1일을', '"b"가 2를']),
    ],
)
def test_a_phrase_matches_with_and_without_what_may_be_left_out(phrase: str, texts: list[str]) -> None:
    expression = Expression(phrase, ParameterTypeRegistry(), "here")
    assert [text for text in texts if not expression.matches(text)] == []
    assert [text for text in texts if expression.matches(f"{text} too")] == []


@pytest.mark.parametrize("phrase", ["a (quiet day", "(quiet)/loud day"])
def test_a_phrase_that_is_no_expression_is_placed(vocabulary: Vocabulary, phrase: str) -> None:
    vocabulary.define("given", phrase, phrase, lambda: None)
    with pytest.raises(ValueError, match=r"test_vocabulary\.py:\d+: phrase "):
        vocabulary.matching("given", "a quiet day")


def test_a_parameter_type_is_defined_once(vocabulary: Vocabulary) -> None:
    with pytest.raises(ValueError, match="parameter 'days'"):
        vocabulary.define_parameter("days", r"\d\d", int)


def test_a_phrase_with_a_parameter_of_no_type_matches_nothing(vocabulary: Vocabulary) -> None:
    phrase = vocabulary.define("given", "on {planet}", "{planet}에서", lambda planet: None)
    assert phrase.undefined_types == ["planet"]
    assert phrase not in vocabulary.usable
    assert not phrase.is_matching("on Mars")
