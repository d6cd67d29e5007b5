"""Logs of several runs as that of one, and what is to be said of how they fit together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from harness.report.log import Log
from harness.report.observer import OBSERVED, PLAN
from harness.seeds.guide import SCENARIO_PROPERTY

Plain = dict[str, Any]
Problem = tuple[str, str]  # in English and in Korean

# What all have to be alike in, for one run has but one.
ALIKE: dict[str, Problem] = {
    "commit": ("commit", "커밋"),
    "seed": ("seed", "시드"),
    "defect": ("known bug", "알려진 버그"),
}
ALIKE_EN = "Give all of them one command and one .test_durations"
ALIKE_KO = "샤드가 서로 다르게 나뉘었습니다. 모두 같은 명령과 같은 .test_durations로 실행하세요"


@dataclass
class Part:
    """One run among those that are merged."""

    log: Log
    en: str  # what it is called
    ko: str
    engine: str
    is_sure: bool = True  # whether it belongs to the others, and is there once


class Together:
    """Several runs as one: shards of one run, in one engine or in several."""

    def __init__(self, logs: list[Log], empty: Iterable[Path] = ()) -> None:
        self.logs = logs
        self.problems = [
            (
                f"{folder} holds no record of a run: what it was to play has not been played",
                f"{folder}: 실행 기록이 없습니다. "
                "여기에서 실행했어야 할 시나리오는 실행되지 않은 것으로 봅니다",
            )
            for folder in empty
        ]
        several = len({tuple(log.run.engines) for log in logs}) > 1
        self._parts = [_part(log, several) for log in logs]
        # Runs in an engine each: their tests are called as those of one run in all of them.
        self._are_told_apart = several and all(len(log.run.engines) == 1 for log in logs)
        if self._are_told_apart:
            for part in self._parts:
                for plain in part.log.reports:
                    _name_after(plain, f"[{part.engine}]")
        self._model = _most_are_like(logs)
        self.problems += [*self._unlike(), *self._missing(), *self._unended(), *self._twice()]
        self._tests = self._by_test()
        self.count = len(self._tests)

    @property
    def exits(self) -> list[int]:
        """Pytest's exit codes, of those that have come to an end."""
        return [log.exit for log in self.logs if log.exit is not None]

    def about(self) -> Plain:
        """What they are as one run: values for a Run."""
        all = [log.run for log in self.logs]
        return {
            **{name: getattr(self._model.run, name) for name in ALIKE},
            "started": min(run.started for run in all),
            "finished": max(run.finished for run in all),
            "command": "\n".join(dict.fromkeys(run.command for run in all)),
            "python": ", ".join(sorted({run.python for run in all})),
            "pytest": ", ".join(sorted({run.pytest for run in all})),
            "shard": None,
            "engines": list(dict.fromkeys(chain.from_iterable(run.engines for run in all))),
            "problems": self.problems,
        }

    def unreadable(self) -> list[Plain]:
        """The reports of what could not be collected, once for all."""
        found = [plain for log in self.logs for plain in log.reports if _is_collection(plain)]
        return list({plain["nodeid"]: plain for plain in found}.values())

    def plan(self) -> list[Plain]:
        """All scenarios that any of them has found: to be run, if they were for one."""
        found: dict[str, dict[str, Plain]] = {}
        for part in self._parts:
            for one in _planned(part.log):
                at = found.setdefault(one["id"], {})
                known = at.setdefault(part.engine, one | {"selected": False})
                known["selected"] |= one["selected"]
                known["is_sure"] &= part.is_sure or not one["selected"]
        if not self._are_told_apart:
            plan = [one for of in found.values() for one in of.values()]
        else:
            engines = dict.fromkeys(part.engine for part in self._parts)
            plan = [_in_engine(of, engine) for of in found.values() for engine in engines]
        for one in plan:
            one["is_sure"] &= len(self._tests.get(one["id"], [])) < 2
            one["selected"] |= one.pop("is_of_shard")
        lost = [one for one in plan if one["selected"] and one["id"] not in self._tests]
        if lost and not self.problems and not any(self.ends()):
            self.problems.append(
                (
                    f"{len(lost)} of the scenarios were played by no shard: the shards were not cut alike. "
                    f"{ALIKE_EN}",
                    f"시나리오 {len(lost)}개가 어느 샤드에서도 실행되지 않았습니다. {ALIKE_KO}",
                )
            )
        return plan

    def played(self) -> Iterator[Plain]:
        """The reports of each test: of one that came twice those that speak against it, else the first."""
        for tries in self._tests.values():
            yield from max(tries, key=lambda reports: any(plain["outcome"] == "failed" for plain in reports))

    def ends(self) -> Problem:
        """Why they have ended before their time: empty if none has, and once what is said of all."""
        told = [(part, part.log.run.interruption) for part in self._parts if part.log.run.interruption]
        if len(told) == len(self._parts) and len({text for _, text in told}) == 1:
            return str(told[0][1]), str(told[0][1])
        return (
            "; ".join(f"{part.en}: {text}" for part, text in told),
            "; ".join(f"{part.ko}: {text}" for part, text in told),
        )

    def _by_test(self) -> dict[str, list[list[Plain]]]:
        """For each test the reports of each part that has played it."""
        tests: dict[str, dict[int, list[Plain]]] = defaultdict(dict)
        for number, part in enumerate(self._parts):
            for plain in part.log.reports:
                if not _is_collection(plain):
                    tests[plain["nodeid"]].setdefault(number, []).append(plain)
        sure = [number for number, part in enumerate(self._parts) if part.is_sure]
        again = sum(sum(number in sure for number in parts) > 1 for parts in tests.values())
        if again:
            self.problems.append(
                (
                    f"{again} of the tests were played more than once: the shards were not cut alike. "
                    f"{ALIKE_EN}",
                    f"테스트 {again}개가 두 번 이상 실행되었습니다. {ALIKE_KO}",
                )
            )
        return {id: list(parts.values()) for id, parts in tests.items()}

    def _unlike(self) -> Iterator[Problem]:
        for name, (en, ko) in ALIKE.items():
            model = getattr(self._model.run, name)
            for part in self._parts:
                value = getattr(part.log.run, name)
                if value != model:
                    part.is_sure = False
                    yield (
                        f"{part.en} is of another {en}: {_or_none(value)}, not {_or_none(model)}",
                        f"{part.ko}: {ko}이(가) 다릅니다. 기준은 {_or_none(model)}인데 "
                        f"{_or_none(value)}입니다",
                    )

    def _missing(self) -> Iterator[Problem]:
        for engine, of, parts in self._sets():
            there = {part.log.run.shard[0] for part in parts if part.log.run.shard}
            for number in sorted({*range(1, of + 1)} - there):
                en, ko = _called((number, of), engine)
                yield f"{en} is missing", f"{ko}: 결과가 없습니다"

    def _unended(self) -> Iterator[Problem]:
        for part in self._parts:
            if part.log.exit is None:
                yield (
                    f"{part.en} crashed: its run has not come to an end",
                    f"{part.ko}: 비정상 종료되어 실행이 끝나지 않았습니다",
                )

    def _twice(self) -> Iterator[Problem]:
        for _, _, parts in self._sets():
            count = Counter(part.log.run.shard for part in parts)
            for part in parts:
                if count[part.log.run.shard] > 1:
                    part.is_sure = False
            for name in dict.fromkeys((one.en, one.ko) for one in parts if count[one.log.run.shard] > 1):
                yield f"{name[0]} came more than once", f"{name[1]}: 두 번 이상 들어 있습니다"

    def _sets(self) -> Iterator[tuple[str, int, list[Part]]]:
        """The shards of each run: its engine, where there are several, their number, those that are there."""
        sets: dict[tuple[str, int], list[Part]] = defaultdict(list)
        for part in self._parts:
            if part.log.run.shard:
                sets[part.engine, part.log.run.shard[1]].append(part)
        for (engine, of), parts in sets.items():
            yield engine, of, parts


def _part(log: Log, several: bool) -> Part:
    engine = "+".join(log.run.engines) if several else ""
    return Part(log, *_called(log.run.shard, engine, log.run.id), engine)


def _called(shard: tuple[int, int] | None, engine: str, id: str = "") -> Problem:
    played_in = f" ({engine})" if engine else ""
    if not shard:
        return f"run {id}{played_in}", f"실행 {id}{played_in}"
    return f"shard {shard[0]} of {shard[1]}{played_in}", f"샤드 {shard[0]}/{shard[1]}{played_in}"


def _or_none(value: object) -> object:
    return "-" if value is None else value


def _most_are_like(logs: list[Log]) -> Log:
    """One of those that are alike, which are the most; of as many those that have begun last."""
    count = Counter(map(_kind, logs))
    return max(logs, key=lambda log: (count[_kind(log)], log.run.started))


def _kind(log: Log) -> tuple[object, ...]:
    return tuple(getattr(log.run, name) for name in ALIKE)


def _is_collection(plain: Plain) -> bool:
    return bool(plain["$report_type"] == "CollectReport")


def _planned(log: Log) -> Iterator[Plain]:
    for plain in log.reports:
        yield from plain.get(OBSERVED, {}).pop(PLAN, [])


def _name_after(plain: Plain, ending: str) -> None:
    """As pytest names what is played in several browsers."""
    if _is_collection(plain):
        return
    plain["nodeid"] += ending
    plain["location"][2] += ending
    for told in plain["user_properties"]:
        if told[0] == SCENARIO_PROPERTY:
            told[1] += ending


def _in_engine(of: dict[str, Plain], engine: str) -> Plain:
    """The scenario in an engine: where that has not found it, as one that was not to be run."""
    one = of.get(engine) or next(iter(of.values())) | {
        "selected": False,
        "is_of_shard": False,
        "browser": engine,
    }
    return one | {"id": f"{one['id']}[{engine}]", "name": f"{one['name']}[{engine}]"}
