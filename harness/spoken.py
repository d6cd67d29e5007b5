"""Which language is spoken where: the one asked for, else that of the feature, else that of the terminal.

What --lang asks for stands in the environment: so workers and programs that are started here know it, and
gettext, of which click and argparse take their words.
"""

from __future__ import annotations

import gettext
import locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("ko", "en")
ASKED = "RENEWAL_LANG"
# In gettext's order.
OF_TERMINAL = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
# ko_KR.UTF-8, or Korean_Korea as Windows calls it; kok_IN is another language.
KOREAN = re.compile(r"ko(?![a-z])|korean", re.IGNORECASE)


@contextmanager
def asked_for(language: str | None) -> Iterator[None]:
    """All that is said meanwhile is in this language; None leaves it as it is."""
    before = {name: os.environ.get(name) for name in (ASKED, *OF_TERMINAL[:1])}
    if language:
        os.environ.update(dict.fromkeys(before, language))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            os.environ.update({name: value} if value is not None else {})


def spoken(*features: str) -> str:
    """`ko` or `en`, of what is said about features in these languages, or about none."""
    languages = set(features)
    of_features = languages.pop() if len(languages) == 1 else None
    language = os.environ.get(ASKED) or of_features or _of_terminal()
    return "ko" if KOREAN.match(language) else "en"


def said(en: str, ko: str, *features: str) -> str:
    """The one of the two that is `spoken`."""
    return ko if spoken(*features) == "ko" else en


def translate_libraries() -> None:
    """Have click and argparse find their own words in Korean."""
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))


def _of_terminal() -> str:
    told = next(filter(None, map(os.environ.get, OF_TERMINAL)), None)
    return told or locale.getlocale()[0] or "en"
