from __future__ import annotations

from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.seeds.guide import CLAIMS_FILE, load_claims
from tests.harness.conftest import Project
from tests.harness.report.test_record import STEPS


@pytest.fixture
def guide(project: Project) -> Project:
    project.claims("step.1", "step.2", "step.3")
    project.steps(STEPS)
    return project


def feature(*scenarios: tuple[str, str]) -> str:
    """A feature of scenarios, each with its tags and its last step."""
    return "Feature: A\n" + "".join(
        f"  {tags}\n  Scenario: Number {number}\n    Given a scenario that passes\n    {step}\n"
        for number, (tags, step) in enumerate(scenarios)
    )


PASS = "Then it passes"


def test_a_mistake_in_the_chapters_is_told_before_anything_is_run(guide: Project) -> None:
    guide.write(str(CLAIMS_FILE), '[chapters."steps"]\nen = "Steps"\n')
    guide.write("a.feature", feature(("", PASS)))
    guide.refuse("ERROR: seeds/guide.toml:1: [[]chapters.steps]: missing: ko")


def test_a_claim_may_be_told_by_the_tags_of_feature_and_examples(guide: Project) -> None:
    guide.write(
        "a.feature",
        """
        @guide.step.1
        Feature: A
          Scenario Outline: B
            Then it <does>
            @guide.step.2
            Examples:
              | does   |
              | passes |
            @guide.step.3
            Examples:
              | does   |
              | fails  |
        """,
    )
    assert guide.run().outlines[-1] == "Guide: 1 of 3 claims held"


def test_what_is_beyond_the_guide_is_told_apart(guide: Project) -> None:
    guide.claims("step.1", "field.clock", "field.relay")
    guide.write("a.feature", feature(("@guide.step.1 @field.clock", PASS), ("@field.relay", "Then it fails")))
    assert guide.run().outlines[-1] == "Guide: 1 of 1 claims held; beyond it 1 of 2"
    assert guide.node_ids("-m", "field.relay") == ["a.feature::Number 1"]


def test_tests_that_are_no_scenarios_say_nothing_of_the_guide(guide: Project) -> None:
    guide.write("test_a.py", "def test_a(): pass")
    assert "Guide:" not in guide.run().stdout.str()


def test_claims_are_read_by_id(tmp_path: Path) -> None:
    write(
        tmp_path, '[claims."step.4"]\nchapter = "steps"\nen = "a"\nko = "b"\nen_shows = "c"\nko_shows = "d"'
    )
    claims = load_claims(tmp_path)
    assert claims["step.4"].tag == "guide.step.4"
    assert claims["step.4"].ko_shows == "d"


def test_what_is_beyond_the_guide_has_its_id_as_its_tag(tmp_path: Path) -> None:
    write(
        tmp_path, '[claims."field.clock"]\nchapter = "x"\nen = "a"\nko = "b"\nen_shows = "c"\nko_shows = "d"'
    )
    assert load_claims(tmp_path)["field.clock"].tag == "field.clock"


def test_a_project_without_a_guide_has_no_claims(tmp_path: Path) -> None:
    assert load_claims(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[claims."step.4"]\nchapter = "steps"',
            r'guide.toml:1: \[claims."step.4"\]: missing: en, ko, en_shows, ko_shows',
        ),
        ('[claims."step.4"]\ncolour = "red"', r"\[claims.*'colour'"),
        ("[claims", "seeds/guide.toml:1: .*end of document"),
    ],
)
def test_a_wrong_guide_is_one_message(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(HarnessError, match=message):
        load_claims(tmp_path)


def write(root: Path, text: str) -> None:
    (root / CLAIMS_FILE).parent.mkdir()
    (root / CLAIMS_FILE).write_text(text, encoding="utf-8")
