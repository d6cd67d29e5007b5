"""The record of a run, told by pytest's reports: the same with one process and with workers."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from harness.play import runs
from harness.play.bank import Bank
from tests.harness.conftest import Project
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.left import Messages, outcomes, record, scenarios

STEPS = """
    import os
    import signal
    import time
    from pathlib import Path

    import pytest
    from _pytest.runner import runtestprotocol
    from harness.language.vocabulary import given, then
    from harness.play.excuse import Excused

    @given(en="a scenario that passes", ko="통과")
    @then(en="it passes", ko="통과한다")
    def passes(): pass

    @then(en="it fails", ko="실패")
    def fails(): assert 1 == 2

    @then(en="it takes {tenths:int} tenths of a second", ko="{tenths:int}0분의 1초가 걸린다")
    def takes(tenths): time.sleep(tenths / 10)

    @then(en="it is skipped", ko="건너뜀")
    def skips(): pytest.skip("not now")

    @then(en="the browser cannot show it", ko="제외")
    def is_excused(): raise Excused("it has no wings", "날개가 없음")

    @then(en="it is expected to fail", ko="예상된 실패")
    def xfails(): pytest.xfail("known")

    sent = []  # by this worker; what the controller has heard stands in a file

    def pytest_runtest_logreport(report):
        name = f"{report.nodeid} {report.when}"
        if "PYTEST_XDIST_WORKER" in os.environ:
            sent.append(name)
        elif hasattr(report, "node"):
            with open("heard", "a") as heard:
                print(name, file=heard)

    def wait_until_heard():
        # What a worker has told is on its way: the end of its process would lose it.
        heard = Path("heard")
        while sent and not (heard.exists() and {*sent} <= {*heard.read_text().splitlines()}):
            time.sleep(.01)

    @then(en="its worker crashes", ko="충돌")
    def crashes():
        wait_until_heard()
        os._exit(1)

    @then(en="somebody types Ctrl-C", ko="중단")
    def ctrl_c():
        wait_until_heard()
        os.kill(os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid(), signal.SIGINT)
        time.sleep(10)

    @then(en="it fails the first time", ko="처음에는 실패")
    def flaky():
        with open("tried", "a+") as tried:
            tried.seek(0)
            again = tried.read()
            tried.write("x")
        assert again

    @pytest.fixture
    def broken():
        yield
        raise RuntimeError("in tear-down")

    @then(en="its tear-down fails", ko="정리 실패")
    def tears_down(broken): pass

    @pytest.fixture(autouse=True)
    def preparation(request):
        if "set-up" in request.node.name:
            raise RuntimeError("in set-up")
"""

# Does what pytest-rerunfailures does: reports of the outcome `rerun`, then those of another attempt.
RERUNS = """
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(item, nextitem):
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        for attempt in range(2):
            item._initrequest()
            reports = runtestprotocol(item, nextitem=nextitem, log=False)
            if attempt == 0 and any(report.failed for report in reports):
                for report in reports:
                    report.outcome = "rerun" if report.failed else report.outcome
                    item.ihook.pytest_runtest_logreport(report=report)
                    if report.outcome == "rerun":
                        break
                continue
            for report in reports:
                item.ihook.pytest_runtest_logreport(report=report)
            break
        return True
"""

FLAKY = """
    Feature: A
      @guide.step.1
      Scenario: flaky
        Then it fails the first time
      @guide.step.2
      Scenario: fails
        Then it fails
      @guide.step.3
      Scenario: error in set-up
        Then it passes
      Scenario: passes
        Then it passes
"""

EVERYTHING = """
    Feature: A
      @guide.step.1
      Scenario: passes
        Then it passes
      @guide.step.2
      Scenario: fails
        Given a scenario that passes
        Then it fails
        And it takes 1 tenths of a second
      @guide.step.3
      Scenario: error in set-up
        Then it passes
      @guide.step.4
      Scenario: error in tear-down
        Given a scenario that passes
        Then its tear-down fails
      @guide.step.5
      Scenario: undefined
        Given a scenario that passes
        Then a pink screen appears
      @guide.step.6
      Scenario: skipped
        Given a scenario that passes
        Then it is skipped
        And it passes
      @guide.step.6
      Scenario: excused
        Given a scenario that passes
        Then the browser cannot show it
      @guide.how.menu
      Scenario: expected to fail
        Given a scenario that passes
        Then it is expected to fail
      @guide.how.menu @xfail
      Scenario: marked, and fails
        Given a scenario that passes
        Then it fails
      @guide.how.guidance @xfail
      Scenario: marked, and passes
        Then it passes
      @guide.how.sign-in @skip
      Scenario: marked to skip
        Then it passes
"""
OUTCOMES = {
    "passes": "passed",
    "fails": "failed",
    "error in set-up": "error",
    "error in tear-down": "error",
    "undefined": "undefined",
    "skipped": "skipped",
    "excused": "excused",
    "expected to fail": "xfailed",
    "marked, and fails": "xfailed",
    "marked, and passes": "xpassed",
    "marked to skip": "skipped",
}
CLAIMS = {
    "step.1": "holds",
    "step.2": "broken",
    "step.3": "broken",
    "step.4": "broken",
    "step.5": "broken",
    "step.6": "not shown",
    "step.7": "not shown",
    "how.menu": "broken",
    "how.guidance": "holds",
    "how.sign-in": "not shown",
}


def test_a_step_tells_its_time_and_where_its_function_is(guide: Project) -> None:
    guide.write(
        "a.feature",
        """
        # language: ko
        기능: 느린 것
          배경:
            조건 통과
          규칙: 천천히
            시나리오: 셋
              그러면 30분의 1초가 걸린다
        """,
    )
    guide.run("--faker-seed", "7")
    run = record(guide)["run"]
    [scenario] = run["scenarios"]
    assert (scenario["uri"], scenario["line"], scenario["language"]) == ("a.feature", 6, "ko")
    assert scenario["rule"] == "천천히"
    assert [(step["keyword"], step["text"], step["line"]) for step in scenario["steps"]] == [
        ("조건", "통과", 4),
        ("그러면", "30분의 1초가 걸린다", 7),
    ]
    [attempt] = scenario["attempts"]
    lines = guide.read("conftest.py").splitlines()
    places = [step["definition"].split(":") for step in attempt["steps"]]
    assert [file for file, _ in places] == ["conftest.py", "conftest.py"]
    assert [lines[int(line) - 1][:26] for _, line in places] == [
        '@given(en="a scenario that',
        '@then(en="it takes {tenths',
    ]
    assert 0.3 <= attempt["steps"][1]["seconds"] <= attempt["seconds"]
    assert run["seed"] == 7


ONE_CLAIM = """
    Feature: A
      @guide.step.1
      Scenario: first
        Then it passes
      @guide.step.1
      Scenario: second
        Then {step}
      @guide.step.2
      Scenario: third
        Then it passes
"""


@pytest.mark.parametrize(
    ("step", "arguments", "state", "line"),
    [
        ("it fails", [], "broken", "1 of 10 claims held"),
        (
            "it fails",
            ["-k", "not second"],
            "holds as far as run",
            "1 of 10 claims held, 1 more as far as run",
        ),
        ("it fails", ["-k", "not first"], "broken", "1 of 10 claims held"),
        ("it is expected to fail", [], "broken", "1 of 10 claims held"),
        ("it is skipped", [], "holds", "2 of 10 claims held"),
        ("it fails", ["a.feature:3"], "holds as far as run", "0 of 10 claims held, 1 more as far as run"),
        (
            "it fails",
            ["a.feature::first"],
            "holds as far as run",
            "0 of 10 claims held, 1 more as far as run",
        ),
        ("it is skipped", ["a.feature::second"], "not run", "0 of 10 claims held"),
        ("somebody types Ctrl-C", [], "holds as far as run", "0 of 10 claims held, 1 more as far as run"),
    ],
)
def test_a_claim_holds_when_all_its_scenarios_were_run(
    guide: Project, step: str, arguments: list[str], state: str, line: str
) -> None:
    guide.write("a.feature", ONE_CLAIM.format(step=step))
    result = guide.run(*arguments)
    assert record(guide)["claims"]["step.1"] == state
    assert f"Guide: {line}" in result.outlines


def test_a_claim_with_scenarios_in_features_that_were_not_asked_for_holds_as_far_as_run(
    guide: Project,
) -> None:
    guide.write("features/a.feature", ONE_CLAIM.format(step="it is skipped"))
    guide.write("broken/c.feature", "Feature: C\n  @guide.step.1\n  Scenario: D\n    Then nonsense\n")
    guide.write("features/b.feature", "Feature: B\n  @guide.step.2\n  Scenario: C\n    Then it passes\n")
    guide.run("features/a.feature")
    assert record(guide)["claims"]["step.1"] == "holds"
    assert record(guide)["claims"]["step.2"] == "holds as far as run"
    guide.run("features")
    assert record(guide)["claims"]["step.2"] == "holds"


def test_a_claim_holds_as_far_as_run_if_only_what_failed_last_is_run(guide: Project) -> None:
    text = """
        Feature: A
          @guide.step.1
          Scenario: mended
            Then it fails
          @guide.step.1
          Scenario: passed
            Then it passes
    """
    for step in ("it fails", "it passes"):
        guide.write("features/a.feature", text.replace("it fails", step))
        guide.run("-o", "addopts=--replay=off", "--lf")
    assert outcomes(guide) == {"mended": ["passed"], "passed": []}
    assert record(guide)["claims"]["step.1"] == "holds as far as run"


def test_of_several_attempts_the_last_one_counts_and_all_are_told(
    guide: Project, report: GuideReportPage
) -> None:
    guide.more_steps(RERUNS)
    guide.write("a.feature", FLAKY)
    guide.run()
    assert outcomes(guide) == {
        "flaky": ["failed", "passed"],
        "fails": ["failed", "failed"],
        "error in set-up": ["failed", "error"],
        "passes": ["passed"],
    }
    assert record(guide)["claims"] == dict.fromkeys(CLAIMS, "not shown") | {
        "step.1": "holds",
        "step.2": "broken",
        "step.3": "broken",
    }
    kept = [bool(attempt["evidence"]) for attempt in scenarios(guide)["flaky"]["attempts"]]
    assert kept == [True, False]

    told = Messages(guide)
    assert [one["attempt"] for one in told.of("testCaseStarted")] == [0, 1, 0, 1, 0, 1, 0]
    retried = [one["willBeRetried"] for one in told.of("testCaseFinished")]
    assert retried == [True, False, True, False, True, False, False]
    first, *_ = told.of("testCaseStarted")
    assert first["id"] in {one["testCaseStartedId"] for one in told.of("attachment")}

    report.of(guide)
    report.press("모두 펼치기")
    row = report.scenario("flaky")
    assert row.summary.startswith("flaky 2번째 시도에서 통과")
    assert "1번째 시도: 실패" in row.root.inner_text()
    assert "assert ''" in row.root.inner_text()
    assert report.scenario("fails").summary.startswith("fails 2번 시도")


def test_a_feature_that_cannot_be_read_is_told(guide: Project) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.write("b.feature", "Feature: B\n  Scenario: C\n")
    for option in ("--continue-on-collection-errors", "--maxfail=9"):
        guide.run(option)
        unreadable = record(guide)["run"]["unreadable"]
        assert list(unreadable) == ["b.feature"]
        assert unreadable["b.feature"] == "b.feature:2: the scenario has no steps: C"
    assert not any(outcomes(guide).values())
    assert "no steps: C" in guide.read("reports/junit.xml")


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_run_that_is_interrupted_before_anything_was_run_says_so(guide: Project, workers: str) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.run()
    guide.more_steps("""
    def pytest_runtest_setup():
        raise KeyboardInterrupt
    """)
    guide.run("-n", workers)
    assert record(guide)["run"]["interruption"]
    assert set(record(guide)["claims"].values()) <= {"not run", "not shown"}


@pytest.mark.parametrize("workers", ["0", "1"])
def test_half_a_character_does_not_hide_a_failure(guide: Project, workers: str) -> None:
    guide.more_steps("""
    @then(en="half an emoji is left", ko="이모지가 잘린다")
    def garbles():
        raise RuntimeError("half: \\ud83d")
    """)
    guide.feature(B=["Then half an emoji is left"])
    assert guide.run("-n", workers).ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes(guide) == {"B": ["failed"]}
    assert Messages(guide).outcomes["B"].endswith("half an emoji is left FAILED, Tear-down PASSED")
    [kept] = guide.path.glob("reports/runs/*/failures/*/failure.txt")
    for text in (guide.read("reports/guide.html"), kept.read_text(encoding="utf-8")):
        assert "half: \\ud83d" in text


# What a run leaves


def test_the_command_tells_no_secret_and_no_place_of_this_machine(
    guide: Project, bank: Bank, token: str
) -> None:
    guide.write("a.feature", "Feature: A\n  Scenario: B\n    Then it passes\n")
    path = guide.path / "a.feature"
    options = ["--bank-url", bank.url, "--bank-token", token, f"--bank-token={token}"]
    guide.run("-k", "B or C", str(path), *options)
    told = record(guide)["run"]["command"]
    assert told.startswith(
        f"pytest -k 'B or C' a.feature --bank-url {bank.url} --bank-token ••• --bank-token=•••"
    )
    left = guide.path / runs.REPORTS
    texts = [file.read_text(encoding="utf-8") for file in left.rglob("*.*") if file.is_file()]
    assert not [text for text in texts if str(guide.path) in text or token in text]


def test_the_report_lies_where_it_is_said_to_from_where_pytest_was_started(
    guide: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide.write("features/a.feature", "Feature: A\n  Scenario: B\n    Then it passes\n")
    monkeypatch.chdir(guide.path / "features")
    guide.run("--rootdir=..", "-c", "../tox.ini").stdout.fnmatch_lines(["Report: ../reports/guide.html"])


def test_failures_tell_no_place_of_this_machine(guide: Project) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.run()
    path = next((guide.path / runs.RUNS).glob(f"*/{runs.RECORD}"))
    assert str(guide.path) not in path.read_text(encoding="utf-8")
    assert sys.prefix not in path.read_text(encoding="utf-8")


def test_a_run_without_scenarios_leaves_the_reports_of_the_last_one(guide: Project) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.write("test_b.py", "def test_b(): pass")
    guide.run()
    before = files(guide)
    for typed in (
        "--collect-only",
        "--collect-only --setup-only",
        "test_b.py",
        "-k nothing",
        "--reports=off",
    ):
        guide.run(*typed.split())
        assert files(guide) == before, typed


def files(project: Project) -> dict[str, int]:
    """When each report was written; evidence is no report."""
    reports = project.path / runs.REPORTS
    return {
        path.relative_to(reports).as_posix(): path.stat().st_mtime_ns
        for path in reports.rglob("*")
        if path.is_file() and "failures" not in path.parts
    }


def test_the_last_five_runs_are_kept_and_those_that_go_on(guide: Project) -> None:
    guide.write("a.feature", "Feature: A\n  Scenario: B\n    Then it passes\n")
    kept = guide.path / runs.RUNS
    for number in range(1, 8):
        leave(kept / f"2000010{number}-000000-old")
    killed = kept / "20000106-000000-killed"  # it has left evidence, a lock and no record
    (killed / "failures").mkdir(parents=True)
    (killed / runs.LOCK).touch()
    for name in ("20000101-000000-killed", "20000107-000000-killed"):  # before it left anything
        (kept / name).mkdir()
        (kept / name / runs.LOCK).touch()
    going = kept / "20000101-000000-goes-on"
    going.mkdir()
    with FileLock(going / runs.LOCK):
        guide.run()
        names = sorted(folder.name for folder in kept.iterdir())
        assert names[:-1] == [
            "20000101-000000-goes-on",
            "20000105-000000-old",
            "20000106-000000-killed",
            "20000106-000000-old",
            "20000107-000000-killed",
            "20000107-000000-old",
        ]
        assert (kept / names[-1] / "guide.html").exists()
        assert not (kept / names[-1] / runs.LOCK).exists()


def leave(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / runs.RECORD).write_text("{}", encoding="utf-8")


def test_a_run_that_is_killed_has_left_its_evidence(guide: Project) -> None:
    guide.more_steps("""
    @then(en="pytest is killed", ko="강제 종료")
    def killed():
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    guide.feature(fails=["Then it fails"], is_killed=["Then pytest is killed"])
    guide.run_apart("--random-order-bucket=none")
    [killed] = (guide.path / runs.RUNS).iterdir()
    assert [*killed.glob("failures/a-fails-*/failure.txt")]
    assert not (killed / runs.RECORD).exists()
    guide.run("-k", "fails")
    assert [*killed.glob("failures/a-fails-*/failure.txt")]


def test_a_run_beside_another_one_takes_nothing_from_it(guide: Project) -> None:
    guide.more_steps("""
    import subprocess
    import sys

    @then(en="another run ends", ko="다른 실행이 끝난다")
    def others():
        subprocess.run([sys.executable, "-m", "pytest", "-k", "fails"])
    """)
    guide.feature(fails=["Then it fails"], meanwhile=["Then another run ends"])
    for number in range(5):  # which began after both of ours
        leave(guide.path / runs.RUNS / f"2999010{number + 1}-000000-later")
    guide.run("--random-order-bucket=none")
    first = min((guide.path / runs.RUNS).iterdir())
    run = json.loads((first / runs.RECORD).read_text("utf-8"))["run"]
    fails, meanwhile = (scenario["attempts"][0] for scenario in run["scenarios"])
    assert (guide.path / runs.REPORTS / fails["evidence"] / "failure.txt").exists()
    assert meanwhile["outcome"] == "passed"


def test_a_report_that_cannot_be_written_costs_no_verdict(guide: Project) -> None:
    guide.write("a.feature", "Feature: A\n  @guide.step.1\n  Scenario: B\n    Then it passes\n")
    (guide.path / "reports" / "guide.html").mkdir(parents=True)
    result = guide.run()
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["A report could not be written: *", "Guide: 1 of 10 claims held"])


def test_the_commit_is_told_and_whether_files_differ_from_it(guide: Project) -> None:
    guide.write("a.feature", "Feature: A\n  Scenario: B\n    Then it passes\n")
    guide.run()
    assert record(guide)["run"]["commit"] is None
    guide.write(".gitignore", "reports/\n__pycache__/\nbank.pid\n")
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -q -m first"):
        guide.pytester.run("git", *command.split())
    guide.run()
    assert re.fullmatch(r"[0-9a-f]{10}", record(guide)["run"]["commit"])
    guide.write("a.feature", "Feature: A\n  Scenario: C\n    Then it passes\n")
    guide.run()
    assert re.fullmatch(r"[0-9a-f]{10}-dirty", record(guide)["run"]["commit"])
