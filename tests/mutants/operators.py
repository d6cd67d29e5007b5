"""How a rule is altered: operators of cosmic-ray, and what it lacks: things left out, and results lost."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any

import parso
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator
from parso.tree import NodeOrLeaf

Span = tuple[tuple[int, int], tuple[int, int]]


class _Instead(Operator):  # type: ignore[misc]
    """Puts another piece of code in the place of one."""

    was: str
    becomes: str

    @abstractmethod
    def part(self, node: NodeOrLeaf) -> int | None:
        """Which of the node's children is to be replaced; None when the node is of another kind."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Span]:
        """Where it is."""
        part = self.part(node)
        if part is not None:
            child = _children(node)[part]
            yield child.start_pos, child.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Replace it; what stands before it on its line stays."""
        part, children = self.part(node), _children(node)
        assert part is not None
        prefix = children[part].get_first_leaf().prefix
        children[part] = parso.parse(prefix + self.becomes)  # type: ignore[no-untyped-call]
        return node

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """What it does."""
        return (Example(cls.was, cls.becomes),)


class _LeaveOut(_Instead):
    """Leaves a statement out."""

    becomes = "pass"

    def part(self, node: NodeOrLeaf) -> int | None:
        """A statement that is one of those."""
        return 0 if node.type == "simple_stmt" and self.concerns(_children(node)[0]) else None

    @abstractmethod
    def concerns(self, statement: NodeOrLeaf) -> bool:
        """Whether the statement is one to leave out."""


class LeaveCallOut(_LeaveOut):
    """Nobody is called."""

    was = "bank.record(event)"

    def concerns(self, statement: NodeOrLeaf) -> bool:
        """A call whose result nobody takes."""
        return statement.type in ("atom_expr", "power") and _ends_with(statement, "(")


class LeaveAssignmentOut(_LeaveOut):
    """A thing stays as it was."""

    was = "account.tries = 0"

    def concerns(self, statement: NodeOrLeaf) -> bool:
        """An assignment to what a thing has; without one to a name, what follows would only crash."""
        if statement.type != "expr_stmt":
            return False
        target = _children(statement)[0]
        return target.type in ("atom_expr", "power") and _ends_with(target, ".", "[")


class LeaveRaiseOut(_LeaveOut):
    """What is to be refused passes."""

    was = "raise Refusal"

    def concerns(self, statement: NodeOrLeaf) -> bool:
        """Any raise."""
        return statement.type == "raise_stmt" or _code(statement) == "raise"


class LoseResult(_Instead):
    """Nothing comes back."""

    was = "return found"
    becomes = "return None"

    def part(self, node: NodeOrLeaf) -> int | None:
        """A return of something."""
        if node.type != "simple_stmt":
            return None
        code = _code(_children(node)[0])
        return 0 if code.startswith("return ") and code != self.becomes else None


class _Membership(_Instead):
    """Puts another operator between a key and what may hold it."""

    finds: str

    def part(self, node: NodeOrLeaf) -> int | None:
        """The operator of `x in y` or `x not in y`; for's own is none."""
        if node.type != "comparison":
            return None
        return next((at for at, child in enumerate(_children(node)) if _code(child) == self.finds), None)

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """What it does."""
        return (Example(f"key {cls.finds} keys", f"key {cls.becomes} keys"),)


class InvertMembership(_Membership):
    """What is in is out."""

    finds, becomes = "in", "not in"


class RevertMembership(_Membership):
    """What is out is in."""

    finds, becomes = "not in", "in"


OWN = (LeaveCallOut, LeaveAssignmentOut, LeaveRaiseOut, LoseResult, InvertMembership, RevertMembership)


def _of_cosmic_ray(*names: str) -> tuple[Operator, ...]:
    return tuple(get_operator(f"core/{name}")() for name in names)


# By what they alter. Other comparisons than a boundary's and the contrary are rarely anybody's mistake.
KINDS: dict[str, tuple[Operator, ...]] = {
    "comparison": (
        *_of_cosmic_ray(
            *(f"ReplaceComparisonOperator_{one}" for one in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
            *(f"ReplaceComparisonOperator_{one}" for one in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
            *(f"ReplaceComparisonOperator_{one}" for one in ("Lt_GtE", "LtE_Gt", "Gt_LtE", "GtE_Lt")),
        ),
        InvertMembership(),
        RevertMembership(),
    ),
    "and/or": _of_cosmic_ray("ReplaceAndWithOr", "ReplaceOrWithAnd"),
    "negation": _of_cosmic_ray("AddNot", "ReplaceUnaryOperator_Delete_Not"),
    "constant": _of_cosmic_ray("NumberReplacer", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    "calculation": _of_cosmic_ray("ReplaceBinaryOperator_Add_Sub", "ReplaceBinaryOperator_Sub_Add"),
    "call": (LeaveCallOut(),),
    "assignment": (LeaveAssignmentOut(),),
    "raise": (LeaveRaiseOut(),),
    "result": (LoseResult(),),
}


def _children(node: NodeOrLeaf) -> list[Any]:
    return getattr(node, "children", [])


def _code(node: NodeOrLeaf) -> str:
    return " ".join(node.get_code().split())  # type: ignore[no-untyped-call]


def _ends_with(node: NodeOrLeaf, *openings: str) -> bool:
    """Whether the last of a chain (a.b, a[b], a(b)) begins so."""
    last = _children(node)[-1]
    return last.type == "trailer" and _code(last).startswith(openings)
