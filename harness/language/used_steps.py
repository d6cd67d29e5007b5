"""The steps that features use, each with the words of its example row put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gherkin.errors import ParserError
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from harness.language.gherkin import PHRASE_TAGS

KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}
NOT_RUN = {"skip", "xfail"}


@dataclass(frozen=True)
class UsedStep:
    """A step of a scenario that is run and is to pass."""

    kind: str
    text: str
    below: tuple[str, ...]  # the lines of its table, or of its text
    feature: str
    scenario: str
    language: str


def used_steps(features: Path) -> Iterator[UsedStep]:
    """Every step under `features`, in the order of the files' names.

    A file that is no feature is passed over: `renewal check` says what is wrong with it.
    """
    for path in sorted(features.rglob("*.feature")):
        try:
            document: Any = Parser().parse(path.read_text(encoding="utf-8-sig"))
        except (ParserError, UnicodeDecodeError):
            continue
        document["uri"] = path.relative_to(features.parent).as_posix()
        scenarios: Any = Compiler().compile(document)
        for scenario in scenarios:
            tags = {tag["name"].removeprefix("@") for tag in scenario["tags"]}
            for step in scenario["steps"]:
                # A phrase's step that waits for words is none yet.
                waits = tags & {*PHRASE_TAGS} and re.search("<[^<>]+>", step["text"])
                if step["type"] in KINDS and not tags & NOT_RUN and not waits:
                    yield _used(step, scenario)


def _used(step: dict[str, Any], scenario: dict[str, Any]) -> UsedStep:
    below = tuple(_lines_below(step.get("argument", {})))
    kind, text = KINDS[step["type"]], step["text"]
    return UsedStep(kind, text, below, scenario["uri"], scenario["name"], scenario["language"])


def _lines_below(argument: dict[str, Any]) -> Iterator[str]:
    for row in argument.get("dataTable", {}).get("rows", []):
        yield "| " + " | ".join(cell["value"] for cell in row["cells"]) + " |"
    if text := argument.get("docString"):
        yield from ['"""', *text["content"].splitlines(), '"""']
