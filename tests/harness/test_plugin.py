from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page

from harness.play.bank import Bank
from harness.play.browser import NoBrowser, find_browser
from harness.play.scene import KST, SCENE, Scene
from tests.harness.conftest import Project
from tests.harness.report.left import record

WORLDS = "Feature: A\n" + "".join(f"  Scenario: Number {n}\n    Given a world\n" for n in range(6))
WORLD_STEPS = """
    from harness.language.vocabulary import given

    @given(en="a world", ko="세계가 있다")
    def world(bank):
        bank.post("worlds", {})
"""


# The bank of a run


@pytest.mark.parametrize("workers", [0, 2])
def test_a_bank_that_dies_ends_the_run_of_all_workers_with_its_last_words(
    project: Project, workers: int
) -> None:
    project.fragile_bank()
    project.steps(WORLD_STEPS)
    project.write("a.feature", WORLDS)
    result = project.run("-n", str(workers))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert result.parseoutcomes()["failed"] <= max(workers, 1)
    result.stdout.fnmatch_lines(
        ["*! the mock bank is gone !*", "Exit code 3; its last words:", "the vault is empty"]
    )


def test_a_bank_that_is_killed_in_mid_scenario_is_one_failure(project: Project) -> None:
    project.people()
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene, pytestconfig):
            from harness.play.bank_of_run import BANK

            assert scene.world
            pytestconfig.stash[BANK]._process._process.kill()
            scene.now
    """)
    project.write("a.feature", WORLDS)
    result = project.run()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*! the mock bank is gone !*", "Exit code -9; *"])


def test_a_bank_that_cannot_start_ends_the_run(project: Project) -> None:
    project.bank('raise SystemExit("no port is free")')
    project.steps(WORLD_STEPS)
    project.write("a.feature", WORLDS)
    for workers in ("0", "1"):
        result = project.run("-n", workers)
        assert result.ret == pytest.ExitCode.USAGE_ERROR
        output = result.stdout.str() + result.stderr.str()
        assert output.count("the mock bank did not start. Exit code 1; its last words:\nno port is free") == 1
        assert "Traceback" not in output


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_run_without_a_browser_ends_with_one_message(
    launching_project: Project, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    launching_project.people()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(launching_project.path / "no-browsers"))
    launching_project.write(
        "test_many.py",
        """
        import pytest

        @pytest.mark.parametrize("number", range(100))
        def test_a_page(browser, number): pass
    """,
    )
    result = launching_project.run("-n", workers)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["!*No chromium to run without a window: *Type: renewal setup*!"])
    assert result.parseoutcomes()["errors"] < 10
    assert "Traceback" not in result.stdout.str() + result.stderr.str()


@pytest.mark.parametrize("workers", ["0", "1"])
def test_the_bank_ends_with_the_run(project: Project, workers: str) -> None:
    project.fragile_bank()
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(bank):
            assert bank.answers()
    """)
    project.write("a.feature", WORLDS)
    project.run("-n", workers).assert_outcomes(passed=6)
    with pytest.raises(ProcessLookupError):
        os.kill(int((project.path / "bank.pid").read_text()), 0)


def test_no_bank_is_started_where_none_is_needed(project: Project) -> None:
    project.bank('raise SystemExit("nobody needs me")')
    project.steps(WORLD_STEPS)
    project.write("a.feature", WORLDS)
    project.write("test_a.py", "def test_a(): pass")
    for options in ((), ("-n", "2"), ("--bank-url", "http://localhost:9")):
        assert project.run("--collect-only", *options).ret == pytest.ExitCode.OK
    for selected in (("test_a.py",), ("-k", "test_a")):
        assert project.run(*selected).parseoutcomes()["passed"] == 1


def test_a_bank_that_runs_already_is_used(project: Project, bank: Bank, token: str) -> None:
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene):
            print("world", scene.world.bank_url)
    """)
    project.people()
    project.write("a.feature", WORLDS)
    port = bank.url.rpartition(":")[2]
    for workers in ("0", "1"):
        result = project.run("-n", workers, "--bank-url", bank.url, "--bank-token", token, "-rP")
        result.assert_outcomes(passed=6)
        used = re.findall(rf"world http://w-(\w+)\.localhost:{port}", result.stdout.str())
        assert len(used) == 6
        assert not set(used) & set(bank.get("worlds")["worlds"])


def test_the_run_s_own_bank_has_the_bug_that_is_asked_for_and_the_record_says_so(project: Project) -> None:
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene):
            scene.world.messages()
    """)
    project.people()
    project.write("a.feature", "Feature: A\n  Scenario: A\n    Given a world\n")
    for workers in ((), ("-n", "1")):
        project.run("--defect", "session-lasts-a-day", *workers).assert_outcomes(passed=1)
        assert record(project)["run"]["defect"] == "session-lasts-a-day"


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_a_run_plays_at_a_bank_of_another_machine(
    launching_project: Project, monkeypatch: pytest.MonkeyPatch, browser: str
) -> None:
    try:
        find_browser(browser, headed=False)
    except NoBrowser as missing:
        pytest.skip(str(missing))
    monkeypatch.setenv("RENEWAL_BANK_TOKEN", "of our own")
    launching_project.people()
    launching_project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene, page):
            page.goto("/")
            assert scene.world.machine == "127.0.0.2"
            assert page.evaluate("isSecureContext")
            assert page.title().endswith("도담모의은행")
    """)
    launching_project.write("a.feature", "Feature: A\n  Scenario: A\n    Given a world\n")
    # An address at which no browser looks for localhost.
    command = [sys.executable, "-m", "mock_bank", "--port", "0", "--host", "127.0.0.2", "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as bank:
        assert bank.stdout
        url = json.loads(bank.stdout.readline())["url"]
        assert url.startswith("http://127.0.0.2:")
        result = launching_project.run("--bank-url", url, "--browser", browser)
        result.assert_outcomes(passed=1)
        bank.terminate()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--defect", "session-lasts-a-week"],
            "ERROR: there is no session-lasts-a-week; nearest: session-lasts-a-day*",
        ),
        (
            ["--defect", "session-lasts-a-day", "--bank-url", "{url}"],
            "ERROR: --defect is of the bank that a run starts*",
        ),
        (["--bank-url", "{url}", "--bank-token", "wrong"], "ERROR: *refused the token*"),
        (
            ["--bank-url", "http://localhost:9", "--bank-token", "any"],
            "ERROR: no mock bank answers at http://localhost:9 *",
        ),
        (["--bank-url", "{url}"], "ERROR: --bank-url needs the bank's token: *RENEWAL_BANK_TOKEN"),
    ],
)
def test_a_wrong_address_or_token_is_one_message(
    project: Project, bank: Bank, monkeypatch: pytest.MonkeyPatch, options: list[str], message: str
) -> None:
    monkeypatch.delenv("RENEWAL_BANK_TOKEN", raising=False)
    project.write("a.feature", WORLDS)
    project.refuse(message, *(option.format(url=bank.url) for option in options))


# What a failure tells


def test_the_harness_s_own_errors_come_without_a_traceback(project: Project) -> None:
    project.steps("""
        from harness.errors import HarnessError
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world():
            raise HarnessError("the world is flat: give it a third dimension", "세상이 평평합니다")
    """)
    project.write("a.feature", WORLDS)
    result = project.run("-k", "Number and 0")
    result.stdout.fnmatch_lines(
        [
            "*_ Number 0 _*",
            "Scenario   a.feature:2: Number 0",
            "Step       a.feature:3: Given a world",
            "Problem    the world is flat: give it a third dimension",
        ]
    )
    assert "conftest.py" not in result.stdout.str()


def test_a_scenario_whose_fault_never_struck_fails(project: Project, bank: Bank, token: str) -> None:
    project.people()
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene):
            scene.fault("sms.send")
            assert scene.world
    """)
    project.write("a.feature", WORLDS)
    result = project.run("--bank-url", bank.url, "--bank-token", token)
    result.assert_outcomes(failed=6)
    result.stdout.fnmatch_lines(
        ["Problem * the scenario never came to the fault at sms.send: it shows nothing about it*"]
    )


# People made up


PEOPLE_STEPS = """
    from harness.seeds.named_people import made_up
    from harness.language.vocabulary import given

    @given(en="a world", ko="세계가 있다")
    def world(faker):
        print("made up:", made_up(faker, "person-1"))
"""


def made_up(project: Project, *options: str) -> dict[str, str]:
    """Whom each scenario's Faker makes up: a line by scenario."""
    result = project.run("-rP", *options)
    lines = result.outlines
    headings = [line.strip("_ ") for line in lines if line.startswith("____")]
    return dict(zip(headings, [line for line in lines if line.startswith("made up:")], strict=True))


def test_a_seed_makes_the_same_people_in_any_order(project: Project) -> None:
    project.steps(PEOPLE_STEPS)
    project.write("a.feature", WORLDS)
    people = made_up(project)
    assert len(set(people.values())) == 6
    assert made_up(project, "--random-order") == people
    assert made_up(project, "-k", "Number and 3") == {"Number 3": people["Number 3"]}
    assert made_up(project, "--faker-seed", "0") == people


def test_another_seed_makes_others(project: Project) -> None:
    project.steps(PEOPLE_STEPS)
    project.write("a.feature", WORLDS)
    first = made_up(project, "--faker-seed", "1")
    assert not set(first.values()) & set(made_up(project, "--faker-seed", "2").values())


def test_a_world_has_its_scenario_s_seed(project: Project, bank: Bank, token: str) -> None:
    project.people()
    project.steps("""
        from harness.language.vocabulary import given

        @given(en="a world", ko="세계가 있다")
        def world(scene, bank, faker_seed):
            assert bank.get(f"worlds/{scene.world.id}")["seed"] == faker_seed
    """)
    project.write("a.feature", WORLDS)
    project.run("--bank-url", bank.url, "--bank-token", token).assert_outcomes(passed=6)


# The page


NOW = datetime(2026, 3, 16, 10, tzinfo=KST)


def time_on(page: Page) -> datetime:
    return datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, KST)


def test_the_page_is_the_scene_s_and_lives_in_its_time(scene: Scene, page: Page) -> None:
    assert scene.page is page
    page.goto("/")
    assert page.url == scene.world.bank_url + "/"
    assert time_on(page) == NOW
    scene.pass_time(timedelta(minutes=3))
    assert time_on(page) == scene.world.now == NOW + timedelta(minutes=3)
    page.goto("/support")
    assert time_on(page) == NOW + timedelta(minutes=3)
    for days in (25, 365):  # more than 2**31 milliseconds, and than 2**32
        scene.pass_time(timedelta(days=days))
        assert time_on(page) == scene.world.now


def test_a_stage_signs_the_page_in_and_no_other_browser(scene: Scene) -> None:
    path = scene.stage("Kim Hana", "signed in")
    other = scene.new_context().new_page()
    for page in (scene.page, other):
        page.goto(path)
    assert scene.page.get_by_text("김하나 님").is_visible()
    assert not other.get_by_text("김하나 님").is_visible()


def test_a_second_browser_keeps_the_same_time(scene: Scene) -> None:
    scene.pass_time(timedelta(minutes=1))
    other = scene.new_context().new_page()
    other.goto("/")
    assert time_on(other) == NOW + timedelta(minutes=1)
    scene.pass_time(timedelta(minutes=1))
    assert time_on(other) == NOW + timedelta(minutes=2)


def test_a_page_that_time_leads_away_from_has_gone(scene: Scene, page: Page) -> None:
    page.goto("/")
    page.evaluate("setTimeout(() => location.assign('/support'), 1000)")
    scene.pass_time(timedelta(seconds=1))
    assert page.url == f"{scene.world.bank_url}/support"


def test_the_customer_is_korean(scene: Scene, page: Page) -> None:
    assert page.evaluate("navigator.language") == "ko-KR"
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Asia/Seoul"
    assert page.viewport_size == {"width": 1280, "height": 720}


def test_a_page_without_a_scene_makes_none(request: pytest.FixtureRequest, page: Page) -> None:
    assert page.url == "about:blank"
    assert SCENE not in request.node.stash


# Its workers


def test_all_cores_are_kept_busy(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    def workers() -> int:
        return int(pytestconfig.hook.pytest_xdist_auto_num_workers(config=pytestconfig))

    monkeypatch.setattr("os.sched_getaffinity", lambda _: {*range(4)})
    monkeypatch.delenv("PYTEST_XDIST_AUTO_NUM_WORKERS", raising=False)
    assert workers() == 6
    monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", "4")
    assert workers() == 4
