"""Values that a scenario names, as in `as <code>`: named before they are used, and used once named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.check.finding import Finding
from harness.language.korean import quoted
from harness.language.vocabulary import NAME, Vocabulary
from harness.language.wordings import QUOTED


@dataclass(frozen=True)
class Part:
    """A step of a scenario, or one that a step of it consists of."""

    line: int  # where the scenario says it
    kind: str
    text: str
    cells: list[str]  # of its table
    is_written_here: bool  # by the scenario, and not by the definition of a phrase


def of_steps(parts: Iterable[Part], vocabulary: Vocabulary) -> Iterator[Finding]:
    """What is wrong with the values of a scenario's steps.

    A text in quotes that is no more than `<…>` is a value. What merely has such a part, as `"<b>Kim</b>"`
    has, is one only where the scenario names it. What a phrase's definition names need not be used.
    """
    parts = list(parts)
    namings = [vocabulary.naming(part.kind, part.text) for part in parts]
    named: dict[str, Part] = {}
    used: set[str] = set()
    for part, naming in zip(parts, namings, strict=True):
        quotes = [found[1:-1] for found in QUOTED.findall(part.text)]
        for name in _uses([*quotes, *part.cells], namings):
            used.add(name)
            if name not in named:
                yield Finding(part.line, *_unnamed(name, is_later=name in namings))
        if naming:
            named.setdefault(naming, part)
    for name, part in named.items():
        if name not in used and part.is_written_here:
            yield Finding(
                part.line,
                f'no later step uses <{name}>: write "<{name}>" where it belongs, or leave this step out',
                f'뒤에서 <{name}> 값을 쓰지 않습니다. 쓸 곳에 "<{name}>"처럼 적거나 이 단계를 빼세요',
            )


def _uses(texts: Iterable[str], namings: list[str | None]) -> Iterator[str]:
    for text in texts:
        for found in NAME.finditer(text):
            if found[0] == text or found[1] in namings:
                yield found[1]


def _unnamed(name: str, is_later: bool) -> tuple[str, str]:
    if is_later:
        return (
            f"<{name}> is used here, and named further down: name it above this step",
            f"<{name}> 값을 아직 적어 두지 않았습니다. 적어 두는 단계를 이 단계 위로 옮기세요",
        )
    return (
        f"nothing in this scenario is called <{name}>: name it in a step before, as in “… as <{name}>”",
        f"{quoted(f'<{name}>', '이라는')} 값이 없습니다. 앞에서 “… <{name}>(으)로 적어 둔다”처럼 적어 두세요",
    )
