"""CHANGELOG.md keeps what it promises: whoever says a phrase the old way is told the new one."""

from __future__ import annotations

import re

import pytest

from harness import ROOT
from harness.check.keywords import step_kind
from harness.check.steps import Step, StepChecker
from harness.language.composite import with_composites
from harness.language.vocabulary import VOCABULARY
from harness.language.words import HANGUL

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RENAMED = re.findall(r"^\| (\S+ .*) \| (\S+ .+) \|$", CHANGELOG, re.MULTILINE)


@pytest.fixture(scope="module")
def checker() -> StepChecker:
    return StepChecker(with_composites(VOCABULARY, ROOT), None)


@pytest.mark.parametrize(("before", "now"), RENAMED)
def test_old_words_are_answered_with_the_new_ones(checker: StepChecker, before: str, now: str) -> None:
    (told,) = checker.problems(step(before))
    assert (told.en.rpartition(": ")[2], told.ko.rpartition(": ")[2]) == (now, now)
    assert checker.problems(step(now)) == []


def step(line: str) -> Step:
    language = "ko" if HANGUL.match(line) else "en"
    return Step(str(step_kind(line, language)), line.partition(" ")[2], None, False, language)
