"""Browsers of Playwright servers: real ones, started by the test."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.play import runs
from tests.browser_server import Server, serving
from tests.harness.conftest import ROOT, Project
from tests.harness.play.test_lost_browser import STEPS, scenarios
from tests.harness.report.left import attempts

DEATH = """
    @when(en="its server dies the first time", ko="처음에 서버가 죽는다")
    def kill_server():
        if not Path("died").exists():
            server = Path("server-" + os.environ.get("PYTEST_XDIST_WORKER", "gw0"))
            Path("died").write_text(server.name)
            os.killpg(int(server.read_text()), signal.SIGKILL)

    @when(en="its browser dies every time", ko="매번 브라우저가 죽는다")
    def kill_browser_every_time(browser):
        os.kill(process(browser, "browser"), signal.SIGKILL)
"""
# Its world's name, its clock, a download; and a failure that is replayed.
OURS = """
Feature: Far

  Scenario: A certificate is kept in a file
    Given Kim Hana has renewed the certificate
    When the customer exports the new certificate
    And 3 minutes pass
    Then the exported file holds the new certificate and its key, encrypted

  Scenario: Too early
    Given Kim Hana's certificate expires in 31 days
    And Kim Hana is signed in
    When the customer opens the terms
    Then the customer sees the terms
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers, which end with the test."""
    with ExitStack() as stack:
        yield lambda **environment: stack.enter_context(serving(tmp_path, **environment))


@pytest.fixture
def pages(launching_project: Project) -> Project:
    """A project whose scenarios need a browser and no bank."""
    launching_project.steps(STEPS + DEATH)
    launching_project.fragile_bank()
    return launching_project


def told(printed: str) -> str:
    """What a run has said, but for its bank, its time, and that its browser is far."""
    printed = re.sub(r" --browser-server ws://127\.0\.0\.1:\d+/secret", "", printed)
    printed = re.sub(r"runs/[\d-]+-\w{4}/", "runs/…/", printed)
    printed = re.sub(r"==+", "=", printed)  # as long as the line has room beside the time
    return re.sub(r"(localhost:)\d+|\b\d+\.\d+s|w-[0-9a-f]+", r"\1…", printed)


@pytest.mark.usefixtures("at_our_bank")
def test_a_run_tells_the_same_as_with_a_browser_of_this_machine(
    start: Callable[..., Server], tmp_path: Path
) -> None:
    (tmp_path / "far.feature").write_text(OURS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "far.feature", "--rootdir=.", "-c", f"{ROOT}/pyproject.toml"]
    command += ["-p", "conftest", "-p", "no:cacheprovider"]
    for name in ("seeds", "conftest.py", "steps", "features"):
        (tmp_path / name).symlink_to(ROOT / name)
    printed, left = [], []
    for options in ([], ["--browser-server", start().url]):
        run = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout + run.stderr
        printed.append(told(run.stdout))
        reports = max((tmp_path / runs.RUNS).iterdir())
        left.append({file.relative_to(reports) for file in reports.rglob("*") if file.is_file()})
    here, far = printed
    assert "1 failed, 1 passed" in far
    assert far == here
    assert {"trace.zip", "film.mp4"} <= {file.name for file in left[1]}
    assert left[0] == left[1]


def test_a_server_that_dies_ends_the_run_once_and_keeps_what_was_found(
    pages: Project, start: Callable[..., Server]
) -> None:
    server = start()
    pages.write("a.feature", scenarios("its server dies the first time"))
    pages.write("server-gw0", str(server.process.pid))
    result = pages.run("--browser-server", server.url)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert attempts(pages) == [["passed"], ["failed", "failed"], []]
    where = "ws://127.0.0.1:*/secret"
    result.stdout.fnmatch_lines(
        [f"!* The browser server {where} does not answer (connect ECONNREFUSED *). Start one there, *!*"]
    )
    result.stdout.fnmatch_lines(["*1 failed, 1 passed, 1 rerun*"])
    assert "Traceback" not in result.stdout.str() + result.stderr.str()


def test_workers_are_spread_over_the_servers_and_a_scenario_whose_server_dies_has_one_more_try_on_another(
    pages: Project, start: Callable[..., Server]
) -> None:
    servers = [start(DEBUG="pw:server") for _ in range(2)]
    pages.write("a.feature", scenarios("its server dies the first time"))
    pages.write("b.feature", scenarios())
    for number, server in enumerate(servers):
        pages.write(f"server-gw{number}", str(server.process.pid))
    options = [f"--browser-server={server.url}" for server in servers]
    result = pages.run("-n", "2", "--dist=loadfile", *options)
    assert result.ret == pytest.ExitCode.OK
    assert attempts(pages) == [["passed"], ["failed", "passed"], ["passed"], ["passed"]]
    result.stdout.fnmatch_lines(["Played more than once (the report says why): a.feature:6 *"])
    guide = pages.read("reports/guide.html")
    assert "the browser went away: it, its machine or the way there broke off" in guide
    launched = [server.end().count("engaged launch mode") for server in servers]
    died = int((pages.path / "died").read_text()[-1])
    # One worker had a browser of the one that died; the other has launched that of each worker.
    assert (launched[died], launched[1 - died]) == (1, 2)


def test_a_browser_that_is_lost_twice_fails_its_scenario(
    pages: Project, start: Callable[..., Server]
) -> None:
    pages.write("a.feature", scenarios("its browser dies every time"))
    result = pages.run("--browser-server", start().url, "--replay=on")
    assert attempts(pages) == [["passed"], ["failed", "failed"], ["passed"]]
    result.stdout.fnmatch_lines(["Problem * the browser went away: *", "replay 1/1 *::* → failed again*"])


@pytest.mark.parametrize(
    ("wrong", "environment", "message"),
    [
        ("/secret", {}, "* answers with 400 Bad Request. Give the address that it printed *"),
        ("", {"PW_VERSION_OVERRIDE": "1.2.3"}, "* is of Playwright 1.2*: both have to be of one version. *"),
        ("", {"PLAYWRIGHT_BROWSERS_PATH": "/nowhere"}, "* gives no browser. *Executable doesn't exist *"),
    ],
)
def test_a_server_that_refuses_ends_the_run_once(
    pages: Project, start: Callable[..., Server], wrong: str, environment: dict[str, str], message: str
) -> None:
    pages.write("test_a.py", "def test_a(browser): pass\ndef test_b(browser): pass\n")
    result = pages.run("--browser-server", start(**environment).url + wrong)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"!* The browser server ws://127.0.0.1:*/secret{message}"])
    assert "╔" not in result.stdout.str()


def test_a_refusal_is_told_in_korean_and_tells_no_token(pages: Project) -> None:
    pages.write("test_a.py", "def test_a(browser): pass\n")
    server = "ws://me:password@127.0.0.1:1/farm?token=secret"
    result = pages.run("--browser-server", server, "--lang=ko")
    result.stdout.fnmatch_lines(["!* 브라우저 서버 ws://127.0.0.1:1/farm에 연결할 수 없습니다(*"])
    assert "secret" not in result.stdout.str()
    assert "password" not in result.stdout.str()


def test_an_address_of_no_server_is_refused(project: Project) -> None:
    url = "http://localhost:1"
    project.refuse(f"ERROR: --browser-server {url}: *begins with ws:// or wss://*", "--browser-server", url)
