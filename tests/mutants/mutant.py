"""Mutants: which there are, which of them are drawn, and which can make no difference."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator

from tests.mutants.operators import KINDS
from tests.mutants.sources import files, text_of

EQUIVALENT = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True)
class Place:
    """Where an operator finds something to alter for the so many-th time."""

    kind: str
    operator: Operator
    occurrence: int
    file: str  # a path below mock_bank/
    line: int


@dataclass(frozen=True)
class Mutant:
    """One rule, altered in one place: `was` and `becomes` are the line where it is."""

    kind: str
    file: str
    function: str  # by its qualified name; empty at a module's own level
    line: int
    was: str
    becomes: str
    text: str  # of the whole file

    @property
    def folder(self) -> str:
        """Where the rule is."""
        return self.file.rpartition("/")[0]

    @property
    def id(self) -> str:
        """A name for it, the same as long as its file is the same."""
        return f"{self.file}:{self.line}-{sha256(self.text.encode()).hexdigest()[:8]}"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" + (f" {self.function}" if self.function else "")
        return f"{where}: {self.was}  ->  {self.becomes}"


def draw(number: int, seed: int) -> list[Mutant]:
    """So many at random, as many of each kind as there are and, within a kind, of each folder.

    Those that are listed as equivalent are not among them.
    """
    random = Random(seed)
    piles: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places():
        piles[place.kind][place.file.rpartition("/")[0]].append(place)
    kinds = [_in_turn([random.sample(pile, len(pile)) for pile in kind.values()]) for kind in piles.values()]
    mutants = (mutant_at(place) for place in _in_turn([list(kind) for kind in kinds]))
    killable = (one for one in mutants if one is not None and why_equivalent(one) is None)
    return list(islice(killable, number))


def _in_turn(piles: list[list[Place]]) -> Iterator[Place]:
    """One of each, again and again, as long as there are any."""
    for turn in range(max(len(pile) for pile in piles)):
        yield from (pile[turn] for pile in piles if turn < len(pile))


def places() -> Iterator[Place]:
    """All places of the rules."""
    for file in files():
        nodes = list(ast_nodes(get_ast(text_of(file))))
        for kind, operators in KINDS.items():
            for operator in operators:
                lines = (start[0] for node in nodes for start, _ in operator.mutation_positions(node))
                yield from (Place(kind, operator, nth, file, line) for nth, line in enumerate(lines))


def mutant_at(place: Place) -> Mutant | None:
    """What becomes of the place; None when Python does not take it: that is noticed by nobody's merit."""
    text = text_of(place.file)
    mutated = mutate_code(text, place.operator, place.occurrence)
    try:
        compile(mutated, place.file, "exec")
    except SyntaxError:
        return None
    was, becomes = (one.splitlines()[place.line - 1].strip() for one in (text, mutated))
    function = _functions(text).get(place.line, "")
    return Mutant(place.kind, place.file, function, place.line, was, becomes, mutated)


@cache
def _functions(text: str) -> dict[int, str]:
    """The function, by its qualified name, that each line is in the body of."""
    found: dict[int, str] = {}

    def walk(node: ast.AST, name: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}".lstrip(".")
                if isinstance(child, ast.FunctionDef):
                    last = child.end_lineno or child.lineno
                    found.update(dict.fromkeys(range(child.body[0].lineno, last + 1), inner))
                walk(child, inner)
            else:
                walk(child, name)

    walk(ast.parse(text), "")
    return found


@cache
def equivalents() -> list[dict[str, str]]:
    """What is listed as such."""
    found: list[dict[str, str]] = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
    return found


def why_equivalent(mutant: Mutant) -> str | None:
    """Why the mutant can make no difference to anybody, if it is listed as such."""
    where = f"{mutant.file} {mutant.function}".strip()
    for one in equivalents():
        pairs = ((one["where"], where), (one["was"], mutant.was), (one["becomes"], mutant.becomes))
        if all(fits(pattern, text) for pattern, text in pairs):
            return one["why"]
    return None


def fits(pattern: str, text: str) -> bool:
    """Whether the text is as the pattern says, in which * stands for anything, and blanks for blanks."""
    parts = (re.escape(part) for part in " ".join(pattern.split()).split("*"))
    return re.fullmatch(".*".join(parts), " ".join(text.split())) is not None
