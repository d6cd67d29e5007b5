"""What a person may arrange at the desk: arrangements.toml, read; and how an arrangement is made."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from mock_bank.bank.particles import settled
from mock_bank.control import insight
from mock_bank.control.operations import OPERATIONS

_ACTS = {operation.view.__name__: operation for operation in OPERATIONS}
Entries = Mapping[str, str]


@dataclass(frozen=True)
class Said:
    """The same in both languages."""

    ko: str
    en: str


@dataclass(frozen=True)
class Step:
    """A step of a feature, without its keyword."""

    kind: Literal["given", "when", "then"]
    ko: str
    en: str


@dataclass(frozen=True)
class Chosen(Said):
    """What was entered: as the control API is sent it, and in the words of a step."""

    sent: str


class WrongEntry(ValueError):
    """What was entered cannot be; the message says so in both languages."""


@dataclass(frozen=True)
class Field:
    """One thing to be chosen: of `words` by the names that the control API has, or as a `pattern` says."""

    name: str
    label: Said
    words: Mapping[str, Said]
    type: str = "text"
    pattern: str = ""
    usual: str | None = None

    def chosen(self, entries: Entries) -> Chosen:
        """What was chosen here. WrongEntry."""
        entry = entries.get(self.name, "")
        if entry in self.words:
            return Chosen(self.words[entry].ko, self.words[entry].en, entry)
        if self.words or not re.fullmatch(self.pattern, entry):
            raise _wrong(self.label, entry)
        return Chosen(entry, entry, entry)


@dataclass(frozen=True)
class Arrangement:
    """Something to arrange: the step that states it, and the act of the control API that brings it about."""

    name: str
    title: Said
    step: Step
    fields: list[Field]
    act: str | None = None
    named: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, Any] = field(default_factory=dict)

    def told(self, entries: Entries) -> Step:
        """The step with what was chosen. WrongEntry."""
        chosen = self._chosen(entries)
        ko = self.step.ko.format_map({name: one.ko for name, one in chosen.items()})
        en = self.step.en.format_map({name: one.en for name, one in chosen.items()})
        return Step(self.step.kind, settled(ko), en)

    def make(self, world_id: str, visitor: str, entries: Entries) -> None:
        """Bring it about in a visitor's world. WrongEntry, ControlError, UnknownWorld."""
        if self.act is None:
            return
        sent = {name: one.sent for name, one in self._chosen(entries).items()} | {"visitor": visitor}
        if "certificate" in sent:
            sent["certificate"] = _serial(world_id, visitor, int(sent["certificate"]))
        try:
            _ACTS[self.act].done(
                {"world_id": world_id, **_filled(self.named, sent)}, _filled(self.sent, sent)
            )
        except ValidationError:  # of the calendar, which no pattern knows
            raise _wrong(self.title, " ".join(entries.get(one.name, "") for one in self.fields)) from None

    def _chosen(self, entries: Entries) -> dict[str, Chosen]:
        chosen = {one.name: one.chosen(entries) for one in self.fields}
        if "count" in chosen:
            count, unit = chosen["count"], chosen["unit"]
            is_one = count.sent == "1"
            seconds = int(count.sent) * int(unit.sent)
            en = f"{count.en} {unit.en}{'' if is_one else 's'}"
            chosen["duration"] = Chosen(f"{count.ko}{unit.ko}", en, str(seconds))
            chosen["es"] = Chosen("", "es" if is_one else "", "")
        return chosen


@dataclass(frozen=True)
class Group(Said):
    """Arrangements of one subject, by name."""

    offers: Mapping[str, Arrangement]


def _wrong(where: Said, entry: str) -> WrongEntry:
    return WrongEntry(f"{where.ko}: “{entry}”은(는) 쓸 수 없습니다. / {where.en}: “{entry}” cannot be.")


def _serial(world_id: str, visitor: str, number: int) -> str:
    """The serial of one of the visitor's certificates, counted from the oldest. WrongEntry."""
    issued = [one.serial for one in insight.list_certificates(world_id).certificates if one.person == visitor]
    if number >= len(issued):
        raise WrongEntry("그런 인증서는 아직 없습니다. / There is no such certificate yet.")
    return issued[number]


def _filled(template: Mapping[str, Any], sent: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: value.format_map(sent) if isinstance(value, str) else value for name, value in template.items()
    }


def _load() -> list[Group]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words = {type: {name: Said(**one) for name, one in all.items()} for type, all in table["words"].items()}
    fields = {name: _field(name, words, **one) for name, one in table["fields"].items()}
    return [
        Group(
            group["ko"],
            group["en"],
            {name: _offer(name, fields, one) for name, one in group["offers"].items()},
        )
        for group in table["groups"]
    ]


def _field(name: str, known: Mapping[str, Mapping[str, Said]], ko: str, en: str, **more: Any) -> Field:
    words = {one: said for type in more.pop("words", []) for one, said in known[type].items()}
    return Field(name, Said(ko, en), words, **more)


def _offer(name: str, fields: Mapping[str, Field], table: dict[str, Any]) -> Arrangement:
    step = Step(**table.pop("step"))
    chosen = [fields[one] for one in _needed(step.en)]
    return Arrangement(name, Said(**table.pop("title")), step, chosen, **table)


def _needed(text: str) -> Iterator[str]:
    """The fields that a step asks for, in its order."""
    for name in re.findall(r"{(\w+)}", text):
        if name == "duration":
            yield from ("count", "unit")
        elif name != "es":
            yield name


GROUPS = _load()
ARRANGEMENTS = {name: one for group in GROUPS for name, one in group.offers.items()}
