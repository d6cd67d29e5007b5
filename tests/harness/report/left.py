"""What a run has left, read as programs read it: its record, its messages, junit.xml."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema_rs import validator_for

from harness.play import runs
from tests.harness.conftest import Project

CUCUMBER = Path(__file__).parent / "cucumber"
# What no two runs have in common, and what is another in shards.
OF_ONE_RUN = {"started", "seconds", "worker", "timestamp", "duration", "workerId", "time", "hostname"}
PATHS = re.compile(r"[\w./-]*runs/[\w./-]+")


def record_in(reports: Path) -> dict[str, Any]:
    """What the last run has left there."""
    made: dict[str, Any] = next(runs.records(reports))
    return made


def record(project: Project) -> dict[str, Any]:
    """What the last run has left."""
    return record_in(project.path / runs.REPORTS)


def scenarios(project: Project) -> dict[str, Any]:
    """What the record says of each scenario, by its name."""
    return {one["name"]: one for one in record(project)["run"]["scenarios"]}


def attempts(project: Project) -> list[list[str]]:
    """What became of each attempt at each scenario."""
    told = record(project)["run"]["scenarios"]
    return [[attempt["outcome"] for attempt in one["attempts"]] for one in told]


def outcomes(project: Project) -> dict[str, list[str]]:
    """The same by the scenarios' names."""
    return dict(zip(scenarios(project), attempts(project), strict=True))


def junit(project: Project) -> dict[str, ElementTree.Element]:
    """Each test case in junit.xml, by its name."""
    tree = ElementTree.parse(project.path / "reports/junit.xml")
    return {case.attrib["name"]: case for case in tree.iter("testcase")}


def timeless(reports: Path) -> Any:
    """All that a run's reports say, but for time and place."""
    made = record_in(reports)
    lines = (reports / "messages.ndjson").read_text("utf-8").splitlines()
    suite = ElementTree.parse(reports / "junit.xml").getroot()[0]
    return _timeless(
        {
            "claims": made["claims"],
            "outcomes": made["outcomes"],
            "scenarios": made["run"]["scenarios"],
            "interruption": made["run"]["interruption"],
            "unreadable": made["run"]["unreadable"],
            "messages": [json.loads(line) for line in lines],
            "suite": dict(suite.attrib),
            "cases": sorted(_of_xml(case) for case in suite),
        }
    )


def _of_xml(element: ElementTree.Element) -> str:
    parts = [f"{name}={value}" for name, value in element.attrib.items() if name not in OF_ONE_RUN]
    return " ".join([element.tag, *parts, element.text or "", *map(_of_xml, element)])


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _timeless(part) for name, part in value.items() if name not in OF_ONE_RUN}
    if isinstance(value, list):
        return [_timeless(part) for part in value]
    return PATHS.sub("PATH", value) if isinstance(value, str) else value


class Messages:
    """The messages that a run has left, each valid by the schema."""

    def __init__(self, project: Project) -> None:
        self.path = project.path / "reports/messages.ndjson"
        self.all = [json.loads(line) for line in self.path.read_text("utf-8").splitlines()]
        for message in self.all:
            assert [error.message for error in schema().iter_errors(message)] == []

    def of(self, kind: str) -> list[Any]:
        return [message[kind] for message in self.all if kind in message]

    def by_id(self, kind: str) -> dict[str, Any]:
        return {one["id"]: one for one in self.of(kind)}

    @property
    def names(self) -> dict[str, str]:
        """What each test step is called: as its step in the feature, or as its hook."""
        steps = {step["id"]: step["text"] for pickle in self.of("pickle") for step in pickle["steps"]}
        hooks = self.by_id("hook")
        return {
            step["id"]: steps[step["pickleStepId"]]
            if "pickleStepId" in step
            else hooks[step["hookId"]]["name"]
            for case in self.of("testCase")
            for step in case["testSteps"]
        }

    @property
    def scenarios(self) -> dict[str, str]:
        """Each attempt's scenario, by the attempt's id."""
        names = {pickle["id"]: pickle["name"] for pickle in self.of("pickle")}
        cases = {case["id"]: names[case["pickleId"]] for case in self.of("testCase")}
        return {start["id"]: cases[start["testCaseId"]] for start in self.of("testCaseStarted")}

    @property
    def outcomes(self) -> dict[str, str]:
        """What became of each scenario's steps, in order; after the last attempt if there were several."""
        names = self.names
        found: dict[str, list[str]] = {id: [] for id in self.scenarios}
        for end in self.of("testStepFinished"):
            status = end["testStepResult"]["status"]
            found[end["testCaseStartedId"]].append(f"{names[end['testStepId']]} {status}")
        return {self.scenarios[id]: ", ".join(steps) for id, steps in found.items()}

    def said(self, scenario: str) -> dict[str, str]:
        """The messages at a scenario's steps."""
        return {
            self.names[end["testStepId"]]: end["testStepResult"]["message"]
            for end in self.of("testStepFinished")
            if self.scenarios[end["testCaseStartedId"]] == scenario and "message" in end["testStepResult"]
        }


@cache
def schema() -> Any:
    return validator_for(json.loads((CUCUMBER / "messages.schema.json").read_text("utf-8")))
