"""The lists of phrases show steps/ and features/ as they are; `make docs` brings them up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from harness.cli import main
from harness.language.editor import editor_files
from harness.language.phrasebook import LANGUAGES, Phrasebook, make_phrasebook
from harness.language.used_steps import used_steps
from harness.language.vocabulary import VOCABULARY
from harness.language.words import HANGUL

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def books() -> dict[str, Phrasebook]:
    steps = list(used_steps(ROOT / "features"))
    return {language: make_phrasebook(VOCABULARY, steps, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_in_docs_is_what_the_command_prints(language: str) -> None:
    written = (ROOT / "docs" / f"steps.{language}.md").read_text(encoding="utf-8")
    printed = CliRunner().invoke(main, ["steps", "--lang", language, "--format", "md"]).output
    assert written == printed, "type `make docs`"


def test_what_editors_read_is_current() -> None:
    for file, content in editor_files(VOCABULARY).items():
        assert (ROOT / file).read_text(encoding="utf-8") == content, f"{file}: type `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_an_example_in_the_lists_own_language(
    books: dict[str, Phrasebook], language: str
) -> None:
    entries = [entry for area in books[language].areas for entry in area.entries]
    wanting = [entry for entry in entries if not entry.example or entry.example.language != language]
    assert [f"{entry.phrase.place}: {entry.text}" for entry in wanting] == []
    for entry in entries:
        assert entry.example
        assert VOCABULARY.matching(entry.example.kind, entry.example.text) == [entry.phrase]


def test_every_area_has_a_name_in_both_languages(books: dict[str, Phrasebook]) -> None:
    assert [area.name for area in books["en"].areas if not area.title or HANGUL.search(area.title)] == []
    assert [area.name for area in books["ko"].areas if not HANGUL.search(area.title)] == []


def test_the_words_of_one_language_stay_out_of_the_others_list(books: dict[str, Phrasebook]) -> None:
    english = {word for words in books["en"].words.values() for word in words.words}
    korean = {word for words in books["ko"].words.values() for word in words.words}
    assert {word for word in english if HANGUL.search(word)} == set()
    # `OTP`, time zones and all that is but digits are for both.
    assert {word for word in korean & english if word.lower() != word} <= {"OTP", "America/New_York", "UTC"}
