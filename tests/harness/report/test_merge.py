"""One report of many runs: the same as one run would have told, and what is wrong with their parts."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.errors import HarnessError
from harness.report.log import LOG
from harness.report.merge import merge
from tests.harness.conftest import ROOT, Project
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.left import record, record_in, timeless
from tests.harness.report.test_record import EVERYTHING, RERUNS

CRASH = """
      @guide.step.7
      Scenario: its worker crashes
        Given a scenario that passes
        Then its worker crashes
"""
THREE = """
    Feature: A
      @guide.step.1 @guide.step.7
      Scenario: first
        Then it passes
      @guide.step.2 @guide.step.7
      Scenario: second
        Then it passes
      @guide.step.3
      Scenario: third
        Then it passes
"""
Play = Callable[..., Path]


@pytest.fixture
def played() -> list[pytest.RunResult]:
    """What pytest said of each run."""
    return []


@pytest.fixture
def play(guide: Project, played: list[pytest.RunResult]) -> Play:
    """Run as another machine would, and bring away what that has left."""

    def play(*arguments: str) -> Path:
        (guide.path / "heard").unlink(missing_ok=True)
        played.append(guide.run(*arguments))
        number = len([*guide.path.glob("left-*")])
        return Path(shutil.move(guide.path / "reports", guide.path / f"left-{number}"))

    return play


@pytest.fixture
def shards(play: Play) -> Callable[..., list[Path]]:
    return lambda of, *more: [
        play(*more, "--splits", str(of), "--group", str(number + 1)) for number in range(of)
    ]


Merged = Callable[..., pytest.RunResult]


@pytest.fixture
def merged(guide: Project) -> Merged:
    """Merge, into out/."""

    def merged(*folders: Path) -> pytest.RunResult:
        shutil.rmtree(guide.path / "out", ignore_errors=True)
        return guide.run(main=lambda *_, **__: merge(folders, Path("out"), Path.cwd()))

    return merged


def test_shards_tell_the_same_as_one_run(
    guide: Project, play: Play, played: list[pytest.RunResult], merged: Merged
) -> None:
    guide.more_steps(RERUNS)
    guide.write("a.feature", EVERYTHING + CRASH)
    guide.write("test_b.py", "def test_b(): assert False\ndef test_c(): pass")
    one = play("-n", "1")
    expected = timeless(one)
    result = merged(*(play("-n", "1", "--splits", "2", "--group", group) for group in "12"))
    assert timeless(guide.path / "out") == expected
    assert result.ret == played[0].ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes() == played[0].parseoutcomes()
    assert summary(result) == summary(played[0])
    assert result.outlines[-1] == played[0].outlines[-1] == "Guide: 2 of 10 claims held"


def summary(result: pytest.RunResult) -> list[str]:
    return sorted(line for line in result.outlines if line.startswith(("FAILED", "ERROR ", "Problem")))


def _log(reports: Path) -> Path:
    [path] = reports.glob(f"runs/*/{LOG}")
    return path.relative_to(reports)


def test_evidence_comes_along(guide: Project, shards: Any, merged: Merged) -> None:
    guide.write("a.feature", EVERYTHING)
    result = merged(*shards(2))
    out = guide.path / "out"
    attempts = [one["attempts"][-1] for one in record_in(out)["run"]["scenarios"]]
    left = [one["evidence"] for one in attempts if one["evidence"]]
    assert len(left) == 3
    assert all((out / path / "failure.txt").exists() for path in left)
    told = re.findall(r"renewal open (\S+)", result.stdout.str())
    assert len(told) == 3
    assert all((guide.path / path).is_dir() for path in told)
    page = (out / "guide.html").read_text("utf-8")
    assert all(f'href="{path}/failure.txt"' in page for path in left)


def test_an_interrupted_shard_ends_all(guide: Project, shards: Any, merged: Merged) -> None:
    guide.write("a.feature", THREE + "\n      Scenario: ends\n        Then somebody types Ctrl-C\n")
    result = merged(*shards(2))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    run = record_in(guide.path / "out")["run"]
    assert re.fullmatch(r"shard \d of 2: Ctrl-C", run["interruption"])


def test_a_file_that_cannot_be_read_is_told_once(
    guide: Project, play: Play, shards: Any, merged: Merged
) -> None:
    guide.write("a.feature", THREE)
    guide.write("b.feature", "Feature: B\n  Scenario: B\n    Then\n")
    expected = timeless(play())
    result = merged(*shards(2))
    assert timeless(guide.path / "out") == expected
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(errors=1)


def test_more_shards_than_scenarios(guide: Project, shards: Any, merged: Merged) -> None:
    guide.write("a.feature", THREE)
    result = merged(*shards(5))
    assert result.ret == pytest.ExitCode.OK
    assert result.outlines[-1] == "Guide: 4 of 10 claims held"


@pytest.mark.parametrize("wrong", ["missing", "crashed", "twice", "other commit"])
def test_of_a_part_that_is_in_doubt_no_claim_is_held(
    guide: Project, shards: Any, merged: Merged, wrong: str
) -> None:
    guide.write("a.feature", THREE)
    parts = shards(3)
    log = parts[1] / _log(parts[1])
    head, reports = log.read_text("utf-8").split("\n", 1)
    if wrong == "missing":
        del parts[1]
    elif wrong == "crashed":
        log.write_text(json.dumps(json.loads(head) | {"exit": None}) + "\n", "utf-8")
    elif wrong == "twice":
        parts.append(parts[1])
    else:
        log.write_text(head.replace('"commit": null', '"commit": "0123456789"') + "\n" + reports, "utf-8")
    result = merged(*parts)
    said = {
        "missing": "shard 2 of 3 is missing",
        "crashed": "shard 2 of 3 crashed: its run has not come to an end",
        "twice": "shard 2 of 3 came more than once",
        "other commit": "shard 2 of 3 is of another commit: 0123456789, not -",
    }[wrong]
    assert said in result.outlines
    assert said.capitalize() in guide.read("out/guide.html")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    states = record_in(guide.path / "out")["claims"]
    own = next(id for id in ("step.1", "step.2", "step.3") if states[id] == "not run")
    shared = "holds" if own == "step.3" else "holds as far as run"
    assert states["step.7"] == shared
    assert list(states.values()).count("holds") == (3 if own == "step.3" else 2)


@pytest.mark.parametrize(
    ("durations", "said"),
    [
        ({"third": 9, "second": 1}, "1 of the scenarios were played by no shard"),
        ({"first": 9, "second": 1, "third": 1}, "1 of the tests were played more than once"),
    ],
)
def test_shards_that_were_not_cut_alike_are_told(
    guide: Project, play: Play, merged: Merged, durations: dict[str, int], said: str
) -> None:
    guide.write("a.feature", THREE)
    first = play("--splits", "2", "--group", "1")
    guide.write(
        ".test_durations", json.dumps({f"a.feature::{name}": took for name, took in durations.items()})
    )
    result = merged(first, play("--splits", "2", "--group", "2"))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert f"{said}: the shards were not cut alike" in result.stdout.str()


def test_several_browsers_are_told_apart(
    guide: Project, play: Play, merged: Merged, report: GuideReportPage
) -> None:
    guide.write("a.feature", THREE)
    chromium = [play("--splits", "2", "--group", str(number)) for number in (1, 2)]
    firefox = play("--browser", "firefox", "--splits", "2", "--group", "2")
    result = merged(*chromium, firefox)
    assert "shard 1 of 2 (firefox) is missing" in result.outlines
    assert result.outlines[-1] == "Guide: 1 of 10 claims held, 3 more as far as run (chromium 4, firefox 1)"
    report.open(guide.path / "out" / "guide.html")
    assert report.claim("step.2").by_browser == {"chromium": "확인됨", "firefox": "미실행"}
    assert report.claim("step.3").by_browser == {"chromium": "확인됨", "firefox": "확인됨"}


def test_the_documented_commands_make_one_report(guide: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    guide.write("a.feature", THREE)
    readme = (ROOT / "README.md").read_text("utf-8")
    # What workers tell is merged above.
    [typed] = re.findall(r"^pytest -n 2 (.* --group) 1 ", readme, re.MULTILINE)
    [merging] = re.findall(r"^renewal merge ([^#]*)#", readme, re.MULTILINE)
    monkeypatch.chdir(guide.path)
    for number in "1234":
        guide.run(*typed.split(), number)
        Path("reports").rename(f"shard-{number}")
    code = "from harness import cli; import pathlib; cli.ROOT = pathlib.Path.cwd(); cli.main()"
    result = guide.pytester.run(sys.executable, "-c", code, "merge", *merging.split())
    assert result.ret == pytest.ExitCode.OK
    assert record(guide)["outcomes"] == {"passed": 3}


# What cannot be merged


def test_bad_input_is_told_in_both_languages(guide: Project, play: Play) -> None:
    guide.write("a.feature", THREE)
    path = guide.path
    good = play()
    (path / "empty").mkdir()
    log = good / _log(good)
    with pytest.raises(HarnessError, match="there is no such folder") as refusal:
        merge([good, path / "none"], path / "out", path)
    assert "그런 폴더가 없습니다" in refusal.value.in_language("ko")
    with pytest.raises(HarnessError, match="no record of a run"):
        merge([path / "empty"], path / "out", path)
    with pytest.raises(HarnessError, match="is a file"):
        merge([good], path / "a.feature", path)
    text = log.read_text("utf-8")
    log.write_text(text.replace('"format": 1', '"format": 0'), "utf-8")
    with pytest.raises(HarnessError, match="of another version"):
        merge([good], path / "out", path)
    log.write_text(text[:-9], "utf-8")
    with pytest.raises(HarnessError, match="is broken"):
        merge([good], path / "out", path)
    log.write_text("", "utf-8")
    with pytest.raises(HarnessError, match="is broken"):
        merge([good], path / "out", path)
    assert not (path / "out").exists()
