"""Words in the cells of tables: each is one that a parameter of that type takes in a phrase."""

from __future__ import annotations

import re
from typing import Any

from harness.errors import HarnessError
from harness.vocabulary import VOCABULARY


def value(type: str, text: str) -> Any:
    """What a phrase makes of `text` as a parameter of that type; HarnessError if it takes no such words."""
    parameter = VOCABULARY.parameter_type(type)
    if any(re.fullmatch(regexp, text) for regexp in parameter.regexps):
        return parameter.transform([text])
    known = ", ".join(regexp.replace("\\", "") for regexp in parameter.regexps)
    raise HarnessError(f"the table says {text!r} where one of these belongs: {known}")
