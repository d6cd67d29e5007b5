"""A feature as pytest-bdd plays it: rows of examples are scenarios, composite steps what they consist of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_bdd.gherkin_parser import Child, GherkinDocument
from pytest_bdd.gherkin_parser import Feature as Document
from pytest_bdd.gherkin_parser import Step as GherkinStep
from pytest_bdd.parser import Feature, FeatureParser, Step

from harness.language.composite import Composite
from harness.language.gherkin import played
from harness.language.vocabulary import Phrase

Matching = Callable[[str, str], list[Phrase]]


class PlayedStep(Step):
    """A step that is played, and where it stands."""

    def __init__(
        self,
        step: Step,
        file: Path,
        language: str,
        within: tuple[PlayedStep, ...],
        composite: Composite | None,
    ) -> None:
        super().__init__(
            step.name, step.type, step.indent, step.line_number, step.keyword, step.datatable, step.docstring
        )
        self.file = file
        self.language = language  # of that file
        self.within = within  # the composite steps that it is a part of, the outermost first
        self.composite = composite  # what it is played as, if it is no step of a function

    @property
    def cells(self) -> list[list[str]] | None:
        """The words of its table."""
        return [[str(cell) for cell in row] for row in self.datatable.raw()] if self.datatable else None

    @property
    def places(self) -> list[list[Any]]:
        """Where it stands, as JSON has it: file and line of the steps that it is part of, and its own."""
        return [[str(step.file), step.line_number] for step in (*self.within, self)]

    @property
    def says(self) -> str:
        """Keyword and text."""
        return f"{self.keyword} {self.name}"


def feature_of(path: Path, document: Document, matching: Matching) -> Feature:
    """The feature as pytest-bdd runs it, each row of examples a scenario, its steps those that are played.

    `matching`: the phrases that say a step, by its kind and text.
    """
    return _Expanded(path, document, matching).parse()


class _Expanded(FeatureParser):
    """pytest-bdd's parser for a document that is read already."""

    def __init__(self, path: Path, document: Document, matching: Matching) -> None:
        super().__init__(str(path.parent), path.name)
        self._path = path
        self._document = document
        self._matching = matching

    def parse_steps(self, steps_data: list[GherkinStep]) -> list[Step]:
        """The steps that are played."""
        return list(self._played(steps_data, self._path, self._document.language, ()))

    def _played(
        self, steps: list[GherkinStep], file: Path, language: str, within: tuple[PlayedStep, ...]
    ) -> Iterator[PlayedStep]:
        for step in super().parse_steps(steps):
            found = self._matching(step.type, step.name)
            composite = found[0] if len(found) == 1 and isinstance(found[0], Composite) else None
            said = PlayedStep(step, file, language, within, composite)
            if composite and composite not in [one.composite for one in within]:
                parts = composite.consists_of(said.name, said.cells, said.docstring)
                yield from self._played(parts, composite.file, composite.language, (*within, said))
            else:
                yield said

    def _parse_feature_file(self) -> GherkinDocument:
        children = _expanded(self._document.children)
        for child in children:
            if child.rule:
                child.rule = replace(child.rule, children=_expanded(child.rule.children))
        return GherkinDocument(replace(self._document, children=children), [])


def _expanded(children: list[Child]) -> list[Child]:
    return [
        child
        for original in children
        for child in (
            [Child(scenario=one) for one in played(original.scenario)]
            if original.scenario
            else [replace(original)]
        )
    ]
