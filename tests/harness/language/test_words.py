from __future__ import annotations

from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.language.vocabulary import Vocabulary
from harness.language.words import Word, load_words

PLACES = """
[place]
disk = { en = "hard disk", ko = "하드디스크" }
card = { en = ["card", "chip card"], ko = "카드" }
"""


def words_in(folder: Path, text: str) -> dict[str, dict[str, Word]]:
    file = folder / "words.toml"
    file.write_text(text, encoding="utf-8")
    return load_words(file)


def test_a_value_has_words_in_both_languages(tmp_path: Path) -> None:
    words = words_in(tmp_path, PLACES)["place"]
    assert words["card"].all("en") == ("card", "chip card")
    assert words["card"].usual("ko") == "카드"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (', ko = "카드"', "", r"words.toml: \[place\] card: needs a word in each language"),
        ('ko = "카드"', 'ko = "카드", fr = "carte"', r"\[place\] card: needs a word in each language"),
        ('"카드"', '""', r"\[place\] card: ko is a word"),
        ('"카드"', '" 카드"', r"\[place\] card: ko is a word"),
        ('"카드"', "3", r"\[place\] card: ko is a word"),
        ('"카드"', "[]", r"\[place\] card: ko is a word"),
        ('"hard disk"', '"하드디스크"', r"\[place\] disk: “하드디스크” stands for the English word"),
        ('"chip card"', '"hard disk"', r"\[place\] card: “hard disk” is the word for disk already"),
        ("[place]", "place = 3\n[other]", r"\[place\]: write a line for each value"),
        ("[place]", "[place", r"words.toml:2: this is no TOML"),
    ],
)
def test_a_wrong_file_is_one_message(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in PLACES
    with pytest.raises(HarnessError, match=message):
        words_in(tmp_path, PLACES.replace(old, new))


def test_a_file_in_a_korean_editors_encoding_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text(PLACES, encoding="cp949")
    with pytest.raises(HarnessError, match=r"words.toml:3: this is not UTF-8"):
        load_words(tmp_path / "words.toml")


def test_each_word_means_what_its_name_means(tmp_path: Path) -> None:
    vocabulary = Vocabulary()
    vocabulary.define_words("place", words_in(tmp_path, PLACES)["place"], ["disk", "card"].index)
    assert vocabulary.value("place", "chip card") == vocabulary.value("place", "카드") == 1
    assert vocabulary.regexps_in("place", "ko") == ["하드디스크", "카드"]
    assert vocabulary.called("place", "card", "en") == "card"
    assert vocabulary.called("place", "cloud", "en") is None


def test_a_name_that_means_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\[place\] card: the code has no value of that name"):
        Vocabulary().define_words("place", words_in(tmp_path, PLACES)["place"], {"disk": 0}.__getitem__)
