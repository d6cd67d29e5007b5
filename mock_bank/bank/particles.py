"""Korean particles, which differ after a consonant and after a vowel, where words are put together."""

from __future__ import annotations

import re

_FORMS = re.compile(r"(?<=[가-힣0-9])(은/는|이/가|을/를|과/와|으로/로)")
# As digits are read: 영 일 이 삼 사 오 육 칠 팔 구.
_READ = str.maketrans("0123456789", "영일이삼사오육칠팔구")
_LIEUL = 8  # ㄹ among the final consonants: 로 follows it as if there were none


def settled(text: str) -> str:
    """`text` with the fitting form where it has both: 이름과/와 becomes 이름과, 0으로/로 becomes 0으로."""
    return _FORMS.sub(lambda found: _fitting(text[found.start() - 1], found[0]), text)


def _fitting(last: str, forms: str) -> str:
    final = (ord(last.translate(_READ)) - ord("가")) % 28
    closed = final not in ((0, _LIEUL) if forms == "으로/로" else (0,))
    after_consonant, after_vowel = forms.split("/")
    return after_consonant if closed else after_vowel
