"""Makes texts fit into so many columns of a terminal, in which a Korean letter takes two."""

from __future__ import annotations

from unicodedata import east_asian_width

MARK = "…"  # where something was left out


def columns(text: str) -> int:
    """How wide a text is."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def cut(text: str, room: int) -> str:
    """The text, or as much of its beginning as there is room for."""
    return text if columns(text) <= room else _beginning(text, room - 1) + MARK


def without_middle(text: str, room: int) -> str:
    """The text, or its beginning and, of which there is more, its end."""
    if columns(text) <= room:
        return text
    beginning = _beginning(text, room // 3)
    end = _beginning(text[::-1], room - columns(beginning) - 1)[::-1]
    return beginning + MARK + end


def _beginning(text: str, room: int) -> str:
    while columns(text) > room:
        text = text[:-1]
    return text


def apart(one: str, other: str, room: int, at: int = 0) -> tuple[str, str]:
    """Both texts, each cut so that where they first differ is seen; `one` is compared with `other[at:]`."""
    pairs = enumerate(zip(one, other[at:], strict=False))
    same = next((n for n, (here, there) in pairs if here != there), min(len(one), len(other) - at))
    return _around(one, same, room), _around(other, at + same, room)


def _around(text: str, at: int, room: int) -> str:
    """The text, or what there is room for of it: a little before `at`, and what follows."""
    if columns(text) <= room:
        return text
    start = at
    while start and (columns(text[start - 1 : at]) < room // 3 or columns(text[start - 1 :]) < room):
        start -= 1
    return cut((MARK if start else "") + text[start:], room)
