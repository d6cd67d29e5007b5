"""The language of whoever starts the bank in a terminal."""

from __future__ import annotations

import os
import re

# In gettext's order.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def said(en: str, ko: str) -> str:
    """The one of the two that the terminal's locale asks for."""
    locale = next(filter(None, map(os.environ.get, VARIABLES)), "")
    return ko if re.match("ko(?![a-z])", locale) else en
