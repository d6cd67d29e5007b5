"""Numbers in running text: telephone and account numbers, dates, hours and amounts stay on one line."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# What a browser would break: digits joined by hyphens, commas and the like.
_NUMBER = re.compile(r"\d+(?:[-–:,.][\d*]+)+(?:원|으로|로)?")


def unbroken(text: str) -> Markup:
    """`text` for a page, with every number held together; js/words.js does the same for what it says."""
    return Markup(_NUMBER.sub(lambda found: f'<span class="digits">{found[0]}</span>', str(escape(text))))
