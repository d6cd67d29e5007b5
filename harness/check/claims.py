"""Scenarios that check nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Scenario

from harness.check.finding import Finding
from harness.language.gherkin import scenarios
from harness.seeds.guide import claimed


def shows_nothing(document: Document, checks: Callable[[Scenario], bool]) -> dict[str, Finding]:
    """By their ids, the scenarios without a step that checks; `checks` tells whether one has any.

    Such a one can be played, as while it is being written; but not for a claim, which would hold then.
    """
    found: dict[str, Finding] = {}
    for scenario, tags in _tagged(document):
        of_claim = any(claimed(tag.removeprefix("@")) for tag in tags)
        if scenario.steps and not checks(scenario):
            nothing = "nothing of its claim" if of_claim else "nothing"
            found[scenario.id] = Finding(
                scenario.location.line,
                f"no Then step: this scenario shows {nothing}: {scenario.name}",
                f"‘그러면’ 단계가 없어 아무것도 확인하지 않습니다: {scenario.name}",
                can_be_played=not of_claim,
            )
    return found


def _tagged(document: Document) -> Iterator[tuple[Scenario, list[str]]]:
    """Each scenario with the tags of all that it is in, and of its examples."""
    rules = {
        inner.scenario.id: child.rule
        for child in document.children
        if child.rule
        for inner in child.rule.children
        if inner.scenario
    }
    for scenario in scenarios(document):
        around = [document, rules[scenario.id]] if scenario.id in rules else [document]
        tagged = [*around, scenario, *scenario.examples]
        yield scenario, [tag.name for one in tagged for tag in one.tags]
