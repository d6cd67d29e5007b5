"""Phrases written out as steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache, cached_property
from typing import TYPE_CHECKING

from cucumber_expressions.ast import Node, NodeType
from cucumber_expressions.expression_parser import CucumberExpressionParser

from harness.language.korean import PARTICLES, ends_closed

if TYPE_CHECKING:
    from harness.language.expression import Expression

PAST = re.compile("ed$|었다$|료된$")  # among a phrase's alternatives
BEFORE = re.compile("ago|yesterday|전에|어제")
AHEAD = re.compile("^in | in |today|tomorrow|뒤에|오늘|내일")
OVER = re.compile("ed\\b|[었았했됐]다|료된 ")


@cache
def nodes_of(expression: Expression) -> Node:
    """The parts of an expression."""
    return CucumberExpressionParser().parse(expression.standard)


def pattern(expression: Expression, of_parameter: Callable[[int], str]) -> str:
    """A regular expression for what an expression says, with one of the caller's for each parameter."""
    parameters = iter(range(len(expression.types)))

    def of(node: Node) -> str:
        if node.ast_type is NodeType.PARAMETER:
            return of_parameter(next(parameters))
        if node.ast_type is NodeType.OPTIONAL:
            return f"(?:{''.join(map(of, node.nodes))})?"
        if node.ast_type is NodeType.ALTERNATION:
            return f"(?:{'|'.join(map(of, node.nodes))})"
        return "".join(map(of, node.nodes)) if node.nodes else re.escape(node.text)

    return of(nodes_of(expression))


class Rendering:
    """Writes an expression out; of its alternatives and options it takes those that fit."""

    def __init__(self, expression: Expression, arguments: dict[int, str], like: str) -> None:
        self._expression = expression
        self._arguments = arguments
        self._like = like
        self._said = ""
        self._index = -1

    @cached_property
    def text(self) -> str:
        """The step."""
        self._write(nodes_of(self._expression))
        return self._said

    def _write(self, node: Node) -> None:
        if node.ast_type is NodeType.PARAMETER:
            self._index += 1
            self._said += self._arguments.get(self._index, "{" + self._expression.names[self._index] + "}")
        elif node.ast_type is NodeType.ALTERNATION:
            self._said += self._fitting(["".join(part.text for part in one.nodes) for one in node.nodes])
        elif node.ast_type is NodeType.OPTIONAL:
            option = "".join(part.text for part in node.nodes)
            self._said += option if self._takes(option) else ""
        elif node.nodes is not None:
            for part in node.nodes:
                self._write(part)
        else:
            self._said += node.text

    def _fitting(self, alternatives: Collection[str]) -> str:
        """The particle that Korean wants here, else the one of the alternatives that was written."""
        for closed, opened in PARTICLES.items():
            if {closed, opened} == set(alternatives):
                return closed if ends_closed(self._said) else opened
        if {*alternatives} == {"a", "an"}:  # a parameter follows
            return "an" if re.match("[aeiou]", self._arguments.get(self._index + 1, "")) else "a"
        past = [word for word in alternatives if PAST.search(word)]
        if past and len(past) < len(alternatives):  # expires/expired: the time that is named says which
            alternatives = past if self._is_over else [word for word in alternatives if word not in past]
        return next((word for word in alternatives if word in self._like), next(iter(alternatives)))

    @property
    def _is_over(self) -> bool:
        """Whether the step is about what has been: by its arguments, or else by how it was written."""
        said = " ".join(self._arguments.values())
        return bool(BEFORE.search(said) or (not AHEAD.search(said) and OVER.search(self._like)))

    def _takes(self, option: str) -> bool:
        if option in ("이", "으"):
            return bool(ends_closed(self._said, but_for_lieul=option == "으"))
        return self._said.rpartition(" ")[2] + option in self._like
