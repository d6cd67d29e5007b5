"""reports/messages.ndjson: a run as Cucumber Messages, for the tools that read those."""

from __future__ import annotations

import os
import platform
import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import cucumber_messages as messages
from cucumber_messages import Envelope, Product
from gherkin.pickles.compiler import Pickle
from gherkin.stream.gherkin_events import GherkinEvents
from pydantic import ConfigDict, TypeAdapter
from pydantic.alias_generators import to_camel

from harness.language.vocabulary import VOCABULARY, Vocabulary
from harness.play import runs
from harness.report.message_cases import Case, time_of
from harness.report.message_definitions import Definitions
from harness.report.message_results import HOOKS
from harness.report.record import AGAINST, Run, Scenario

MESSAGES = "messages.ndjson"
MEDIA_TYPE = "text/x.cucumber.gherkin+plain"
Message: TypeAlias = Envelope | dict[str, Any]
CONFIG = ConfigDict(alias_generator=to_camel, serialize_by_alias=True)  # messages spell names so


def write(run: Run, root: Path, reports: Path) -> Path:
    """Write the run's messages, a line each."""
    as_json = TypeAdapter(list[Message], config=CONFIG).dump_json
    told = _Stream(run, root, reports).messages()
    lines = [as_json([message], exclude_none=True)[1:-1] + b"\n" for message in told]
    runs.write(reports / MESSAGES, b"".join(lines).decode())
    return reports / MESSAGES


class _Stream:
    """The messages of a run: first what there is to be run, then what became of it.

    What stands in features is told by Gherkin's own library, ready to be written; the rest as dataclasses.
    Ids count on from 0, so that two runs of one outcome have the same.
    """

    def __init__(self, run: Run, root: Path, reports: Path, vocabulary: Vocabulary = VOCABULARY) -> None:
        self._run = run
        self._root = root
        self._reports = reports
        self._gherkin = GherkinEvents(GherkinEvents.Options(True, True, True))
        self._ids = self._gherkin.id_generator
        self._vocabulary = vocabulary
        # Where each scenario stands: its file, told once for each browser that has played it.
        self._uris = _uris(run.scenarios)
        self._pickles: dict[tuple[str, int], Pickle] = {}
        self._left_out: list[str] = []

    def messages(self) -> Iterator[Message]:
        """In their order."""
        yield Envelope(meta=_meta(self._run))
        files = {self._uris[scenario.id]: scenario.uri for scenario in self._run.scenarios}
        for uri, file in files.items():
            yield from self._feature(uri, self._root / file)
        for uri, problem in self._run.unreadable.items():
            if source := self._source(uri, self._root / uri):
                yield source
            yield from _parse_errors(uri, problem)
        yield from self._played()

    def _feature(self, uri: str, file: Path) -> Iterator[dict[str, Any]]:
        if source := self._source(uri, file):
            for event in self._gherkin.enum(source):
                message: dict[str, Any] = dict(event)
                if pickle := message.get("pickle"):
                    self._pickles[uri, pickle["location"]["line"]] = pickle
                yield message

    def _source(self, uri: str, file: Path) -> Any:
        """A feature's text; None if it was there, and has changed."""
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return None
        data = text.replace("\r\n", "\n").replace("\r", "\n")
        return {"source": {"uri": uri, "data": data, "mediaType": MEDIA_TYPE}}

    def _played(self) -> Iterator[Envelope]:
        run, new_id = self._run, self._ids.get_next_id
        definitions = Definitions(self._vocabulary, self._root, self._ids)
        yield from definitions.envelopes()
        hooks = {name: new_id() for name in HOOKS}
        for name, id in hooks.items():  # pytest's, which stand at no single place
            yield Envelope(hook=messages.Hook(id, messages.SourceReference(), name, type=HOOKS[name]))

        run_id = new_id()
        yield Envelope(test_run_started=messages.TestRunStarted(time_of(run.started), run_id))
        cases = [
            Case(scenario, pickle, definitions, hooks, self._ids) for scenario, pickle in self._selected()
        ]
        yield from (case.planned(run_id) for case in cases)
        for case in cases:
            yield from case.played(self._reports)
        yield Envelope(
            test_run_finished=messages.TestRunFinished(
                self._is_success(), time_of(run.finished), message=self._remark(), test_run_started_id=run_id
            )
        )

    def _selected(self) -> Iterator[tuple[Scenario, Pickle]]:
        for scenario in self._run.scenarios:
            pickle = self._pickles.get((self._uris[scenario.id], scenario.line))
            if pickle and [step["text"] for step in pickle["steps"]] == [
                told.step.text for told in scenario.played
            ]:
                if scenario.selected:
                    yield scenario, pickle
            else:
                self._left_out.append(scenario.id)

    def _is_success(self) -> bool:
        """Whether pytest calls the scenarios a success: what fails as expected is one."""
        wrong = self._run.with_outcome(AGAINST - {"xfailed"})
        return not (wrong or self._run.interruption or self._run.unreadable)

    def _remark(self) -> str | None:
        remarks = [self._run.interruption] if self._run.interruption else []
        remarks += [f"Left out, as its file has changed since: {id}" for id in self._left_out]
        return "\n".join(remarks) or None


def _uris(scenarios: list[Scenario]) -> dict[str, str]:
    """The file of each scenario, by its id; with the browser's name where several play it.

    Messages know no such thing, and readers show one outcome of what stands at one place.
    """
    at = Counter((scenario.uri, scenario.line) for scenario in scenarios)
    return {
        one.id: f"{one.uri}#{one.id.rpartition('[')[2].rstrip(']')}" if at[one.uri, one.line] > 1 else one.uri
        for one in scenarios
    }


def _parse_errors(uri: str, problem: str) -> Iterator[Envelope]:
    """An error for each mistake that is told of a file, at its line; one without a line if none was told."""
    before, *told = re.split(rf"^{re.escape(uri)}:(\d+): ", problem, flags=re.MULTILINE)
    if not told:
        yield Envelope(parse_error=messages.ParseError(before, messages.SourceReference(uri=uri)))
    for line, message in zip(told[::2], told[1::2], strict=True):
        place = messages.SourceReference(uri=uri, location=messages.Location(int(line)))
        yield Envelope(parse_error=messages.ParseError(message.strip(), place))


def _meta(run: Run) -> messages.Meta:
    return messages.Meta(
        protocol_version=version("cucumber-messages"),
        implementation=Product("renewal-harness", version("renewal-harness")),
        runtime=Product(platform.python_implementation(), run.python),
        os=Product(platform.system(), platform.release()),
        cpu=Product(platform.machine()),
        ci=_github() if os.environ.get("GITHUB_ACTIONS") == "true" else None,
    )


def _github() -> messages.Ci:
    """Where GitHub Actions runs this."""
    told = os.environ
    repository = f"{told.get('GITHUB_SERVER_URL')}/{told.get('GITHUB_REPOSITORY')}"
    return messages.Ci(
        "GitHub Actions",
        told.get("GITHUB_RUN_ID"),
        messages.Git(f"{repository}.git", told.get("GITHUB_SHA", ""), told.get("GITHUB_REF_NAME")),
        f"{repository}/actions/runs/{told.get('GITHUB_RUN_ID')}",
    )
