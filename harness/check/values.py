"""Values that a scenario names, as in `as <code>`: named before they are used, and used once named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harness.check.finding import Said
from harness.language.korean import quoted
from harness.language.vocabulary import NAME, QUOTED, Vocabulary


def of_steps(
    steps: Iterable[tuple[int, str, str, Iterable[str]]], vocabulary: Vocabulary
) -> Iterator[tuple[int, Said]]:
    """What is wrong with the values of a scenario's steps: each its line, kind, text and its table's cells.

    A text in quotes that is no more than `<…>` is a value. What merely has such a part, as `"<b>Kim</b>"`
    has, is one only where the scenario names it.
    """
    steps = list(steps)
    namings = [vocabulary.naming(kind, text) for _, kind, text, _ in steps]
    named: dict[str, int] = {}
    used: set[str] = set()
    for (line, _, text, cells), naming in zip(steps, namings, strict=True):
        for name in _uses([*(found[1:-1] for found in QUOTED.findall(text)), *cells], namings):
            used.add(name)
            if name not in named:
                yield line, _unnamed(name, is_later=name in namings)
        if naming:
            named.setdefault(naming, line)
    for name, line in named.items():
        if name not in used:
            yield (
                line,
                Said(
                    f'no later step uses <{name}>: write "<{name}>" where it belongs, or leave this step out',
                    f'뒤에서 <{name}> 값을 쓰지 않습니다. 쓸 곳에 "<{name}>"처럼 적거나 이 단계를 빼세요',
                ),
            )


def _uses(texts: Iterable[str], namings: list[str | None]) -> Iterator[str]:
    for text in texts:
        for found in NAME.finditer(text):
            if found[0] == text or found[1] in namings:
                yield found[1]


def _unnamed(name: str, is_later: bool) -> Said:
    if is_later:
        return Said(
            f"<{name}> is used here, and named further down: name it above this step",
            f"<{name}> 값을 아직 적어 두지 않았습니다. 적어 두는 단계를 이 단계 위로 옮기세요",
        )
    return Said(
        f"nothing in this scenario is called <{name}>: name it in a step before, as in “… as <{name}>”",
        f"{quoted(f'<{name}>', '이라는')} 값이 없습니다. 앞에서 “… <{name}>(으)로 적어 둔다”처럼 적어 두세요",
    )
