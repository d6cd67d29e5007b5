r"""What a new certificate password must be like (domain: New certificate password).

"Three in a row" and "a run of three" go by the very characters: `abc`, `CBA` and `123` are runs,
`aBc` and `890` are not.
"""

from __future__ import annotations

import string
from itertools import pairwise

# With the won signs: a Korean keyboard has them where others have the backslash.
FORBIDDEN = "'\"\\|₩￦"
LONGEST = 64  # no rule of the field's: a form has to end somewhere


def broken_rules(password: str, before: str | None = None) -> list[str]:
    """A Korean sentence for each rule that `password` breaks; none when it is good.

    It takes the place of the one `before`, if there was one, and is not the same: whoever came to know that
    would have the new key, too.
    """
    rules = {
        "기존 인증서 비밀번호와 다른 비밀번호를 입력해 주세요.": password == before,
        "비밀번호는 10자 이상이어야 합니다.": len(password) < 10,
        "비밀번호는 64자까지 쓸 수 있습니다.": len(password) > LONGEST,
        "영문자를 하나 이상 포함해 주세요.": not _has(password, string.ascii_letters),
        "숫자를 하나 이상 포함해 주세요.": not _has(password, string.digits),
        "특수문자를 하나 이상 포함해 주세요.": not _has(password, string.punctuation),
        "작은따옴표('), 큰따옴표(\"), 역슬래시(\\), 원화 기호(₩), 세로줄(|)은 사용할 수 없습니다.": _has(
            password, FORBIDDEN
        ),
        "같은 문자를 세 번 이상 반복할 수 없습니다.": _has_steps(password, 0),
        "abc, cba, 123처럼 연속된 문자 세 개는 사용할 수 없습니다.": _has_run(password),
    }
    return [rule for rule, broken in rules.items() if broken]


def _has(password: str, characters: str) -> bool:
    return any(character in characters for character in password)


def _has_run(password: str) -> bool:
    """Only letters and digits have an order that people know: `+,-` is no run."""
    known = "".join(c if c.isascii() and c.isalnum() else " " for c in password)
    return _has_steps(known, 1) or _has_steps(known, -1)


def _has_steps(password: str, step: int) -> bool:
    """Whether three neighbours lie `step` apart from each other in the character table."""
    steps = [ord(after) - ord(before) for before, after in pairwise(password)]
    return any(pair == (step, step) for pair in pairwise(steps))
