"""What cannot be had is refused once, with what to do; what has no effect is not taken in silence."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from harness.play import playwright_fixtures
from tests.harness.conftest import Project


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--base-url", "http://localhost:1"), "ERROR: --base-url * has no effect here: *give --bank-url"),
        (("-o", "base_url=http://localhost:1"), "ERROR: --base-url * has no effect here: *give --bank-url"),
        (("--bank-token", "x"), "ERROR: --bank-token has no effect without --bank-url: *"),
        (("--gherkin-terminal-reporter", "-v"), "ERROR: --gherkin-terminal-reporter *: give -v alone"),
        (("--cucumberjson=a.json", "-n", "2"), "ERROR: --cucumberjson *: read reports/messages.ndjson, *"),
        (("--generate-missing", "--feature=."), "ERROR: --generate-missing *: type `renewal check`, *"),
        (("--output", "."), "ERROR: --output .: a run empties that folder, *"),
        (("--output", ".."), "ERROR: --output ..: a run empties that folder, *"),
        (("--output", "tox.ini", "--tracing=on"), "ERROR: --output tox.ini: nothing can be written there *"),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused(
    project: Project, options: tuple[str, ...], message: str
) -> None:
    project.write("test_a.py", "def test_a(): pass")
    project.refuse(message, *options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--headed",), "--headed needs a display, and there is none here. *xvfb-run pytest …"),
        (("--video", "on"), "--video needs Playwright's ffmpeg, *Type: playwright install ffmpeg"),
        (("--device", "iPhone 1"), "--device: Playwright knows no “iPhone 1”; the nearest is “iPhone 1*”"),
        (("--browser-channel", "none"), 'The browser does not start. Unsupported chromium channel "none"'),
    ],
)
def test_what_is_not_here_ends_the_run_once(
    launching_project: Project, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], message: str
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    # Where there is an ffmpeg, as with Playwright's own browsers, there shall be none.
    monkeypatch.setattr(playwright_fixtures, "can_film", lambda: False)
    launching_project.write("test_a.py", "def test_a(browser): pass\ndef test_b(browser): pass\n")
    result = launching_project.run(*options)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"!* {message} !*"])
    assert "╔" not in result.stdout.str()


@pytest.mark.parametrize("asked", ["b.feature", "a.feature::No such scenario"])
def test_what_is_not_there_is_refused_by_workers_too(project: Project, asked: str) -> None:
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a counter\n")
    project.fragile_bank()
    project.refuse(f"ERROR: *not found: *{asked}", asked, "-n", "1")


@pytest.mark.parametrize(("end", "workers"), [("SIGTERM", "0"), ("SIGHUP", "0"), ("SIGHUP", "1")])
def test_a_run_that_is_told_to_end_leaves_its_reports(project: Project, end: str, workers: str) -> None:
    project.steps("""
        import time
        from pathlib import Path

        from harness.language.vocabulary import given

        @given(en="a wait", ko="기다린다")
        def wait():
            try:
                Path("waits").touch()
                time.sleep(100)
            except KeyboardInterrupt as told:
                Path("told").write_text(str(told))
                raise
    """)
    project.write("a.feature", "Feature: A\n  Scenario: B\n    Given a wait\n")
    project.fragile_bank()
    command = [sys.executable, "-m", "pytest", "-n", workers]
    with subprocess.Popen(command, cwd=project.path, stdout=subprocess.PIPE, text=True) as run:
        while not (project.path / "waits").exists():
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"it has ended: {run.wait(0.02)}")
        for _ in range(2):  # once more is no other end
            run.send_signal(getattr(signal, end))
        said, _ = run.communicate()
    assert run.returncode == pytest.ExitCode.INTERRUPTED, said
    reports = project.path / "reports"
    assert end in (reports / "guide.html").read_text(encoding="utf-8")
    assert end in (reports / "messages.ndjson").read_text(encoding="utf-8")
    assert (reports / "junit.xml").exists()
    # A worker is told at once, and not interrupted by xdist when it has waited.
    told = (project.path / "told").read_text()
    assert told == ("SIGTERM" if workers == "1" else end)
