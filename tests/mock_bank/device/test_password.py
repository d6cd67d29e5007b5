"""The rule for a new certificate password, sentence by sentence."""

import pytest

from mock_bank.device.password import broken_rules

LENGTH = "비밀번호는 10자 이상이어야 합니다."
LONG = "비밀번호는 64자까지 쓸 수 있습니다."
LETTER = "영문자를 하나 이상 포함해 주세요."
DIGIT = "숫자를 하나 이상 포함해 주세요."
SPECIAL = "특수문자를 하나 이상 포함해 주세요."
FORBIDDEN = "작은따옴표('), 큰따옴표(\"), 역슬래시(\\), 원화 기호(₩), 세로줄(|)은 사용할 수 없습니다."
THRICE = "같은 문자를 세 번 이상 반복할 수 없습니다."
RUN = "abc, cba, 123처럼 연속된 문자 세 개는 사용할 수 없습니다."


@pytest.mark.parametrize(
    "password",
    [
        "Haneul!2580",
        "Haneul!258",  # ten characters
        "aabbaabb!1",  # twice in a row
        "ab1ab1ab1!",  # two of a run
        "aBcaBcaBc!1",  # no run: another letter in between in the character table
        "Haneul!890",
        "Haneul+,-2580",  # neighbours in the character table, but nobody's alphabet
        "Haneul89:2580",
        "Haneul!258" + "07" * 27,  # 64 characters
        "<b>Haneul25</b>",  # nobody reads it as markup
        "하늘Haneul!25🙂",  # whoever can type it may use it
    ],
)
def test_good(password: str) -> None:
    assert broken_rules(password) == []


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("Haneul!25", [LENGTH]),
        ("Haneul!2580" + "07" * 27, [LONG]),  # 65
        ("2580!13579", [LETTER]),
        ("한글은영문이!2580", [LETTER]),
        ("Haneulbada!", [DIGIT]),
        ("Haneul25802", [SPECIAL]),
        ("Haneul 2580", [SPECIAL]),
        ("Haneul!'2580", [FORBIDDEN]),
        ('Haneul!"2580', [FORBIDDEN]),
        ("Haneul!\\2580", [FORBIDDEN]),
        ("Haneul!₩2580", [FORBIDDEN]),  # which that key is on a Korean keyboard
        ("Haneul!￦2580", [FORBIDDEN]),
        ("Haneul!|2580", [FORBIDDEN]),
        ("Haneuuul!2580", [THRICE]),
        ("Haneul!25000", [THRICE]),
        ("Haneul!!!2580", [THRICE]),
        ("Haneul!abc2580", [RUN]),
        ("Haneul!CBA2580", [RUN]),
        ("Haneul!1238", [RUN]),
        ("Haneul!3218", [RUN]),
        ("", [LENGTH, LETTER, DIGIT, SPECIAL]),
        ("aaa'", [LENGTH, DIGIT, FORBIDDEN, THRICE]),
    ],
)
def test_bad(password: str, broken: list[str]) -> None:
    assert broken_rules(password) == broken
