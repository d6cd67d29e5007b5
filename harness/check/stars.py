"""Steps that begin with `*`, in place of any other keyword: what they are shows in what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Step
from pytest_bdd.types import STEP_TYPE_BY_PARSER_KEYWORD

from harness.language.gherkin import backgrounds, played, scenarios

PARSER_KEYWORDS = {kind: keyword for keyword, kind in STEP_TYPE_BY_PARSER_KEYWORD.items()}


def settle(document: Document, kinds_of: Callable[[str], Sequence[str]]) -> None:
    """Make each such step one of the kind that some phrase says it in; `kinds_of` tells these by a text.

    Where there are several, or none, it goes on with the step before it, as `And` does.
    """
    for background, _ in backgrounds(document):
        settle_steps(background.steps, background.steps, kinds_of)
    for scenario in scenarios(document):
        rows = played(scenario)
        settle_steps(scenario.steps, rows[0].steps if rows else scenario.steps, kinds_of)


def settle_steps(steps: list[Step], said: list[Step], kinds_of: Callable[[str], Sequence[str]]) -> None:
    """Make each of the steps that begin with a star one of the kind that what is `said` of it has."""
    kind = "given"
    for step, in_words in zip(steps, said, strict=True):
        if step.keyword.strip() == "*":
            kinds = kinds_of(in_words.text)
            kind = kind if kind in kinds or not kinds else kinds[0]
            step.keyword_type = PARSER_KEYWORDS[kind]
        kind = STEP_TYPE_BY_PARSER_KEYWORD.get(step.keyword_type, kind)
