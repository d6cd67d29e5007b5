"""A failed scenario is replayed with everything recorded; a full run leaves a picture of each step."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import av
import pytest

from harness.presentation.film import Film
from harness.replay.recording import Recording
from tests.harness.conftest import Project
from tests.harness.failure import test_tell
from tests.harness.failure.test_tell import IDENTITY, reports
from tests.harness.report import left
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.test_record import RERUNS

# Tells in a file what worlds are asked for, and when they end.
BANK = test_tell.BANK.replace(
    "        def do_POST(self):",
    """        def do_POST(self):
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with open("worlds", "a") as file:
                print(self.path, request["now"], request["seed"], file=file)""",
).replace(
    "        def do_DELETE(self):",
    """        def do_DELETE(self):
            with open("worlds", "a") as file:
                print("deleted", file=file)""",
)

STEPS = (
    test_tell.STEPS
    + """
    import warnings
    from pathlib import Path

    @when(en="the customer is {name:word}", ko="고객은 {name:word}이다")
    def customer(scene, name):
        with open("customers", "a") as file:
            print(scene.faker.name(), file=file)

    def plays(request):
        file = Path(f"plays-{request.node.name}")
        file.write_text(file.read_text() + "x" if file.exists() else "x")
        return len(file.read_text())

    @then(en="it fails the first time", ko="처음에는 실패한다")
    def first(request):
        assert plays(request) > 1, "not yet"

    @then(en="it fails the second time", ko="두 번째에는 실패한다")
    def second(request):
        assert plays(request) < 2, "no more"

    @then(en="it fails at every time", ko="매번 실패한다")
    def never(request):
        assert not plays(request), "never"

    @then(en="it ends the second time", ko="두 번째에는 끝난다")
    def ends(request):
        if plays(request) > 1:
            raise KeyboardInterrupt

    @then(en="the run dies the second time", ko="두 번째에는 죽는다")
    def dies(request):
        if plays(request) > 1:
            os._exit(3)

    @then(en="it warns", ko="경고한다")
    def warn():
        warnings.warn("a warning")
"""
)

# Fails again, passes, fails elsewhere, is not worth it.
KINDS = """
    Feature: A
      Scenario: Passes
        Then 1 is 1
      Scenario: Fails
        Given Kim Hana is at "/"
        Then it warns
        And "Life" is shown
      Scenario: Passes again
        Given Kim Hana is at "/"
        Then it fails the first time
      Scenario: Fails earlier
        Given Kim Hana is at "/"
        Then it fails the second time
        And 1 is 2
      Scenario: Is not known
        Then it rains
"""


@pytest.fixture
def bank(browsing_project: Project) -> Project:
    """A project with a bank and steps of its own."""
    browsing_project.people()
    browsing_project.bank(BANK)
    browsing_project.steps(STEPS)
    return browsing_project


def lines(project: Project, name: str) -> list[str]:
    file = project.path / name
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def replays(result: pytest.RunResult) -> dict[str, str]:
    """What is said of each failure's replay."""
    lines = [line for line in result.outlines if line.startswith(("replay ", "재현 "))]
    told = [line.partition(".feature::")[2].partition(" → ") for line in lines]
    return {name: verdict for name, _, verdict in told}


def folder(project: Project, name: str) -> Path:
    """Where the replay of a scenario has left what it recorded."""
    return test_tell.folder(project, name) / "replay"


def last_record(project: Project) -> Any:
    """The record of the last run."""
    return left.record(project)["run"]


def record(project: Project) -> dict[str, dict[str, Any]]:
    """The last attempts at each scenario in the run's record."""
    return {one["name"]: one["attempts"][-1] for one in last_record(project)["scenarios"]}


def pictures(project: Project, name: str) -> list[Path | None]:
    """Each step's picture."""
    steps = record(project)[name]["steps"]
    return [project.path / "reports" / one["picture"] if one["picture"] else None for one in steps]


# Everything is recorded


def test_a_failure_is_replayed_with_everything_recorded(bank: Project) -> None:
    bank.write("features/a.feature", IDENTITY)
    result = bank.run("--replay=on")
    result.assert_outcomes(failed=1)
    told = reports(result)["A wrong code"]
    assert told[-4:] == [
        f"Evidence   renewal open {test_tell.FOLDER}",
        "           console.txt, failure.txt, page.txt, screenshot.png, world.zip",
        "Again      pytest features/a.feature:2",
        "",
    ]
    assert len(told) + 2 < 25
    assert replays(result) == {"A wrong code": "failed again (replay/: film.mp4, trace.zip, world.zip)"}
    message = record(bank)["A wrong code"]["message"]
    assert "\nReplay     failed again (replay/: film.mp4, trace.zip, world.zip)" in message
    assert "\nReplay     failed again (" in bank.read("reports/junit.xml")
    replay = folder(bank, "A-wrong-code")
    assert "\nReplay     failed again (" in (replay.parent / "failure.txt").read_text(encoding="utf-8")
    names = {"console.txt", "failure.txt", "page.txt", "screenshot.png", "world.zip"}
    assert {file.name for file in replay.iterdir()} == names | {"film.mp4", "trace.zip"}
    for name in names - {"failure.txt", "page.txt"}:  # which know the bank's port and a line's number
        assert (replay / name).stat().st_size > 10
    assert (replay / "console.txt").read_text(encoding="utf-8").startswith("warning: code ••• typed\n")
    assert ">       expect(scene.page" in (replay / "failure.txt").read_text(encoding="utf-8")
    assert all(file and file.read_bytes().startswith(b"\xff\xd8") for file in pictures(bank, "A wrong code"))
    assert record(bank)["A wrong code"]["outcome"] == "failed"
    # Trace and film are divided into steps.
    steps = ['Given Kim Hana is at "/identity"', 'Then "인증서 발급" is shown']
    with zipfile.ZipFile(replay / "trace.zip") as archive:
        actions = [json.loads(line) for line in archive.read("trace.trace").splitlines()]
        network = archive.read("trace.network").decode()
    groups = {one["callId"]: one for one in actions if one.get("method") == "tracingGroup"}
    assert [group["title"] for group in groups.values()] == steps
    assert [group["stack"][0]["line"] for group in groups.values()] == [3, 4]
    of_step = {one["method"]: groups[one["parentId"]]["title"] for one in actions if one.get("parentId")}
    assert (of_step["goto"], of_step["expect"]) == tuple(steps)
    assert re.search(r'"url":"http://w-w\.localhost:\d+/identity"', network)
    with av.open(replay / "film.mp4") as film:
        assert [chapter["metadata"]["title"] for chapter in film.chapters()] == steps
        frames = list(film.decode(video=0))
    assert (frames[0].width, frames[0].height) == (1280, 720)
    assert 2 < (frames[-1].time or 0) < 10


def test_the_replay_plays_in_a_new_world_with_the_same_seed(bank: Project) -> None:
    bank.feature(
        A=["When the customer is somebody", 'Given Kim Hana is at "/"', "Then 1 is 2"],
        B=['Given Kim Hana is at "/"'],
    )
    bank.run("--replay=on", "--random-order-bucket=none").assert_outcomes(failed=1, passed=1)
    opened, deleted, other, _, *again = lines(bank, "worlds")
    assert opened.startswith("/control/worlds 2026-03-16T10:00:00+09:00 ")
    assert deleted == "deleted"
    assert other != opened  # that of the next scenario has another seed
    assert again == [opened, deleted]
    first, second = lines(bank, "customers")
    assert first == second


def test_every_browser_of_a_scenario_is_traced(bank: Project) -> None:
    bank.more_steps("""
    @when(en="another computer is used", ko="다른 컴퓨터를 쓴다")
    def other(scene):
        scene.page = scene.new_context("laptop").new_page()
        scene.page.goto("/identity")
    """)
    bank.feature(
        A=[
            'Given Kim Hana is at "/"',
            "When another computer is used",
            "And the page is closed",
            "Then 1 is 2",
        ]
    )
    bank.run("--replay=on").assert_outcomes(failed=1)
    found = {file.name for file in folder(bank, "A").iterdir()}
    assert {"trace.zip", "trace-2.zip", "film.mp4", "world.zip"} <= found


# What it says


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_replay_has_no_say_in_the_verdict(bank: Project, report: GuideReportPage, workers: str) -> None:
    bank.write("a.feature", KINDS)
    result = bank.run("-n", workers, "--replay=on", "-W", "default")
    assert result.parseoutcomes() == {"failed": 4, "passed": 1, "warnings": 1}
    told = replays(result)
    assert told.keys() == {"Fails", "Passes again", "Fails earlier"}
    assert told["Fails"].startswith("failed again (replay/: film.mp4, ")
    assert (
        told["Passes again"]
        == "NOT REPRODUCED: it passed in a new world (replay/: film.mp4, trace.zip, world.zip)"
    )
    assert told["Fails earlier"].startswith("failed again, but elsewhere: Then it fails the second time (")
    assert (folder(bank, "Passes-again") / "film.mp4").exists()
    report.of(bank)
    assert {name: report.scenario(name).notes for name in record(bank) if name != "Is not known"} == {
        "Fails": [],
        "Passes again": ["재현되지 않음"],
        "Fails earlier": ["재현 시 다른 곳에서 실패"],
        "Passes": [],
    }


def test_a_korean_feature_is_told_in_korean(bank: Project) -> None:
    bank.write("a.feature", "# language: ko\n기능: 가\n  시나리오: 나\n    그러면 처음에는 실패한다\n")
    assert replays(bank.run("--replay=on")) == {"나": "재현되지 않음: 새로 연 은행에서는 통과함"}
    assert record(bank)["나"]["message"].endswith("\n재현       재현되지 않음: 새로 연 은행에서는 통과함")


def test_a_fault_that_never_struck_is_replayed_too(bank: Project) -> None:
    bank.more_steps("""
    @given(en="a fault", ko="장애")
    def fault(scene):
        scene.fault("sms.send")
    """)
    bank.write("a.feature", "Feature: A\n  Scenario: A\n    Given a fault\n")
    assert replays(bank.run("--replay=on")) == {"A": "failed again"}


# Where there is none


ONCE = "Feature: A\n  Scenario: A\n    Then it fails the first time\n"


def test_there_is_none_where_it_is_not_wanted(bank: Project) -> None:
    bank.write("a.feature", ONCE)
    bank.run("--replay=off").assert_outcomes(failed=1)
    assert lines(bank, "plays-A") == ["x"]
    assert not list(bank.path.glob("reports/runs/*/failures/*/replay"))


def test_there_is_none_for_who_looks_on_with_a_debugger(bank: Project) -> None:
    bank.write("a.feature", ONCE)
    command = (sys.executable, "-m", "pytest", "--replay=on", "--pdb")
    bank.pytester.run(*command, stdin=b"continue\n").assert_outcomes(failed=1)
    assert lines(bank, "plays-A") == ["x"]


def test_a_dead_bank_is_not_asked_again(bank: Project) -> None:
    bank.feature(A_death=['Given Kim Hana is at "/"', "When the bank dies", "Then it fails the first time"])
    result = bank.run("--replay=on")
    assert replays(result) == {}
    assert lines(bank, "plays-A death") == ["x"]


@pytest.mark.parametrize("kind", ["@xfail", "@skip"])
def test_what_is_expected_is_not_replayed(bank: Project, kind: str) -> None:
    bank.write("a.feature", f"{kind}\nFeature: A\n  Scenario: A\n    Then it fails the first time\n")
    bank.run("--replay=on")
    assert len(lines(bank, "plays-A")) == (kind == "@xfail")
    assert not list(bank.path.glob("reports/runs/*/failures"))


def test_who_plays_scenarios_in_a_way_of_their_own_goes_on_to_do_so(bank: Project) -> None:
    bank.more_steps("""
    def pytest_runtest_protocol(item, nextitem):
        from _pytest.runner import runtestprotocol

        for report in runtestprotocol(item, nextitem=nextitem, log=False):
            report.outcome = "passed"
            report.longrepr = None
            item.ihook.pytest_runtest_logreport(report=report)
        return True
    """)
    bank.write("a.feature", "Feature: A\n  Scenario: A\n    Then it fails the first time\n")
    bank.run("--replay=on").assert_outcomes(passed=1)
    assert lines(bank, "plays-A") == ["x"]


def test_what_is_run_again_is_replayed_when_it_has_failed_for_good(
    bank: Project, report: GuideReportPage
) -> None:
    bank.steps("import pytest\nfrom _pytest.runner import runtestprotocol\n" + dedent(STEPS) + dedent(RERUNS))
    bank.feature(
        Flaky=['Given Kim Hana is at "/"', "Then it fails the first time"],
        Fails=['Given Kim Hana is at "/"', "Then it fails at every time"],
        Passes=['Given Kim Hana is at "/"'],
    )
    result = bank.run("--replay=on", "--evidence=full", "--random-order-bucket=none")
    counts = result.parseoutcomes()
    assert (counts["failed"], counts["passed"]) == (1, 2)
    assert replays(result).keys() == {"Fails"}
    assert replays(result)["Fails"].startswith("failed again (replay/: film.mp4, ")
    assert len(lines(bank, "plays-Fails")[0]) == 3
    assert len(lines(bank, "plays-Flaky")[0]) == 2
    run = last_record(bank)
    attempts = {one["name"]: one["attempts"] for one in run["scenarios"]}
    assert {name: len(found) for name, found in attempts.items()} == {"Flaky": 2, "Fails": 2, "Passes": 1}
    kept = [bank.path / "reports" / one["evidence"] for one in [*attempts["Fails"], attempts["Flaky"][0]]]
    assert len(set(kept)) == 3
    assert [(one / "replay").exists() for one in kept] == [False, True, False]
    found = [
        step["picture"] for one in run["scenarios"] for each in one["attempts"] for step in each["steps"]
    ]
    assert len({*found} - {None}) == len(found) == 9
    assert all((bank.path / "reports" / picture).exists() for picture in found)
    report.of(bank)
    assert report.scenario("Fails").summary.startswith("Fails 2번 시도 실패 · ")
    assert report.scenario("Flaky").summary.startswith("Flaky 2번째 시도에서 통과")


# Whatever goes wrong with it


@pytest.mark.parametrize("broken", ["__init__", "finish"])
def test_an_error_of_the_replay_itself_is_only_told(
    bank: Project, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def torn(*_: object) -> None:
        raise RuntimeError("the reel is torn")

    monkeypatch.setattr(Recording, broken, torn)
    bank.write("a.feature", KINDS)
    result = bank.run("--replay=on", "-W", "default", "--random-order-bucket=none")
    result.assert_outcomes(failed=4, passed=1, warnings=1)
    assert set(replays(result).values()) == {"could not be replayed: RuntimeError: the reel is torn"}


@pytest.mark.parametrize(
    ("part", "broken", "left"),
    [
        (Film, "write", "trace.zip, world.zip"),
        (Recording, "_open_group", "film.mp4, trace.zip, world.zip"),
    ],
)
def test_what_cannot_be_recorded_is_missing_and_no_more(
    bank: Project, monkeypatch: pytest.MonkeyPatch, part: type, broken: str, left: str
) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(part, broken, full)
    bank.write("features/a.feature", IDENTITY)
    assert replays(bank.run("--replay=on")) == {"A wrong code": f"failed again (replay/: {left})"}
    told = (test_tell.folder(bank, "A-wrong-code") / "failure.txt").read_text(encoding="utf-8")
    assert told.endswith(f"\nReplay     failed again (replay/: {left})\n           the disk is full\n")


def test_ctrl_c_ends_the_replays_and_no_more(bank: Project) -> None:
    bank.feature(A=["Then it ends the second time", "And 1 is 2"], B=["Then it fails at every time"])
    result = bank.run("--replay=on", "--random-order-bucket=none")
    result.assert_outcomes(failed=2)
    assert reports(result)["A"][1] == "Step       a.feature:4: And 1 is 2"
    assert replays(result) == {"A": "broken off: Ctrl-C"}
    assert result.outlines[-2:] == ["Report: reports/guide.html", "Guide: 0 of 0 claims held"]
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert lines(bank, "plays-B") == ["x"]
    assert {one["replay"] for one in record(bank).values()} == {"broken off"}
    assert bank.read("reports/junit.xml").count("Replay     broken off") == 2


def test_a_replay_that_kills_the_run_leaves_the_failure(bank: Project, report: GuideReportPage) -> None:
    bank.claims("step.1")
    bank.feature(
        Fails=["@guide.step.1", "Then the run dies the second time", "And 1 is 2"], Goes_on=["Then 1 is 1"]
    )
    result = bank.run_apart("--replay=on", "-n", "1", "--random-order-bucket=none")
    result.assert_outcomes(failed=1, passed=1)
    assert result.ret == 3
    assert "Expected   assert 1 == 2" in reports(result)["Fails"]
    attempt = record(bank)["Fails"]
    assert [phase["name"] for phase in attempt["phases"]] == ["setup", "call", "teardown"]
    assert (attempt["outcome"], attempt["worker"]) == ("failed", "gw0")
    assert (bank.path / "reports" / attempt["evidence"] / "failure.txt").exists()
    junit = bank.read("reports/junit.xml")
    assert ('name="claim" value="step.1"' in junit, 'failures="1"' in junit) == (True, True)
    assert "\nReplay     broken off<" in junit
    report.of(bank)
    assert report.claim("step.1").state == ["어긋남"]
    assert report.scenario("Fails").summary.startswith("Fails 재현 중단됨 실패 · ")


def test_an_error_after_all_scenarios_is_the_last_one_s_as_ever(bank: Project) -> None:
    bank.more_steps("""
    import pytest

    @pytest.fixture(scope="session", autouse=True)
    def tap():
        yield
        raise HarnessError("a tap drips", "물이 샌다")
    """)
    bank.write("a.feature", "Feature: A\n  Scenario: A\n    Then 1 is 2\n")
    for replay in ("off", "on"):
        result = bank.run(f"--replay={replay}")
        result.assert_outcomes(failed=1, errors=1)
        assert "Problem    a tap drips" in reports(result)["ERROR at teardown of A"]


def test_pytest_playwright_s_own_recording_is_that_of_the_first_time(bank: Project) -> None:
    bank.write("features/a.feature", IDENTITY)
    result = bank.run("--replay=on", "--tracing=on", "--screenshot=on")
    result.assert_outcomes(failed=1)
    assert replays(result)["A wrong code"].startswith("failed again (replay/: film.mp4, trace.zip")
    own = [file.name for file in bank.path.glob("test-results/*/*")]
    assert sorted(own) == ["test-failed-1.png", "trace.zip"]


def test_who_has_ended_the_run_has_to_wait_for_no_replay(bank: Project) -> None:
    bank.feature(A=["Then it fails at every time"], B=["Then it is ended"])
    bank.more_steps("""
    @then(en="it is ended", ko="끝낸다")
    def ended():
        raise KeyboardInterrupt
    """)
    result = bank.run("--replay=on", "--random-order-bucket=none")
    assert (result.ret, replays(result)) == (pytest.ExitCode.INTERRUPTED, {})
    assert lines(bank, "plays-A") == ["x"]


# --evidence=full


def test_a_picture_of_each_step_is_kept_if_asked_for(bank: Project) -> None:
    bank.feature(
        A=["Then 1 is 1", 'Given Kim Hana is at "/"', "Then 2 is 2"],
        B=['Given Kim Hana is at "/"', "When the page is closed"],
    )
    bank.run("--evidence=full").assert_outcomes(passed=2)
    before, after, later = pictures(bank, "A")
    assert before is None
    assert after
    assert later
    assert after.read_bytes().startswith(b"\xff\xd8")
    assert after != later
    first, second = pictures(bank, "B")
    assert first
    assert second is None
    html = bank.read("reports/guide.html")
    # They look the same: the others point to the one that is there.
    assert (html.count("<img "), html.count('data-same-as="')) == (1, 2)
    assert html.count("data:image/jpeg;base64,") == 1


def test_a_plain_run_takes_no_picture_of_what_passes(bank: Project) -> None:
    bank.write("a.feature", 'Feature: A\n  Scenario: A\n    Given Kim Hana is at "/"\n')
    bank.run("--replay=on").assert_outcomes(passed=1)
    assert pictures(bank, "A") == [None]
    assert not [*bank.path.rglob("*.jpg"), *bank.path.rglob("*.png")]
