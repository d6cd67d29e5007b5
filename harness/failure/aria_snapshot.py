"""A page's accessibility snapshot, shortened for people: a line for each thing in the page's main part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harness.failure.locators import named

# `- role "name" [state]: text`, in single quotes up to the second colon where YAML needs them.
LINE = re.compile(
    r"""(?P<indent>\ *)-\ '?
        (?P<role>[\w/]+)
        (?:\ "(?P<name>(?:[^"\\]|\\.)*)")?
        (?P<states>(?:\ \[[^]]*\])*)'?
        (?::(?:\ (?P<text>.*))?)?$""",
    re.VERBOSE,
)
UNSAID = re.compile(r" \[(?:level=\d+|selected)\]")
STATE = re.compile(r"[\w=]+")
KOREAN_STATES = {
    "active": "초점",
    "checked": "선택됨",
    "disabled": "비활성",
    "expanded": "펼침",
    "invalid": "잘못됨",
    "pressed": "눌림",
}
# What these hold tells more than what they are.
PLAIN = re.compile(
    r"paragraph|text|time|strong|emphasis|caption|list|listitem|term|definition|row|rowgroup|cell|\w+header"
)
# Of these an empty one says nothing.
EMPTY = ("status", "alert", "group", "separator")


@dataclass
class _Node:
    depth: int
    role: str
    name: str
    states: str
    text: str

    def words(self, language: str) -> str:
        if PLAIN.fullmatch(self.role):
            return self.text or self.name
        states = UNSAID.sub("", self.states)
        if language == "ko":
            states = STATE.sub(lambda state: KOREAN_STATES.get(state[0], state[0]), states)
        return named(self.role, self.name, language) + states + (f": {self.text}" if self.text else "")

    @property
    def empty(self) -> bool:
        return (self.role in EMPTY or bool(PLAIN.fullmatch(self.role))) and not (self.name or self.text)


def shortened(snapshot: str, language: str) -> list[str]:
    """What is in the open dialog, else in the page's main part, else on the page: where the eye rests."""
    nodes = [node for node in _without_cells(_nodes(snapshot)) if _matters(node)]
    for role in ("dialog", "main"):
        for at, node in enumerate(nodes):
            if node.role == role:
                return _lines(_inside(nodes, at), language)
    return _lines(nodes, language)


def _nodes(snapshot: str) -> Iterator[_Node]:
    for found in filter(None, map(LINE.match, snapshot.splitlines())):
        name, text = (_unquoted(found[part] or "") for part in ("name", "text"))
        yield _Node(len(found["indent"]), found["role"], name, found["states"], text)


def _unquoted(text: str) -> str:
    return text.strip('"').replace('\\"', '"').replace("''", "'")


def _without_cells(nodes: Iterator[_Node]) -> Iterator[_Node]:
    """Leave out what is in a row: its name has said it."""
    row: _Node | None = None
    for node in nodes:
        if row and node.depth > row.depth:
            continue
        row = node if node.role == "row" and node.name else None
        yield node


def _matters(node: _Node) -> bool:
    """Whether it is neither an address nor something to choose that was not chosen."""
    return not node.role.startswith("/") and (node.role != "option" or "[selected]" in node.states)


def _inside(nodes: list[_Node], at: int) -> list[_Node]:
    end = next((n for n in range(at + 1, len(nodes)) if nodes[n].depth <= nodes[at].depth), len(nodes))
    return nodes[at + 1 : end]


def _lines(nodes: list[_Node], language: str) -> list[str]:
    """A line for each outermost node with what is in it; no labels, which fields repeat."""
    parts = [[node, *_inside(nodes, at)] for at, node in enumerate(nodes) if node.depth == nodes[0].depth]
    told = [
        " / ".join(dict.fromkeys(filter(None, (node.words(language) for node in part))))
        for part in parts
        if not all(node.empty for node in part)
    ]
    return [
        line
        for at, line in enumerate(told)
        if not any(f"“{line}”" in after for after in told[at + 1 : at + 3])
    ]
