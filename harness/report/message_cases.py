"""A scenario's Cucumber Messages: a test case, and each time that it was played."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import cucumber_messages as messages
from cucumber_messages import AttachmentContentEncoding, Envelope
from gherkin.pickles.compiler import Pickle
from gherkin.stream.id_generator import IdGenerator

from harness.report.message_definitions import Definitions
from harness.report.message_results import SET_UP, TEAR_DOWN, VERDICT, WRONG, results
from harness.report.record import AGAINST, Attempt, Scenario

LOG = "text/x.cucumber.log+plain"  # what Cucumbers call a text that a step has logged
GHERKIN = "gherkin"  # the language of what is suggested: steps, where other Cucumbers suggest functions


class Case:
    """A scenario that was to be run."""

    def __init__(
        self,
        scenario: Scenario,
        pickle: Pickle,
        definitions: Definitions,
        hooks: dict[str, str],
        ids: IdGenerator,
    ) -> None:
        self._scenario = scenario
        self._new_id = ids.get_next_id
        self._id = self._new_id()
        self._pickle_id = pickle["id"]
        self._pickle_steps = [step["id"] for step in pickle["steps"]]
        steps = self._planned_steps(pickle, definitions)
        ambiguous = [number for number, step in enumerate(steps) if len(step.step_definition_ids) > 1]
        self._results = [
            results(attempt, scenario.played_in(attempt), ambiguous) for attempt in scenario.attempts
        ]
        self._parts: dict[str | int, messages.TestStep] = {
            SET_UP: self._hook(hooks[SET_UP]),
            **dict(enumerate(steps)),
            VERDICT: self._hook(hooks[VERDICT]),
            TEAR_DOWN: self._hook(hooks[TEAR_DOWN]),
        }
        if not any(result.part == VERDICT for found in self._results for result in found):
            del self._parts[VERDICT]  # few have anything to say there

    def planned(self, run_id: str) -> Envelope:
        """What is to be played."""
        steps = list(self._parts.values())
        return Envelope(test_case=messages.TestCase(self._id, self._pickle_id, steps, run_id))

    def played(self, reports: Path) -> Iterator[Envelope]:
        """What was played, each time, with what is left of it under `reports`."""
        for number, attempt in enumerate(self._scenario.attempts):
            yield from self._attempt(number, attempt, reports)

    def _planned_steps(self, pickle: Pickle, definitions: Definitions) -> list[messages.TestStep]:
        places = [told.played.definition for told in self._scenario.played]
        return [
            messages.TestStep(
                self._new_id(), None, step["id"], *definitions.of(step["type"], step["text"], place)
            )
            for step, place in zip(pickle["steps"], places, strict=True)
        ]

    def _hook(self, hook: str) -> messages.TestStep:
        return messages.TestStep(self._new_id(), hook_id=hook)

    def _attempt(self, number: int, attempt: Attempt, reports: Path) -> Iterator[Envelope]:
        id, now, worker = self._new_id(), attempt.started.timestamp(), attempt.worker
        evidence = attempt.files(reports)
        yield Envelope(test_case_started=messages.TestCaseStarted(number, id, self._id, _time(now), worker))
        for result in self._results[number]:
            step = self._parts[result.part].id
            yield Envelope(test_step_started=messages.TestStepStarted(id, step, _time(now)))
            now += result.seconds
            files = result.files
            if result.status in WRONG:
                files, evidence = [*files, *evidence], []
            at = {"test_case_started_id": id, "test_step_id": step, "timestamp": _time(now)}
            if result.parts:  # what readers show below a step
                parts = "\n".join(result.parts)
                log = messages.Attachment(parts, AttachmentContentEncoding.identity, LOG, **at)
                yield Envelope(attachment=log)
            for file in files:
                is_embedded = attempt.outcome in AGAINST
                yield from _attached(reports, file, _name(file, attempt.evidence), is_embedded, at)
            if result.nearest and isinstance(result.part, int):
                snippets = [messages.Snippet(code, GHERKIN) for code in result.nearest]
                asked = self._pickle_steps[result.part]
                yield Envelope(suggestion=messages.Suggestion(self._new_id(), asked, snippets))
            took = messages.Duration(*_nanos_and_seconds(result.seconds))
            told = messages.TestStepResult(took, result.status, message=result.message or None)
            yield Envelope(test_step_finished=messages.TestStepFinished(id, step, told, _time(now)))
        if attempt.outcome != "not run":  # interrupted in the middle
            again = attempt is not self._scenario.last
            yield Envelope(test_case_finished=messages.TestCaseFinished(id, _time(now), again))


def _name(file: str, evidence: str | None) -> str:
    """What an attachment is called: a replay's differs from that of the failure itself."""
    path = PurePosixPath(file)
    is_inside = evidence and path.is_relative_to(evidence)
    return "-".join(path.relative_to(str(evidence)).parts) if is_inside else path.name


def _attached(reports: Path, file: str, name: str, is_wrong: bool, at: dict[str, Any]) -> Iterator[Envelope]:
    """Pictures and texts of what went wrong are embedded; all else would be too much, and is linked."""
    type = guess_type(file)[0] or "application/octet-stream"
    if not (is_wrong and type.startswith(("image/", "text/"))):
        yield Envelope(external_attachment=messages.ExternalAttachment(type, quote(file), **at))
        return
    try:
        content = (reports / file).read_bytes()
    except OSError:
        return  # gone since: all else is true without it
    if not content:
        return
    if type.startswith("text/"):
        body, encoding = content.decode("utf-8", "replace"), AttachmentContentEncoding.identity
    else:
        body, encoding = b64encode(content).decode(), AttachmentContentEncoding.base64
    yield Envelope(attachment=messages.Attachment(body, encoding, type, file_name=name, **at))


def time_of(moment: datetime) -> messages.Timestamp:
    """A moment as messages have it."""
    return _time(moment.timestamp())


def _time(seconds: float) -> messages.Timestamp:
    return messages.Timestamp(*_nanos_and_seconds(seconds))


def _nanos_and_seconds(seconds: float) -> tuple[int, int]:
    """As exact as a float of today's time is: to the microsecond."""
    whole, micros = divmod(round(seconds * 1_000_000), 1_000_000)
    return micros * 1_000, whole
