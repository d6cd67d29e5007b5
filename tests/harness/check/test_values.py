"""A value is named before it is used, and used once it is named; both are told before anything runs."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from harness.check.project import Project
from harness.language.composite import with_composites
from harness.language.vocabulary import load_phrases

ROOT = Path(__file__).parents[3]
NOTES = "When the customer notes the newest SMS code as <code>"
USES = 'And the customer enters "<code>" as the SMS code'
SEES = "Then the customer sees sign-in"


def told(folder: Path, *steps: str, examples: str = "") -> list[str]:
    kind = "Scenario Outline" if examples else "Scenario"
    text = f"Feature: A\n  {kind}: B\n" + indent("\n".join(["Given Kim Hana is at sign-in", *steps]), "    ")
    file = folder / "a.feature"
    file.write_text(f"{text}\n{examples}", encoding="utf-8")
    found = Project(ROOT, load_phrases()).check([file]).texts
    return [line.removeprefix(f"{file}:") for text in found for line in text.splitlines()]


def test_a_value_that_is_named_and_used(tmp_path: Path) -> None:
    assert told(tmp_path, NOTES, USES, SEES) == []


def test_a_value_beside_the_columns_of_an_outline(tmp_path: Path) -> None:
    steps = [NOTES, USES, "And <duration> pass", SEES]
    assert told(tmp_path, *steps, examples="    Examples:\n      | duration |\n      | 1 minute |\n") == []
    (column,) = told(tmp_path, NOTES, USES, SEES, examples="    Examples:\n      | code |\n      | 1 |\n")[:1]
    assert column == "4: <code> is a column of the examples: call this value otherwise"


@pytest.mark.parametrize(
    ("steps", "finding"),
    [
        ([USES.replace("And", "When"), SEES], "4: nothing in this scenario is called <code>: name it"),
        ([USES.replace("And", "When"), NOTES, SEES], "4: <code> is used here, and named further down"),
        ([NOTES, SEES], '4: no later step uses <code>: write "<code>" where it belongs'),
        (
            [NOTES, 'And the customer enters "<cod>" as the SMS code', SEES],
            "5: nothing in this scenario is called <cod>",
        ),
    ],
)
def test_what_is_wrong_with_a_value(tmp_path: Path, steps: list[str], finding: str) -> None:
    assert any(line.startswith(finding) for line in told(tmp_path, *steps))


def test_a_text_that_merely_looks_so_is_itself(tmp_path: Path) -> None:
    assert told(tmp_path, 'When the customer enters "<b>김하나</b>" as the name', SEES) == []


def with_phrases(root: Path, steps: list[str], *used: str) -> list[str]:
    """What is told of a feature with a phrase of these steps, and of a scenario that says it among others."""
    (root / "seeds").symlink_to(ROOT / "seeds")
    defined = ["@phrase", "Scenario: a code is kept", *(f"  {step}" for step in steps)]
    said = ["Scenario: B", *(f"  {step}" for step in ["Given Kim Hana is at sign-in", *used, SEES])]
    text = "Feature: A\n" + indent("\n".join([*defined, *said]), "  ") + "\n"
    (root / "features").mkdir()
    (file := root / "features" / "a.feature").write_text(text, encoding="utf-8")
    vocabulary = with_composites(load_phrases(), root)
    found = Project(root, vocabulary).check([file]).texts
    return [text.partition("a.feature:")[2] for text in found]


def test_what_a_phrase_names_its_other_steps_and_the_scenario_may_use(tmp_path: Path) -> None:
    assert with_phrases(tmp_path, [NOTES, USES], "When a code is kept", USES) == []


def test_what_a_phrase_names_need_not_be_used(tmp_path: Path) -> None:
    assert with_phrases(tmp_path, [NOTES], "When a code is kept") == []


def test_a_phrase_cannot_use_what_only_the_scenario_names(tmp_path: Path) -> None:
    found = with_phrases(tmp_path, [USES.replace("And", "When")], NOTES, "And a code is kept")
    assert found[0] == "4: the phrase's title has no <code>"


def test_what_a_phrase_names_is_used_after_it(tmp_path: Path) -> None:
    found = with_phrases(tmp_path, [NOTES], USES.replace("And", "When"), "And a code is kept")
    assert found == [
        "7: <code> is used here, and named further down: name it above this step",
    ]
